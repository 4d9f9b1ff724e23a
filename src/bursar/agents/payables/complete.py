"""A model is asked for what a reading of a page lacks, and believed only where its words stand on that page."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from bursar.agents.models.gateway import Answer, Asker
from bursar.core.completion import completed, lacking
from bursar.core.extraction import Extraction, Value
from bursar.kit.sandbox import SandboxFailed

PURPOSE: Final = "payables.read"
PROMPT: Final = "missing_fields"
MOST_CHARACTERS: Final = 24_000  # The first pages of a long document; what a bill cannot be without stands there.

Asked = Literal[
    "invoice_number",
    "issue_date",
    "due_date",
    "currency",
    "net",
    "tax",
    "gross",
    "seller_name",
    "seller_tax_id",
    "order_reference",
]
# Finds which of the values that somebody says (field and words) stand on the pages.
Ground: TypeAlias = Callable[[Sequence[tuple[str, str]]], Awaitable[Mapping[str, Value]]]


class FoundField(BaseModel):
    """A field and the words of the document that say it, letter by letter."""

    model_config = ConfigDict(extra="forbid")

    field: Asked
    words: str = Field(max_length=300)


class FoundFields(BaseModel):
    """What a model found of the fields that it was asked for."""

    model_config = ConfigDict(extra="forbid")

    found: list[FoundField] = Field(max_length=20)


@dataclass(frozen=True, slots=True)
class Completed:
    """A reading with what a model found put in: which fields it was asked for, how many of them stand on the page.

    `reason` says why what it was asked for is not there: no answer, or a page that could not be looked at twice.
    """

    extraction: Extraction
    wanted: tuple[str, ...] = ()
    found: int = 0
    reason: str | None = None

    @property
    def said(self) -> str:
        """What became of asking, for the run's steps."""
        if not self.wanted:
            return "not needed"
        return self.reason or f"asked for {len(self.wanted)} fields, {self.found} found on the page"


async def complete(extraction: Extraction, text: str, asker: Asker, ground: Ground) -> Completed:
    """Ask for what the reading lacks, and take over what stands on the page as it says; without an answer, go on.

    `text` is all that stands on the pages.
    """
    wanted = lacking(extraction, text)
    if not wanted:
        return Completed(extraction)
    answer = await asker.ask(PURPOSE, PROMPT, text[:MOST_CHARACTERS], FoundFields)
    if not isinstance(answer, Answer):
        return Completed(extraction, wanted, reason=answer.reason.value)
    said = [(one.field, one.words) for one in answer.value.found if one.field in wanted]
    try:
        grounded = await ground(said) if said else {}
    except SandboxFailed as failed:
        # What was read without a model is not thrown away because the page could not be looked at twice.
        return Completed(extraction, wanted, reason=failed.code)
    return Completed(completed(extraction, grounded), wanted, len(grounded))
