"""Kills model-get at random moments; afterwards the same request must end with the right bytes.

    python bench/deploy_kills.py --kills 200

A host installs, upgrades and rolls back over a slow HTTP remote. Every call is killed (SIGKILL),
by turns with all its children and the script alone, some while a second call waits for the first,
half of them close to the switch. After each kill every version that is visible, what `current`
names and what the server's folder shows must be whole; then the call is repeated to its end.
"""

import os
import random
import shutil
import signal
import tempfile
import time
from collections import Counter
from pathlib import Path

from neural import cli
from tests import deploy

VERSIONS = ("v1.0.0", "v1.1.0", "v1.2.0")
NAME = "cypher-q4_k_m.gguf"


def main() -> int:
    parser = cli.parser(__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=300_000, help="bytes of a GGUF file")
    args = cli.parse(parser)
    folder = Path(tempfile.mkdtemp(prefix="deploy-"))
    try:
        found = Trouble(folder, args.size, args.seed).make(args.kills)
    finally:
        shutil.rmtree(folder)
    for what, count in sorted(found.items()):
        cli.say(f"{count:5} {what}")
    return 1 if found["corrupt or half-visible files"] or found["repeats gone wrong"] else 0


class Trouble:
    def __init__(self, folder: Path, size: int, seed: int):
        self.rng, self.found = random.Random(seed), Counter()
        registry = deploy.Registry(folder, size)
        self.right = {version: registry.release(version) for version in VERSIONS}
        objects = deploy.serve(deploy.Objects(registry.remote, bytes_a_second=size * 2))
        self.box = deploy.Host(folder / "host", registry, MODEL_GET_REMOTE=objects.url)

    def make(self, kills: int) -> Counter:
        began = time.monotonic()
        self.box.do("install", "cypher", VERSIONS[0])
        length = time.monotonic() - began
        self.found["repeats gone wrong"] = 0
        while self.found["kills"] < kills:
            back = self.box.previous
            if back and self.rng.random() < 0.2:
                self.killed(["rollback", "cypher"], 0.2)
                # Where the killed one came to its end, there is nothing more to go back to.
                self.repeated(back, self.box.run("rollback", "cypher")[1])
            else:
                version = self.rng.choice(VERSIONS)
                self.forget()
                self.killed(["install", "cypher", version], length, version)
                self.repeated(version, self.box.run("install", "cypher", version)[1])
        return self.found

    def forget(self) -> None:
        """Most versions that are not in use go, so that downloads are killed, too."""
        for path in (self.box.home / "versions").iterdir():
            if path.name not in (self.box.current, self.box.previous) and self.rng.random() < 0.8:
                shutil.rmtree(path)

    def killed(self, command: list[str], length: float, version: str = "") -> None:
        calls = [self.box.start(*command) for _ in range(self.rng.choice((1, 1, 2)))]
        if version and self.rng.random() < 0.5:
            deadline = time.monotonic() + 2 * length
            while not self.there(version) and time.monotonic() < deadline:
                time.sleep(0.001)
            length = 0.1
        time.sleep(self.rng.uniform(0, length))
        alive = [call for call in calls if call.poll() is None]
        for call in alive:
            alone = self.found["kills"] % 2 == 1
            os.kill(call.pid, signal.SIGKILL) if alone else os.killpg(call.pid, signal.SIGKILL)
            self.found["kills"] += 1
            self.found[f"kills of {command[0]}, {self.moment(version)}"] += 1
        for call in calls:
            call.stdout.close()
            call.wait()
        self.look()

    def repeated(self, version: str, said: str) -> None:
        self.found["repeats"] += 1
        served = {NAME: self.right[version][NAME]}
        if self.box.current != version or self.box.served() != served:
            self.found["repeats gone wrong"] += 1
            cli.say(f"expected {version}, found {self.box.current}: {said}")
        self.look()

    def there(self, version: str) -> bool:
        return (self.box.home / "versions" / version).exists()

    def moment(self, version: str) -> str:
        if (self.box.home / "pending").exists():
            return "in the switch"
        if any((self.box.home / "partial").iterdir()):
            return "in the download"
        return "with the files there" if self.there(version) else "without files"

    def look(self) -> None:
        """Counts what is visible and not whole, or not what it is called."""
        bad, folders = [], {}
        for path in (self.box.home / "versions").iterdir():
            if not path.name.startswith("."):
                folders[path.name] = path
        for version, folder in folders.items():
            for name, data in self.right[version].items():
                if name != "cypher-q8_0.gguf" and not same(folder / name, data):
                    bad.append(f"{version}/{name}")
        bad += [
            link for link in ("current", "previous") if self.box.link(link) not in {*folders, None}
        ]
        for path in self.box.models.glob("*.gguf"):
            if path.name != NAME or not same(path, self.right[self.box.current][NAME]):
                bad.append(path.name)
        self.found["corrupt or half-visible files"] += len(bad)
        if bad:
            cli.say(f"not right: {', '.join(bad)}")


def same(path: Path, data: bytes) -> bool:
    return path.exists() and path.read_bytes() == data


if __name__ == "__main__":
    cli.run(main)
