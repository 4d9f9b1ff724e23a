"""The documentation in the browser: Swagger UI from files that came with the installation, so it needs no internet."""

from pathlib import Path
from typing import Final

import fastapi_offline
from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

STATIC_URL: Final = "/docs-static"
_FILES: Final = Path(fastapi_offline.__file__).parent / "static"
# The page starts Swagger UI with a script of its own and draws with inline styles; everything else is from here alone.
_POLICY: Final = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)


def install(app: FastAPI) -> None:
    """Serve `/docs` and the files it needs."""
    app.mount(STATIC_URL, StaticFiles(directory=_FILES), name="docs-static")

    @app.get("/docs", include_in_schema=False)
    async def read_docs() -> HTMLResponse:
        page = get_swagger_ui_html(
            openapi_url=app.openapi_url or "",
            title=app.title,
            swagger_js_url=f"{STATIC_URL}/swagger-ui-bundle.js",
            swagger_css_url=f"{STATIC_URL}/swagger-ui.css",
            swagger_favicon_url=f"{STATIC_URL}/favicon.png",
            # Without this, Swagger UI asks a validator on the internet about the document.
            swagger_ui_parameters={"validatorUrl": None, "tryItOutEnabled": True, "displayRequestDuration": True},
        )
        page.headers["Content-Security-Policy"] = _POLICY
        return page
