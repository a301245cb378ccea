"""Connections on every backend: refusals while a body is sent, heads without end, and nothing that stays open."""

from __future__ import annotations

import gc
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import httpx
import pytest

from claude_client.http import AsyncTransport, Transport
from claude_client.http.clients import check_address
from claude_client.http.http11 import HEAD_BYTES, INTERIM_RESPONSES
from peer import OK, TLS, Sender, asked, request_read, responds_with

REFUSAL = b"HTTP/1.1 413 Content Too Large\r\ncontent-length: 2\r\n\r\nno"
LARGE = 1 << 25
"""More than the buffers of a connection hold."""


class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that is produced while it is sent, and says how much of it was asked for."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self.asked_for = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            self.asked_for += len(piece)
            yield piece

    async def __aiter__(self) -> Any:
        for piece in self._pieces:
            self.asked_for += len(piece)
            yield piece


def bodies() -> dict[str, Callable[[], dict[str, Any]]]:
    chunked = {"host": "a", "transfer-encoding": "chunked"}
    return {
        "in one piece": lambda: {"content": b"x" * LARGE},
        "in pieces": lambda: {"headers": chunked, "stream": Pieces(b"x" * 70_000 for _ in range(LARGE // 70_000))},
    }


# ---- a response while the request is sent ----------------------------------------------------------------


@pytest.mark.parametrize("secured", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize("before", [b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"], ids=["at once", "after a hint"])
@pytest.mark.parametrize("kind_of_body", list(bodies()))
def test_a_refusal_is_heard_while_the_body_is_still_being_sent(
    sender: Sender, peer: Any, certificates: Any, kind_of_body: str, before: bytes, secured: bool
) -> None:
    over = threading.Event()

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        if before:
            connection.sendall(before)
        connection.sendall(REFUSAL)
        over.wait(20)  # it neither reads on nor closes
        return False

    server = peer(script, certificates.server if secured else None)

    async def body(send: Any) -> None:
        started = time.monotonic()
        response = await send(server.url, 20.0, method="POST", read=False, **bodies()[kind_of_body]())
        assert response.status_code == 413
        assert time.monotonic() - started < 10.0
        await (response.aclose() if sender.kind != "sync" else anyio.to_thread.run_sync(response.close))
        over.set()

    sender.run(body, verify=certificates.client)


@pytest.mark.parametrize("secured", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize("kind_of_body", list(bodies()))
def test_a_body_is_sent_to_its_end_where_the_server_begins_to_respond_before(
    sender: Sender, peer: Any, certificates: Any, kind_of_body: str, secured: bool
) -> None:
    received: list[int] = []

    def script(connection: socket.socket, number: int) -> bool:
        is_chunked = b"chunked" in request_read(connection)
        connection.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        connection.sendall(OK[:-2])
        file, size = connection.makefile("rb"), 0
        if is_chunked:
            while chunk := int(file.readline(), 16):
                size += len(file.read(chunk))
                file.readline()
            file.readline()
        else:
            size = len(file.read(LARGE))
        received.append(size)
        connection.sendall(OK[-2:])
        return True

    server = peer(script, certificates.server if secured else None)

    async def body(send: Any) -> None:
        for _ in range(2):
            assert await send(server.url, 20.0, method="POST", **bodies()[kind_of_body]()) == b"ok"

    sender.run(body, verify=certificates.client)

    assert received == [LARGE if kind_of_body == "in one piece" else LARGE // 70_000 * 70_000] * 2


def test_nothing_more_is_produced_for_a_server_that_has_refused(sender: Sender, peer: Any) -> None:
    server = peer(lambda connection, _: (request_read(connection) and connection.sendall(REFUSAL)) or True)
    stream = Pieces(b"x" * 70_000 for _ in range(10_000))

    async def body(send: Any) -> None:
        headers = {"host": "a", "transfer-encoding": "chunked"}
        assert await send(server.url, method="POST", headers=headers, stream=stream) == b"no"

    sender.run(body)

    assert stream.asked_for < 100_000_000


def test_a_server_that_takes_nothing_ends_with_the_timeout(sender: Sender, peer: Any) -> None:
    over = threading.Event()

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        over.wait(20)
        return False

    server = peer(script)

    async def body(send: Any) -> None:
        with pytest.raises(httpx.WriteTimeout):
            await send(server.url, 0.2, method="POST", content=b"x" * LARGE)
        over.set()

    sender.run(body)


# ---- heads -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "interim",
    [b"HTTP/1.1 102 Processing\r\n\r\n", b"HTTP/1.1 103 Early Hints\r\nlink: " + b"x" * 5000 + b"\r\n\r\n"],
    ids=["many", "large"],
)
def test_interim_responses_without_end_are_an_error(sender: Sender, peer: Any, interim: bytes) -> None:
    sent = 0

    def script(connection: socket.socket, number: int) -> bool:
        nonlocal sent
        request_read(connection)
        while sent < 10 * HEAD_BYTES:
            connection.sendall(interim)
            sent += len(interim)
        return False

    server = peer(script)

    async def body(send: Any) -> None:
        with pytest.raises(httpx.RemoteProtocolError, match="interim responses"):
            await send(server.url)

    sender.run(body)


def test_so_many_interim_responses_are_taken(sender: Sender, peer: Any) -> None:
    server = peer(responds_with(b"HTTP/1.1 102 Processing\r\n\r\n" * INTERIM_RESPONSES + OK))

    async def body(send: Any) -> None:
        assert await send(server.url) == b"ok"

    sender.run(body)


@pytest.mark.parametrize(
    ("start", "drop"),
    [(b"HTTP/1.1 200 OK\r\nx-a: ", b"x"), (b"", b"HTTP/1.1 102 Processing\r\n\r\n")],
    ids=["of a header", "of interim responses"],
)
def test_a_head_that_comes_drop_by_drop_ends_with_the_read_timeout(
    sender: Sender, peer: Any, start: bytes, drop: bytes
) -> None:
    over = threading.Event()

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        connection.sendall(start)
        while not over.wait(0.02):
            connection.sendall(drop)
        return False

    server = peer(script)

    async def body(send: Any) -> None:
        started = time.monotonic()
        with pytest.raises(httpx.ReadTimeout):
            await send(server.url, 0.3)
        over.set()
        assert time.monotonic() - started < 3.0

    sender.run(body)


# ---- what is closed ---------------------------------------------------------------------------------------


class Burst:
    """A peer that gives each of so many requests a connection of its own, and tells when all of these are gone."""

    def __init__(self, peer: Any, size: int) -> None:
        self.size = size
        self.gone = threading.Semaphore(0)
        together = threading.Barrier(size)

        def script(connection: socket.socket, number: int) -> bool:
            try:
                request_read(connection)
            except OSError:
                self.gone.release()
                raise
            if number == 0:
                together.wait(10)
            connection.sendall(OK)
            return True

        self.server = peer(script)

    async def open(self, transport: Any) -> None:
        async with anyio.create_task_group() as group:
            for _ in range(self.size):
                group.start_soon(self.ask, transport)

    async def ask(self, transport: Any) -> None:
        response = await transport.handle_async_request(asked(self.server.url, 10.0))
        assert await response.aread() == b"ok"
        await response.aclose()

    def wait_until_all_are_gone(self) -> None:
        for number in range(self.size):
            assert self.gone.acquire(timeout=5), f"{self.size - number} connections are still open"


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_client_that_is_left_by_cancellation_closes_every_connection(backend: str, peer: Any) -> None:
    burst = Burst(peer, 30)

    async def main() -> None:
        with anyio.CancelScope() as scope:
            async with httpx.AsyncClient(transport=(transport := AsyncTransport())):
                await burst.open(transport)
                scope.cancel()
        await anyio.to_thread.run_sync(burst.wait_until_all_are_gone)

    anyio.run(main, backend=backend)


def test_a_client_that_is_left_by_the_cancellation_of_a_task_closes_every_connection(peer: Any) -> None:
    import asyncio

    burst = Burst(peer, 30)

    async def hold() -> None:
        async with httpx.AsyncClient(transport=(transport := AsyncTransport())):
            await burst.open(transport)
            asyncio.current_task().cancel()  # type: ignore[union-attr]  # it runs

    async def main() -> None:
        task = asyncio.create_task(hold())
        await asyncio.wait([task])
        assert task.cancelled()
        await asyncio.to_thread(burst.wait_until_all_are_gone)

    asyncio.run(main())


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_dead_connections_that_are_met_by_a_call_that_is_cancelled_are_all_closed(backend: str, peer: Any) -> None:
    burst = Burst(peer, 30)
    limits = httpx.Limits(max_connections=30, max_keepalive_connections=30)

    async def main() -> None:
        async with AsyncTransport(trust_env=False, verify=TLS, limits=limits) as pool:
            await burst.open(pool)
            for connection in burst.server.connections:
                connection.shutdown(socket.SHUT_WR)
            await anyio.wait_all_tasks_blocked()
            with anyio.CancelScope() as scope:
                scope.cancel()
                await burst.ask(pool)
            assert pool.slots.count == 0
            await anyio.to_thread.run_sync(burst.wait_until_all_are_gone)

    anyio.run(main, backend=backend)
    gc.collect()  # warnings are errors here


def test_the_transport_of_threads_closes_every_connection(peer: Any) -> None:
    burst = Burst(peer, 10)
    with Transport() as transport:
        threads = [
            threading.Thread(target=lambda: transport.handle_request(asked(burst.server.url, 10.0)).read())
            for _ in range(10)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    burst.wait_until_all_are_gone()


@pytest.mark.parametrize("secured", [False, True], ids=["plain", "tls"])
def test_a_call_in_another_thread_ends_when_the_transport_is_closed(
    peer: Any, certificates: Any, secured: bool
) -> None:
    asked_for = threading.Event()

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        asked_for.set()
        return bool(connection.recv(1))

    server = peer(script, certificates.server if secured else None)
    errors: list[Exception] = []

    def call() -> None:
        try:
            transport.handle_request(asked(server.url, 20.0))
        except httpx.TransportError as error:
            errors.append(error)

    with Transport(verify=certificates.client) as transport:
        thread = threading.Thread(target=call)
        thread.start()
        assert asked_for.wait(5)
    thread.join(5)

    assert not thread.is_alive()
    assert len(errors) == 1


# ---- addresses and secrets --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://127.0.0.1:0/", "invalid port 0: expected 1 to 65535"),
        ("http://127.0.0.1:65536/", "invalid port 65536"),
        ("http://127.0.0.1:-1/", "invalid port -1"),
        ("http://127.0.0.1:99999999999999999999/", "invalid port 99999999999999999999"),
        ("http:///path", "expected a host"),
        ("http://a%00b/", "invalid host 'a%00b'"),
        ("http://a b/", "invalid host 'a%20b'"),
        ("http://a..b/", "invalid host 'a..b': a label of it is empty"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused_by_name(sender: Sender, url: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        check_address(httpx.URL(url))

    async def body(send: Any) -> None:
        with pytest.raises(httpx.TransportError):
            await send(url)

    sender.run(body)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:65535/", "http://[fe80::1]:1/", "https://bücher.example/", "http://a_b/"]
)
def test_an_address_that_may_lead_somewhere_is_taken(url: str) -> None:
    check_address(httpx.URL(url))


def disconnects(connection: socket.socket, number: int) -> bool:
    request_read(connection)
    return False


def keeps_silent(connection: socket.socket, number: int) -> bool:
    request_read(connection)
    connection.recv(1)
    return False


def reads_nothing(connection: socket.socket, number: int) -> bool:
    connection.recv(1)
    threading.Event().wait(2)
    return False


KEY = {"host": "a", "x-api-key": "sk-ant-secret"}


@pytest.mark.parametrize("secured", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize(
    ("script", "more"),
    [
        (disconnects, {}),
        (keeps_silent, {}),
        (keeps_silent, {"method": "POST", "content": b"x" * LARGE}),
        (reads_nothing, {"headers": {**KEY, "x-large": "y" * 9_000_000}}),
        (responds_with(b"no HTTP\r\n\r\n"), {}),
        (responds_with(OK), {"headers": {**KEY, "x-other": "a\nb"}}),
        (responds_with(OK), {"headers": {**KEY, "x other": "a"}}),
    ],
    ids=["disconnects", "silent", "takes no body", "takes no head", "no HTTP", "invalid value", "invalid name"],
)
def test_no_frame_of_a_traceback_shows_the_key(
    sender: Sender, peer: Any, certificates: Any, secured: bool, script: Any, more: dict[str, Any]
) -> None:
    server = peer(script, certificates.server if secured else None)
    more = {"headers": KEY, **more}

    async def body(send: Any) -> None:
        with pytest.raises(httpx.TransportError) as caught:
            await send(server.url, 0.3, **more)
        assert "sk-ant-secret" not in locals_of(caught.value)

    sender.run(body, verify=certificates.client)


def locals_of(error: BaseException | None) -> str:
    """The local variables of all frames but those of tests, in the tracebacks of an error and of its causes."""
    shown: list[str] = []
    while error is not None:
        trace = error.__traceback__
        while trace is not None:
            if not Path(trace.tb_frame.f_code.co_filename).is_relative_to(Path(__file__).parent.parent):
                shown += [_show(value) for value in trace.tb_frame.f_locals.values()]
            trace = trace.tb_next
        error = error.__cause__ or error.__context__
    return "\n".join(shown)


def _show(value: object) -> str:
    if isinstance(value, (bytes, bytearray, memoryview)):
        with suppress(ValueError):  # a view that was released
            return bytes(value).decode("latin-1")
    return repr(value)
