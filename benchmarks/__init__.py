"""Measures this package beside others, workload by workload. Run by `scripts/bench`; told in `docs/performance.md`."""
