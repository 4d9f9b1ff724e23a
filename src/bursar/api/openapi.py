"""The OpenAPI document, the same bytes on every machine: `python -m bursar.api.openapi` prints it."""

import json
import sys

from bursar.api.app import bare_app


def document() -> str:
    """Return the document as it is committed in `openapi.json`."""
    return json.dumps(bare_app().openapi(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.stdout.write(document())
