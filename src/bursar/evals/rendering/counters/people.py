"""Who sells to whom: companies that are called after what they sell, customers here or in another country."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from random import Random
from typing import Final

from bursar.evals.rendering.counters.words import COUNTER_LANGUAGES, PARTIES
from bursar.evals.rendering.facts import Facts, Party
from bursar.evals.rendering.places import tax_id
from bursar.evals.rendering.vocabulary import Vocabulary

_ABROAD: Final = (("de", "DE"), ("de", "AT"), ("fr", "FR"), ("fr", "BE"), ("it", "IT"), ("nl", "NL"), ("en", "IE"))
_MAILBOXES: Final = ("info", "accounts", "office", "mail", "invoice")


def introduced(facts: Facts, words: Vocabulary, rng: Random, *, kind: str, abroad: bool) -> Facts:
    """Return the same invoice between companies that are named after their business."""
    stems = rng.sample(PARTIES[words.code]["stems"], 2)
    seller = _named(facts.seller, words, rng, stems[0], rng.choice(PARTIES[words.code][kind]))
    buyer = _named(facts.buyer, words, rng, stems[1], rng.choice(words.trades))
    return replace(facts, seller=seller, buyer=_foreign(buyer, seller.country, rng) if abroad else buyer)


def _named(party: Party, words: Vocabulary, rng: Random, stem: str, trade: str) -> Party:
    form = rng.choice(words.forms[party.country])
    name = rng.choice((f"{stem} {trade} {form}", f"{stem} {trade} {form}", f"{trade} {stem} {form}", f"{stem} {form}"))
    plain = unicodedata.normalize("NFKD", stem.casefold())
    domain = "".join(sign for sign in plain if sign.isascii() and sign.isalnum())
    ending = party.web.removeprefix("www.").partition(".")[2]
    return replace(party, name=name, email=f"{rng.choice(_MAILBOXES)}@{domain}.{ending}", web=f"www.{domain}.{ending}")


def _foreign(party: Party, home: str, rng: Random) -> Party:
    """Return a company in another country of the Union."""
    code, country = rng.choice([one for one in _ABROAD if one[1] != home])
    words = COUNTER_LANGUAGES[code]
    stem, trade = rng.choice(PARTIES[code]["stems"]), rng.choice(words.trades)
    return replace(
        party,
        name=f"{stem} {trade} {rng.choice(words.forms[country])}",
        street=rng.choice(words.streets),
        city=rng.choice(words.cities[country]),
        country=country,
        tax_id=tax_id(rng, country),
    )
