"""Properties are drawn the same in every run and judged by their claims, not by the clock."""

from hypothesis import settings

settings.register_profile("calculators", deadline=None, derandomize=True, database=None)
settings.load_profile("calculators")
