"""How long a validation takes beside datasketch and datatrove, which only look for near-duplicates.

All look for rows that share 85% of their three-word shingles, by MinHash with 16 bands of 8; each
has --threads processes. The ratio is that of CPU seconds, which other work disturbs less. The
peers are installed by uv into its own cache. The floors are 150 seconds and 4 GB for a million
rows on two cores, and time that grows with the rows.

python bench/records.py --rows 10000 100000 1000000 --peers 100000 1000000
"""

import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil
from rich.table import Table

from bench import records_data
from neural import cli
from neural.errors import UserError
from neural.files import atomic_write

ROOT = Path(__file__).parent.parent
PEERS = ("datasketch", "datatrove")
NEEDED = (
    "datasketch==2.0.0", "datatrove[io]==0.10.1", "regex", "nltk", "tldextract", "tokenizers",
    "spacy", "orjson", "xxhash<4",
)  # fmt: skip
FLOOR_SECONDS, FLOOR_GB = 150, 4


def main() -> None:
    parser = cli.parser(__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--peers", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--folder", type=Path, default=Path("build/bench/records"))
    args = cli.parse(parser)
    table = Table(
        "rows",
        "what",
        "seconds",
        "CPU seconds",
        "CPU µs a row",
        "peak GB",
        "near-duplicates",
        "ratio",
    )
    for rows in sorted({*args.rows, *args.peers}):
        path = args.folder / f"{rows}.jsonl"
        if not path.exists():
            with atomic_write(path, "wb") as file:
                file.writelines(records_data.rows(rows))
        own = [sys.executable, "scripts/validate_dataset.py", path, "--threads", args.threads]
        ours = _add(table, rows, "validate_dataset.py", own)
        for peer in PEERS if rows in args.peers else ():
            with_peers = [part for name in NEEDED for part in ("--with", name)]
            uv = [Path(sys.executable).with_name("uv"), "run", "--no-project", *with_peers]
            subprocess.run([*uv, "python", "-c", ""], check=True)  # installing is not measured
            theirs = [*uv, "python", "bench/records_peers.py", peer, path, args.threads]
            _add(table, rows, peer, theirs, ours)
    cli.say(table)
    cli.say(f"floor for a million rows: {FLOOR_SECONDS} s, {FLOOR_GB} GB")


def _add(table: Table, rows: int, what: str, command: list, ours: float = 0) -> float:
    seconds, cpu, peak, output = measure([str(part) for part in command])
    near = re.search(r"(\d+) near-duplicate", output)[1]
    ratio = f"{cpu / ours:.1f}" if ours else ""
    cells = (f"{seconds:.1f}", f"{cpu:.1f}", f"{1e6 * cpu / rows:.0f}", f"{peak / 1e9:.2f}")
    table.add_row(f"{rows:,}", what, *cells, near, ratio)
    cli.say(f"{rows} {what}: {seconds:.1f} s, CPU {cpu:.1f} s, {peak / 1e9:.2f} GB")
    return cpu


def measure(command: list[str]) -> tuple[float, float, int, str]:
    """Seconds, CPU seconds, peak resident bytes of all processes together, and what it printed."""
    began = time.monotonic()
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = psutil.Popen(command, text=True, cwd=ROOT, env=env, **pipes)
    peaks, used = [0], {}

    def watch() -> None:
        while process.is_running():
            try:
                family = [process, *process.children(recursive=True)]
                peaks.append(sum(one.memory_info().rss for one in family))
                used.update({one.pid: sum(one.cpu_times()[:2]) for one in family})
            except psutil.NoSuchProcess:
                pass  # ended while it was looked at
            time.sleep(0.2)

    threading.Thread(target=watch, daemon=True).start()
    output, errors = process.communicate()
    taken = time.monotonic() - began
    if "near-duplicate" not in output:
        raise UserError(f"{' '.join(command)} ended with {process.returncode}:\n{errors[-3000:]}")
    return taken, sum(used.values()), max(peaks), output


if __name__ == "__main__":
    cli.run(main)
