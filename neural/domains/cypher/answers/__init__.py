"""What a question's answer is on a graph, worked out without any query.

A second opinion: the engine's result of the rendered query must be the same, or renderer and
meaning disagree. It also judges mutants and ties, thousands a second.
"""

from neural.domains.cypher.answers.questions import answer
from neural.domains.cypher.answers.world import Answer, World

__all__ = ["Answer", "World", "answer"]
