"""How money, tables and places are drawn in the terminal."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from rich import box
from rich.table import Table
from rich.text import Text

TICK: Final = "[green]✓[/green]"
CROSS: Final = "[red]✗[/red]"


def money(amount: Mapping[str, str] | None, *, zero: str = "0") -> str:
    """Return an amount with thousands apart and without its currency; a zero as `zero`, when that is not "0"."""
    value = Decimal(amount["amount"]) if amount else Decimal(0)
    return zero if not value and zero != "0" else f"{value:,}"


def with_currency(amount: Mapping[str, str]) -> str:
    """Return an amount with its currency behind it."""
    return f"{money(amount)} {amount['currency']}"


def sides(amount: Mapping[str, str]) -> tuple[str, str]:
    """Return a signed amount as debit and credit."""
    value = Decimal(amount["amount"])
    return (f"{value:,}", "") if value >= 0 else ("", f"{-value:,}")


def short(text: str, signs: int) -> str:
    """Return a text in one line of at most so many signs."""
    words = " ".join(text.split())
    return words if len(words) <= signs else f"{words[: max(0, signs - 1)]}…"


def short_place(place: str, signs: int) -> str:
    """Return an XPath of at most so many signs: where it ends tells more than where it begins."""
    if len(place) <= signs:
        return place
    kept = ""
    for part in reversed(place.split("/")):
        if len(f"…/{part}{kept}") > signs:
            break
        kept = f"/{part}{kept}"
    return f"…{kept}" if kept else f"…{place[1 - signs :]}"


def table(*columns: str, right: tuple[str, ...] = (), fold: tuple[str, ...] = ()) -> Table:
    """Return a table with a line below its head; `right` columns hold figures, `fold` columns take more lines."""
    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim", show_edge=False, padding=(0, 1))
    for column in columns:
        drawn.add_column(
            column,
            justify="right" if column in right else "left",
            no_wrap=column not in fold,
            overflow="fold" if column in fold else "ellipsis",
        )
    return drawn


def heading(number: int, what: str, detail: str = "") -> Text:
    """Return the head line of a step."""
    return Text.assemble("\n", (f"{number}  ", "bold blue"), (what, "bold"), (f"   {detail}" if detail else "", "dim"))
