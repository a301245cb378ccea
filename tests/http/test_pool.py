"""The transports underneath: which connection a request takes, and what becomes of it."""

from __future__ import annotations

import gc
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import httpx
import pytest

from claude_client.http import AsyncTransport, Transport
from claude_client.http.slots import Slots
from peer import LIMITS, OK, TLS, Sender, asked, request_read, responds_with

HERE = (b"http", "here", 80, None)
THERE = (b"http", "there", 80, None)


# ---- slots: no I/O ------------------------------------------------------------------------------------


class FakeConnection:
    def __init__(self) -> None:
        self.alive = True

    def is_alive(self) -> bool:
        return self.alive


class Table:
    """`Slots` whose connections are made at once, with a clock that is set by hand."""

    def __init__(self, limits: httpx.Limits = LIMITS) -> None:
        self.now = 0.0
        self.closed: list[Any] = []
        self.slots = Slots[FakeConnection, threading.Event](limits, clock=lambda: self.now)

    def acquire(self, key: Any = HERE) -> Any:
        slot = self.slots.acquire(key, self.closed)
        if slot is not None and slot.connection is None:
            slot.connection = FakeConnection()
        return slot

    def release(self, slot: Any, *, reusable: bool = True) -> None:
        self.slots.release(slot, self.closed, reusable=reusable)

    def wait(self, key: Any = HERE) -> Any:
        return self.slots.enqueue(key, threading.Event())


def test_the_connection_used_last_is_taken_first() -> None:
    table = Table()
    first, second = table.acquire(), table.acquire()
    table.release(first)
    table.release(second)

    assert table.acquire() is second
    assert table.acquire() is first
    assert not table.closed


def test_a_connection_that_the_server_closed_is_not_taken() -> None:
    table = Table()
    slot = table.acquire()
    table.release(slot)
    slot.connection.alive = False

    again = table.acquire()

    assert again is not slot
    assert table.closed == [slot.connection]
    assert table.slots.count == 1


def test_a_connection_that_cannot_be_used_again_is_closed() -> None:
    table = Table()
    slot = table.acquire()

    table.release(slot, reusable=False)
    table.release(slot, reusable=False)

    assert table.closed == [slot.connection]
    assert table.slots.count == 0


def test_idle_connections_beyond_the_limit_are_closed_the_oldest_first() -> None:
    table = Table()
    in_use = [table.acquire() for _ in range(3)]
    for slot in in_use:
        table.release(slot)

    assert table.closed == [in_use[0].connection]
    assert table.slots.idle_count == 2


def test_a_connection_that_was_idle_for_too_long_is_closed_when_another_is_given_back() -> None:
    table = Table()
    old, used = table.acquire(), table.acquire()
    table.release(old)
    table.now = 6.0
    table.release(used)

    assert table.closed == [old.connection]


def test_whoever_waits_is_served_in_the_order_of_asking() -> None:
    table = Table()
    in_use = [table.acquire() for _ in range(3)]
    assert table.acquire() is None
    first, second = table.wait(), table.wait()

    table.release(in_use[0])
    table.release(in_use[1], reusable=False)

    assert first.slot is in_use[0]
    assert second.slot is not None
    assert second.slot.connection is None
    assert table.slots.count == 3


def test_nobody_overtakes_the_line() -> None:
    table = Table()
    in_use = [table.acquire() for _ in range(3)]
    waiting = [table.wait(), table.wait()]
    table.release(in_use[0], reusable=False)

    assert waiting[0].slot is not None
    assert table.acquire() is None


def test_a_place_handed_to_somebody_who_left_goes_to_the_next() -> None:
    table = Table()
    in_use = [table.acquire() for _ in range(3)]
    leaving, staying = table.wait(), table.wait()
    table.release(in_use[0])

    table.slots.cancel(leaving, table.closed)

    assert staying.slot is in_use[0]
    assert not table.closed


def test_an_idle_connection_to_another_origin_makes_room() -> None:
    table = Table()
    in_use = [table.acquire() for _ in range(3)]
    table.release(in_use[0])

    elsewhere = table.acquire(THERE)

    assert elsewhere is not None
    assert table.closed == [in_use[0].connection]
    assert table.slots.count == 3


def test_a_connection_to_another_origin_than_the_first_in_line_wants_is_closed_for_it() -> None:
    table = Table()
    in_use = [table.acquire() for _ in range(3)]
    waiter = table.wait(THERE)

    table.release(in_use[0])

    assert table.closed == [in_use[0].connection]
    assert waiter.slot.key == THERE


def test_closing_closes_all_and_wakes_who_waits() -> None:
    table = Table()
    in_use = [table.acquire() for _ in range(3)]
    table.release(in_use[0])
    table.acquire(THERE)
    waiter = table.wait()

    table.slots.close(table.closed)

    assert waiter.assigned.is_set()
    assert waiter.slot is None
    with pytest.raises(RuntimeError, match="closed"):
        table.acquire()
    table.release(in_use[1])
    assert table.slots.count == 0


def test_taking_and_giving_back_looks_at_one_connection_however_many_there_are() -> None:
    looked = 0

    class Counting(FakeConnection):
        def is_alive(self) -> bool:
            nonlocal looked
            looked += 1
            return True

    table = Table(httpx.Limits(max_connections=1000, max_keepalive_connections=1000, keepalive_expiry=None))
    in_use = [table.acquire() for _ in range(1000)]
    for slot in in_use:
        slot.connection = Counting()
        table.release(slot)

    for _ in range(100):
        table.release(table.acquire())

    assert looked == 100


# ---- over sockets --------------------------------------------------------------------------------------


def test_requests_one_after_the_other_share_a_connection(sender: Sender, peer: Any) -> None:
    server = peer(responds_with(OK))

    async def body(send: Any) -> None:
        assert [await send(server.url) for _ in range(5)] == [b"ok"] * 5
        assert len(server.connections) == 1

    sender.run(body)


@pytest.mark.parametrize(
    "closing", [b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok", OK + b"more"]
)
def test_a_connection_of_which_the_server_says_more_or_no_more_is_not_used_again(
    sender: Sender, peer: Any, closing: bytes
) -> None:
    server = peer(responds_with(closing))

    async def body(send: Any) -> None:
        assert await send(server.url) == b"ok"
        assert await send(server.url) == b"ok"
        assert len(server.connections) == 2

    sender.run(body)


def test_a_connection_that_was_closed_while_it_was_idle_is_replaced(sender: Sender, peer: Any) -> None:
    closed = threading.Event()

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        connection.sendall(OK)
        connection.shutdown(socket.SHUT_RDWR)
        closed.set()
        return False

    server = peer(script)

    async def body(send: Any) -> None:
        assert await send(server.url) == b"ok"
        closed.wait()
        assert await send(server.url) == b"ok"

    sender.run(body)


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (b"", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nok", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nok", httpx.RemoteProtocolError),
        (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", httpx.RemoteProtocolError),
        (
            b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nno trailer\r\n\r\n",
            httpx.RemoteProtocolError,
        ),
    ],
)
def test_a_response_that_is_none_or_not_whole_is_an_error(
    sender: Sender, peer: Any, reply: bytes, error: type[Exception]
) -> None:
    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        connection.sendall(reply)
        return False

    server = peer(script)

    async def body(send: Any) -> None:
        with pytest.raises(error):
            await send(server.url)

    sender.run(body)


def test_a_response_that_does_not_come_is_a_timeout_and_its_connection_is_closed(sender: Sender, peer: Any) -> None:
    ended = threading.Event()

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        if number == 0:
            connection.sendall(OK)
            return True
        assert connection.recv(1) == b""
        ended.set()
        return False

    server = peer(script)

    async def body(send: Any) -> None:
        await send(server.url)  # so that no time is needed to connect
        with pytest.raises(httpx.ReadTimeout):
            await send(server.url, seconds=0.01)
        assert await anyio.to_thread.run_sync(ended.wait, 5)

    sender.run(body)


@pytest.mark.parametrize(("first", "second"), [(5.0, 0.02), (0.1, 5.0)])
def test_each_request_on_a_connection_has_its_own_time(sender: Sender, peer: Any, first: float, second: float) -> None:
    go_on = threading.Event()

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        if number == 2:
            go_on.wait(5)
        connection.sendall(OK)
        return True

    server = peer(script)

    async def body(send: Any) -> None:
        await send(server.url)
        assert await send(server.url, seconds=first) == b"ok"
        if second < first:
            began = time.monotonic()
            with pytest.raises(httpx.ReadTimeout):
                await send(server.url, seconds=second)
            assert time.monotonic() - began < first / 2
        else:
            # The time of the first request passes while the second one waits.
            threading.Timer(1.5 * first, go_on.set).start()
            assert await send(server.url, seconds=second) == b"ok"
        assert len(server.connections) == 1
        go_on.set()

    sender.run(body)


def test_a_connection_that_is_refused_is_a_connect_error(sender: Sender) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    async def body(send: Any) -> None:
        with pytest.raises(httpx.ConnectError):
            await send(f"http://127.0.0.1:{port}/")
        with pytest.raises(httpx.UnsupportedProtocol):
            await send("ftp://127.0.0.1/")

    sender.run(body)


def test_a_call_without_any_time_ends_in_a_timeout(sender: Sender, peer: Any) -> None:
    over = threading.Event()
    server = peer(lambda *_: over.wait(5) and False)

    async def body(send: Any) -> None:
        with pytest.raises(httpx.TimeoutException):
            await send(server.url, seconds=0.0)
        over.set()

    sender.run(body)


def test_a_server_that_does_not_speak_tls_is_a_connect_error(sender: Sender, peer: Any) -> None:
    server = peer(lambda connection, _number: connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n") or False)

    async def body(send: Any) -> None:
        with pytest.raises(httpx.ConnectError):
            await send(server.url.replace("http:", "https:"))

    sender.run(body)


def test_a_response_to_a_request_that_is_still_being_sent_is_read(sender: Sender, peer: Any) -> None:
    refusal = b"HTTP/1.1 413 Too Large\r\nconnection: close\r\ncontent-length: 2\r\n\r\nno"

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        connection.sendall(refusal)
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(1 << 16):
            pass
        return False

    server = peer(script)

    async def body(send: Any) -> None:
        assert await send(server.url, method="POST", content=b"x" * (1 << 22)) == b"no"

    sender.run(body)


@pytest.mark.parametrize("sizes", [[0], [10], [70_000, 3, 0, 40_000], [1 << 20]])
def test_a_body_in_pieces_arrives_in_chunks(sender: Sender, peer: Any, sizes: list[int]) -> None:
    received: list[bytes] = []

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        file, body = connection.makefile("rb"), b""
        while size := int(file.readline(), 16):
            body += file.read(size)
            file.readline()
        file.readline()
        received.append(body)
        connection.sendall(OK)
        return True

    server = peer(script)
    pieces = [bytes([number + 65]) * size for number, size in enumerate(sizes)]

    class Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            return iter(pieces)

        async def __aiter__(self) -> Any:
            for piece in pieces:
                yield piece

    async def body(send: Any) -> None:
        headers = {"host": "a", "transfer-encoding": "chunked"}
        assert await send(server.url, method="POST", headers=headers, stream=Pieces()) == b"ok"
        assert received == [b"".join(pieces)]

    sender.run(body)


@pytest.mark.parametrize("length", ["3", "5"])
def test_a_body_of_another_length_than_its_header_says_is_not_sent_as_if_it_were_whole(
    sender: Sender, peer: Any, length: str
) -> None:
    server = peer(responds_with(OK))

    async def body(send: Any) -> None:
        stream = httpx.ByteStream(b"four")
        with pytest.raises(httpx.LocalProtocolError):
            await send(server.url, method="POST", headers={"host": "a", "content-length": length}, stream=stream)

    sender.run(body)


# ---- many at once --------------------------------------------------------------------------------------

THREE = httpx.Limits(max_connections=3, max_keepalive_connections=3, keepalive_expiry=5.0)
ONE = httpx.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=5.0)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_so_many_connections_are_open_at_most_and_all_calls_are_served(backend: str, peer: Any) -> None:
    server = peer(responds_with(OK))

    async def body(send: Any) -> None:
        async with anyio.create_task_group() as group:
            for _ in range(50):
                group.start_soon(send, server.url)
        assert len(server.connections) == 3

    Sender(backend).run(body, THREE)


@pytest.mark.parametrize("kind", ["sync", "asyncio", "trio"])
def test_a_burst_of_calls_finds_the_connections_of_the_burst_before(kind: str, peer: Any) -> None:
    at_once = 150
    all_are_there = threading.Barrier(at_once)

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        if number == 0:
            all_are_there.wait(10)
        connection.sendall(OK)
        return True

    server = peer(script)

    def burst() -> None:
        with ThreadPoolExecutor(at_once) as threads, httpx.Client(transport=Transport(), timeout=None) as http:
            for _ in range(2):
                list(threads.map(http.get, [server.url] * at_once))

    async def burst_async() -> None:
        async with httpx.AsyncClient(transport=AsyncTransport(), timeout=None) as http:
            for _ in range(2):
                async with anyio.create_task_group() as group:
                    for _ in range(at_once):
                        group.start_soon(http.get, server.url)

    if kind == "sync":
        burst()
    else:
        anyio.run(burst_async, backend=kind)

    assert len(server.connections) == at_once


def test_a_stream_that_is_dropped_in_the_middle_of_the_pools_own_work_is_taken_back_after_it(peer: Any) -> None:
    server = peer(responds_with(b"HTTP/1.1 200 OK\r\n\r\nendless"))
    with Transport(trust_env=False, verify=TLS, limits=ONE) as pool:
        response = pool.handle_request(asked(server.url, 5.0))
        counted: list[int] = []

        def collect(frame: Any, event: str, _: object) -> None:
            if event == "call" and frame.f_code is Slots.acquire.__code__ and not counted:
                counted.append(0)
                response.close()  # as where the garbage collector comes by just then
                counted.append(pool.slots.count)

        sys.setprofile(collect)
        try:
            pool.handle_request(asked(server.url, 5.0)).close()
        finally:
            sys.setprofile(None)

        assert counted == [0, 1]
        assert pool.slots.count == 0


def test_threads_share_the_connections(peer: Any) -> None:
    server = peer(responds_with(OK))
    pool = Transport(trust_env=False, verify=TLS, limits=THREE)
    found: list[bytes] = []

    def call() -> None:
        response = pool.handle_request(asked(server.url, 5.0))
        found.append(response.read())
        response.close()

    threads = [threading.Thread(target=call) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pool.close()

    assert found == [b"ok"] * 20
    assert len(server.connections) <= 3


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_call_that_gets_no_connection_in_time_says_so_and_the_next_one_is_served(backend: str, peer: Any) -> None:
    told_to_go_on = threading.Event()

    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        connection.sendall(OK[:-1])
        told_to_go_on.wait(5)
        connection.sendall(OK[-1:])
        return True

    server = peer(script)

    async def main() -> None:
        async with AsyncTransport(trust_env=False, verify=TLS, limits=ONE) as pool:
            held = await pool.handle_async_request(asked(server.url, 5.0))
            with pytest.raises(httpx.PoolTimeout):
                await pool.handle_async_request(asked(server.url, 0.01))
            told_to_go_on.set()
            await held.aread()
            await held.aclose()
            again = await pool.handle_async_request(asked(server.url, 5.0))
            assert await again.aread() == b"ok"
            await again.aclose()
        assert len(server.connections) == 1

    anyio.run(main, backend=backend)


def test_a_response_that_came_with_its_head_keeps_no_connection(sender: Sender, peer: Any) -> None:
    server = peer(responds_with(OK))

    async def body(send: Any) -> None:
        held = [await send(server.url, read=False) for _ in range(2)]

        assert [each.read() for each in held] == [b"ok", b"ok"]
        # Another call may be on the connection by now, which nobody may shut down for this one.
        assert not any("network_stream" in each.extensions for each in held)

    sender.run(body, ONE)
    assert len(server.connections) == 1


@pytest.mark.parametrize("value", ["Zoë".encode(), "Zoë".encode("latin-1")], ids=["utf-8", "latin-1"])
def test_a_header_that_is_no_ascii_is_read(sender: Sender, peer: Any, value: bytes) -> None:
    server = peer(responds_with(b"HTTP/1.1 200 OK\r\nx-name: %b\r\ncontent-length: 2\r\n\r\nok" % value))

    async def body(send: Any) -> None:
        assert (await send(server.url, read=False)).headers["x-name"] == "Zoë"

    sender.run(body)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("moment", ["waiting", "head", "body"])
def test_a_call_that_is_cancelled_leaves_nothing_behind(backend: str, moment: str, peer: Any) -> None:
    begun, ended = threading.Event(), threading.Event()

    def script(connection: socket.socket, number: int) -> bool:
        if b"/slow" in request_read(connection):
            if moment == "body":
                connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\no")
            begun.set()
            connection.recv(1)
            ended.set()
            return False
        connection.sendall(OK)
        return True

    server = peer(script)

    async def main() -> None:
        async with AsyncTransport(trust_env=False, verify=TLS, limits=ONE) as pool:

            async def slow() -> None:
                response = await pool.handle_async_request(asked(server.url + "slow", 5.0))
                await response.aread()

            async with anyio.create_task_group() as group:
                group.start_soon(slow)
                await anyio.to_thread.run_sync(begun.wait)
                if moment == "waiting":
                    with anyio.move_on_after(0.01):
                        await pool.handle_async_request(asked(server.url, 5.0))
                group.cancel_scope.cancel()
            assert await anyio.to_thread.run_sync(ended.wait, 5)
            assert pool.slots.count == 0
            response = await pool.handle_async_request(asked(server.url, 5.0))
            assert await response.aread() == b"ok"
            await response.aclose()

    anyio.run(main, backend=backend)


# ---- names with several addresses ---------------------------------------------------------------------------


@pytest.fixture
def name(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Makes an URL whose name leads to these addresses."""
    if sys.platform != "linux":
        pytest.skip("other systems have one loopback address")
    addresses: list[tuple[str, int]] = []
    resolve = socket.getaddrinfo

    def resolved(host: Any, *arguments: Any, **options: Any) -> Any:
        if host not in ("somewhere.example", b"somewhere.example"):
            return resolve(host, *arguments, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", each) for each in addresses]

    def url(port: int, *hosts: str) -> str:
        addresses.extend((host, port) for host in hosts)
        return f"http://somewhere.example:{port}/"

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    return url


def test_the_next_address_of_a_name_is_tried_where_one_refuses(sender: Sender, peer: Any, name: Any) -> None:
    server = peer(responds_with(OK))
    url = name(server.port, "127.0.0.3", "127.0.0.2", "127.0.0.1")

    async def body(send: Any) -> None:
        assert await send(url) == b"ok"

    sender.run(body)


def test_a_name_whose_addresses_all_refuse_is_a_connect_error(sender: Sender, name: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    url = name(port, "127.0.0.1", "127.0.0.2")

    async def body(send: Any) -> None:
        with pytest.raises(httpx.ConnectError, match=r"refused|failed"):
            await send(url)

    sender.run(body)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_next_address_of_a_name_is_tried_where_one_hesitates(backend: str, peer: Any, name: Any) -> None:
    server = peer(responds_with(OK))
    with socket.create_server(("127.0.0.2", server.port), backlog=0) as deaf, socket.socket() as first:
        first.connect(deaf.getsockname())  # there is no room for a second
        url = name(server.port, "127.0.0.2", "127.0.0.1")

        async def body(send: Any) -> None:
            assert await send(url) == b"ok"

        Sender(backend).run(body)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_connecting_to_a_name_that_is_cancelled_at_any_moment_leaves_nothing_behind(
    backend: str, peer: Any, name: Any
) -> None:
    server = peer(responds_with(OK))
    url = name(server.port, "127.0.0.1", "127.0.0.1")

    async def cancelled(seconds: float) -> None:
        async with AsyncTransport(trust_env=False, verify=TLS, limits=ONE) as pool:
            with anyio.move_on_after(seconds):
                await pool.handle_async_request(asked(url, 5.0))

    for number in range(30):
        anyio.run(cancelled, number * 0.0002, backend=backend)
        gc.collect()  # warnings are errors here


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_response_that_is_left_unread_closes_its_connection(backend: str, peer: Any) -> None:
    server = peer(responds_with(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\nok"))

    async def main() -> None:
        async with AsyncTransport(trust_env=False, verify=TLS, limits=ONE) as pool:
            response = await pool.handle_async_request(asked(server.url, 5.0))
            await response.aclose()
            assert pool.slots.count == 0

    anyio.run(main, backend=backend)


def test_a_reader_slower_than_the_server_does_not_make_the_loop_hold_the_whole_response(peer: Any) -> None:
    size = 1 << 24
    server = peer(responds_with(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%b" % (size, b"x" * size)))

    async def main() -> None:
        async with AsyncTransport(trust_env=False, verify=TLS, limits=ONE) as pool:
            response = await pool.handle_async_request(asked(server.url, 5.0))
            largest = in_use = 0
            async for chunk in response.aiter_raw():
                for _ in range(5):
                    await anyio.lowlevel.checkpoint()
                largest, in_use = max(largest, len(chunk)), in_use + len(chunk)
            await response.aclose()
        assert in_use == size
        assert largest < 1 << 20

    anyio.run(main)
