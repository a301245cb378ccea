#!/usr/bin/env bash
# A refused connection is a connect timeout with httpx-aiohttp.
#
# httpx calls a connection that is refused `ConnectError`, at once. The same request through the transport of
# httpx-aiohttp raises `ConnectTimeout`, also at once, long before the timeout of 30 seconds. Code that tells the
# two apart (to retry, or to say what is wrong) takes a server that is down for one that is slow.
#
# Seen on 2026-11-30 with Python 3.11 and httpx==0.28.1, httpx-aiohttp==0.2.0, aiohttp==3.14.5.
# Fails where the output is another one.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'httpx==0.28.1' 'httpx-aiohttp==0.2.0' 'aiohttp==3.14.5'

cat >"$folder/program.py" <<'PYTHON'
import asyncio
import socket

import httpx
from httpx_aiohttp import AiohttpTransport

# A port on loopback that nobody listens on.
with socket.socket() as unused:
    unused.bind(("127.0.0.1", 0))
    port = unused.getsockname()[1]


async def main() -> None:
    for transport in (None, AiohttpTransport()):
        async with httpx.AsyncClient(transport=transport, timeout=30) as client:
            try:
                await client.get(f"http://127.0.0.1:{port}/")
            except httpx.TransportError as error:
                print("httpx:" if transport is None else "httpx-aiohttp:", type(error).__name__)


asyncio.run(main())
PYTHON

cat >"$folder/expected" <<'TEXT'
httpx: ConnectError
httpx-aiohttp: ConnectTimeout
TEXT

timeout 60 "$folder/venv/bin/python" "$folder/program.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen"
