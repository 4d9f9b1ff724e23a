from __future__ import annotations

import pickle

from bursar.core.errors import Refused


class TooLate(Refused):
    code = "too_late"
    status = 409


def test_a_refusal_carries_code_message_pointer_and_details() -> None:
    refusal = Refused("odd_quantity", "The quantity is odd.", "/lines/3/quantity", quantity="3")
    assert (refusal.code, refusal.message, refusal.pointer) == (
        "odd_quantity",
        "The quantity is odd.",
        "/lines/3/quantity",
    )
    assert refusal.details == {"quantity": "3"}
    assert (refusal.status, str(refusal)) == (422, "The quantity is odd.")


def test_a_rule_of_its_own_needs_only_the_message() -> None:
    refusal = TooLate("It is too late.", pointer="/date", now="2026-01-01")
    assert (refusal.code, refusal.status, refusal.pointer) == ("too_late", 409, "/date")
    assert refusal.details == {"now": "2026-01-01"}


def test_a_refusal_survives_the_way_between_two_processes() -> None:
    copy = pickle.loads(pickle.dumps(Refused("odd_quantity", "The quantity is odd.", "/lines/0", quantity="3")))
    assert (copy.code, copy.message, copy.pointer, dict(copy.details)) == (
        "odd_quantity",
        "The quantity is odd.",
        "/lines/0",
        {"quantity": "3"},
    )
