"""Settings of all tests: how many random cases, and that none depends on luck."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("quick", max_examples=60, derandomize=True, deadline=None)
settings.register_profile("long", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
