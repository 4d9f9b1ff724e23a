"""A provisioned company with people who are signed in: what tests of the platform and the slices work with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx2

from bursar.kit.ids import uuid7
from bursar.platform.application import Application
from bursar.platform.auth.actions import start_session
from bursar.platform.auth.schemas import StartSession
from bursar.platform.provision import Company, Person, Provisioned, demo_company, provision_tenant
from bursar.platform.work import Principal


@dataclass(frozen=True)
class Member:
    """Somebody with a session."""

    email: str
    principal: Principal
    token: str

    @property
    def id(self) -> UUID:
        return self.principal.actor_id

    @property
    def headers(self) -> dict[str, str]:
        """The header that says who asks."""
        return {"Authorization": f"Bearer {self.token}"}


@dataclass(frozen=True)
class SignedIn:
    """A company whose people are signed in, by role."""

    company: Company
    ids: Provisioned
    clerk: Member
    approver: Member
    controller: Member
    viewer: Member
    people: Mapping[str, Member] = field(default_factory=dict)

    @property
    def tenant_id(self) -> UUID:
        return self.ids.tenant_id

    @property
    def legal_entity_id(self) -> UUID:
        return self.ids.legal_entity_id


def company_named(application: Application, name: str, **changes: Any) -> Company:
    """Return the demo company under another name, with people of its own."""
    demo = demo_company(application.clock().date(), **changes)
    slug = name.lower().replace(" ", "-")
    people = tuple(
        Person(one.name, f"{one.role}@{slug}.bursar.example", one.role, one.password, one.approval_limit_minor)
        for one in demo.people
    )
    return Company(
        tenant=name,
        legal_entity=f"{name} Ltd",
        base_currency=demo.base_currency,
        time_zone=demo.time_zone,
        country=demo.country,
        people=people,
        accounts=demo.accounts,
        fiscal_years=demo.fiscal_years,
    )


async def sign_in_all(application: Application, admin_url: str, company: Company) -> SignedIn:
    """Provision a company and start a session for each of its people."""
    ids = provision_tenant(admin_url, company)
    members = {
        person.role: await member(application, ids.tenant_id, ids.people[person.email], person.email)
        for person in company.people
    }
    return SignedIn(
        company,
        ids,
        clerk=members["ap_clerk"],
        approver=members["approver"],
        controller=members["controller"],
        viewer=members["viewer"],
        people=members,
    )


async def member(application: Application, tenant_id: UUID, user_id: UUID, email: str) -> Member:
    """Start a session without asking for the password, which costs Argon2's time."""
    now = application.clock()
    session_id = uuid7(now)
    command = StartSession(session_id=session_id, token_hash=session_id.hex, expires_at=now + timedelta(days=1))
    await application.executor.execute(start_session, command, Principal(tenant_id, "person", user_id))
    token = application.tokens.issue(user_id, tenant_id, session_id, now)
    return Member(email, Principal(tenant_id, "person", user_id, session_id=session_id), token)


def as_client(app: Any) -> httpx2.AsyncClient:
    """Return a client of an ASGI app in this process; its faults become answers, as on a real server."""
    transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx2.AsyncClient(transport=transport, base_url="http://bursar.test")
