"""A report as a table: columns and rows, which JSON, CSV and XLSX write alike."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

from pydantic import Field

from bursar.core.money import Money
from bursar.formats.spreadsheets import Cell, Column, Kind, Sheet
from bursar.kit.wire import Amount, Json, Output
from bursar.platform.ids import LegalEntityId

# Ids and links are for programs; a sheet for people leaves them out.
_FOR_PROGRAMS: Final = {"id", "link"}


class ReportColumn(Output):
    """One column: its key in the rows, its heading, and what it holds."""

    key: str
    label: str
    kind: str = Field(description="text, date, instant, integer, number, amount, id or link.")


class ReportEntity(Output):
    """A legal entity that the report covers."""

    id: LegalEntityId
    name: str
    base_currency: str


class ReportRead(Output):
    """A report: what it is about, its columns, its rows, and what they add up to."""

    report: str
    title: str
    legal_entity_id: LegalEntityId | None = Field(description="Null where all entities are reported.")
    entities: tuple[ReportEntity, ...]
    as_of: date = Field(description="The business date, or the last day of the period.")
    from_: date | None = Field(serialization_alias="from", description="First day of the period, where there is one.")
    known_at: datetime
    compared_from: date | None
    compared_to: date | None
    about: Mapping[str, str] = Field(description="What else it was asked, by name.")
    columns: tuple[ReportColumn, ...]
    rows: tuple[Json, ...] = Field(description="By column key; amounts as everywhere, dates as text.")
    totals: tuple[Json, ...] = Field(description="What the rows add up to, by column key.")
    ties: bool | None = Field(description="Whether the report agrees with what it must tie to; null where nothing is.")
    next_cursor: str | None = Field(description="Pass as `cursor` for the next page; null when there is none.")


def columns(*named: str) -> tuple[ReportColumn, ...]:
    """Return columns from texts such as `account_code:Account:text`; the kind may be left out for text."""
    found = []
    for one in named:
        key, label, kind = [*one.split(":"), Kind.TEXT.value][:3]
        found.append(ReportColumn(key=key, label=label, kind=kind))
    return tuple(found)


def sheet_of(report: ReportRead, *, for_people: bool) -> Sheet:
    """Return the report as a sheet; for people without ids and links, for programs without totals."""
    shown = [column for column in report.columns if not (for_people and column.kind in _FOR_PROGRAMS)]
    keys = [column.key for column in shown]
    return Sheet(
        report.title,
        _facts(report),
        [Column(one.key, one.label, Kind.TEXT if one.kind in _FOR_PROGRAMS else Kind(one.kind)) for one in shown],
        list(cells(report.rows, keys)),
        list(cells(report.totals, keys)) if for_people else (),
    )


def cells(rows: Iterable[Mapping[str, Any]], keys: list[str]) -> Iterable[list[Cell]]:
    """Yield rows as cells in the order of the keys."""
    for row in rows:
        yield [_cell(row.get(key)) for key in keys]


def _cell(value: Any) -> Cell:
    if isinstance(value, Amount):
        return Money(value.amount, value.currency)
    found: Cell = value
    return found


def _facts(report: ReportRead) -> list[tuple[str, str]]:
    names = [f"{entity.name} ({entity.base_currency})" for entity in report.entities]
    period = report.as_of.isoformat() if report.from_ is None else f"{report.from_} to {report.as_of}"
    facts = [
        ("Legal entity", ", ".join(names)),
        ("As of" if report.from_ is None else "Period", period),
        ("Known at", f"{report.known_at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"),
    ]
    if report.compared_to is not None:
        earlier = (
            report.compared_to if report.compared_from is None else f"{report.compared_from} to {report.compared_to}"
        )
        facts.append(("Compared with", str(earlier)))
    facts += [(name.replace("_", " ").capitalize(), value) for name, value in report.about.items()]
    if report.ties is not None:
        facts.append(("Ties", "yes" if report.ties else "NO"))
    return facts
