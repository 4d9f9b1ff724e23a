"""Names of log fields: the semantic conventions of OpenTelemetry for generative AI, in one place.

Only numbers and names stand under them, never what was asked or answered.
"""

from typing import Final

OPERATION: Final = "gen_ai.operation.name"
PROVIDER: Final = "gen_ai.provider.name"
REQUEST_MODEL: Final = "gen_ai.request.model"
REQUEST_MAX_TOKENS: Final = "gen_ai.request.max_tokens"
USAGE_INPUT: Final = "gen_ai.usage.input_tokens"
USAGE_CACHED: Final = "gen_ai.usage.cache_read.input_tokens"
USAGE_CACHE_WRITE: Final = "gen_ai.usage.cache_creation.input_tokens"
USAGE_OUTPUT: Final = "gen_ai.usage.output_tokens"
ERROR_TYPE: Final = "error.type"

CHAT: Final = "chat"
