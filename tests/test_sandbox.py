# ruff: noqa: E501 (a table of programs)
import os
import socket
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest

from neural.errors import UserError
from neural.sandbox import batch, box, toolchains
from neural.sandbox.batch import Sample
from neural.sandbox.box import Limits, Mount

LIMITS = Limits(
    seconds=1, memory=256 << 20, processes=32, file=8 << 20, disk=16 << 20, results=1 << 20
)
ENTRY = {
    "name": "twice",
    "args": [["value", "int"]],
    "returns": "int",
    "mutates": None,
    "methods": None,
    "generics": {},
}
TWICE = {
    "python": "def twice(value):\n    return value * 2\n",
    "go": "func Twice(value int) int { return value * 2 }\n",
    "javascript": "function twice(value) { return value * 2; }\n",
    "java": "final class A { static int twice(int value) { return value * 2; } }\n",
}
NAP = 100_000 + os.getpid()  # seconds that no other process of this machine sleeps
needs_box = pytest.mark.skipif(
    not box.bubblewrap(), reason="bubblewrap is not there or not allowed"
)

# What each program tries; it prints ESCAPED where it should have been impossible.
SHELL = {
    "fork bomb": ":(){ :|:& };:; sleep 0.3",
    "processes that outlive": "for i in $(seq 20); do (setsid sleep NAP &) ; done",
    "daemon": "nohup setsid sh -c 'while :; do sleep 1; done' >/dev/null 2>&1 &",
    "endless output": "yes",
    "endless errors": "yes >&2",
    "endless results": "yes >&3",
    "one endless line of results": "tr '\\0' x </dev/zero >&3",
    "fill /tmp": "for i in $(seq 9); do head -c 7m /dev/zero >/tmp/$i || exit 0; done; echo ESCAPED",
    "big file": "head -c 9m /dev/zero >/tmp/big && echo ESCAPED",
    "fill /dev/shm": "for i in $(seq 9); do head -c 7m /dev/zero >/dev/shm/$i || exit 0; done; echo ESCAPED",
    "write to root": "touch /here && echo ESCAPED",
    "write to /usr": "touch /usr/here && echo ESCAPED",
    "write to /dev": "touch /dev/here && echo ESCAPED",
    "write to /etc": "mkdir -p /etc/here && echo ESCAPED",
    "write to a mount": "touch /box/here && echo ESCAPED",
    "change a mounted file": "echo changed >/box/given; rm -f /box/given; [ -s /box/given ] || echo ESCAPED",
    "read shadow": "cat /etc/shadow && echo ESCAPED",
    "read a home": "ls /root/.[a-z]* /home/* && echo ESCAPED",
    "link to shadow": "ln -s /etc/shadow /tmp/x && cat /tmp/x && echo ESCAPED",
    "link out of a mount": "ls /box/../root && echo ESCAPED; ls /box/../../../work && echo ESCAPED",
    "root by /proc": "ls /proc/1/root/root && echo ESCAPED",
    "working folder by /proc": "ls /proc/1/cwd/.. | grep -q root && echo ESCAPED",
    "environment of others": "cat /proc/*/environ | tr '\\0' '\\n' | grep -q CANARY_OF_THE_TEST && echo ESCAPED",
    "processes of others": "[ $(ls -d /proc/[0-9]* | wc -l) -gt 12 ] && echo ESCAPED",
    "kernel settings": "cat /proc/sys/kernel/panic >/proc/sys/kernel/panic && echo ESCAPED",
    "trigger the kernel": "echo b >/proc/sysrq-trigger && echo ESCAPED",
    "kill everything": "kill -9 -1; echo killed",
    "kill the parent": "kill -9 $PPID; kill -9 1; sleep 0.2",
    "mount": "mount -t tmpfs x /usr && echo ESCAPED",
    "new namespaces": "unshare -Urm sh -c 'mount -t tmpfs x /mnt && echo ESCAPED'",
    "chroot": "chroot / true && echo ESCAPED",
    "device": "mknod /tmp/disk b 8 0 && echo ESCAPED",
    "raise limits": "ulimit -u 9999 && ulimit -f unlimited && echo ESCAPED",
    "host name": "hostname elsewhere; cat /proc/sys/kernel/hostname",
    "sleep": "sleep NAP",
    "spin": "while :; do :; done",
    "ignore signals": "trap '' TERM INT HUP; while :; do :; done",
    "zip bomb": "head -c 1G /dev/zero | gzip -1 | gunzip >/tmp/bomb && echo ESCAPED",
    "terminal": "echo x >/dev/tty && echo ESCAPED",
}
PYTHON = {
    "socket out": "import socket; socket.create_connection(('1.1.1.1', 53), 1); print('ESCAPED')",
    "socket to the host": "import socket, sys; socket.create_connection(('127.0.0.1', PORT), 1); print('ESCAPED')",
    "abstract socket": "import socket; s = socket.socket(socket.AF_UNIX); s.connect('\\0canary-of-the-test'); print('ESCAPED')",
    "name lookup": "import socket; socket.gethostbyname('example.com'); print('ESCAPED')",
    "huge allocation": "x = bytearray(4 << 30); print('ESCAPED')",
    "allocation in steps": "x = []\nwhile True: x.append(bytearray(8 << 20))",
    "allocation by children": "import os\nwhile True:\n    if os.fork() == 0:\n        x = b'x' * (100 << 20)\n        while True: pass",
    "deep recursion": "import sys; sys.setrecursionlimit(10**9)\ndef f(): f()\nf()",
    "open files": "x = []\nfor i in range(5000): x.append(open('/dev/null'))\nprint('ESCAPED')",
    "memory file": "import os; f = os.memfd_create('x'); [os.write(f, bytes(1 << 20)) for i in range(900)]; print('ESCAPED')",
    "trace the host": "import ctypes; c = ctypes.CDLL(None); print('ESCAPED' if c.ptrace(16, HOST, 0, 0) == 0 else 'no')",
    "set-user-id": "import os, stat; open('/tmp/x', 'w'); os.chmod('/tmp/x', 0o4755); os.setuid(0); print(open('/etc/shadow').read()); print('ESCAPED')",
}


def python() -> str:
    return toolchains.find("python").program("python3")


@pytest.fixture(scope="module")
def listener():
    with socket.create_server(("127.0.0.1", 0)) as tcp, socket.socket(socket.AF_UNIX) as unix:
        unix.bind("\0canary-of-the-test")
        unix.listen()
        yield tcp.getsockname()[1]


@pytest.fixture(scope="module")
def hostile(listener, tmp_path_factory):
    """What became of each program, and what was left behind; several run at once."""
    os.environ["CANARY_OF_THE_TEST"] = "secret"
    given = {name: tmp_path_factory.mktemp("box") for name in SHELL}
    for folder in given.values():
        (folder / "given").write_text("given\n")
    home = toolchains.find("python").home

    def shell(name: str) -> box.Ended:
        mounts = [Mount(given[name], "/box")]
        return box.run(
            ["/bin/bash", "-c", SHELL[name].replace("NAP", str(NAP))], mounts, limits=LIMITS
        )

    def program(name: str) -> box.Ended:
        text = PYTHON[name].replace("PORT", str(listener)).replace("HOST", str(os.getpid()))
        command = [python(), "-I", "-S", "-c", text]
        return box.run(command, [Mount(home)], limits=LIMITS)

    began = time.time()
    own = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(4) as pool:
        patch.setattr(tempfile, "tempdir", str(own))
        ended = dict(zip(SHELL, pool.map(shell, SHELL), strict=True))
        ended |= zip(PYTHON, pool.map(program, PYTHON), strict=True)
    del os.environ["CANARY_OF_THE_TEST"]
    alive = [
        each.name()
        for each in psutil.Process().children(recursive=True)
        if each.create_time() > began and each.status() != psutil.STATUS_ZOMBIE
    ]
    return ended, given, alive, list(own.iterdir())


@needs_box
@pytest.mark.parametrize("name", [*SHELL, *PYTHON])
def test_hostile_program(name, hostile):
    ended, given, _, _ = hostile
    assert "ESCAPED" not in ended[name].stdout
    if name in given:
        assert sorted(given[name].iterdir()) == [given[name] / "given"]
        assert (given[name] / "given").read_text() == "given\n"


@needs_box
def test_hostile_programs_leave_nothing_behind(hostile):
    _, _, alive, boxes = hostile
    assert alive == [] and boxes == []
    names = [each.info["cmdline"] for each in psutil.process_iter(["cmdline"])]
    assert ["sleep", str(NAP)] not in names


@needs_box
def test_what_ended_a_program():
    def why(script: str) -> str:
        return box.run(["/bin/bash", "-c", script], limits=LIMITS).why

    assert why("exit 3") == "exit"
    assert why("sleep 1000") == "timeout"
    assert why("yes") == "output"
    assert box.run(["/bin/bash", "-c", "exit 3"], limits=LIMITS).code == 3


def test_the_fallback_says_what_it_lacks_and_still_limits(monkeypatch):
    monkeypatch.setattr(box, "bubblewrap", lambda: None)
    assert "bubblewrap" in box.description()
    assert box.run(["/bin/bash", "-c", "sleep 1000 & sleep 1000"], limits=LIMITS).why == "timeout"
    assert box.run(["/bin/bash", "-c", "echo out; exit 2"], limits=LIMITS).stdout == "out\n"
    assert ["sleep", "1000"] not in [p.info["cmdline"] for p in psutil.process_iter(["cmdline"])]


@pytest.mark.parametrize("language", toolchains.LANGUAGES)
def test_a_sample_pays_for_itself_alone(language):
    if toolchains.missing([language]):
        pytest.skip(f"{language} is not installed")
    right = TWICE[language]
    sources = {
        "good": right,
        "endless": ENDLESS[language],
        "broken": BROKEN[language],
        "dies": DIES[language],
        "last": right,
    }
    results = batch.run(
        language, [Sample(each, ENTRY, [[1], [21]]) for each in sources.values()], Limits(seconds=1)
    )
    found = dict(zip(sources, results, strict=True))
    for name in ("good", "last"):
        assert found[name].outcomes == [{"value": 2}, {"value": 42}], found[name]
    assert found["endless"].failure == "timeout"
    assert found["broken"].failure in ("compile", "load")
    assert ":2:" in found["broken"].message or language == "javascript", found["broken"].message
    assert found["dies"].failure == "crash", found["dies"]


ENDLESS = {
    "python": "def twice(value):\n    while True:\n        pass\n",
    "go": "func Twice(value int) int {\n\tfor {\n\t}\n}\n",
    "javascript": "function twice(value) {\n  for (;;);\n}\n",
    "java": "final class A {\n    static int twice(int value) { while (true) {} }\n}\n",
}
BROKEN = {
    "python": "def twice(value):\n    return value *\n",
    "go": "func Twice(value int) int {\n\treturn valu\n}\n",
    "javascript": "function twice(value) {\n  return value *;\n}\n",
    "java": "final class A {\n    static int twice(int value) { return valu; }\n}\n",
}
DIES = {
    "python": "import os\ndef twice(value):\n    os._exit(7)\n",
    "go": 'import "os"\n\nfunc Twice(value int) int {\n\tos.Exit(7)\n\treturn 0\n}\n',
    "javascript": "function twice(value) {\n  process.exit(7);\n}\n",
    "java": "final class A {\n    static int twice(int value) { System.exit(7); return 0; }\n}\n",
}


def test_results_are_the_same_twice():
    samples = [
        Sample(BROKEN["python"], ENTRY, [[1]]),
        Sample("def twice(v): return [][v]", ENTRY, [[1]]),
    ]
    assert batch.run("python", samples) == batch.run("python", samples)


def test_a_missing_toolchain_names_the_package_and_the_others(monkeypatch):
    monkeypatch.setitem(toolchains.HOMES, "java", list)
    toolchains._find.cache_clear()
    try:
        with pytest.raises(UserError, match=r"openjdk-17-jdk-headless.*--language python"):
            toolchains.find("java")
        assert list(toolchains.missing(toolchains.LANGUAGES)) == ["java"]
    finally:
        toolchains._find.cache_clear()
    with pytest.raises(UserError, match="Did you mean 'javascript'"):
        toolchains.find("javascrip")


def test_no_shell_variable_of_the_host_is_seen():
    os.environ["CANARY_OF_THE_TEST"] = "secret"
    try:
        assert "secret" not in box.run(["/usr/bin/env"]).stdout
    finally:
        del os.environ["CANARY_OF_THE_TEST"]
