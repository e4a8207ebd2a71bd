"""One program in a box: no network, a read-only root, its own /tmp, processes and limits."""

import itertools
import os
import resource
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import psutil

RESULTS = 3  # the descriptor on which a runner reports
OWN = 2  # processes of bubblewrap itself
POLL = 0.1  # seconds between two looks at memory and processor time
PATIENCE = 4  # so many seconds of the clock for one of the processor: machines are shared
STARTING = 60  # at least, until the first line of results
SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/libx32", "/bin", "/sbin", "/etc/alternatives")


@dataclass(frozen=True)
class Limits:
    """Until the end or the next line of results; all but seconds and processes in bytes."""

    seconds: float = 10  # of processor time of all its processes; of the clock PATIENCE times more
    memory: int = 1 << 30  # of all its processes together
    processes: int = 64  # and threads
    file: int = 64 << 20  # each
    disk: int = 64 << 20  # of /tmp
    output: int = 1 << 20  # of stdout and stderr together
    results: int = 64 << 20  # of all lines together


@dataclass(frozen=True)
class Ended:
    """How a program ended: `why` is "exit", "timeout", "memory", "processes" or "output"."""

    why: str
    code: int  # negative: the signal
    stdout: str
    stderr: str


@dataclass(frozen=True)
class Mount:
    """A host path that the program sees at `at` (the same place if empty)."""

    path: Path
    at: str = ""
    writable: bool = False


# Version 1 has a folder for each controller, version 2 one for all.
GROUPS = Path("/sys/fs/cgroup/pids" if Path("/sys/fs/cgroup/pids").is_dir() else "/sys/fs/cgroup")
_numbers = itertools.count()
_spent = 0.0
_counting = threading.Lock()


def spent() -> float:
    """Seconds of processor time of all boxes so far, as they were last seen (every POLL)."""
    return _spent


@cache
def bubblewrap() -> str | None:
    """Path of a bwrap that works here, else None."""
    found = shutil.which("bwrap")
    if not found:
        return None
    probe = [found, "--unshare-all", "--ro-bind", "/", "/", "--proc", "/proc", "/bin/true"]
    return found if subprocess.run(probe, capture_output=True).returncode == 0 else None


def description() -> str:
    """What contains the code on this machine, in a sentence for reports."""
    if bubblewrap():
        return "bubblewrap: no network, read-only root, own /tmp and processes, limits"
    return (
        "limits on time, memory, processes and files only: bubblewrap is missing or not allowed "
        "here, so code can read files and use the network (Debian: apt install bubblewrap)"
    )


def run(
    command: Sequence[str],
    mounts: Sequence[Mount] = (),
    stdin: str = "",
    limits: Limits = Limits(),
    environment: Mapping[str, str] | None = None,
    listen: Callable[[bytes], None] | None = None,
) -> Ended:
    """Runs a command in /tmp of a new box. `listen` gets each line written to descriptor 3.

    Whatever it started is dead and whatever it wrote outside writable mounts is gone on return.
    """
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="box-"))
        source = stack.enter_context(tempfile.TemporaryFile())
        source.write(stdin.encode())
        source.seek(0)
        read, write = os.pipe()
        stack.callback(os.close, read)
        watched = _Watched(limits, listen, read)
        group = stack.enter_context(_group(limits.processes + 2 * OWN))
        env = {"PATH": "/usr/bin:/bin", "HOME": "/tmp", "LANG": "C.UTF-8", **(environment or {})}
        try:
            process = subprocess.Popen(
                _command(command, mounts, limits, write),
                stdin=source,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=(write,),
                cwd=folder,
                env=env,
                start_new_session=True,
                preexec_fn=lambda: _limit(limits, group),
            )
        finally:
            os.close(write)
        with process:
            try:
                why = watched.follow(process)
            finally:
                _kill(process)
                _account(watched.seconds)
        return Ended(why, process.returncode, *watched.texts())


def _account(seconds: float) -> None:
    global _spent
    with _counting:
        _spent += seconds


@dataclass
class _Watched:
    limits: Limits
    listen: Callable[[bytes], None] | None
    results: int
    output: dict[str, bytearray] = field(
        default_factory=lambda: {"stdout": bytearray(), "stderr": bytearray()}
    )

    seconds: float = 0.0

    def follow(self, process: subprocess.Popen) -> str:
        """Reads until the process ended, and says why; the caller kills what is left."""
        patience = PATIENCE * self.limits.seconds
        deadline = time.monotonic() + (max(patience, STARTING) if self.listen else patience)
        looked = since = 0.0
        pending = b""
        news = False
        received = 0
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ, "stdout")
            selector.register(process.stderr, selectors.EVENT_READ, "stderr")
            selector.register(self.results, selectors.EVENT_READ, "results")
            while selector.get_map():
                for key, _ in selector.select(POLL):
                    chunk = os.read(key.fd, 1 << 16)
                    if not chunk:
                        selector.unregister(key.fileobj)
                    elif key.data == "results":
                        *lines, pending = (pending + chunk).split(b"\n")
                        received += len(chunk)
                        if received > self.limits.results:
                            return "output"
                        deadline = time.monotonic() + patience
                        news = True
                        for line in lines:
                            if self.listen:
                                self.listen(line)
                    else:
                        self.output[key.data] += chunk
                if sum(map(len, self.output.values())) > self.limits.output:
                    return "output"
                now = time.monotonic()
                if now > deadline:
                    return "timeout"
                if now - looked > POLL:
                    looked = now
                    if process.poll() is not None:
                        _kill(process)  # descendants hold the pipes, where there is no namespace
                        continue
                    tree = _tree(process.pid)
                    # The kernel's limit is not for root's processes, and not all may make groups.
                    if len(tree) > self.limits.processes + OWN:
                        return "processes"
                    memory, seconds = _use(tree)
                    self.seconds = max(self.seconds, seconds)
                    if memory > self.limits.memory:
                        return "memory"
                    since, news = (seconds, False) if news else (since, news)
                    if seconds - since > self.limits.seconds:
                        return "timeout"
            try:
                process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                return "timeout"
        return "exit"

    def texts(self) -> list[str]:
        return [
            bytes(part[: self.limits.output]).decode("utf-8", "replace")
            for part in self.output.values()
        ]


def _command(command: Sequence[str], mounts: Sequence[Mount], limits: Limits, fd: int) -> list:
    # Processes are counted inside, where only the box's own are in the user namespace; a runner
    # finds its results at one descriptor whatever the parent had open.
    inner = [
        "/bin/bash",
        "-c",
        f"ulimit -u {limits.processes}; exec {RESULTS}>&{fd}; "
        f'[ {fd} = {RESULTS} ] || exec {fd}>&-; exec "$@"',
        "box",
        *command,
    ]
    bwrap = bubblewrap()
    if not bwrap:
        return inner
    flags = [bwrap, "--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"]
    for path in SYSTEM:
        if os.path.islink(path):
            flags += ["--symlink", os.readlink(path), path]
        elif os.path.exists(path):
            flags += ["--ro-bind", path, path]
    # The kernel's own settings belong to root, which the box's user is where root starts it.
    flags += ["--proc", "/proc"]
    for path in ("/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus"):
        flags += ["--ro-bind-try", path, path]
    size = ["--size", str(limits.disk)]
    flags += ["--dev", "/dev", *size, "--tmpfs", "/dev/shm"]
    flags += [*size, "--tmpfs", "/tmp"]
    for mount in mounts:
        kind = "--bind" if mount.writable else "--ro-bind"
        flags += [kind, str(mount.path), mount.at or str(mount.path)]
    flags += ["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", "/tmp"]
    return [*flags, "--", *inner]


@contextmanager
def _group(tasks: int) -> Iterator[Path | None]:
    """A control group of at most so many tasks, where root may make one, else None."""
    folder = GROUPS / f"box-{os.getpid()}-{next(_numbers)}"
    try:
        folder.mkdir()
        (folder / "pids.max").write_text(str(tasks))
    except OSError:
        with suppress(OSError):
            folder.rmdir()
        yield None
        return
    try:
        yield folder
    finally:
        for _ in range(100):  # the dead leave it a moment later
            try:
                folder.rmdir()
                break
            except OSError:
                time.sleep(0.02)


def _limit(limits: Limits, group: Path | None) -> None:
    if group:
        (group / "cgroup.procs").write_text(str(os.getpid()))
    # Address space stays free, since Go, V8 and the JVM reserve far more than they use.
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file, limits.file))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (1024, 1024))


def _kill(process: subprocess.Popen) -> None:
    """Ends it and all below it, the deepest first, so that each is waited for by its parent.

    In a namespace its first process takes all others along, however fast they multiply.
    """
    below = _tree(process.pid)[1:]
    for each in below[:1] if bubblewrap() else reversed(below):
        with suppress(psutil.NoSuchProcess):
            each.kill()
    if bubblewrap():  # it follows its child, and so leaves no orphan
        with suppress(subprocess.TimeoutExpired):
            process.wait(1)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)


def _tree(pid: int) -> list[psutil.Process]:
    try:
        top = psutil.Process(pid)
        return [top, *top.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _use(tree: Sequence[psutil.Process]) -> tuple[int, float]:
    """Bytes of memory and seconds of processor time of processes."""
    memory, seconds = 0, 0.0
    for each in tree:
        try:
            info, times = each.memory_info(), each.cpu_times()
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            continue
        memory += info.rss - info.shared
        seconds += times.user + times.system + times.children_user + times.children_system
    return memory, seconds


if sys.platform != "linux":  # no bubblewrap, no RLIMIT_DATA that counts mappings
    SYSTEM = ()
