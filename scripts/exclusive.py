"""Runs a command while it holds a lock file: exclusive.py LOCKFILE COMMAND [ARGUMENT...]

A second call for the same file says who holds it and waits. The kernel frees the lock when the
command dies, however it dies. Standard library only: it also guards the set-up.
"""

import fcntl
import os
import sys


def main() -> None:
    if len(sys.argv) < 3 or sys.argv[1].startswith("-"):
        sys.exit("usage: exclusive.py LOCKFILE COMMAND [ARGUMENT...]")
    path, *command = sys.argv[1:]
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    lock = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(lock, 1000).decode(errors="replace")
        print(f"Waiting for {holder or 'another process'} (it holds {path})", file=sys.stderr)
        fcntl.flock(lock, fcntl.LOCK_EX)
    os.ftruncate(lock, 0)
    os.pwrite(lock, f"process {os.getpid()}: {' '.join(command)}".encode(), 0)
    # The command keeps the lock after exec; above 9, where no script's own redirection closes it.
    fcntl.fcntl(lock, fcntl.F_DUPFD, 10)
    os.execvp(command[0], command)


try:
    main()
except KeyboardInterrupt:
    sys.exit(130)
