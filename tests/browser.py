"""A headless Chromium, driven over its pipe as DevTools does; no other package is needed."""

import json
import os
import shutil
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select

import pytest

PATIENCE = 120  # seconds for one answer, on busy machines
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-sync", "--disable-background-networking", "--disable-component-update"),
    *("--hide-scrollbars", "--remote-debugging-pipe"),
)
KEYS = {"Enter": 13, "Escape": 27, "ArrowUp": 38, "Tab": 9, "/": 191}


@contextmanager
def chromium(folder: Path) -> Iterator["Page"]:
    """An empty page; the test is skipped where no Chromium is installed."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if not program:
        pytest.skip("needs chromium (apt-get install chromium)")
    to_read, to_write = os.pipe(), os.pipe()
    # Chromium reads descriptor 3 and writes 4.
    command = [program, *FLAGS, f"--user-data-dir={folder}", "about:blank"]
    inherited = (  # by way of two others, as ours may be 3 and 4 themselves
        f"exec 200<&{to_read[0]} 201>&{to_write[1]} 3<&200 4>&201 200<&- 201>&-; "
        'exec "$@" 2>/dev/null'
    )
    process = subprocess.Popen(
        ["bash", "-c", inherited, "bash", *command],
        pass_fds=(to_read[0], to_write[1]),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    os.close(to_read[0])
    os.close(to_write[1])
    try:
        yield Page(to_write[0], to_read[1])
    finally:
        process.kill()
        process.wait()
        os.close(to_write[0])
        os.close(to_read[1])


class Page:
    """What a person at the keyboard can do, and see. `said`: errors of the page's console."""

    def __init__(self, reads: int, writes: int) -> None:
        self.reads, self.writes = reads, writes
        self.buffer, self.number, self.session = b"", 0, ""
        self.said: list[str] = []
        self.requests: list[str] = []
        targets = self.call("Target.getTargets")["targetInfos"]
        target = next(one["targetId"] for one in targets if one["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for name in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{name}.enable")

    def call(self, method: str, **parameters: object) -> dict:
        """The result of a DevTools command."""
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.writes, json.dumps(request).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self.number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                return answer["result"]
            self._note(answer)

    def open(self, address: str) -> None:
        """Loads an address, to its end."""
        self.call("Page.navigate", url=address)
        self.until("document.readyState == 'complete' && location.href != 'about:blank'")

    def value(self, script: str) -> object:
        """What an expression gives."""
        result = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def until(self, script: str) -> object:
        """Waits for an expression to be true in the page; its value."""
        script = f"(found => found instanceof Node ? true : found)({script})"
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            # Asked again and again: a promise would be lost with a page that is left.
            result = self.call("Runtime.evaluate", expression=script, returnByValue=True)
            found = result["result"].get("value")
            if found and "exceptionDetails" not in result:
                return found
            time.sleep(0.1)
        shown = self.value("document.body.innerText")
        raise AssertionError(f"never true: {script}\n{shown}")

    def type(self, text: str) -> None:
        self.call("Input.insertText", text=text)

    def press(self, key: str) -> None:
        about = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key]}
        if key == "Enter":
            about["text"] = "\r"
        self.call("Input.dispatchKeyEvent", type="keyDown", **about)
        self.call("Input.dispatchKeyEvent", type="keyUp", **about)

    def prefer(self, scheme: str) -> None:
        """As if the system were set to "light" or "dark"."""
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.call("Emulation.setEmulatedMedia", features=features)

    def screenshot(self, path: Path, width: int, height: int) -> None:
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        path.write_bytes(b64decode(self.call("Page.captureScreenshot")["data"]))

    def _note(self, event: dict) -> None:
        method, told = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.said.append(str(told["exceptionDetails"]))
        elif method == "Log.entryAdded" and told["entry"]["level"] == "error":
            self.said.append(told["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(told["request"]["url"])

    def _next(self) -> dict:
        while b"\0" not in self.buffer:
            ready, _, _ = select([self.reads], [], [], PATIENCE)
            assert ready, "Chromium says nothing"
            read = os.read(self.reads, 1 << 20)
            assert read, "Chromium ended"
            self.buffer += read
        line, _, self.buffer = self.buffer.partition(b"\0")
        return json.loads(line)
