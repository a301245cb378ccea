"""OpenTelemetry: a span and metrics for each call of a client that was made with `open_telemetry=`.

What a client was told is read in `options`, which needs nothing that is optional. The rest is imported by a client that
has it on, and by no other. The core knows a call's span by a protocol only.
"""
