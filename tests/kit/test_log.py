import asyncio
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bursar.kit import log

IBAN = "DE89370400440532013000"
JWT = "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJ1c2VyIn0.c2lnbmF0dXJl"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """Give the stream that lines are written to, in JSON; put logging back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    log.configure(level="debug", shape="json", stream=stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def last(lines: io.StringIO) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(lines.getvalue().splitlines()[-1])
    return line


def redacted(**event: object) -> dict[str, Any]:
    return dict(log.redact(None, "info", event))


def test_a_line_is_one_json_object_with_time_level_and_name(lines: io.StringIO) -> None:
    structlog.get_logger("bursar.bills").info("bill posted", number="AP-1", total_minor=1190)
    line = last(lines)
    assert line.pop("at").endswith("Z")
    assert line == {
        "event": "bill posted",
        "level": "info",
        "logger": "bursar.bills",
        "number": "AP-1",
        "total_minor": 1190,
    }


def test_a_library_writes_in_the_same_shape_and_loses_its_secrets_too(lines: io.StringIO) -> None:
    logging.getLogger("library").warning("connecting to %s", "postgresql://app:hunter2@db/books")
    assert last(lines)["event"] == "connecting to postgresql://app:***@db/books"
    assert last(lines)["logger"] == "library"


def test_lines_below_the_level_are_not_written(lines: io.StringIO) -> None:
    log.configure(level="warning", shape="json", stream=lines)
    structlog.get_logger().info("quiet")
    assert lines.getvalue() == ""


def test_a_line_says_whom_it_belongs_to_and_only_inside(lines: io.StringIO) -> None:
    logger = structlog.get_logger()
    with log.belongs_to(request_id="req_1", tenant_id="ten_1", actor=None):
        with log.belongs_to(job_id="job_1"):
            logger.info("inside")
            assert {"request_id", "tenant_id", "job_id"} <= last(lines).keys()
            assert "actor" not in last(lines)
        logging.getLogger("library").info("still inside")
        assert last(lines)["request_id"] == "req_1"
    logger.info("outside")
    assert "request_id" not in last(lines)


async def test_two_tasks_do_not_mix_their_ids(lines: io.StringIO) -> None:
    async def work(name: str) -> None:
        with log.belongs_to(request_id=name):
            await asyncio.sleep(0)
            structlog.get_logger().info(name)

    await asyncio.gather(*(work(f"req_{n}") for n in range(10)))
    written = [json.loads(line) for line in lines.getvalue().splitlines() if "req_" in line]
    assert len(written) == 10
    assert all(line["request_id"] == line["event"] for line in written)


def test_a_traceback_is_written_without_the_secrets_it_quotes(lines: io.StringIO) -> None:
    def sign_in() -> None:
        raise ValueError(f"cannot sign in with password=hunter2 and {JWT}")

    try:
        sign_in()
    except ValueError:
        structlog.get_logger().exception("failed")
    line = last(lines)
    assert "ValueError: cannot sign in" in line["exception"]
    assert "hunter2" not in line["exception"]
    assert JWT not in line["exception"]


def test_the_console_shape_is_for_eyes_and_hides_the_same() -> None:
    stream = io.StringIO()
    log.configure(shape="console", stream=stream)
    structlog.get_logger().info("signed in", password="hunter2", who="clerk")
    assert "signed in" in stream.getvalue()
    assert "clerk" in stream.getvalue()
    assert "hunter2" not in stream.getvalue()
    logging.getLogger().handlers.clear()
    structlog.reset_defaults()


@pytest.mark.parametrize(
    "key",
    ["password", "new_password", "access_token", "Authorization", "secret", "secret_key", "apiKey", "api_key", "key",
     "cookie", "set-cookie", "X-Api-Key", "database_dsn", "refreshToken", "signing_seed", "client.secret"],
)  # fmt: skip
def test_a_value_under_a_key_that_names_a_secret_is_masked(key: str) -> None:
    assert redacted(**{key: "hunter2"}) == {key: log.MASK}
    assert redacted(deep={"er": [{key: "hunter2"}]}) == {"deep": {"er": [{key: log.MASK}]}}
    assert redacted(**{key: {"inner": "hunter2"}}) == {key: log.MASK}


@pytest.mark.parametrize(
    "key", ["keyboard", "monkey", "tokenise", "idempotency_key", "key_id", "token_type", "secretary"]
)
def test_a_value_under_a_harmless_key_is_written(key: str) -> None:
    assert redacted(**{key: "plain"}) == {key: "plain"}


def test_numbers_are_never_secrets() -> None:
    event = {"input_tokens": 812, "cached": True, "ratio": 0.5, "token": None}
    assert redacted(**event) == event


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Authorization: Bearer abc.def-123456", "Authorization: Bearer ***"),
        (f"sent {JWT} on", "sent *** on"),
        ("redis://:hunter2@cache:6379/0", "redis://:***@cache:6379/0"),
        ("postgresql://app:p@ss@db/books", "postgresql://app:***@db/books"),
        ("https://example.org/bills?token=hunter2&page=2", "https://example.org/bills?token=***&page=2"),
        ('{"client_secret": "hunter2"}', '{"client_secret": "***"}'),
        (f"paid to {IBAN} today", "paid to DE89***3000 today"),
        ("paid to DE89 3704 0044 0532 0130 00 AGAIN", "paid to DE89***3000 AGAIN"),
        ("invoice RE20261122000000017 of the vendor", "invoice RE20261122000000017 of the vendor"),
        ("nothing to hide", "nothing to hide"),
    ],
)
def test_secrets_are_masked_wherever_they_stand_in_a_text(text: str, written: str) -> None:
    assert redacted(event=text) == {"event": written}


def test_an_account_number_under_its_own_key_keeps_only_its_ends() -> None:
    assert redacted(iban=IBAN, vendor_iban="NO93 8601 1117 947", buyerIban="short") == {
        "iban": "DE89***3000",
        "vendor_iban": "NO93***7947",
        "buyerIban": log.MASK,
    }


def test_values_of_other_types_are_written_as_text() -> None:
    assert redacted(data=b"bytes", value=SecretStr("hunter2")) == {"data": "bytes", "value": "**********"}


@given(st.text(alphabet="ABCDE 0123456789:/@=.", max_size=200))
def test_masking_ends_for_every_text_and_changes_nothing_when_done_again(text: str) -> None:
    once = redacted(event=text)
    assert redacted(**once) == once
