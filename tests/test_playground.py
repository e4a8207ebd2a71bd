"""The playground in a real browser, and what it refuses."""

import http.client
import json
import threading
from contextlib import contextmanager

import pytest

from neural.asking import playground
from neural.asking.session import Session
from neural.errors import UserError
from tests.asked import CountingDesk, GivenTalk
from tests.browser import chromium

ANSWERS = {"Two?": "2", "Less?": "-1", "Many?": "100", "Bad?": "<i>some</i>", "13?": "13"}


@contextmanager
def served():
    session = Session(GivenTalk(ANSWERS), CountingDesk(), limit=5)
    with playground.serve(session, 0, "counter") as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def request(server, method, path, body=None, host=None, **headers):
    """(status, text, headers)"""
    port = server.server_address[1]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {"Host": host or f"127.0.0.1:{port}"} | headers
    connection.request(method, path, body, headers)
    reply = connection.getresponse()
    return reply.status, reply.read().decode(), reply.headers


def asked(server, question):
    reply = request(server, "POST", "/ask", json.dumps(question), **{"X-Token": server.token})
    return [json.loads(line) for line in reply[1].splitlines()]


def type_question(page, question):
    page.until("!document.querySelector('[aria-busy]')")  # one question at a time
    page.type(question)
    page.press("Enter")


def test_only_this_machine_and_only_the_page_may_ask():
    with served() as server:
        assert server.server_address[0] == "127.0.0.1"
        status, page, headers = request(server, "GET", "/")
        assert status == 200 and server.token in page
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert request(server, "GET", "/", host="evil.example")[0] == 403
        assert request(server, "POST", "/ask", '"Two?"')[0] == 403
        assert request(server, "POST", "/ask", '"Two?"', **{"X-Token": "ü"})[0] == 403
        assert request(server, "GET", "/../config.yaml")[0] == 404
        token = {"X-Token": server.token}
        for body in ("", "{", "[]", "1", '"' + "x" * 200_000 + '"', "[" * 50_000):
            assert request(server, "POST", "/ask", body, **token)[0] == 400
        assert server.session.talk.rows == []


def test_a_change_is_run_only_when_its_number_is_sent():
    with served() as server:
        *_, last = asked(server, "Less?")
        assert last["changes"] and not last["ran"]
        reply = request(server, "POST", "/run", str(last["number"]), **{"X-Token": server.token})
        assert json.loads(reply[1])["rows"] == [[0, "\x1b[2J0 <b>", None]]
        for number in ("7", "-1"):
            reply = request(server, "POST", "/run", number, **{"X-Token": server.token})
            assert "ask again" in json.loads(reply[1])["mistake"]


def test_mistakes_are_answers():
    with served() as server:
        assert "no question" in asked(server, " ")[0]["mistake"]
        assert asked(server, "Bad?")[-1]["problems"] == ["no number"]


def test_a_port_that_is_taken():
    with served() as server, pytest.raises(UserError, match=r"in use\. Take another with --port"):
        playground.serve(server.session, server.server_address[1], "again")


@pytest.mark.slow
def test_at_the_keyboard(tmp_path):
    with served() as server, chromium(tmp_path / "browser") as page:
        page.open(server.address)
        assert page.value("document.activeElement.id") == "question"
        type_question(page, "Two?")
        page.until("document.querySelectorAll('article tr').length == 3")
        cells = "[...document.querySelectorAll('td')].map(one => one.textContent)"
        assert page.value(cells) == ["0", "\x1b[2J0 <b>", "null", "1", "\x1b[2J1 <b>", "null"]

        type_question(page, "Many?")
        page.until("document.body.innerText.includes('the first 5 rows; there are more')")

        type_question(page, "Bad?")
        page.until("document.querySelector('article .bad')")
        shown = page.value("document.querySelector('article pre').textContent")
        assert shown == "<i>some</i>" and not page.value("document.querySelector('article i')")

        page.press("ArrowUp")
        page.press("ArrowUp")
        assert page.value("document.getElementById('question').value") == "Many?"

        page.value("document.getElementById('question').value = ''")
        type_question(page, "Less?")
        page.until("document.querySelector('.agree') && !document.querySelector('[aria-busy]')")
        assert not page.value("document.querySelector('article table')")
        page.value("document.querySelector('.agree').focus()")
        page.press("Enter")
        page.until("document.querySelector('article table')")

        page.press("/")
        assert page.value("document.activeElement.id") == "question"
        page.until("!document.querySelector('[aria-busy]')")
        page.value("document.querySelector('.examples button').click()")
        page.until("document.querySelector('article h2').textContent == 'Three?'")
        assert page.said == []
        assert {address.split("/")[2] for address in page.requests if "//" in address} == {
            server.address.split("/")[2]
        }


@pytest.mark.slow
@pytest.mark.parametrize("scheme, is_dark", [("light", False), ("dark", True)])
def test_its_colours_follow_the_system(tmp_path, scheme, is_dark):
    with served() as server, chromium(tmp_path / "browser") as page:
        page.prefer(scheme)
        page.open(server.address)
        colours = "[getComputedStyle(document.body).color, getComputedStyle(form).backgroundColor]"
        text, ground = page.value(colours)
        light = [sum(map(int, one.strip("rgba()").split(", ")[:3])) for one in (text, ground)]
        assert (light[0] > light[1]) == is_dark
        assert abs(light[0] - light[1]) > 450  # of 765: easy to read


@pytest.mark.slow
def test_stopped_with_a_key(tmp_path):
    asks = threading.Event()

    class Endless(GivenTalk):
        def answer(self, row):
            while True:
                yield from super().answer(row)
                asks.set()

    with served() as server, chromium(tmp_path / "browser") as page:
        server.session.talk = Endless({"On?": "and on"})
        page.open(server.address)
        type_question(page, "On?")
        assert asks.wait(60)
        page.press("Escape")
        page.until("document.body.innerText.includes('stopped')")
        server.session.talk = GivenTalk(ANSWERS)
        type_question(page, "Two?")
        page.until("document.querySelectorAll('article tr').length == 3")
