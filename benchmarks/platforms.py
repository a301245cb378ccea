"""What platforms cost: a signed call, a call with a cached token, and an event of a stream in AWS's framing.

    python -m benchmarks.platforms
    python -m benchmarks.platforms --calls 300 --rounds 25

Everything is CPU time of this process, all threads together. Calls go to a transport that responds at once, as the
kernel takes more for a call than a platform adds, and never the same. Streams come from a server in a process of its
own. Samples are taken in turns, and the lowest of all rounds counts. Where the official package is installed
(`.venv-peer`, or BENCHMARK_PEER_PYTHON), its streams from Bedrock are measured beside ours.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, Final

SIGNED_AT_MOST_US: Final = 150.0
"""A signed call over a plain one, beyond what botocore's signing alone takes."""
TOKEN_AT_MOST_US: Final = 10.0
FRAMES_AT_MOST: Final = 1.3
"""An event in AWS's framing, as a multiple of a server-sent one."""
OFFICIAL_AT_LEAST: Final = 8.0
"""An event of the official package, as a multiple of ours."""

ASK: Final[Any] = {
    "model": "anthropic.claude-opus-5",
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Why is the sea blue? " * 50}],
}
MESSAGE: Final[Any] = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-opus-5",
    "content": [{"type": "text", "text": "Hello."}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 3, "output_tokens": 2},
}
WORDS: Final = " some words here, of which the model writes a few at a time"
AWS_KEYS: Final[Any] = {"region": "us-east-1", "access_key": "AKID", "secret_key": "SECRET"}


def delta(number: int) -> Any:
    """A delta of a text; one after the other is of another length."""
    text = WORDS[: 4 + number * 7 % 23]
    return {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": text}}


# ---- the server ---------------------------------------------------------------------------------------------


def stream(events: int, framing: Callable[[Any], bytes]) -> list[bytes]:
    """The events of a message of so many deltas, each as it is sent."""
    start = {**MESSAGE, "content": [], "stop_reason": None}
    ending = {"type": "message_delta", "delta": {"stop_reason": "end_turn", "stop_sequence": None}}
    all_events = [
        {"type": "message_start", "message": start},
        {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
        *map(delta, range(events)),
        {"type": "content_block_stop", "index": 0},
        {**ending, "usage": {"output_tokens": events}},
        {"type": "message_stop"},
    ]
    return list(map(framing, all_events))


def sse(event: Any) -> bytes:
    """A server-sent event."""
    return f"event: {event['type']}\ndata: {json.dumps(event, separators=(',', ':'))}\n\n".encode()


async def respond(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, events: int) -> None:
    """Serve request after request: with a stream where one is asked for, in pieces where the model's name says so."""
    from claude_client.sandbox.platforms.aws_frames import MEDIA_TYPE, event

    body = json.dumps(MESSAGE).encode()
    kinds = {"sse": ("text/event-stream", stream(events, sse)), "aws": (MEDIA_TYPE, stream(events, event))}
    while head := await reader.readuntil(b"\r\n\r\n"):
        length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        asked = head.split(b" ")[1] + await reader.readexactly(length)
        streamed = b"with-response-stream" in asked or b'"stream":true' in asked
        if not streamed:
            writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n")
            writer.write(b"content-length: %d\r\n\r\n" % len(body) + body)
            continue
        media_type, pieces = kinds["aws" if b"with-response-stream" in asked else "sse"]
        size = sum(map(len, pieces))
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: %s\r\ncontent-length: %d\r\n\r\n" % (media_type.encode(), size))
        if b"one-by-one" not in asked:
            writer.write(b"".join(pieces))
            continue
        for piece in pieces:
            writer.write(piece)
            # As much of a pause as lets the client read what there is.
            await asyncio.sleep(0.0002)


async def serve(events: int) -> None:
    """Print the port; end with the standard input."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await respond(reader, writer, events)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    os._exit(0)


@contextmanager
def served(events: int) -> Generator[str]:
    """The URL of the server, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.platforms", "--serve", "--events", str(events)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.stdin.close()


# ---- what is measured ---------------------------------------------------------------------------------------


def cpu(function: Callable[[], object], times: int) -> float:
    """Microseconds of CPU that each of so many calls takes."""
    before = time.process_time()
    for _ in range(times):
        function()
    return (time.process_time() - before) / times * 1e6


def lowest(samples: dict[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """The lowest of each sample, taken in turns."""
    found = {name: take() for name, take in samples.items()}
    for _ in range(rounds - 1):
        found = {name: min(found[name], take()) for name, take in samples.items()}
    return found


def sign_alone() -> None:
    """What botocore takes to sign one such request."""
    request = import_module("botocore.awsrequest").AWSRequest(
        method="POST",
        url="http://127.0.0.1:8080/model/anthropic.claude-opus-5/invoke",
        headers={
            "host": "127.0.0.1:8080",
            "accept": "application/json",
            "accept-encoding": "gzip, deflate",
            "content-type": "application/json",
            "content-length": "1200",
            "user-agent": "claude-client",
        },
        data=b"x" * 1200,
    )
    credentials = import_module("botocore.credentials").Credentials("AKID", "SECRET")
    import_module("botocore.auth").SigV4Auth(credentials, "bedrock", "us-east-1").add_auth(request)


def google_credentials() -> Any:
    """Credentials of google-auth whose token is valid."""
    expiry = (datetime.now(timezone.utc) + timedelta(hours=1)).replace(tzinfo=None)
    return import_module("google.oauth2.credentials").Credentials("token", expiry=expiry)


def measure_calls(calls: int, rounds: int) -> dict[str, float]:
    """CPU of a call: plain, signed, and with a token that is in the cache; on both clients, without a network."""
    import httpx

    from claude_client import AsyncClient, Client
    from claude_client.platforms import Bedrock, Vertex

    body = json.dumps(MESSAGE).encode()

    def respond_at_once(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "application/json"}, content=body, request=request)

    transport = httpx.MockTransport(respond_at_once)
    vertex = {"region": "global", "project_id": "p", "credentials": google_credentials()}
    ways: dict[str, Any] = {
        "plain": {"api_key": "k"},
        "vertex": {"platform": Vertex(**vertex)},
        "bedrock": {"platform": Bedrock(**AWS_KEYS)},
    }

    def ask(options: Any) -> float:
        with Client(base_url="http://127.0.0.1", http_client=httpx.Client(transport=transport), **options) as client:
            client.messages.create(**ASK)
            return cpu(lambda: client.messages.create(**ASK), calls)

    async def ask_async(options: Any) -> float:
        http = httpx.AsyncClient(transport=transport)
        async with AsyncClient(base_url="http://127.0.0.1", http_client=http, **options) as client:
            await client.messages.create(**ASK)
            before = time.process_time()
            for _ in range(calls):
                await client.messages.create(**ASK)
            return (time.process_time() - before) / calls * 1e6

    samples: dict[str, Callable[[], float]] = {"signing alone": lambda: cpu(sign_alone, calls)}
    for name, options in ways.items():
        samples[f"{name}, sync"] = partial(ask, options)
        samples[f"{name}, async"] = lambda options=options: asyncio.run(ask_async(options))
    return lowest(samples, rounds)


def measure_streams(events: int, rounds: int, clients: dict[str, Any]) -> dict[str, float]:
    """CPU of an event, in each framing, whole and one by one."""

    def read(client: Any, model: str) -> float:
        before = time.process_time()
        count = sum(1 for _ in client.messages.create(**{**ASK, "model": model}, stream=True))
        assert count >= events, count
        return (time.process_time() - before) / events * 1e6

    samples = {
        f"{name}, {model}": lambda client=client, model=model: read(client, model)
        for name, client in clients.items()
        for model in ("one-by-one", "all-at-once")
    }
    return lowest(samples, rounds)


def our_streams(url: str, events: int, rounds: int) -> dict[str, float]:
    """The streams of this package."""
    import claude_client
    from claude_client.platforms import Bedrock

    clients = {
        "sse": claude_client.Client(api_key="k", base_url=url),
        # With a key, as signatures are measured by themselves.
        "frames": claude_client.Client(platform=Bedrock(region="us-east-1", api_key="k"), base_url=url),
    }
    return measure_streams(events, rounds, clients)


def official_streams(url: str, events: int) -> dict[str, float]:
    """The stream of the official package, which runs in the environment that has it."""
    package = import_module("anthropic")
    client = package.AnthropicBedrock(base_url=url, aws_region="us-east-1", api_key="k")
    return measure_streams(events, 3, {"official": client})


def peer(url: str, events: int) -> dict[str, float]:
    """`official_streams`, by another interpreter; empty where there is none."""
    root = Path(__file__).resolve().parents[1]
    python = Path(os.environ.get("BENCHMARK_PEER_PYTHON") or root / ".venv-peer/bin/python")
    if not python.exists():
        return {}
    command = [python, __file__, "--official", url, "--events", str(events)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name: float(value) for name, value in json.loads(done.stdout).items()}


def show(told: str, found: float, bound: float, unit: str, *, at_least: bool = False) -> bool:
    """Print a figure beside its bound; whether it keeps to it."""
    kept = found >= bound if at_least else found <= bound
    word = "at least" if at_least else "at most"
    print(f"{'ok  ' if kept else 'OVER'} {told}: {found:.2f}{unit} ({word} {bound:g}{unit})")
    return kept


def main(calls: int, events: int, rounds: int) -> bool:
    """Measure and print; whether everything is within its bound."""
    with served(events) as url:
        call = measure_calls(calls, rounds)
        event = our_streams(url, events, rounds)
        official = peer(url, events)
    for name, value in {**call, **event, **official}.items():
        print(f"     {name}: {value:.2f} us")
    signed = {
        kind: call[f"bedrock, {kind}"] - call[f"plain, {kind}"] - call["signing alone"] for kind in ("sync", "async")
    }
    kept = [
        show(f"Bedrock, {kind}: a signed call over a plain one, beyond signing", cost, SIGNED_AT_MOST_US, " us")
        for kind, cost in signed.items()
    ]
    kept += [
        show(
            f"Vertex, {kind}: a call with a cached token over a plain one",
            call[f"vertex, {kind}"] - call[f"plain, {kind}"],
            TOKEN_AT_MOST_US,
            " us",
        )
        for kind in ("sync", "async")
    ]
    ratio = event["frames, one-by-one"] / event["sse, one-by-one"]
    kept.append(show("an event in frames over a server-sent one, one by one", ratio, FRAMES_AT_MOST, " times"))
    at_once = event["frames, all-at-once"] / event["sse, all-at-once"]
    kept.append(
        show("an event in frames over a server-sent one, where many come at once", at_once, FRAMES_AT_MOST, " times")
    )
    if official:
        # One by one, most of an event's cost is that of reading it from the socket, in either package.
        single = official["official, one-by-one"] / event["frames, one-by-one"]
        print(f"     the official package's event over ours, one by one: {single:.2f} times")
        times = official["official, all-at-once"] / event["frames, all-at-once"]
        told = "the official package's event over ours, where many come at once"
        kept.append(show(told, times, OFFICIAL_AT_LEAST, " times", at_least=True))
    return all(kept)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--calls", type=int, default=150)
    parser.add_argument("--events", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--official", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve(given.events))
    elif given.official:
        print(json.dumps(official_streams(given.official, given.events)))
    else:
        sys.exit(0 if main(given.calls, given.events, given.rounds) else 1)
