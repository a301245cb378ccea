"""Many requests as one job: bounded concurrency, retries over hours, a checkpoint to resume from, and what it cost.

A job is given a client and calls its methods; it knows nothing of HTTP. `client.jobs.map(...)` is where it begins.
"""
