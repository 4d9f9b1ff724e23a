"""What the app says of itself: the OpenAPI document, with our problems in it."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from bursar.api.problems import Problem
from bursar.api.router import PREFIX, TAGS

DESCRIPTION = """\
Bursar runs a company's payables with agents, under people's control.

Every write is one action: checked for permission, done once per `Idempotency-Key`, audited. Every error is a
`application/problem+json` with a stable `code`. Ids are TypeIDs; money is `{"amount": "1234.50", "currency": "EUR"}`;
lists are read by cursor. `x-permission` names the permission that an operation needs.
"""


def operation_id(route: APIRoute) -> str:
    """Return the resource and the function's name as the operation's id: `bills_approve`."""
    steps = [step for step in route.path_format.removeprefix(PREFIX).split("/") if step and not step.startswith("{")]
    return f"{steps[0]}_{route.name}".replace("-", "_")


def install(app: FastAPI) -> None:
    """Have the app describe itself with the document of this module."""

    def described() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = describe(app)
        return app.openapi_schema

    app.openapi = described  # type: ignore[method-assign]  # The framework's own way to replace the document.


def describe(app: FastAPI) -> dict[str, Any]:
    """Return the app's OpenAPI document with our problems in place of the framework's validation errors."""
    document = get_openapi(
        title=app.title,
        version=app.version,
        description=DESCRIPTION,
        routes=app.routes,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    told = Problem.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
    schemas |= told.pop("$defs", {})
    schemas["Problem"] = told
    document["components"]["schemas"] = dict(sorted(schemas.items()))
    document["tags"] = [{"name": name, "description": text} for name, text in TAGS.items()]
    for path in document["paths"].values():
        for operation in path.values():
            for parameter in operation.get("parameters", ()):
                # Read as optional so that its absence is 428 and not a validation error; callers must send it.
                if parameter["name"] == "If-Match":
                    parameter["required"] = True
    return document
