import pytest

from tests.agents.storm import storm


@pytest.mark.slow
def test_a_small_storm_loses_nothing_and_the_ledger_is_the_providers() -> None:
    outcome = storm(count=16, seed=4)
    assert not outcome.wrong, outcome.figures
    assert outcome.figures["calls: ours and the provider's"] != "0 / 0"
