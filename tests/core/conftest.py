from __future__ import annotations

from hypothesis import settings

# How long one example takes says something about a busy machine, not about a law.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")
