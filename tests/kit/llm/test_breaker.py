"""The breaker: who fails is left alone, and one call alone finds out whether it is back."""

from dataclasses import dataclass

from bursar.kit.llm.breaker import Admission, Breaker


@dataclass
class Hand:
    at: float = 0.0

    def __call__(self) -> float:
        return self.at


def admitted(breaker: Breaker) -> Admission:
    admission = breaker.admit()
    assert admission is not None
    return admission


def state_of(breaker: Breaker) -> str:
    return breaker.state


def opened(hand: Hand) -> Breaker:
    breaker = Breaker(hand, failures_to_open=3, open_seconds=10)
    for _ in range(3):
        admitted(breaker).failed()
    return breaker


def test_so_many_failures_in_a_row_open_it() -> None:
    breaker = opened(Hand())
    assert (state_of(breaker), breaker.admit()) == ("open", None)


def test_a_success_between_failures_keeps_it_closed() -> None:
    breaker = Breaker(Hand(), failures_to_open=2)
    for _ in range(5):
        admitted(breaker).failed()
        admitted(breaker).succeeded()
    assert state_of(breaker) == "closed"


def test_of_fifty_that_come_at_the_same_time_after_the_pause_one_alone_is_let_through() -> None:
    hand = Hand()
    breaker = opened(hand)
    hand.at = 10
    assert state_of(breaker) == "half_open"
    probes = [breaker.admit() for _ in range(50)]
    assert sum(probe is not None for probe in probes) == 1


def test_a_probe_that_succeeds_closes_it() -> None:
    hand = Hand()
    breaker = opened(hand)
    hand.at = 10
    admitted(breaker).succeeded()
    assert state_of(breaker) == "closed"
    assert all(breaker.admit() for _ in range(5))


def test_a_probe_that_fails_opens_it_for_another_pause() -> None:
    hand = Hand()
    breaker = opened(hand)
    hand.at = 10
    admitted(breaker).failed()
    hand.at = 19.9
    assert (state_of(breaker), breaker.admit()) == ("open", None)
    hand.at = 20
    admitted(breaker).succeeded()
    assert state_of(breaker) == "closed"


def test_a_probe_that_was_never_sent_leaves_the_way_to_the_next() -> None:
    hand = Hand()
    breaker = opened(hand)
    hand.at = 10
    admitted(breaker).abandoned()
    admitted(breaker).succeeded()
    assert state_of(breaker) == "closed"


def test_what_was_let_in_before_says_nothing_about_the_state_after() -> None:
    hand = Hand()
    breaker = Breaker(hand, failures_to_open=3, open_seconds=10)
    late = [admitted(breaker) for _ in range(5)]
    for one in late[:3]:
        one.failed()
    late[3].succeeded()
    assert state_of(breaker) == "open"
    hand.at = 10
    probe = admitted(breaker)
    late[4].failed()
    assert breaker.admit() is None
    probe.succeeded()
    assert state_of(breaker) == "closed"


def test_an_admission_says_once_how_it_ended() -> None:
    breaker = Breaker(Hand(), failures_to_open=2)
    admission = admitted(breaker)
    admission.failed()
    admission.failed()
    assert state_of(breaker) == "closed"
    admission.abandoned()
    admitted(breaker).failed()
    assert state_of(breaker) == "open"
