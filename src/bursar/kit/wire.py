"""Types that every slice puts on the wire: strict inputs, and money as `{"amount": "1234.50", "currency": "EUR"}`."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
)

from bursar.core.money import Money, exponent

# Larger than any invoice and small enough that a sum of ten thousand of them stays below PostgreSQL's bigint.
LARGEST_AMOUNT = Decimal(10) ** 13


def _exact(value: object) -> object:
    # A binary float has already lost what the sender wrote; only text and whole numbers are exact. Decimal would also
    # take underscores and the digits of every script, which no two readers agree on.
    if isinstance(value, float) or (isinstance(value, str) and ("_" in value or not value.isascii())):
        raise ValueError('must be a decimal in a string, such as "12.50"')
    return value


def _printable(value: str) -> str:
    if "\x00" in value:
        raise ValueError("must not contain the NUL character")
    return value


Number = Annotated[
    Decimal, BeforeValidator(_exact), Field(ge=-LARGEST_AMOUNT, le=LARGEST_AMOUNT, max_digits=24, decimal_places=10)
]
Text = Annotated[
    str, StringConstraints(min_length=1, max_length=500, strip_whitespace=True), AfterValidator(_printable)
]
# The first and last days stand for infinity in PostgreSQL's driver, and nobody computes with infinity.
Day = Annotated[date, Field(ge=date(1900, 1, 1), le=date(2999, 12, 31))]
Currency = Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")]


class Input(BaseModel):
    """A request body: an unknown field is an error, not a surprise."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Changes(Input):
    """What of a resource is to be changed: a field that is not sent stays as it is, and a null that is sent empties it.

    Written down, it names what was sent alone, so that the two are told apart again.
    """

    @model_serializer(mode="wrap")
    def _sent(self, written: SerializerFunctionWrapHandler) -> dict[str, Any]:
        values: dict[str, Any] = written(self)
        return {name: value for name, value in values.items() if name in self.model_fields_set}

    def sent(self) -> dict[str, Any]:
        """Return the fields that are to be changed, and what to."""
        return {name: getattr(self, name) for name in self.model_fields_set}


class Written(BaseModel):
    """What we fill in ourselves, many times for one answer."""

    @classmethod
    def model_construct(  # type: ignore[override]  # The plugin's signature of the same method differs by a name.
        cls, _fields_set: set[str] | None = None, **values: Any
    ) -> Self:
        """Return a model of values that are known to be right; with all of them given it costs a fraction."""
        fields = cls.__pydantic_fields__
        if _fields_set is not None or values.keys() != fields.keys():
            return super().model_construct(_fields_set, **values)
        made = cls.__new__(cls)
        _fill(made, values)
        return made


_set = object.__setattr__


def _fill(made: BaseModel, values: dict[str, Any]) -> None:
    """Give a new model all its values, as `model_construct` does."""
    _set(made, "__dict__", values)
    _set(made, "__pydantic_fields_set__", set(values))
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)


class Output(Written):
    """A response body."""

    model_config = ConfigDict(frozen=True)


class Amount(Written):
    """Money on the wire."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_extra={"examples": [{"amount": "1234.50", "currency": "EUR"}]}
    )

    amount: Number
    currency: Currency

    @classmethod
    def of(cls, minor: int, currency: str) -> "Amount":
        """Return minor units as money on the wire, with as many decimals as the currency has."""
        made = cls.__new__(cls)
        _fill(made, {"amount": Decimal(minor).scaleb(-exponent(currency)), "currency": currency})
        return made

    @property
    def minor(self) -> int:
        """The amount in minor units. Raises UnknownCurrency and NotRepresentable."""
        return Money(self.amount, self.currency).minor


def amount_or_none(minor: int | None, currency: str) -> Amount | None:
    """Return minor units as money on the wire, or None."""
    return None if minor is None else Amount.of(minor, currency)


Json = dict[str, Any]
