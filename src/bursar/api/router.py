"""The one table of what is served under `/v1`."""

from typing import Final

from fastapi import APIRouter

from bursar.platform.auth.endpoints import me_router
from bursar.platform.auth.endpoints import router as auth_router

PREFIX: Final = "/v1"

# (router, tag), in the order in which they are documented.
ROUTERS: Final[tuple[tuple[APIRouter, str], ...]] = (
    (auth_router, "sign-in"),
    (me_router, "me"),
)

# What each tag is, for those who read the documentation.
TAGS: Final = {
    "sign-in": "Sessions: short access tokens, and refresh tokens that are good once.",
    "me": "Who is signed in, and what they may do.",
    "system": "Whether this process lives and is ready to serve.",
}


def router() -> APIRouter:
    """Return everything under `/v1`."""
    everything = APIRouter(prefix=PREFIX)
    for part, tag in ROUTERS:
        everything.include_router(part, tags=[tag])
    return everything
