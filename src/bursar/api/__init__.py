"""The HTTP face: one ASGI app of middleware, problems, the table of routers, and OpenAPI."""
