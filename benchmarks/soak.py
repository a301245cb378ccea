"""Streams with random faults, many at a time and for long: does each end well, and is anything left behind?

    python -m benchmarks.soak --streams 10000 --at-a-time 100 --seconds 600
    python -m benchmarks.soak --client sync

A server in a process of its own does something wrong with most of what it is asked, and the callers do too: they leave
loops, forget streams, close them from elsewhere and cancel tasks. Every call has to end in a result or in an error of
this package; at the end no socket, task or thread may be left, Python may have warned of nothing, and memory has to be
where it was after a fifth of the streams.

The streams are spread over the seconds: the server takes its time between two events, so that as many are open at a
time as was asked for.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import json
import logging
import os
import random
import struct
import subprocess
import sys
import threading
import time
import warnings
import zlib
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from socket import SO_LINGER, SOL_SOCKET
from typing import Any, Final

from claude_client import AsyncClient, ClaudeError, Client

ASK: Final[Any] = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hello"}]}
GROWTH_MIB: Final = 16.0
"""As much as memory may grow, which the allocator does not give back at once."""


# ---- the server -------------------------------------------------------------------------------------------------


def _event(**fields: Any) -> bytes:
    return b"event: %b\ndata: %b\n\n" % (fields["type"].encode(), json.dumps(fields).encode())


USAGE: Final = {"input_tokens": 3, "output_tokens": 1}
MESSAGE: Final = {"id": "msg_1", "type": "message", "role": "assistant", "model": "m", "content": [], "usage": USAGE}
PING: Final = _event(type="ping")
EVENTS: Final = [
    _event(type="message_start", message={**MESSAGE, "stop_reason": None, "stop_sequence": None}),
    _event(type="content_block_start", index=0, content_block={"type": "text", "text": ""}),
    *(_event(type="content_block_delta", index=0, delta={"type": "text_delta", "text": "word "}) for _ in range(30)),
    _event(type="content_block_stop", index=0),
    _event(type="message_delta", delta={"stop_reason": "end_turn", "stop_sequence": None}, usage={"output_tokens": 30}),
    _event(type="message_stop"),
]
OVERLOADED: Final = _event(type="error", error={"type": "overloaded_error", "message": "Overloaded"})
HEAD: Final = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nrequest-id: req_1\r\n"
REFUSAL: Final = b'{"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}'


class Misbehaving:
    """Treats each request in a way that is drawn at random."""

    def __init__(self, seed: int, stream_seconds: float) -> None:
        self.random = random.Random(seed)  # no secret
        self.pause = stream_seconds / len(EVENTS)
        """Between two events."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection."""
        ways = [getattr(self, name) for name in WAYS]
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(int(x[15:]) for x in head.lower().split(b"\r\n") if x.startswith(b"content-length:"))
                await reader.readexactly(length)
                (way,) = self.random.choices(ways, WAYS.values())
                if not await way(reader, writer):
                    break
        with suppress(OSError):
            writer.close()
            await writer.wait_closed()

    async def whole(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        writer.write(HEAD + b"transfer-encoding: chunked\r\n\r\n")
        await self._pieces(writer, [_chunk(event) for event in EVENTS])
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return True

    async def packed(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        return await self._packed(writer, _packed(EVENTS))

    async def split(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        writer.write(HEAD + b"\r\n")
        text = b"".join(EVENTS)
        await self._pieces(writer, [text[start : start + 130] for start in range(0, len(text), 130)])
        return False

    async def closed(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        await self._some(writer)
        return False

    async def reset(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        await self._some(writer)
        return _reset(writer)

    async def reset_before_headers(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        return _reset(writer)

    async def cut_in_a_chunk(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        writer.write(HEAD + b"transfer-encoding: chunked\r\n\r\n")
        await self._pieces(writer, [_chunk(event) for event in self._some_events()])
        writer.write(b"ffff\r\nevent")
        await writer.drain()
        return False

    async def cut_packed(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        return await self._packed(writer, _packed(EVENTS)[:-5])

    async def not_packed(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        writer.write(HEAD + b"content-encoding: gzip\r\n\r\n")
        await self._pieces(writer, self._some_events())
        return False

    async def garbage(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        writer.write(self.random.randbytes(200))
        await writer.drain()
        return False

    async def not_json(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        await self._some(writer)
        writer.write(b'event: content_block_delta\ndata: {"type": \n\n')
        await writer.drain()
        return False

    async def overloaded(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        writer.write(b"HTTP/1.1 529 Overloaded\r\nretry-after-ms: 5\r\ncontent-type: application/json\r\n")
        writer.write(b"content-length: %d\r\n\r\n%b" % (len(REFUSAL), REFUSAL))
        await writer.drain()
        return True

    async def overloaded_in_the_stream(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        writer.write(HEAD + b"retry-after-ms: 5\r\n\r\n" + OVERLOADED)
        await writer.drain()
        return False

    async def silent(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        await self._some(writer)
        await reader.read()
        return False

    async def pinging(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        await self._some(writer)
        while True:
            writer.write(PING)
            await writer.drain()
            await asyncio.sleep(0.05)

    async def _packed(self, writer: asyncio.StreamWriter, pieces: list[bytes]) -> bool:
        length = sum(map(len, pieces))
        writer.write(HEAD + b"content-encoding: gzip\r\ncontent-length: %d\r\n\r\n" % length)
        await self._pieces(writer, pieces)
        return True

    async def _some(self, writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"\r\n")
        await self._pieces(writer, self._some_events())

    def _some_events(self) -> list[bytes]:
        return EVENTS[: self.random.randrange(len(EVENTS) - 2)]

    async def _pieces(self, writer: asyncio.StreamWriter, pieces: list[bytes]) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(self.pause)


WAYS: Final = {
    "whole": 30,
    "packed": 8,
    "split": 8,
    "closed": 6,
    "reset": 6,
    "reset_before_headers": 4,
    "cut_in_a_chunk": 4,
    "cut_packed": 4,
    "not_packed": 3,
    "garbage": 4,
    "not_json": 4,
    "overloaded": 6,
    "overloaded_in_the_stream": 6,
    "silent": 5,
    "pinging": 5,
}
"""The ways to respond, by weight."""


def _packed(pieces: list[bytes]) -> list[bytes]:
    """Each piece compressed by itself, and the end."""
    packer = zlib.compressobj(wbits=31)
    return [*(packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH) for piece in pieces), packer.flush()]


def _chunk(content: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(content), content)


def _reset(writer: asyncio.StreamWriter) -> bool:
    writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
    return False


async def serve(seed: int, stream_seconds: float) -> None:
    """Serve until the standard input is closed."""
    # It would say each time that a client was gone.
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    server = await asyncio.start_server(Misbehaving(seed, stream_seconds).serve, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    os._exit(0)


@contextmanager
def server(seed: int, stream_seconds: float) -> Iterator[str]:
    """The address of the server, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.soak", "--serve", str(stream_seconds), "--seed", str(seed)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.stdin.close()


# ---- the callers ------------------------------------------------------------------------------------------------

CALLERS: Final = {"read": 50, "help": 25, "leave": 6, "raise": 4, "close": 6, "cancel": 6, "forget": 3}
"""What callers do with their streams, by weight."""


class CallersOwnError(Exception):
    """What a caller raises in its own loop."""


@dataclass
class Soak:
    """What has happened so far."""

    streams: int
    at_a_time: int
    seconds: float
    started: float = field(default_factory=time.monotonic)
    done: int = 0
    ended: int = 0
    open: int = 0
    most_open: int = 0
    outcomes: Counter[str] = field(default_factory=Counter[str])
    foreign: list[str] = field(default_factory=list[str])
    """Errors that are none of this package."""
    complaints: list[str] = field(default_factory=list[str])
    """What Python and the event loop said that nobody was there to hear."""
    memory_mib: list[float] = field(default_factory=list[float])
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def stream_seconds(self) -> float:
        """What a whole stream takes. Many are not whole, so on the average they take as long as they may."""
        return 1.3 * self.seconds * self.at_a_time / self.streams

    @property
    def silence_seconds(self) -> float:
        """After so long the client gives a silent stream up."""
        return 0.3 + 4 * self.stream_seconds / len(EVENTS)

    def options(self, address: str) -> Any:
        """The arguments of the client."""
        return {"api_key": "k", "base_url": address, "max_retries": 1, "stream_idle_timeout": self.silence_seconds}

    def next(self) -> float | None:
        """Seconds until the next stream is to be made; `None` where there is none."""
        with self.lock:
            if self.done >= self.streams:
                return None
            self.done += 1
            # No sooner than the others, so that they last for the whole time.
            return max(0.0, self.started + self.seconds * self.done / self.streams - time.monotonic())

    def begin(self) -> None:
        """Note that a stream is made."""
        with self.lock:
            self.open += 1
            self.most_open = max(self.most_open, self.open)

    def note(self, outcome: BaseException | str) -> None:
        """How a stream ended."""
        with self.lock:
            self.open -= 1
            self.ended += 1
            if self.ended % max(1, self.streams // 10) == 0:
                self.memory_mib.append(memory_mib())
            if isinstance(outcome, str):
                self.outcomes[outcome] += 1
            elif isinstance(outcome, ClaudeError):
                self.outcomes[type(outcome).__name__] += 1
            else:
                self.outcomes[f"! {type(outcome).__name__}"] += 1
                self.foreign.append(repr(outcome))


async def soak_async(soak: Soak, address: str, chosen: random.Random) -> int:
    """Run it on `AsyncClient`; the number of tasks that are left."""
    complaints = soak.complaints
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: complaints.append(str(context)))
    async with AsyncClient(**soak.options(address)) as client:

        async def caller() -> None:
            while (wait := soak.next()) is not None:
                await asyncio.sleep(wait)
                soak.begin()
                (way,) = chosen.choices(list(CALLERS), list(CALLERS.values()))
                try:
                    if way == "cancel":
                        with suppress(asyncio.TimeoutError):
                            await asyncio.wait_for(_read(client, "read"), chosen.random() * soak.stream_seconds)
                        soak.note("left by the caller")
                    else:
                        soak.note(await _read(client, way))
                except CallersOwnError:
                    soak.note("left by the caller")
                except Exception as error:  # noqa: BLE001, RUF100  # of any kind, to be counted
                    soak.note(error)

        await asyncio.gather(*(caller() for _ in range(soak.at_a_time)))
    for _ in range(10):  # what has been cancelled needs a few turns to end
        await asyncio.sleep(0)
    return len(asyncio.all_tasks()) - 1


async def _read(client: AsyncClient, way: str) -> str:
    if way == "help":
        async with client.messages.stream(**ASK) as helped:
            await helped.get_final_message()
        return "a whole message"
    stream = await client.messages.create(**ASK, stream=True)
    if way == "forget":
        return "forgotten by the caller"
    closing: Awaitable[None] | None = None
    async for event in stream:
        if way == "leave":
            return "left by the caller"
        if way == "raise":
            raise CallersOwnError
        if way == "close" and closing is None:
            closing = asyncio.create_task(stream.close())
        del event
    if closing is not None:
        await closing
        return "closed by the caller"
    return "a whole message"


def soak_sync(soak: Soak, address: str, chosen: random.Random) -> None:
    """Run it on `Client`, in threads."""
    with (
        Client(**soak.options(address)) as client,
        ThreadPoolExecutor(soak.at_a_time) as threads,
        ThreadPoolExecutor(4) as closers,
    ):

        def caller(_: int) -> None:
            while (wait := soak.next()) is not None:
                time.sleep(wait)
                soak.begin()
                (way,) = chosen.choices(list(CALLERS), list(CALLERS.values()))
                try:
                    soak.note(_read_sync(client, way, closers))
                except CallersOwnError:
                    soak.note("left by the caller")
                except Exception as error:  # noqa: BLE001, RUF100  # of any kind, to be counted
                    soak.note(error)

        list(threads.map(caller, range(soak.at_a_time)))


def _read_sync(client: Client, way: str, closers: ThreadPoolExecutor) -> str:
    if way == "help":
        with client.messages.stream(**ASK) as helped:
            helped.get_final_message()
        return "a whole message"
    stream = client.messages.create(**ASK, stream=True)
    if way == "forget":
        return "forgotten by the caller"
    closing: Callable[[], None] | None = None
    for event in stream:
        if way == "leave":
            return "left by the caller"
        if way == "raise":
            raise CallersOwnError
        if way in ("close", "cancel") and closing is None:
            closing = closers.submit(stream.close).result
        del event
    if closing is not None:
        closing()
        return "closed by the caller"
    return "a whole message"


# ---- what is left -----------------------------------------------------------------------------------------------


def memory_mib() -> float:
    """The memory of this process."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20 if statm.exists() else 0.0


def sockets() -> int:
    """The sockets of this process."""
    folder, found = Path("/proc/self/fd"), 0
    for entry in folder.iterdir() if folder.exists() else ():
        with suppress(OSError):
            found += str(entry.readlink()).startswith("socket:")
    return found


@contextmanager
def listening(complaints: list[str]) -> Iterator[None]:
    """Take down warnings, `ResourceWarning` above all, and exceptions in finalizers and threads."""
    hooks = sys.unraisablehook, threading.excepthook
    sys.unraisablehook = threading.excepthook = lambda args: complaints.append(repr(args))
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            yield
    finally:
        sys.unraisablehook, threading.excepthook = hooks
        complaints += [str(each.message) for each in warned]


def run(kind: str, streams: int, at_a_time: int, seconds: float, seed: int) -> bool:
    """Soak one of the clients and say what came of it; whether all is well."""
    chosen = random.Random(seed)  # no secret
    gc.collect()
    sockets_before, threads_before = sockets(), {*threading.enumerate()}
    soak = Soak(streams, at_a_time, seconds)
    tasks = 0
    with server(seed, soak.stream_seconds) as address, listening(soak.complaints):
        soak.started = time.monotonic()
        if kind == "async":
            tasks = asyncio.run(soak_async(soak, address, chosen))
        else:
            soak_sync(soak, address, chosen)
        gc.collect()
    took = time.monotonic() - soak.started
    left_sockets = sockets() - sockets_before
    # The one thread that keeps time for all streams of the process stays.
    left_threads = [
        t for t in threading.enumerate() if t not in threads_before and t.name != "claude_client stream timeouts"
    ]
    after_a_fifth = soak.memory_mib[1] if len(soak.memory_mib) > 1 else memory_mib()
    grown = memory_mib() - after_a_fifth
    print(f"{kind}: {soak.done:,} streams in {took:.0f} s, {soak.most_open} at a time, seed {seed}")
    for outcome, count in soak.outcomes.most_common():
        print(f"  {count:>7,}  {outcome}")
    print(
        f"  left: {left_sockets} sockets, {tasks} tasks, {len(left_threads)} threads, {len(soak.complaints)} complaints"
    )
    print(f"  memory: {after_a_fifth:.1f} MiB after a fifth, {grown:+.1f} MiB at the end")
    print(f"  memory, MiB, at each tenth: {', '.join(f'{each:.1f}' for each in soak.memory_mib)}")
    for line in [*soak.foreign[:5], *soak.complaints[:5]]:
        print(f"  ! {line}")
    ended = sum(soak.outcomes.values()) == soak.done
    left = left_sockets > 0 or tasks or left_threads or grown > GROWTH_MIB
    return ended and not (soak.foreign or left or soak.complaints)


def main() -> int:
    """Soak what the arguments ask for; 1 where something is not well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--client", choices=["async", "sync", "both"], default="both")
    parser.add_argument("--streams", type=int, default=10_000, help="for each client")
    parser.add_argument("--at-a-time", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=600.0, help="that the streams are spread over")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))  # no secret
    parser.add_argument("--serve", type=float, metavar="STREAM_SECONDS", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.serve is not None:
        asyncio.run(serve(asked.seed, asked.serve))
    kinds = ["async", "sync"] if asked.client == "both" else [asked.client]
    well = [run(kind, asked.streams, asked.at_a_time, asked.seconds, asked.seed) for kind in kinds]
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())
