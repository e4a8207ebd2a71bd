"""A user's own graph as a Family: from a YAML file, a schema dump or a live database."""

from neural.domains.cypher.own.source import family_from

__all__ = ["family_from"]
