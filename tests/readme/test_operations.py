"""The page for operators names every setting as the code does, and every role."""

from pathlib import Path

from pydantic import SecretStr

from bursar.kit.settings import PREFIX, Settings
from bursar.tables.db_roles import ALL_ROLES

PAGE = (Path(__file__).parents[2] / "docs" / "operations.md").read_text(encoding="utf-8")


def shown(default: object) -> str:
    if default is None:
        return ""
    return f"`{default.get_secret_value() if isinstance(default, SecretStr) else default}`"


def rows() -> list[str]:
    """Return the table's rows as the settings themselves would write them."""
    written = []
    for name, field in Settings.model_fields.items():
        default = "" if field.default_factory else shown(field.default)
        written.append(f"| `{(PREFIX + name).upper()}` | {default} | {field.description} |")
    return written


def test_the_table_of_settings_is_that_of_the_code() -> None:
    written = [line for line in PAGE.splitlines() if line.startswith("| `BURSAR_")]
    assert written == rows()


def test_every_database_role_is_explained() -> None:
    assert [role for role in ALL_ROLES if f"`{role}`" not in PAGE] == []
