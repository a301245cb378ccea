"""Many requests as one job: bounded concurrency, retries over hours, a checkpoint to resume from, and what it cost.

Jobs stand on top of a client and know nothing of HTTP. `client.jobs.map(...)` is where they begin.
"""
