"""Typed answers: what a model says is parsed and held against its schema; what does not fit may be repaired."""

import re
from dataclasses import replace
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from bursar.kit.llm.models import Request, Turn

Model = TypeVar("Model", bound=BaseModel)

MOST_REPAIRS: Final = 2
_MOST_PROBLEMS: Final = 20
_FENCED: Final = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)


class BadAnswer(Exception):  # noqa: N818 - named as what it is.
    """An answer is not what the schema asks for; `problems` says where, in words for the model."""

    def __init__(self, problems: str) -> None:
        super().__init__(problems)
        self.problems = problems


def parse(text: str, schema: type[Model]) -> Model:
    """Return the value in a model's answer. Raises BadAnswer."""
    fenced = _FENCED.match(text)
    try:
        return schema.model_validate_json(fenced[1] if fenced else text)
    except ValidationError as error:
        told = error.errors(include_url=False, include_input=False, include_context=False)
        lines = [f"{'/'.join(map(str, one['loc'])) or 'answer'}: {one['msg']}" for one in told[:_MOST_PROBLEMS]]
        raise BadAnswer("\n".join(lines)) from None


def repaired(request: Request, said: str, problems: str) -> Request:
    """Return the request that shows a model its own answer and what is wrong with it."""
    again = "Answer again with the whole JSON object and nothing else."
    asked = f"That answer does not fit the schema:\n{problems}\n{again}"
    return replace(request, turns=(*request.turns, Turn("assistant", said), Turn("user", asked)))
