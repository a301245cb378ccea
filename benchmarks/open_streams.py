"""What a stream costs while many are open at once: memory of each, and CPU time of an event.

    python -m benchmarks.open_streams                # this package, 1,000 streams
    python -m benchmarks.open_streams anthropic 200  # the official one, from an environment that has it

A server in a process of its own sends the beginning of a message on each connection, and then an event on all of them,
round after round. Memory is what the process has grown by once all streams are open and have given their first events.
"""

from __future__ import annotations

import asyncio
import json
import resource
import subprocess
import sys
import time
from importlib import import_module
from typing import Any

from .payloads import text
from .worker import give_back, megabytes

EVENTS = 20
PAUSE_SECONDS = 0.5


async def serve(streams: int) -> None:
    """Send the beginning of a message on each connection, and an event on all of them again and again."""
    pieces = b"".join(text(1, "")[""][1])
    body = b"".join(line for line in pieces.split(b"\r\n")[1::2])
    *events, _ = body.split(b"\n\n")
    start, delta, end = events[:2], events[2], events[3:]
    writers: list[asyncio.StreamWriter] = []
    all_there = asyncio.Event()
    is_warm = False
    """Whether the first call was made, which is there for what is loaded once."""

    def send(writer: asyncio.StreamWriter, parts: list[bytes]) -> None:
        chunk = b"".join(part + b"\n\n" for part in parts)
        writer.write(b"%x\r\n%b\r\n" % (len(chunk), chunk))

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        await reader.readexactly(length)
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n")
        nonlocal is_warm
        if not is_warm:
            is_warm = True
            send(writer, [*start, delta, *end])
            writer.write(b"0\r\n\r\n")
            await writer.drain()
            writer.close()
            return
        send(writer, [*start, delta])
        writers.append(writer)
        if len(writers) == streams:
            all_there.set()

    server = await asyncio.start_server(connected, "127.0.0.1", 0, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    await all_there.wait()
    for _ in range(EVENTS):
        await asyncio.sleep(PAUSE_SECONDS)
        for writer in writers:
            send(writer, [delta])
    await asyncio.sleep(PAUSE_SECONDS)
    for writer in writers:
        send(writer, end)
        writer.write(b"0\r\n\r\n")
        await writer.drain()
    await asyncio.sleep(60)


async def measure(package: str, port: int, streams: int) -> dict[str, float]:
    """Open the streams, and read all of them to their ends."""
    sdk: Any = import_module(package)
    base_url = f"http://127.0.0.1:{port}"
    client = sdk.AsyncAnthropic(api_key="sk-ant-benchmark", base_url=base_url, max_retries=0, timeout=600)
    ask = {"model": "claude-opus-5", "max_tokens": 9, "messages": [{"role": "user", "content": "Hello, Claude"}]}
    begun = 0
    all_begun = asyncio.Event()
    at: dict[str, float] = {}

    async def read() -> None:
        nonlocal begun
        async with client.messages.stream(**ask) as stream:
            number = 0
            async for _ in stream.text_stream:
                number += 1
                if number == 1:
                    begun += 1
                    if begun == streams:
                        at["memory"], at["cpu"] = megabytes("VmRSS"), time.process_time()
                        all_begun.set()
                if number == EVENTS + 1:
                    at["end"] = time.process_time()

    async with client.messages.stream(**ask) as first:
        await first.get_final_message()
    give_back()
    before = megabytes("VmRSS")
    await asyncio.gather(*(read() for _ in range(streams)))
    return {
        "KB a stream": (at["memory"] - before) * 1024 / streams,
        "CPU us an event": (at["end"] - at["cpu"]) / streams / EVENTS * 1e6,
    }


def main() -> None:
    """Measure one package."""
    if sys.argv[1:2] == ["serve"]:
        asyncio.run(serve(int(sys.argv[2])))
        return
    package = sys.argv[1] if len(sys.argv) > 1 else "claude_client"
    streams = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    command = [sys.executable, "-m", "benchmarks.open_streams", "serve", str(streams)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            found = asyncio.run(measure(package, int(server.stdout.readline()), streams))
        finally:
            server.kill()
    print(json.dumps({"package": package, "streams": streams, **found}))


if __name__ == "__main__":
    main()
