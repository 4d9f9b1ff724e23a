"""Whether this process lives, and whether it can serve."""

from fastapi import APIRouter, Request
from pydantic import BaseModel

from bursar.kit.errors import Unavailable
from bursar.platform.application import WrongSchema
from bursar.platform.http import application_of, operation

router = APIRouter()


class NotReady(Unavailable):
    """The database cannot be reached or is not at the schema revision that this code needs."""

    code = "not_ready"


class Health(BaseModel):
    """How this process is."""

    status: str
    revision: str | None = None


@router.get("/healthz", **operation("Is it alive", needs=None, example={"status": "alive", "revision": None}))
async def read_liveness() -> Health:
    """Answer while the process lives; nothing else is looked at."""
    return Health(status="alive")


@router.get(
    "/readyz",
    **operation(
        "Is it ready", needs=None, errors=[NotReady], example={"status": "ready", "revision": "0004_decisions"}
    ),
)
async def read_readiness(request: Request) -> Health:
    """Answer 200 when the database can be reached and its schema is the one that this code needs, 503 otherwise."""
    try:
        revision = await application_of(request).check_schema()
    except WrongSchema as error:
        raise NotReady(str(error)) from error
    except Exception as error:
        raise NotReady("The database cannot be reached.") from error
    return Health(status="ready", revision=revision)
