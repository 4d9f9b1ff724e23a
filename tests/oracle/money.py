"""What money does in a history: payments with what they pay, settlements, write-offs, and what takes them back."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from bursar.ledger.payments.actions import record_payment, reverse_payment
from bursar.ledger.payments.schemas import RecordPayment, ReversePayment
from bursar.ledger.settlements.actions import approve_settlement, reverse_settlement, settle
from bursar.ledger.settlements.schemas import ApproveSettlement, ReverseSettlement, Settle
from tests.oracle import paper
from tests.oracle.paper import ADJUSTMENT, BANK, CLEARING, CONTROL, Item, Line, Payment, Place, Taken
from tests.oracle.telling import History, adjusted, wire


@dataclass
class Paying:
    """A payment to be: what it pays, as it is sent and as it is on paper, and what is left of its money."""

    place: Place
    asks: bool
    day: date
    cash: int
    left: int
    oldest: bool
    pays: list[dict[str, Any]] = field(default_factory=list)
    parts: list[Taken] = field(default_factory=list)

    @property
    def is_out(self) -> bool:
        """Whether money leaves: a bill is paid, or a customer's credit is."""
        return (self.place.side == "payable") == self.asks

    def take(self, part: Taken, **sent: Any) -> None:
        if sent:
            self.pays.append({"open_item_id": part.item.id, **sent})
        self.parts.append(part)
        self.left -= part.amount - sum(one[1] for one in part.adjustments)


async def payment(history: History) -> bool:
    """Pay some items of a party, some of them with a discount or something taken off, some in another currency."""
    random, candidates = history.random, history.open()
    first = random.choice(candidates) if candidates and random.random() < 0.9 else None
    place = first.place if first else history.place(random.choice(["payable", "receivable"]))
    asks = first.amount > 0 if first else random.random() < 0.9
    same = [one for one in candidates if one.place == place and (one.amount > 0) == asks]
    named = random.sample(same, random.randint(1 if first else 0, min(3, len(same))))
    day = history.day(*(one.free_from for one in named), history.today - timedelta(45))
    opened = sum(abs(one.left) for one in named)
    cash = opened if opened and random.random() < 0.4 else random.randint(1, 2 * opened + 100)
    paying = Paying(place, asks, day, cash, cash, oldest=random.random() < 0.3)
    for item in named:
        _name(history, paying, item)
    if paying.oldest:
        chosen = {part.item for part in paying.parts}
        rest = [one for one in same if one not in chosen and one.free_from <= day]
        for item in sorted(rest, key=lambda one: (one.due, one.issued, one.id)):
            if paying.left:
                paying.take(Taken(item, min(paying.left, abs(item.left))))
    await _pay(history, paying)
    return True


def _name(history: History, paying: Paying, item: Item) -> None:
    """Name an item that is paid; with its discount, or with something taken off, or with an amount."""
    random, opened = history.random, abs(item.left)
    if item.amount > 0 and item.document and item.document.kind == "bill" and random.random() < 0.5:
        settled, taken, booked = paper.discounted(item, paying.left, paying.day)
        if settled:
            adjustments = [("discount", taken, booked)] if taken else []
            paying.take(Taken(item, settled, adjustments), take_discount=True)
        return
    kinds = ["bank_fee", "rounding"] if random.random() < 0.4 else []
    adjustments = history.adjust(opened - 1, kinds, ADJUSTMENT) if kinds else []
    off = sum(one[1] for one in adjustments)
    amount = min(opened, paying.left + off)
    if not amount:
        return
    sent: dict[str, Any] = {"adjustments": adjusted(adjustments, item.place.currency)}
    if random.random() < 0.4:
        amount = random.randint(max(off, 1), amount)
        sent["amount"] = wire(amount, item.place.currency)
    paying.take(Taken(item, amount, adjustments), **sent)


async def _pay(history: History, paying: Paying) -> None:
    place, cash = paying.place, paying.cash
    bank, paid = _of_the_bank(history, paying)
    sent, worth = _sent(history, paying, bank, paid)
    made = await record_payment(history.acting(), RecordPayment.model_validate(sent))
    when, flow, sign = history.at(paying.day), -1 if paying.is_out else 1, -1 if paying.asks else 1
    lines = [
        Line(BANK, bank, flow * paid, flow * worth),
        Line(CONTROL[place.side], place.currency, -flow * cash, -flow * worth),
    ]
    if bank != place.currency:
        lines.append(Line(CLEARING, bank, -flow * paid, -flow * worth))
        lines.append(Line(CLEARING, place.currency, flow * cash, flow * worth))
    history.paper.post(place.entity, when, lines)
    parts = [(made.open_item_id, sign * cash, paying.day)]
    (item,) = history.paper.leave(place, "payment", when, parts, sign * worth, paying.day)
    done = Payment(made.id, when, item, lines)
    history.payments.append(done)
    assert made.unapplied.minor == paying.left
    if paying.parts:
        own = [Taken(item, cash - paying.left)] if cash > paying.left else []
        done.settlement = history.paper.settle(made.settlements[0].id, when, [*paying.parts, *own])
        history.settlements.append(done.settlement)
        gains = (-one.base for one in done.settlement.lines if one.account in {paper.GAIN, paper.LOSS})
        assert made.settlements[0].exchange_difference.minor == sum(gains)


def _of_the_bank(history: History, paying: Paying) -> tuple[str, int]:
    """Return what leaves or reaches the bank account: the same, or about as much in another currency."""
    currency, random = paying.place.currency, history.random
    if random.random() > 0.15:
        return currency, paying.cash
    other = random.choice([one for one in paper.DECIMALS if one != currency])
    if (currency, other) not in history.paper.rates:
        return other, max(1, paying.cash * 7 // 5)
    return other, max(1, history.paper.converted(paying.cash, currency, other, paying.day) + random.randint(-3, 3))


def _sent(history: History, paying: Paying, bank: str, paid: int) -> tuple[dict[str, Any], int]:
    """Return the command, and what the payment is worth in base currency."""
    place, base = paying.place, history.stage.bases[paying.place.entity]
    sent: dict[str, Any] = {
        "legal_entity_id": history.stage.entities[place.entity],
        "direction": "out" if paying.is_out else "in",
        **history.party(place),
        "bank_account_id": history.stage.accounts[place.entity][BANK],
        "paid_on": paying.day,
        "amount": wire(paid, bank),
        "pays": paying.pays,
        "allocate": "oldest_first" if paying.oldest else "as_named",
    }
    if bank != place.currency:
        sent["settled"] = wire(paying.cash, place.currency)
    if base in {bank, place.currency}:
        return sent, paid if bank == base else paying.cash
    worth = history.paper.converted(paid, bank, base, paying.day)
    if history.random.random() < 0.5:
        worth = max(1, worth + history.random.randint(-50, 50))
        sent["base_amount"] = wire(worth, base)
    return sent, worth


async def settle_items(history: History) -> bool:
    """Settle what asks with what brings, of one party, in full or in part, with something taken off perhaps."""
    found, random = history.open(), history.random
    pairs = [
        (ask, bring) for ask in found for bring in found if ask.place == bring.place and ask.amount > 0 > bring.amount
    ]
    if not pairs:
        return False
    ask, bring = random.choice(pairs)
    adjustments = history.adjust(ask.left - 1, list(ADJUSTMENT), ADJUSTMENT)
    off = sum(one[1] for one in adjustments)
    matched = min(ask.left - off, -bring.left)
    if random.random() < 0.5:
        matched = random.randint(1, matched)
    parts = [Taken(ask, matched + off, adjustments), Taken(bring, matched)]
    random.shuffle(parts)
    await _settle(history, parts, history.day(ask.free_from, bring.free_from))
    return True


async def write_off(history: History) -> bool:
    """Write an item off, in full or in part."""
    found = history.open()
    if not found:
        return False
    item = history.random.choice(found)
    minor = history.random.randint(1, abs(item.left))
    part = Taken(item, minor, [("write_off", minor, [(ADJUSTMENT["write_off"], minor)])])
    await _settle(history, [part], history.day(item.free_from))
    return True


async def _settle(history: History, parts: list[Taken], day: date) -> None:
    """Settle; what writes something off is approved by somebody else, a little later."""
    currency = parts[0].item.place.currency
    items = [
        {
            "open_item_id": part.item.id,
            "amount": wire(part.amount, currency),
            "adjustments": adjusted(part.adjustments, currency),
        }
        for part in parts
    ]
    command = Settle.model_validate({"settled_on": day, "reason": "Agreed", "items": items})
    made = await settle(history.acting("ap_clerk"), command)
    if made.status == "requested":
        history.now += timedelta(minutes=1)
        approval = ApproveSettlement(settlement_id=made.id, version=made.version, digest=made.digest or "")
        made = await approve_settlement(history.acting(), approval)
    assert made.status == "active"
    history.settlements.append(history.paper.settle(made.id, history.at(day), parts))


async def undo_settlement(history: History) -> bool:
    """Take a settlement back: what it settled is open again, and may be settled otherwise."""
    found = [one for one in history.settlements if not one.is_reversed]
    if not found:
        return False
    one = history.random.choice(found)
    day = history.day(one.when.on)
    await reverse_settlement(history.acting(), ReverseSettlement(settlement_id=one.id, reason="Wrong", reversed_on=day))
    history.paper.undo(one, history.at(day))
    return True


async def undo_payment(history: History) -> bool:
    """Take a payment back, or try to where another settlement than its own used it."""
    found = [one for one in history.payments if not one.is_reversed]
    if not found:
        return False
    one = history.random.choice(found)
    day = history.day(one.when.on, one.item.free_from)
    command = ReversePayment(payment_id=one.id, reason="Returned", reversed_on=day)
    own = 0
    if one.settlement is not None and not one.settlement.is_reversed:
        own = sum(amount for item, amount, _ in one.settlement.taken if item is one.item)
    if abs(one.item.left) + own < abs(one.item.amount):
        await history.refusing(lambda: reverse_payment(history.acting(), command))
        return True
    await reverse_payment(history.acting(), command)
    history.paper.undo_payment(one, history.at(day))
    return True
