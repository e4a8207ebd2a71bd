"""The address of a running database, and who asks."""

import os
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from neural.errors import UserError, nearest

HTTP = ("http", "https")
BOLT = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
VARIABLES = ("NEO4J_{}", "NORNICDB_{}")  # the first that is set


@dataclass(frozen=True)
class Address:
    """`place` is what messages show: scheme, host and port, never a name or password."""

    scheme: str
    host: str
    port: int
    database: str | None

    @property
    def place(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"


def parse(source: str) -> Address:
    """An address such as bolt://host:7687/movies. UserError says what is wrong with it, without
    repeating it where it holds a password."""
    scheme, _, rest = source.partition("://")
    scheme = scheme.lower()
    if scheme not in HTTP + BOLT:
        raise UserError(
            f"{scheme}://: no way to ask a database; expected bolt://, neo4j:// or http:// with "
            f"host and port.{nearest(scheme, HTTP + BOLT)}"
        )
    if "@" in rest:
        raise UserError(
            f"{scheme}://: the address has a name or password in it, which logs would show. Put "
            "them into the environment variables NEO4J_USERNAME and NEO4J_PASSWORD."
        )
    try:
        parts = urlsplit(f"{scheme}://{rest}")
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise UserError(f"{source!r}: no address: {error}. Write http://localhost:7474.") from None
    if not host:
        raise UserError(f"{source!r}: the address has no host. Write {scheme}://localhost.")
    usual = {"http": 7474, "https": 7473}.get(scheme, 7687)
    asked = parse_qs(parts.query).get("database", [parts.path.strip("/")])[0]
    database = asked or os.environ.get("NEO4J_DATABASE") or None
    return Address(scheme, host, port or usual, database)


def credentials() -> tuple[str, str] | None:
    """Name and password from NEO4J_USERNAME and NEO4J_PASSWORD, else from NORNICDB_USERNAME and
    NORNICDB_PASSWORD; None where no password is set."""
    for variable in VARIABLES:
        if password := os.environ.get(variable.format("PASSWORD")):
            return os.environ.get(variable.format("USERNAME"), "neo4j"), password
    return None


def refused(place: str) -> UserError:
    """What to say where a database does not know who asks."""
    who = "the credentials" if credentials() else "a request without credentials"
    return UserError(
        f"{place}: the database refuses {who}. Set the environment variables NEO4J_USERNAME and "
        "NEO4J_PASSWORD to those of a user who may read."
    )


def refused_query(place: str, message: object, query: str) -> UserError:
    """What to say where a database will not answer a query, which stands on the last line."""
    return UserError(
        f"{place}: the database refuses a query: {str(message)[:300]}. Write it otherwise, or "
        f"describe the graph in a YAML file (docs/own-graph.md).\n{query}"
    )


def no_database(place: str, name: str | None) -> UserError:
    """What to say where a server has no database of that name."""
    return UserError(
        f"{place}: no database {name!r} there. Name it at the address's end, as in {place}/movies."
    )
