"""Run every benchmark: `python -m benchmarks`.  Each ends with one JSON line."""

import runpy

for name in ("first_verdict", "reading", "lighthouse", "serving", "search_phone", "build_time", "growth"):
    print(f"== {name}", flush=True)
    runpy.run_module(f"benchmarks.{name}", run_name="__main__")
