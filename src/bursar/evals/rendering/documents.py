"""Documents made up and drawn: the same seed gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final

from bursar.evals.rendering.invention import invented
from bursar.evals.rendering.layouts import Layout
from bursar.evals.rendering.truth import Truth
from bursar.evals.rendering.vocabulary import Vocabulary
from bursar.evals.rendering.vocabulary.de import GERMAN
from bursar.evals.rendering.vocabulary.en import ENGLISH
from bursar.evals.rendering.vocabulary.es import SPANISH
from bursar.evals.rendering.vocabulary.fr import FRENCH
from bursar.evals.rendering.vocabulary.it import ITALIAN
from bursar.evals.rendering.vocabulary.nl import DUTCH

LANGUAGES: Final[Mapping[str, Vocabulary]] = {
    words.code: words for words in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file with what is printed on it."""

    name: str
    layout: str
    language: str
    pdf: bytes
    truth: Truth


def rendered(
    layouts: Sequence[Layout],
    *,
    seed: int,
    languages: Mapping[str, Vocabulary] = LANGUAGES,
    documents: int | None = None,
) -> Iterator[Document]:
    """Draw one document per layout and language, or so many in all, each language and layout as often as another."""
    wanted = len(layouts) * len(languages) if documents is None else documents
    codes = sorted(languages)
    for number in range(wanted):
        # Neighbours differ in layout and in language, so that any number of documents is a fair sample.
        layout = layouts[number % len(layouts)]
        words = languages[codes[(number + number // len(layouts)) % len(codes)]]
        rng = Random(f"{seed}/{layout.name}/{words.code}/{number}")  # noqa: S311 - reproducible, nothing secret.
        pdf, truth = layout.draw(invented(rng, words, layout.needs), words, rng)
        name = f"{layout.name}-{words.code}-{number:05d}"
        yield Document(name=name, layout=layout.name, language=words.code, pdf=pdf, truth=truth)
