"""One client in many places: threads, event loops, forked processes. Connections stay where they were made."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
import tracemalloc
import warnings
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from typing import Any

import anyio
import httpx
import pytest

from both import Both, entered, items
from claude_client import AsyncClient, Client, PoolTimeoutError, StreamInterruptedError
from claude_client.http import AsyncTransport, Transport
from hostile import CLOSE, HELLO, RESET, SILENCE, Hostile, sse, whole

from .faults import ASK, CONTENTS

RESPONSE = whole(CONTENTS["json"], "application/json")


@pytest.fixture(scope="module", autouse=True)
def frozen() -> None:
    """Leaves what the tests before have loaded out of the garbage collections here."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def both(kind: str, hostile: Hostile) -> Both:
    return Both(kind, api_key="sk-ant-test", base_url=hostile.url, max_retries=0, timeout=5.0)


def client_of(hostile: Hostile, cls: Any, **options: Any) -> Any:
    return cls(api_key="sk-ant-test", base_url=hostile.url, max_retries=0, timeout=5.0, **options)


# ---- threads and loops --------------------------------------------------------------------------------------


def test_one_client_serves_many_threads(hostile: Hostile) -> None:
    hostile.script(RESPONSE)

    with client_of(hostile, Client) as client, ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: client.messages.create(**ASK).id, range(40)))

    assert found == ["msg_1"] * 40
    assert hostile.connections <= 8


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_one_asynchronous_client_serves_one_event_loop_after_the_other(hostile: Hostile, backend: str) -> None:
    hostile.script(RESPONSE)
    client = client_of(hostile, AsyncClient)

    async def ask(*, last: bool) -> str:
        first, second = await client.messages.create(**ASK), await client.messages.create(**ASK)
        if last:
            await client.close()
        return str(first.id + second.id)

    for last in (False, False, True):
        with warnings.catch_warnings():
            # The loop that ends takes its connections with it, of which Python warns: nobody closed the client on it.
            warnings.simplefilter("ignore", ResourceWarning)
            assert anyio.run(lambda last=last: ask(last=last), backend=backend) == "msg_1msg_1"
            gc.collect()

    assert hostile.connections == 3


def test_a_client_that_is_closed_on_each_event_loop_leaves_nothing(hostile: Hostile) -> None:
    hostile.script(RESPONSE)
    client = client_of(hostile, AsyncClient)

    async def ask() -> None:
        async with client:
            await client.messages.create(**ASK)

    for _ in range(3):
        anyio.run(ask)
        gc.collect()  # warnings are errors here
    hostile.wait_until_all_are_gone()


def test_one_asynchronous_client_serves_event_loops_of_several_threads(hostile: Hostile) -> None:
    hostile.script(RESPONSE)
    client = client_of(hostile, AsyncClient)

    async def ask() -> list[str]:
        async with client:
            return [message.id for message in await asyncio.gather(*(client.messages.create(**ASK) for _ in range(5)))]

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: asyncio.run(ask()), range(4)))

    assert found == [["msg_1"] * 5] * 4
    hostile.wait_until_all_are_gone()


# ---- processes ----------------------------------------------------------------------------------------------


def in_child(action: Callable[[], bool]) -> bool:
    """Whether `action` is true in a forked process."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of forking with threads, which is what is tested
        child = os.fork()
    if child == 0:
        code = 1
        try:
            code = 0 if action() else 2
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_opens_connections_of_its_own(hostile: Hostile) -> None:
    hostile.script(RESPONSE)

    with client_of(hostile, Client) as client:
        client.messages.create(**ASK)
        assert in_child(lambda: client.messages.create(**ASK).id == "msg_1")
        client.messages.create(**ASK)

    assert hostile.connections == 2
    assert len(hostile.requests) == 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_runs_event_loops_of_its_own(hostile: Hostile) -> None:
    hostile.script(RESPONSE)
    client = client_of(hostile, AsyncClient)

    async def ask() -> bool:
        async with client:
            return (await client.messages.create(**ASK)).id == "msg_1"

    assert asyncio.run(ask())
    assert in_child(lambda: asyncio.run(ask()))
    assert hostile.connections == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_stream_of_a_forked_process_is_given_up_in_time(hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:3]), SILENCE)

    def waits(client: Any) -> bool:
        try:
            list(client.messages.create(**ASK, stream=True, stream_idle_timeout=0.1))
        except Exception as error:
            return type(error).__name__ == "StreamIdleTimeoutError"
        return False

    with client_of(hostile, Client) as client:
        assert waits(client)  # the thread that keeps time is running now
        assert in_child(lambda: waits(client))


# ---- what is left -------------------------------------------------------------------------------------------


def test_no_class_of_the_package_works_when_it_is_collected() -> None:
    import claude_client
    from claude_client import streaming
    from claude_client.core import drivers, pages, response

    modules = (claude_client, drivers, pages, response, streaming)
    found = {value for module in modules for value in vars(module).values() if isinstance(value, type)}

    with_work = [cls for cls in found if cls.__module__.startswith("claude_client") and "__del__" in vars(cls)]

    assert with_work == []


def test_a_clean_close_leaves_no_connection_thread_or_warning(both: Both, hostile: Hostile) -> None:
    hostile.script(RESPONSE)
    before = threading.active_count()

    both.run(lambda client: client.messages.create(**ASK))
    gc.collect()  # warnings are errors here

    hostile.wait_until_all_are_gone()
    assert threading.active_count() <= before


def test_a_client_that_nobody_closes_is_closed_when_nobody_has_it_any_more(kind: str, hostile: Hostile) -> None:
    hostile.script(RESPONSE)

    def dropped() -> None:
        client = client_of(hostile, Client)
        client.messages.create(**ASK)

    async def dropped_on_a_loop() -> None:
        client = client_of(hostile, AsyncClient)
        await client.messages.create(**ASK)
        del client
        gc.collect()  # warnings are errors here
        await anyio.to_thread.run_sync(hostile.wait_until_all_are_gone)

    if kind == "sync":
        dropped()
        gc.collect()
    else:
        anyio.run(dropped_on_a_loop, backend=kind)

    hostile.wait_until_all_are_gone()


def two_connections(both: Both) -> Any:
    """An HTTP client with the transport of this package, on which a third stream at a time finds no connection."""
    limits = httpx.Limits(max_connections=2)
    if both.is_async:
        return httpx.AsyncClient(transport=AsyncTransport(limits=limits))
    return httpx.Client(transport=Transport(limits=limits))


@pytest.mark.parametrize("how", [CLOSE, RESET, None])
def test_streams_however_they_end_do_not_fill_the_pool(both: Both, hostile: Hostile, how: Any) -> None:
    hostile.script(*((whole(sse(*HELLO)),) if how is None else (sse(*HELLO[:3]), how)))

    def body(client: Any) -> Any:
        for _ in range(20):
            with nullcontext() if how is None else pytest.raises(StreamInterruptedError):
                yield items((yield client.messages.create(**ASK, stream=True)))

    both.run(body, http_client=two_connections(both))


def not_read(client: Any) -> Any:
    yield client.messages.create(**ASK, stream=True)


def read_halfway(client: Any) -> Any:
    stream = yield client.messages.create(**ASK, stream=True)
    yield next(stream) if isinstance(client, Client) else anext(stream)


def not_even_parsed(client: Any) -> Any:
    yield client.messages.with_raw_response.create(**ASK, stream=True)


def not_downloaded(client: Any) -> Any:
    yield client.files.download("file_1")


@pytest.mark.parametrize("forgotten", [not_read, read_halfway, not_even_parsed, not_downloaded])
def test_what_is_forgotten_does_not_fill_the_pool(both: Both, hostile: Hostile, forgotten: Any) -> None:
    hostile.script(sse(*HELLO[:3]), SILENCE)

    def body(client: Any) -> Any:
        for _ in range(6):
            yield from forgotten(client)
            yield None  # nobody has it any more
            gc.collect()
            yield anyio.wait_all_tasks_blocked() if both.is_async else None
        hostile.wait_until_all_are_gone()

    both.run(body, http_client=two_connections(both))


@pytest.mark.parametrize("name", ["iter_bytes", "iter_text", "iter_lines"])
@pytest.mark.parametrize("raises", [False, True])
def test_leaving_a_loop_over_a_body_closes_it(both: Both, hostile: Hostile, name: str, raises: bool) -> None:
    hostile.script(sse(*HELLO[:3]), SILENCE)

    def left(pieces: Any) -> None:
        for piece in pieces:
            assert piece
            if raises:
                raise KeyError
            break

    async def left_async(pieces: Any) -> None:
        async for piece in pieces:
            assert piece
            if raises:
                raise KeyError
            break

    def body(client: Any) -> Any:
        response = yield client.with_raw_response.messages.create(**ASK, stream=True)
        with pytest.raises(KeyError) if raises else nullcontext():
            yield (left_async if both.is_async else left)(getattr(response, name)())
        yield anyio.wait_all_tasks_blocked() if both.is_async else None
        hostile.wait_until_all_are_gone()

    both.run(body)


def test_a_stream_that_is_dropped_after_its_loop_has_ended_does_no_harm(hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:3]), SILENCE)
    client = client_of(hostile, AsyncClient)
    kept: list[Any] = []

    async def ask() -> None:
        kept.append(await client.messages.create(**ASK, stream=True))
        await client.close()

    for backend in ("asyncio", "trio"):
        anyio.run(ask, backend=backend)
        kept.clear()
        gc.collect()  # warnings are errors here


def test_connections_of_event_loops_that_have_ended_do_not_pile_up(hostile: Hostile) -> None:
    hostile.script(RESPONSE)
    clients = [client_of(hostile, AsyncClient)]

    async def ask() -> None:
        await clients[0].messages.create(**ASK)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # nobody closes the client
        for _ in range(5):
            asyncio.run(ask())
            gc.collect()
        hostile.wait_until_all_are_gone(but=1)
        clients.clear()
        gc.collect()
        gc.collect()  # what only the client had kept


def test_waiting_for_the_pool_tells_how_many_streams_are_open(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:3]), SILENCE)
    make: Any = httpx.AsyncClient if both.is_async else httpx.Client
    http = make(limits=httpx.Limits(max_connections=2))

    def body(client: Any) -> Any:
        first = yield entered((yield client.messages.create(**ASK, stream=True)))
        second = yield entered((yield client.messages.create(**ASK, stream=True)))
        assert first is not second
        with pytest.raises(PoolTimeoutError, match="2 responses of this client are still being read"):
            yield client.messages.create(**ASK, stream=True, timeout=0.1)

    both.run(body, http_client=http)


def test_a_stream_that_failed_is_not_kept(both: Both, hostile: Hostile) -> None:
    hostile.script(sse(*HELLO[:3]), RESET)
    gone: list[weakref.ref[Any]] = []

    def body(client: Any) -> Any:
        stream = yield client.messages.create(**ASK, stream=True)
        gone.append(weakref.ref(stream))
        with pytest.raises(StreamInterruptedError):
            yield items(stream)

    both.run(body)
    gc.collect()

    assert [each() for each in gone] == [None]


def test_memory_does_not_grow_with_the_calls(both: Both, hostile: Hostile) -> None:
    hostile.script(RESPONSE)

    def body(client: Any) -> Any:
        def some() -> Any:
            for _ in range(50):
                yield client.messages.create(**ASK)

        yield from some()
        gc.collect()
        tracemalloc.start()
        try:
            before = tracemalloc.get_traced_memory()[0]
            yield from some()
            hostile.requests.clear()
            gc.collect()
            grown = tracemalloc.get_traced_memory()[0] - before
        finally:
            tracemalloc.stop()
        assert grown < 100_000

    both.run(body)
