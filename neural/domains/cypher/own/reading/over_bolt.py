"""Asks a database over Bolt."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice

import neo4j
from neo4j import exceptions

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


@contextmanager
def connect(address: Address) -> Iterator[Run]:
    """Yields a function that returns a query's rows. UserError says what failed and what to do."""
    with asking(address) as ask:
        yield lambda query: ask(query).rows


@contextmanager
def asking(address: Address) -> Iterator[Callable[..., Result]]:
    """Yields `ask(query, limit=None, write=False)`, which returns at most `limit` rows with the
    names of their columns."""
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # what matters is raised as well
    driver = neo4j.GraphDatabase.driver(
        address.place,
        auth=credentials(),
        connection_timeout=CONNECTING,
        connection_acquisition_timeout=2 * CONNECTING,
    )

    def ask(query: str, limit: int | None = None, write: bool = False) -> Result:
        mode = neo4j.WRITE_ACCESS if write else neo4j.READ_ACCESS
        try:
            with driver.session(database=address.database, default_access_mode=mode) as session:
                found = session.run(neo4j.Query(query, timeout=ANSWERING))
                rows = tuple(tuple(record.values()) for record in islice(found, limit))
                cut = found.peek() is not None
                found.consume()
                return Result(tuple(found.keys()), rows, cut)
        except (exceptions.AuthError, exceptions.ConfigurationError):
            raise refused(address.place) from None
        except exceptions.Neo4jError as error:
            raise _refusal(address, query, error) from None
        except (exceptions.DriverError, OSError) as error:
            raise _unreachable(address, error) from None

    with driver:
        yield ask


def _refusal(address: Address, query: str, error: exceptions.Neo4jError) -> UserError:
    code = error.code or ""
    if "Security" in code:
        return refused(address.place)
    if "DatabaseNotFound" in code:
        return no_database(address.place, address.database)
    return refused_query(address.place, error.message or code, query)


def _unreachable(address: Address, error: Exception) -> UserError:
    last = str(error).strip().splitlines()[-1:] or [type(error).__name__]
    reason = re.search(r"\(reason (?:\[Errno \d+\] )?(.*)\)", last[0])
    why = (reason[1] if reason else last[0])[:200].rstrip(".")
    single = " A single server is asked by bolt://." if address.scheme[:5] == "neo4j" else ""
    return UserError(
        f"{address.place}: cannot be reached over Bolt: {why}. Check host and port (Bolt is "
        f"usually 7687, HTTP 7474), and that the database runs.{single}"
    )
