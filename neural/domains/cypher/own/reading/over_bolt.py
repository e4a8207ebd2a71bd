"""Asks a database over Bolt."""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import neo4j
from neo4j import exceptions

from neural.domains.cypher.own.reading.address import Address, credentials, refused
from neural.errors import UserError

CONNECTING = 5  # seconds
ANSWERING = 30  # seconds for a query


@contextmanager
def connect(address: Address) -> Iterator[Callable[[str], list[list]]]:
    """Yields a function that returns a query's rows. UserError says what failed and what to do."""
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)  # what matters is raised as well
    driver = neo4j.GraphDatabase.driver(
        address.place,
        auth=credentials(),
        connection_timeout=CONNECTING,
        connection_acquisition_timeout=2 * CONNECTING,
    )

    def run(query: str) -> list[list]:
        try:
            with driver.session(
                database=address.database, default_access_mode=neo4j.READ_ACCESS
            ) as session:
                found = session.run(neo4j.Query(query, timeout=ANSWERING))
                return [record.values() for record in found]
        except (exceptions.AuthError, exceptions.ConfigurationError):
            raise refused(address.place) from None
        except exceptions.Neo4jError as error:
            raise _refusal(address, query, error) from None
        except (exceptions.DriverError, OSError) as error:
            raise _unreachable(address, error) from None

    with driver:
        yield run


def _refusal(address: Address, query: str, error: exceptions.Neo4jError) -> UserError:
    code = error.code or ""
    if "Security" in code:
        return refused(address.place)
    if "DatabaseNotFound" in code:
        return UserError(
            f"{address.place}: no database {address.database!r} there. Name it at the address's "
            f"end, as in {address.place}/movies."
        )
    message = (error.message or code)[:300]
    return UserError(f"{address.place}: the database refuses a query: {message}\n{query}")


def _unreachable(address: Address, error: Exception) -> UserError:
    last = str(error).strip().splitlines()[-1:] or [type(error).__name__]
    reason = re.search(r"\(reason (?:\[Errno \d+\] )?(.*)\)", last[0])
    why = (reason[1] if reason else last[0])[:200].rstrip(".")
    single = " A single server is asked by bolt://." if address.scheme[:5] == "neo4j" else ""
    return UserError(
        f"{address.place}: cannot be reached over Bolt: {why}. Check host and port (Bolt is "
        f"usually 7687, HTTP 7474), and that the database runs.{single}"
    )
