from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bursar.core.policies import NEVER_AUTOMATIC, POLICY_VERSION, Decision, PolicyDecision, decide


@dataclass(frozen=True)
class Finding:
    code: str
    passed: bool
    severity: str


findings = st.builds(
    Finding,
    code=st.sampled_from(["totals_differ", "iban_unknown", "duplicate"]),
    passed=st.booleans(),
    severity=st.sampled_from(["error", "warning", "info", "fatal"]),
)
actions = st.sampled_from(["bills.approve", *sorted(NEVER_AUTOMATIC)])


def test_a_failed_error_makes_it_a_suggestion_with_the_codes_as_reasons() -> None:
    checks = [
        Finding("duplicate", False, "error"),
        Finding("iban_unknown", False, "warning"),
        Finding("totals_differ", False, "error"),
        Finding("duplicate", False, "error"),
        Finding("dates", True, "error"),
    ]
    assert decide("bills.approve", checks) == PolicyDecision(
        Decision.SUGGEST, ("duplicate", "totals_differ"), POLICY_VERSION
    )


def test_without_a_failed_error_a_person_approves_and_sees_the_warnings() -> None:
    checks = [Finding("iban_unknown", False, "warning"), Finding("totals_differ", True, "error")]
    assert decide("bills.approve", checks) == PolicyDecision(Decision.NEEDS_APPROVAL, ("iban_unknown",))
    assert decide("bills.approve", []) == PolicyDecision(Decision.NEEDS_APPROVAL, ())


def test_a_severity_that_nobody_knows_stops_like_an_error() -> None:
    assert decide("bills.approve", [Finding("odd", False, "fatal")]).decision is Decision.SUGGEST


@pytest.mark.parametrize(
    "action",
    [
        "payments.release",
        "vendors.change_bank_details",
        "vendors.create_with_bank_details",
        "open_items.write_off",
        "periods.change",
        "tax_codes.change",
    ],
)
def test_what_is_never_automatic_says_so(action: str) -> None:
    assert action in NEVER_AUTOMATIC
    assert decide(action, []) == PolicyDecision(Decision.NEEDS_APPROVAL, ("never_automatic",))


def test_the_list_of_what_is_never_automatic_cannot_be_configured() -> None:
    assert isinstance(NEVER_AUTOMATIC, frozenset)
    assert len(NEVER_AUTOMATIC) == 6


@given(actions | st.text(), st.lists(findings, max_size=6))
def test_nothing_is_automatic_yet(action: str, checks: list[Finding]) -> None:
    decision = decide(action, checks)
    assert decision.decision is not Decision.AUTO
    assert decision.policy_version == POLICY_VERSION
    stopped = any(not check.passed and check.severity in {"error", "fatal"} for check in checks)
    assert (decision.decision is Decision.SUGGEST) == stopped
    assert len(set(decision.reasons)) == len(decision.reasons)
