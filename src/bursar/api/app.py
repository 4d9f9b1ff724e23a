"""The one ASGI app."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

from fastapi import FastAPI
from starlette.middleware import Middleware

from bursar import __version__
from bursar.api import description, docs, health, problems
from bursar.api.middleware import ApiVersion, BodyGuard, RateLimit, RequestIdentity
from bursar.api.router import add_routes, router
from bursar.platform.application import Application

Beside = Callable[[], Coroutine[Any, Any, None]]


def bare_app(**arguments: Any) -> FastAPI:
    """Return the app with its routes and documentation but nothing to serve them with."""
    app = FastAPI(
        title="Bursar",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        generate_unique_id_function=description.operation_id,
        redirect_slashes=False,
        **arguments,
    )
    add_routes(app.router, health.router, "system")
    router(app.router)
    docs.install(app)
    description.install(app)
    problems.install(app)
    return app


def create_app(context: Application, *, beside: Sequence[Beside] = ()) -> FastAPI:
    """Return the app that serves a context. `beside` runs while it serves: the in-process job runner.

    At its start it refuses to serve under a privileged login or on another schema (PrivilegedRole, WrongSchema); at
    its end it cancels what runs beside it and closes the context.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        try:
            await context.refuse_to_serve_wrongly()
            running = [asyncio.create_task(start()) for start in beside]
            try:
                yield
            finally:
                for task in running:
                    task.cancel()
                for task in running:
                    with suppress(asyncio.CancelledError):
                        await task
        finally:
            await context.close()

    around = (RequestIdentity, ApiVersion, RateLimit, BodyGuard)
    app = bare_app(lifespan=lifespan, middleware=[Middleware(one, application=context) for one in around])
    app.state.context = context
    return app
