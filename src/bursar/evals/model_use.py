"""What a model was asked for in a measurement: how often, what became of it, what it cost and how long it took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import Any, Final
from uuid import UUID

from bursar.evals.intervals import of_mean, wilson
from bursar.evals.spending import Call
from bursar.kit.llm.models import Usage
from bursar.kit.llm.outcomes import Reason

# An answer that is none, or has no end, is the model's own; all other reasons say that it was not heard.
OF_THE_MODEL: Final = frozenset({Reason.BAD_ANSWER.value, Reason.TOO_LONG.value})
_MICRO: Final = Decimal(1).scaleb(-6)
_BUCKETS: Final = ("input", "cached_input", "cache_write", "output")


@dataclass(slots=True)
class ModelUse:
    """The use of a model on so many documents or bills: the questions, why some had no answer, and every call."""

    units: int = 0
    questions: int = 0
    declined: Counter[str] = field(default_factory=Counter)
    calls: Sequence[Call] = ()
    reused_answers: int = 0

    def count(self, reason: str | None) -> None:
        """Count a question; a reason says why it has no answer."""
        self.questions += 1
        if reason is not None:
            self.declined[reason] += 1

    @property
    def unheard(self) -> int:
        """How many questions the model was not heard on: outages, budgets, refusals."""
        return sum(number for reason, number in self.declined.items() if reason not in OF_THE_MODEL)

    @property
    def cost_micro(self) -> int:
        """What all calls cost, in micro-dollars."""
        return sum(call.cost_micro for call in self.calls)

    def as_json(self) -> dict[str, Any]:
        """Return all figures."""
        asked = wilson(self.questions, self.units)
        failed = Counter(call.outcome.value for call in self.calls if call.is_failed)
        usage = sum((call.usage for call in self.calls), Usage())
        return {
            "units": self.units,
            "questions": self.questions,
            "asked": round(self.questions / (self.units or 1), 4),
            "asked_low": round(asked.low, 4),
            "asked_high": round(asked.high, 4),
            "answered": self.questions - self.declined.total(),
            "without_answer": dict(self.declined.most_common()),
            "unheard": self.unheard,
            "reused_answers": self.reused_answers,
            "calls": len(self.calls),
            "calls_per_unit": round(len(self.calls) / (self.units or 1), 4),
            "failed_calls": dict(failed.most_common()),
            "tokens": {bucket: getattr(usage, bucket) for bucket in _BUCKETS},
            "cost": dollars(self.cost_micro),
            "cost_assumed": dollars(sum(call.cost_micro for call in self.calls if call.is_assumed)),
            "cost_per_thousand": self._cost_per_thousand(),
            "seconds": self._seconds(),
        }

    def _cost_per_thousand(self) -> dict[str, str]:
        """Return what a thousand documents cost; those that nobody was asked about cost nothing."""
        costs = [sum(call.cost_micro for call in some) for some in self._by_question()]
        found = of_mean([*costs, *[0] * (self.units - len(costs))])
        rounded = {
            "mean": (found.mean, ROUND_HALF_EVEN),
            "low": (found.low, ROUND_FLOOR),
            "high": (found.high, ROUND_CEILING),
        }
        return {name: str((1_000 * micro * _MICRO).quantize(_MICRO, by)) for name, (micro, by) in rounded.items()}

    def _seconds(self) -> dict[str, float]:
        """Return how long questions took, with all their calls and the pauses between them."""
        lasted = sorted(
            round(1_000 * (max(call.ended for call in some) - min(call.began for call in some)))
            for some in self._by_question()
        )
        found = of_mean(lasted)
        last = len(lasted) - 1
        milliseconds: dict[str, Decimal | int] = {
            "mean": found.mean,
            "low": found.low,
            "high": found.high,
            "median": lasted[len(lasted) // 2] if lasted else 0,
            "p95": lasted[min(last, int(len(lasted) * 0.95))] if lasted else 0,
            "most": lasted[last] if lasted else 0,
        }
        return {name: round(float(one) / 1_000, 3) for name, one in milliseconds.items()}

    def _by_question(self) -> list[list[Call]]:
        by_question: dict[UUID, list[Call]] = {}
        for call in self.calls:
            by_question.setdefault(call.ask_id, []).append(call)
        return list(by_question.values())


def dollars(micro: int) -> str:
    """Return micro-dollars as dollars, to the last of them."""
    return str(Decimal(micro).scaleb(-6))
