"""What sign-in reads."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, text

from bursar.kit.clock import Clock
from bursar.kit.db import Database
from bursar.kit.statements import Row
from bursar.kit.wire import Amount
from bursar.platform.auth.schemas import Me, OwnLegalEntity, TenantRead, UserRead
from bursar.platform.work import Work, open_work, system
from bursar.tables import legal_entities, refresh_tokens, tenants, user_sessions, users

_FIND = text("SELECT user_id, password_hash, tenant_id, tenant_name FROM find_sign_in(:email)")


async def find_memberships(database: Database, email: str) -> Sequence[Row]:
    """Return the active memberships of the person with this e-mail address, before any tenant is known."""
    async with database.transaction() as session:
        return await session.rows(_FIND, {"email": email})


async def find_token(database: Database, tenant_id: UUID, token_hash: bytes, clock: Clock) -> Row | None:
    """Return the session and person of a refresh token, and whether it was used or has expired."""
    async with open_work(database, system(tenant_id), clock=clock) as work:
        return await work.session.row(
            select(
                refresh_tokens.c.session_id,
                user_sessions.c.user_id,
                refresh_tokens.c.used_at,
                (refresh_tokens.c.expires_at <= work.now).label("expired"),
            )
            .join(
                user_sessions,
                (user_sessions.c.tenant_id == refresh_tokens.c.tenant_id)
                & (user_sessions.c.id == refresh_tokens.c.session_id),
            )
            .where(work.owns(refresh_tokens), refresh_tokens.c.token_hash == token_hash)
        )


async def who_am_i(work: Work) -> Me:
    """Return the person, the tenant and what the person may do."""
    rows = await work.session.rows(
        select(
            users.c.email,
            users.c.name.label("user_name"),
            tenants.c.name.label("tenant_name"),
            legal_entities.c.id.label("entity_id"),
            legal_entities.c.name.label("entity_name"),
            legal_entities.c.base_currency,
            legal_entities.c.time_zone,
        )
        .select_from(users)
        .join(tenants, tenants.c.id == work.tenant_id)
        .outerjoin(legal_entities, legal_entities.c.tenant_id == tenants.c.id)
        .where(users.c.id == work.actor_id)
        .order_by(legal_entities.c.name, legal_entities.c.id)
    )
    limit = work.approval_limit_minor
    return Me(
        user=UserRead(id=work.actor_id, name=rows[0].user_name, email=rows[0].email),
        tenant=TenantRead(id=work.tenant_id, name=rows[0].tenant_name),
        permissions=sorted(work.permissions),
        legal_entities=[
            OwnLegalEntity(
                id=row.entity_id,
                name=row.entity_name,
                base_currency=row.base_currency,
                time_zone=row.time_zone,
                approval_limit=None if limit is None else Amount.of(limit, row.base_currency),
            )
            for row in rows
            if row.entity_id is not None
        ],
    )
