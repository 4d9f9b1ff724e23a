"""From a SQLAlchemy statement to the SQL and arguments that the driver takes, and from its records to rows.

Statements are written in SQLAlchemy Core and compiled once; a statement that was compiled before costs a look-up. Its
own execution of a statement costs several times what the driver's does, and a request sends half a dozen.
"""

import functools
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from sqlalchemy import Executable, TextClause
from sqlalchemy.dialects.postgresql import asyncpg as postgresql
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement
from sqlalchemy.util import LRUCache

Parameters = Mapping[str, Any]

_DIALECT: Final[Any] = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy leaves its dialects untyped.
_MOST_COMPILED: Final = 1000
_compiled: Final[Any] = LRUCache(_MOST_COMPILED)


def sent(statement: Executable, parameters: Parameters | None) -> tuple[str, Sequence[Any]]:
    """Return the SQL of a statement and its arguments in their order."""
    given = parameters or {}
    if isinstance(statement, TextClause):
        sql, names = _text(statement)
        return sql, [given[name] for name in names]
    return _built(cast("ClauseElement", statement), given)


@functools.lru_cache(maxsize=_MOST_COMPILED)
def _text(statement: TextClause) -> tuple[str, tuple[str, ...]]:
    compiled = statement.compile(dialect=_DIALECT)
    return compiled.string, tuple(compiled.positiontup or ())


def _built(statement: ClauseElement, given: Parameters) -> tuple[str, Sequence[Any]]:
    """Compile a statement that was put together just now, or find one of the same shape, as SQLAlchemy itself does."""
    found, extracted, collected, _ = statement._compile_w_cache(  # noqa: SLF001 - there is no public way to its cache.
        _DIALECT, compiled_cache=_compiled, column_keys=sorted(given)
    )
    compiled = cast("SQLCompiler", found)
    values = compiled.construct_params(
        given, extracted_parameters=extracted, escape_names=False, _collected_params=collected
    )
    sql, names = compiled.string, list(compiled.positiontup or ())
    processors: Mapping[str, Any] = compiled._bind_processors  # noqa: SLF001 - the same.
    if compiled.post_compile_params:
        # The values of an IN decide how many places it has.
        expanded = compiled._process_parameters_for_postcompile(values)  # noqa: SLF001 - the same.
        sql, names = expanded.statement, list(expanded.positiontup or ())
        values = {**values, **expanded.additional_parameters}
        processors = {**processors, **expanded.processors}
    return sql, [processors[name](values[name]) if name in processors else values[name] for name in names]


class Row(tuple[Any, ...]):
    """A row whose columns are attributes. A named tuple: SQLAlchemy's own row takes five times as long to read."""

    __slots__ = ()
    _fields: ClassVar[tuple[str, ...]] = ()

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Return a column."""

    def as_dict(self) -> dict[str, Any]:
        """Return the columns by their names."""
        return dict(zip(self._fields, self, strict=True))


def rows_of(records: Sequence[Any]) -> list[Row]:
    """Return the driver's records as rows whose columns are attributes."""
    return list(map(_shape(tuple(records[0].keys())), records)) if records else []


@functools.lru_cache(maxsize=_MOST_COMPILED)
def _shape(names: tuple[str, ...]) -> Callable[[Iterable[Any]], Row]:
    named = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # noqa: PYI024 - the columns are known at run time.
    return type("Row", (named, Row), {"__slots__": ()})._make  # type: ignore[attr-defined,no-any-return]
