"""Public cases of terms, aging, payments, exchange and tax, over HTTP; skipped, saying so, where they are absent."""

from typing import Any

import httpx2
import pytest
from tools.quality_ledger import CASES, DEFAULT_CORPORA, TARGET, Verdict, cases, report, tried, what_to_do

from bursar.platform.application import Application
from tests.company import company_named, sign_in_all
from tests.formats.samples import CORPORA

pytestmark = pytest.mark.skipif(
    not (CORPORA / "ledger").is_dir(), reason="The public corpora are not beside this repository."
)


async def test_every_case_ends_as_others_expect(
    application: Application, admin_url: str, client: httpx2.AsyncClient
) -> None:
    company = await sign_in_all(application, admin_url, company_named(application, "Cases of others"))

    async def send(role: str, method: str, path: str, body: Any, version: int | None) -> dict[str, Any]:
        headers = {**company.people[role].headers, **({} if version is None else {"If-Match": f'"{version}"'})}
        answer = await client.request(method, path, json=body, headers=headers)
        assert answer.is_success, answer.text
        found: dict[str, Any] = answer.json()
        return found

    verdicts = await tried(send, cases(CORPORA))
    assert [(one.id, one.got, one.expected) for one in verdicts if not one.is_equal] == []
    assert {what_to_do(case) for case in cases(CORPORA)} == set(CASES.values())
    # The page in the documentation is what was got here.
    if CORPORA.resolve() == DEFAULT_CORPORA.resolve():
        assert TARGET.read_text("utf-8") == report(verdicts)


def test_a_case_that_differs_is_said_to() -> None:
    verdict = Verdict("one", "terms", {"due_date": "2019-01-01", "note": "at once"}, {"due_date": "2019-01-02"}, "")
    assert not verdict.is_equal
    assert "**differs**" in report([verdict])
    assert "0 of 1 are equal" in report([verdict])
