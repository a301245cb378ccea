"""The wire: connections, pool and HTTP/1.1, usable alone as `httpx` transports."""
