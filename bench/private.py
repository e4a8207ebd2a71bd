"""Personal data: found, false alarms and speed beside Presidio, in one run.

python bench/private.py [--peer PYTHON]   PYTHON has presidio-analyzer (made by uv where not given)
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from neural.records import private
from neural.records.redact import Redactor
from tests.test_private import lookalikes, planted

PEER = Path(__file__).with_name("private_peer.py")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", help="Python with presidio-analyzer")
    args = parser.parse_args()
    # Keys are the validation's; Presidio has none of them.
    plants = [(label, datum, text) for label, datum, text in planted(90) if label != "KEY"]
    hostile = list(lookalikes(2000))
    prose = [path.read_text("utf-8") for path in sorted(Path("docs").glob("*.md"))] * 4
    ours = {
        "found": sum(datum not in Redactor().clean(text) for _, datum, text in plants),
        "alarms": sum(bool(private.find(text)) for text in hostile),
        "seconds": timed(prose),
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump({"plants": plants, "hostile": hostile, "prose": prose}, file)
        file.flush()
        uv = Path(sys.executable).with_name("uv")
        made = [uv, "run", "--no-project", "--with", "presidio-analyzer==2.2.366", "python"]
        python = [args.peer] if args.peer else made
        peer = json.loads(subprocess.check_output([*python, str(PEER), file.name], text=True))
    size = sum(len(text.encode()) for text in prose) / 1e6
    print(f"{len(plants)} planted, {len(hostile)} hostile sentences, {size:.1f} MB of prose")
    for name, one in (("ours", ours), ("Presidio, patterns alone", peer)):
        found, alarms = one["found"] / len(plants), one["alarms"] / len(hostile)
        speed = size / one["seconds"]
        print(f"{name:25} found {found:6.1%}   alarms {alarms:6.2%}   {speed:6.2f} MB/s")
    print(f"speed: {peer['seconds'] / ours['seconds']:.1f} times Presidio's")


def timed(texts: list[str]) -> float:
    """Seconds of computing."""
    began = time.process_time()
    for text in texts:
        private.find(text)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
