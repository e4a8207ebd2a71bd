"""Asks a database over Neo4j's HTTP API, which NornicDB has as well."""

import base64
import http.client
import json
import ssl
from collections.abc import Callable

from neural.domains.cypher.own.reading.address import (
    Address,
    credentials,
    no_database,
    refused,
    refused_query,
)
from neural.domains.cypher.own.reading.live import Run
from neural.domains.desk import Result
from neural.errors import UserError

CONNECTING = 5  # seconds
ANSWERING = 30  # seconds for a query
LARGEST = 64_000_000  # bytes of an answer
USUAL = ("neo4j", "nornic")  # databases that are there from the start


def connect(address: Address) -> Run:
    """A function that returns a query's rows. UserError says what failed and what to do."""
    ask = asking(address)
    return lambda query: ask(query).rows


def asking(address: Address) -> Callable[..., Result]:
    """`ask(query, limit=None, write=False)`, which returns at most `limit` rows with the names of
    their columns."""
    databases = [address.database] if address.database else list(USUAL)

    def ask(query: str, limit: int | None = None, write: bool = False) -> Result:
        while True:
            status, answer = _post(address, databases[0], query, "WRITE" if write else "READ")
            if not _is_unknown(status, answer):
                return _result(address, query, status, answer, limit)
            if len(databases) == 1:
                raise no_database(address.place, databases[0])
            del databases[0]

    return ask


def _post(address: Address, database: str, query: str, mode: str) -> tuple[int, dict]:
    headers = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Access-Mode": mode,
        "Max-Execution-Time": str(ANSWERING * 1000),
    }
    if who := credentials():
        token = base64.b64encode(":".join(who).encode()).decode()
        headers["Authorization"] = f"Basic {token}"
    body = json.dumps({"statements": [{"statement": query}]})
    kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
    # http.client follows no redirects, so the password goes to no other host.
    connection = kind(address.host, address.port, timeout=CONNECTING)
    try:
        try:
            connection.connect()
        except ssl.SSLError as error:
            raise UserError(
                f"{address.place}: no safe connection: {error.reason}. Mend its certificate."
            ) from None
        except OSError as error:
            raise unreachable(address, error) from None
        connection.sock.settimeout(ANSWERING)
        connection.request("POST", f"/db/{database}/tx/commit", body, headers)
        response = connection.getresponse()
        status, text = response.status, response.read(LARGEST + 1)
    except TimeoutError:
        raise UserError(
            f"{address.place}: no answer within {ANSWERING} s to: {query}\n"
            "Try when the database is less busy, or describe the graph in a YAML file."
        ) from None
    except (OSError, http.client.HTTPException, ValueError):
        raise _no_api(address) from None
    finally:
        connection.close()
    if len(text) > LARGEST:
        raise UserError(
            f"{address.place}: more than {LARGEST // 1_000_000} MB in answer to: {query}\n"
            "Add a LIMIT, or ask over bolt://, where rows come one by one."
        )
    if status in (401, 403):
        raise refused(address.place)
    try:
        answer = json.loads(text)
    except ValueError:
        answer = None
    if not isinstance(answer, dict):
        raise _no_api(address, status)
    return status, answer


def unreachable(address: Address, error: OSError) -> UserError:
    """What to say where nobody answers."""
    why = "no answer" if isinstance(error, TimeoutError) else error.strerror or str(error)
    return UserError(
        f"{address.place}: cannot be reached: {why}. Check host and port (Bolt is usually 7687, "
        "HTTP 7474), and that the database runs."
    )


def _no_api(address: Address, status: int | None = None) -> UserError:
    found = f"answers with status {status} and no JSON" if status else "does not speak HTTP"
    return UserError(
        f"{address.place}: {found}; expected Neo4j's HTTP API, as NornicDB has it at port 7474. "
        "For port 7687 write bolt://."
    )


def _errors(answer: dict) -> list[dict]:
    found = answer.get("errors")
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _is_unknown(status: int, answer: dict) -> bool:
    """Whether the database asked for is not there."""
    codes = " ".join(str(error.get("code")) for error in _errors(answer))
    return "DatabaseNotFound" in codes or (status == 404 and not codes)


def _result(address: Address, query: str, status: int, answer: dict, limit: int | None) -> Result:
    for error in _errors(answer):
        if "Security" in str(error.get("code")):
            raise refused(address.place)
        raise refused_query(address.place, error.get("message"), query)
    try:
        found = answer["results"][0]
        rows = tuple(tuple(row["row"]) for row in found["data"])
        return Result(tuple(found["columns"]), rows[:limit], cut=len(rows) > len(rows[:limit]))
    except (KeyError, IndexError, TypeError):
        raise _no_api(address, status) from None
