"""Column types that SQLAlchemy does not bring."""

from typing import Any

from sqlalchemy.dialects.postgresql.base import ischema_names
from sqlalchemy.types import UserDefinedType


class Xid8(UserDefinedType[int]):
    """PostgreSQL's 64-bit transaction id (`xid8`): never wraps, so it can order and identify transactions for good."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """Return the type's name in DDL."""
        return "xid8"


# So that reflection knows the type, and `alembic check` compares it.
ischema_names["xid8"] = Xid8
