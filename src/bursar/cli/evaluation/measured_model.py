"""The model that `bursar eval --model` measures: asked as the installation's settings say, and never pretended."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from bursar.cli.terminal import CommandFailed
from bursar.evals.spending import ModelRefused
from bursar.kit.llm.asking import Models
from bursar.kit.llm.opening import load_client
from bursar.kit.llm.prices import price_of
from bursar.kit.settings import Settings
from bursar.platform.application import models_of

_WHERE: Final = 'see "Language models" in docs/operations.md'


def model_to_measure(settings: Settings) -> Models:
    """Return the models that the settings name. Raises CommandFailed with what is to be set."""
    models = models_of(settings)
    if settings.llm_provider == "none":
        raise CommandFailed(f"no model can be asked: set BURSAR_LLM_PROVIDER to openai or anthropic; {_WHERE}")
    if models.provider is None:
        raise CommandFailed(
            "there is no key: set BURSAR_LLM_API_KEY, or BURSAR_LLM_BASE_URL for a server of your own that asks for "
            f"none; {_WHERE}"
        )
    if not models.chain:
        raise CommandFailed("--model names no model")
    today = models.clock().date()
    if unpriced := [name for name in models.chain if price_of(name, today, models.prices) is None]:
        raise CommandFailed(
            f"nobody knows what {', '.join(unpriced)} costs: set BURSAR_LLM_PRICES to "
            f"{unpriced[0]}=input/cached/write/output, in US dollars per million tokens"
        )
    load_client(settings.llm_provider)  # Takes seconds, which are no answer's.
    return models


@contextmanager
def refusals_explained(settings: Settings) -> Iterator[None]:
    """Turn a provider that lets nobody near into a message. Raises CommandFailed."""
    try:
        yield
    except ModelRefused as refused:
        place = "BURSAR_LLM_BASE_URL" if settings.llm_base_url else "BURSAR_LLM_PROVIDER"
        raise CommandFailed(
            f"the provider refused the first call, so nothing was measured: {settings.llm_models} must be a model that "
            f"it has, {place} must say who it is, and BURSAR_LLM_API_KEY must be valid there"
        ) from refused
