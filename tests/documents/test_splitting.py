"""The action that splits a document: parts in order, once, by people who may, for their own tenant alone."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any
from uuid import UUID

import pytest

from bursar.documents.received.actions import (
    DocumentSettled,
    PartsUnordered,
    receive_document,
    split_document,
)
from bursar.documents.received.schemas import DocumentPart, ReceiveDocument, SplitDocument
from bursar.kit.errors import Forbidden, NotFound
from bursar.platform.application import Application
from bursar.platform.work import Principal
from tests.company import Member, SignedIn


def part(first: int, last: int, name: str = "part") -> DocumentPart:
    digest = sha256(f"{name} {first} {last}".encode()).hexdigest()
    return DocumentPart(first_page=first, last_page=last, number=f"R-{first}", sha256=digest, size_bytes=9)


def person(company: SignedIn, who: Member) -> Principal:
    return Principal(company.tenant_id, "person", who.id)


@pytest.fixture
async def whole(application: Application, demo: SignedIn, request: pytest.FixtureRequest) -> UUID:
    digest = sha256(request.node.name.encode()).hexdigest()
    command = ReceiveDocument(sha256=digest, size_bytes=9, media_type="application/pdf", filename="two.pdf")
    outcome = await application.executor.execute(receive_document, command, person(demo, demo.clerk))
    return outcome.result.id


@pytest.fixture
def split(application: Application, demo: SignedIn) -> Callable[..., Any]:
    async def run(document_id: UUID, *parts: DocumentPart, who: Principal | None = None) -> Any:
        command = SplitDocument(document_id=document_id, parts=list(parts))
        done = await application.executor.execute(split_document, command, who or person(demo, demo.approver))
        return done.result

    return run


@pytest.mark.parametrize("parts", [[(1, 2), (2, 3)], [(3, 4), (1, 2)], [(2, 1), (3, 3)], [(1, 1), (1, 1)]])
async def test_parts_follow_one_another(split: Callable[..., Any], whole: UUID, parts: list[tuple[int, int]]) -> None:
    with pytest.raises(PartsUnordered):
        await split(whole, *(part(first, last) for first, last in parts))


async def test_a_document_is_split_once(split: Callable[..., Any], whole: UUID) -> None:
    done = await split(whole, part(1, 1, "once"), part(3, 4, "once"))
    assert (done.id, len(set(done.part_ids))) == (whole, 2)
    with pytest.raises(DocumentSettled):
        await split(whole, part(1, 1, "again"), part(3, 4, "again"))


async def test_bytes_that_are_a_document_already_are_that_document(split: Callable[..., Any], whole: UUID) -> None:
    done = await split(whole, part(1, 1, "same"), part(2, 2, "same"))
    with pytest.raises(DocumentSettled):
        await split(done.id, part(1, 1, "same"), part(2, 2, "same"))
    again = await split(done.part_ids[0], part(1, 1, "inner"), part(2, 2, "same"))
    assert again.part_ids[1] == done.part_ids[1]


async def test_who_may_not_decide_splits_nothing(split: Callable[..., Any], whole: UUID, demo: SignedIn) -> None:
    with pytest.raises(Forbidden):
        await split(whole, part(1, 1), part(2, 2), who=person(demo, demo.clerk))


async def test_another_tenant_s_document_is_not_there(
    split: Callable[..., Any], whole: UUID, other_tenant: SignedIn
) -> None:
    with pytest.raises(NotFound):
        await split(whole, part(1, 1), part(2, 2), who=person(other_tenant, other_tenant.approver))
