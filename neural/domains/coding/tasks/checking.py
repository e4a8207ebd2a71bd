"""Write tests: cases that the code passes and its bugs do not; and which cases are worth a test."""

from neural.domains.coding.tasks.task import Kind

KINDS: tuple[Kind, ...] = ()
