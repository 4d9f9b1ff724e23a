"""Check digits of identifiers that only a library knows."""

from __future__ import annotations

from stdnum import vatin
from stdnum.exceptions import InvalidComponent, ValidationError


def vat_id_valid(vat_id: str) -> bool | None:
    """Return whether a VAT identifier with its country prefix is well-formed with right check digits.

    None means that nobody can say: the prefix is of no country whose numbers are known. Nothing is looked up online.
    """
    try:
        vatin.validate(vat_id)
    except InvalidComponent:
        return None
    except ValidationError:
        return False
    return True
