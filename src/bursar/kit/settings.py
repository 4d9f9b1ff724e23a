"""Settings: every knob of the product, its default, and where its value came from.

A value is taken from the first place that names it: command-line flag, environment variable `BURSAR_*`, `.env`,
`bursar.toml` (both files in the working directory), default. Units come last in a name. Secrets are masked wherever
settings are printed.
"""

import difflib
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, PrivateAttr, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bursar.kit.llm.prices import read_prices

PREFIX: Final = "bursar_"
DOTENV: Final = ".env"
TOML: Final = "bursar.toml"
DEFAULT: Final = "default"

# Variables with our prefix that the test suite reads and the product never does.
_TEST_VARIABLES: Final = ("bursar_corpora", "bursar_test_")
# What commands that speak to a server take from the environment; no setting of an installation.
_CLIENT_VARIABLES: Final = ("bursar_url", "bursar_email", "bursar_password")

MEBIBYTE: Final = 1024 * 1024


class BadSettings(ValueError):  # noqa: N818  # The name says what is the case.
    """A setting is unknown or its value cannot be used; the message names it and the place where it was written."""


def default_home() -> Path:
    """Return where data lives unless told otherwise: `/var/lib/bursar` for root, else the user's data directory.

    Follows the XDG Base Directory Specification (`XDG_DATA_HOME`, by default `~/.local/share`).
    """
    if os.geteuid() == 0:
        return Path("/var/lib/bursar")
    data_home = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(data_home).expanduser() / "bursar"


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100  # resolve() would follow a link the operator chose.


def _with_scheme(*schemes: str) -> AfterValidator:
    def check(url: SecretStr | None) -> SecretStr | None:
        if url is not None and urlsplit(url.get_secret_value()).scheme not in schemes:
            raise ValueError(f"the address must begin with {' or '.join(f'{scheme}://' for scheme in schemes)}")
        return url

    return AfterValidator(check)


def _priced(prices: str | None) -> str | None:
    read_prices(prices or "")
    return prices


class Settings(BaseSettings):
    """Hold one process's settings; frozen, so that nothing changes them after the start.

    Keyword arguments are command-line flags and win over every other place. Raises `BadSettings`.
    """

    model_config = SettingsConfigDict(
        frozen=True, extra="forbid", env_prefix=PREFIX, env_ignore_empty=True, hide_input_in_errors=True
    )

    home: Annotated[Path, AfterValidator(_absolute)] = Field(
        default_factory=default_home, validate_default=True, description="Directory that holds all data."
    )
    host: str = Field("127.0.0.1", min_length=1, description="Address the HTTP server listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port the HTTP server listens on; 0 takes a free one.")

    database_url: Annotated[SecretStr | None, _with_scheme("postgresql", "postgres")] = Field(
        None,
        description="PostgreSQL server; its user sets up the database, serving processes sign in as roles of their "
        "own. Unset: the embedded server.",
    )
    redis_url: Annotated[SecretStr | None, _with_scheme("redis", "rediss", "unix")] = Field(
        None, description="Redis for cache and broker. Unset: both live in PostgreSQL and process memory."
    )
    database_pool_size: int = Field(6, ge=1, le=1000, description="Database connections kept open per process.")
    database_pool_overflow: int = Field(0, ge=0, le=1000, description="Further connections opened under load.")
    database_pool_timeout_seconds: int = Field(10, ge=1, le=600, description="Longest wait for a connection.")

    secret_key: Annotated[SecretStr | None, Field(min_length=32)] = Field(
        None, description="Root of all derived secrets, 32 characters or more. Unset: made once in the home."
    )
    access_token_seconds: int = Field(300, ge=10, le=86_400, description="Life of an access token.")
    refresh_token_days: int = Field(30, ge=1, le=365, description="Life of a refresh token.")

    document_max_bytes: int = Field(25 * MEBIBYTE, ge=1024, description="Largest file accepted.")
    document_max_pages: int = Field(500, ge=1, description="Most pages read of one PDF.")
    sandbox_concurrency: int = Field(2, ge=1, le=256, description="Risky files parsed at once per process.")

    rate_limit_per_minute: int = Field(6000, ge=1, description="Requests a person, or an address, may make per minute.")

    job_lease_seconds: int = Field(60, ge=5, le=86_400, description="How long a worker owns a job it claimed.")
    job_concurrency: int = Field(4, ge=1, le=256, description="Jobs run at once per process.")

    llm_provider: Literal["none", "openai", "anthropic"] = Field(
        "none", description="Dialect of the language model's provider; `none` asks no model."
    )
    llm_base_url: str | None = Field(
        None, pattern=r"^https?://\S+$", description="Where the provider is. Unset: the dialect's own maker."
    )
    llm_api_key: SecretStr | None = Field(None, description="Key to the provider. A local server may need none.")
    llm_models: str | None = Field(
        None, description="Models with commas between, in the order in which they are asked when one is away."
    )
    llm_prices: Annotated[str | None, AfterValidator(_priced)] = Field(
        None,
        description="Prices of models that we have none of, `model=input/cached/write/output` in US dollars per "
        "million tokens, with commas between.",
    )
    llm_deadline_seconds: int = Field(
        45, ge=1, le=3600, description="Longest wait for an answer of models; at most three quarters of a job's lease."
    )
    llm_day_budget_cents: int = Field(
        1000, ge=0, description="US cents a company may spend on models in a day (UTC) unless it has set a budget."
    )
    llm_run_budget_cents: int = Field(
        100, ge=0, description="US cents one run of an agent may spend on models unless the company has set a budget."
    )

    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="Least severe line written.")
    log_format: Literal["json", "console"] = Field("console", description="Shape of a log line.")
    api_version: date = Field(date(2026, 11, 22), description="Dated version of the HTTP API that is served.")

    _origins: dict[str, str] = PrivateAttr(default_factory=dict)

    def __init__(self, **flags: Any) -> None:
        places = _places(flags, Path.cwd())
        written: dict[str, Any] = {}
        origin_of: dict[str, str] = {}
        for place, values in reversed(places):
            written |= values
            origin_of |= dict.fromkeys(values, place)
        try:
            super().__init__(**written)
        except ValidationError as error:
            raise BadSettings(_explain(error, origin_of)) from None
        self._origins = {name: _spelled(name, place) for name, place in origin_of.items()}

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take only what `__init__` gathered, because it knows the place of every value and refuses unknown names."""
        del settings_cls, env_settings, dotenv_settings, file_secret_settings
        return (init_settings,)


@dataclass(frozen=True, slots=True)
class Origin:
    """One setting as an operator sees it: name, value (masked if secret), and the place that decided it."""

    name: str
    value: str
    place: str


def load(**flags: Any) -> Settings:
    """Return the settings with these command-line flags; a flag that is None was not given. Raises `BadSettings`."""
    return Settings(**{name: value for name, value in flags.items() if value is not None})


def origins(settings: Settings) -> tuple[Origin, ...]:
    """Tell for every setting its value, with secrets masked, and where it came from, in the order of declaration."""
    return tuple(
        Origin(name, _shown(getattr(settings, name)), settings._origins.get(name, DEFAULT))  # noqa: SLF001
        for name in Settings.model_fields
    )


def _shown(value: object) -> str:
    return "" if value is None else str(value)  # str() of a SecretStr is asterisks.


def _places(flags: Mapping[str, Any], directory: Path) -> list[tuple[str, dict[str, Any]]]:
    """Return (place, values by field) from the strongest place to the weakest, with every name known."""
    toml_file = directory / TOML
    return [
        ("flag", _known(flags, "flag")),
        ("environment", _variables(EnvSettingsSource(Settings).env_vars, "environment")),
        (DOTENV, _variables(DotEnvSettingsSource(Settings, env_file=directory / DOTENV).env_vars, DOTENV)),
        (TOML, _known(_toml(toml_file), TOML)),
    ]


def _variables(variables: Mapping[str, str | None], place: str) -> dict[str, Any]:
    ours = {
        name.removeprefix(PREFIX): value
        for name, value in variables.items()
        if value and name.startswith(PREFIX) and not name.startswith(_TEST_VARIABLES) and name not in _CLIENT_VARIABLES
    }
    return _known(ours, place)


def _toml(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise BadSettings(f"{file} cannot be read: {error}") from error


def _known(values: Mapping[str, Any], place: str) -> dict[str, Any]:
    fields: Iterable[str] = Settings.model_fields
    for name in values:
        if name not in fields:
            near = difflib.get_close_matches(name, fields, n=1)
            hint = f"; did you mean {_spelled(near[0], place)}?" if near else ""
            raise BadSettings(f"unknown setting {_spelled(name, place)}{hint}")
    return dict(values)


def _spelled(name: str, place: str) -> str:
    """Write a setting's name the way its place spells it."""
    match place:
        case "flag":
            return f"flag --{name.replace('_', '-')}"
        case "environment":
            return f"environment {(PREFIX + name).upper()}"
        case ".env":
            return f"{DOTENV} {(PREFIX + name).upper()}"
        case _:
            return f"{place} {name}"


def _explain(error: ValidationError, origin_of: Mapping[str, str]) -> str:
    problems = [
        f"{_spelled(str(problem['loc'][0]), origin_of.get(str(problem['loc'][0]), DEFAULT))}: {problem['msg']}"
        for problem in error.errors(include_url=False, include_context=False, include_input=False)
    ]
    return "bad setting " + "; ".join(problems)
