from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from claude_client import ClaudeError
from claude_client.credentials import AccessToken, StaticToken, TokenCache
from claude_client.errors import CredentialsError


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


class Provider:
    """Gives numbered tokens that live for `seconds`; waits at `gate` where one is set."""

    def __init__(self, clock: Callable[[], float], seconds: float | None = 3600) -> None:
        self.clock, self.seconds = clock, seconds
        self.forced: list[bool] = []
        self.gate: threading.Event | None = None
        self.asked = threading.Event()
        self.failure: Exception | None = None

    def __call__(self, *, force_refresh: bool = False) -> AccessToken:
        self.forced.append(force_refresh)
        number = len(self.forced)
        self.asked.set()
        if self.gate is not None:
            assert self.gate.wait(10)
        if self.failure is not None:
            raise self.failure
        ends = None if self.seconds is None else int(self.clock() + self.seconds) if self.seconds else 0
        return AccessToken(f"token-{number}", ends)


@pytest.fixture
def clock() -> Clock:
    return Clock()


def cache_of(provider: Provider, clock: Clock) -> TokenCache:
    return TokenCache(provider, time_source=clock)


def get(cache: TokenCache, kind: str) -> str:
    """The token, by the way of the given client."""
    return cache.get_token() if kind == "sync" else anyio.run(cache.async_get_token, backend=kind)


def settle() -> None:
    """Wait for the refresh in the background."""
    for thread in threading.enumerate():
        if thread.name == "claude-client token refresh":
            thread.join(10)


KINDS = pytest.mark.parametrize("kind", ["sync", "asyncio", "trio"])


@KINDS
def test_a_token_is_fetched_once_while_it_is_valid(kind: str, clock: Clock) -> None:
    provider = Provider(clock)
    cache = cache_of(provider, clock)

    assert cache.peek() is None
    assert [get(cache, kind) for _ in range(3)] == ["token-1"] * 3
    clock.now += 3600 - 121
    assert cache.peek() == get(cache, kind) == "token-1"
    assert provider.forced == [False]


@KINDS
def test_a_token_that_does_not_expire_is_kept(kind: str, clock: Clock) -> None:
    provider = Provider(clock, None)
    cache = cache_of(provider, clock)

    get(cache, kind)
    clock.now += 10**9

    assert get(cache, kind) == "token-1"


@KINDS
def test_an_ageing_token_serves_while_the_next_one_is_fetched_in_the_background(kind: str, clock: Clock) -> None:
    provider = Provider(clock)
    cache = cache_of(provider, clock)
    get(cache, kind)
    clock.now += 3600 - 119
    provider.gate = threading.Event()

    assert [get(cache, kind) for _ in range(3)] == ["token-1"] * 3
    provider.gate.set()
    settle()

    assert get(cache, kind) == "token-2"
    assert len(provider.forced) == 2


@KINDS
def test_a_failure_in_the_background_is_followed_by_a_pause(kind: str, clock: Clock) -> None:
    provider = Provider(clock)
    cache = cache_of(provider, clock)
    get(cache, kind)
    clock.now += 3600 - 100
    provider.failure = OSError("no")

    for _ in range(3):
        assert get(cache, kind) == "token-1"
        settle()
    assert len(provider.forced) == 2

    provider.failure = None
    clock.now += 5.1
    get(cache, kind)
    settle()
    assert get(cache, kind) == "token-3"


@KINDS
def test_everybody_waits_for_a_token_that_is_about_to_expire(kind: str, clock: Clock) -> None:
    provider = Provider(clock)
    cache = cache_of(provider, clock)
    get(cache, kind)
    clock.now += 3600 - 29

    assert get(cache, kind) == "token-2"


@KINDS
def test_the_failure_of_a_needed_refresh_is_raised(kind: str, clock: Clock) -> None:
    provider = Provider(clock)
    provider.failure = CredentialsError("refused")

    with pytest.raises(CredentialsError, match="refused"):
        get(cache_of(provider, clock), kind)


def test_threads_that_wait_share_one_refresh(clock: Clock) -> None:
    provider = Provider(clock)
    provider.gate = threading.Event()
    cache = cache_of(provider, clock)

    with ThreadPoolExecutor(8) as threads:
        waiting = [threads.submit(cache.get_token) for _ in range(8)]
        assert provider.asked.wait(10)
        provider.gate.set()
        assert {each.result(10) for each in waiting} == {"token-1"}

    assert len(provider.forced) == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_that_wait_share_one_refresh(backend: str, clock: Clock) -> None:
    provider = Provider(clock)
    provider.gate = threading.Event()
    cache = cache_of(provider, clock)
    found: list[str] = []

    async def call() -> None:
        found.append(await cache.async_get_token())

    async def main() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(100):
                tasks.start_soon(call)
            await anyio.to_thread.run_sync(provider.asked.wait)
            assert provider.gate is not None
            provider.gate.set()

    anyio.run(main, backend=backend)

    assert found == ["token-1"] * 100
    assert len(provider.forced) == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_asynchronous_provider_is_awaited_once_for_all_tasks(backend: str, clock: Clock) -> None:
    asked: list[bool] = []
    found: list[str] = []

    async def provider(*, force_refresh: bool = False) -> AccessToken:
        asked.append(force_refresh)
        await anyio.lowlevel.checkpoint()
        return AccessToken(f"token-{len(asked)}", int(clock.now) + 3600)

    cache = TokenCache(provider, time_source=clock)

    async def call() -> None:
        found.append(await cache.async_get_token())

    async def main() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(10):
                tasks.start_soon(call)
        clock.now += 3600 - 100
        assert await cache.async_get_token() == "token-2"

    anyio.run(main, backend=backend)

    assert found == ["token-1"] * 10
    assert asked == [False, False]


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_task_that_is_cancelled_while_it_fetches_leaves_that_to_another(backend: str, clock: Clock) -> None:
    asked: list[bool] = []
    found: list[str] = []

    async def provider() -> AccessToken:
        asked.append(False)
        if len(asked) == 1:
            await anyio.sleep_forever()
        return AccessToken("token")

    cache = TokenCache(provider, time_source=clock)

    async def main() -> None:
        async def wait() -> None:
            found.append(await cache.async_get_token())

        async with anyio.create_task_group() as tasks:
            with anyio.CancelScope() as scope:
                async with anyio.create_task_group() as first:
                    first.start_soon(cache.async_get_token)
                    await anyio.wait_all_tasks_blocked()
                    tasks.start_soon(wait)
                    await anyio.wait_all_tasks_blocked()
                    scope.cancel()

    anyio.run(main, backend=backend)

    assert found == ["token"]


def test_an_asynchronous_provider_is_refused_where_nothing_can_await_it(clock: Clock) -> None:
    async def provider() -> AccessToken:
        return AccessToken("token")

    with pytest.raises(TypeError, match="only AsyncClient can await"):
        TokenCache(provider, time_source=clock).get_token()


@KINDS
def test_a_refused_token_is_forgotten_and_the_next_one_is_forced(kind: str, clock: Clock) -> None:
    provider = Provider(clock)
    cache = cache_of(provider, clock)
    get(cache, kind)

    cache.invalidate("token-1")

    assert get(cache, kind) == "token-2"
    assert provider.forced == [False, True]


def test_a_token_that_has_been_replaced_already_is_not_forgotten(clock: Clock) -> None:
    provider = Provider(clock)
    cache = cache_of(provider, clock)
    cache.get_token()
    cache.invalidate("token-1")
    cache.get_token()

    cache.invalidate("token-1")  # of a call that was under way with the old one

    assert cache.peek() == "token-2"


def test_a_provider_without_the_parameter_is_not_forced(clock: Clock) -> None:
    asked: list[int] = []

    def provider() -> AccessToken:
        asked.append(1)
        return AccessToken(f"token-{len(asked)}")

    cache = TokenCache(provider, time_source=clock)
    cache.get_token()
    cache.invalidate()

    assert cache.get_token() == "token-2"


@KINDS
def test_a_token_for_one_request_is_not_kept(kind: str, clock: Clock) -> None:
    provider = Provider(clock, 0)
    cache = cache_of(provider, clock)

    assert [get(cache, kind) for _ in range(3)] == ["token-1", "token-2", "token-3"]
    assert cache.peek() is None


def test_threads_do_not_share_a_token_for_one_request(clock: Clock) -> None:
    provider = Provider(clock, 0)
    provider.gate = threading.Event()
    cache = cache_of(provider, clock)

    with ThreadPoolExecutor(4) as threads:
        waiting = [threads.submit(cache.get_token) for _ in range(4)]
        assert provider.asked.wait(10)
        provider.gate.set()
        found = [each.result(10) for each in waiting]

    assert sorted(found) == ["token-1", "token-2", "token-3", "token-4"]


@pytest.mark.parametrize(
    "value", [None, "text", AccessToken(""), AccessToken("a b"), AccessToken("a\nb"), AccessToken("\u2019")]
)
def test_what_is_no_token_is_refused_without_showing_it(value: object, clock: Clock) -> None:
    with pytest.raises(ClaudeError, match="provider") as caught:
        TokenCache(lambda: value, time_source=clock).get_token()  # type: ignore[arg-type, return-value]

    assert "text" not in str(caught.value)


@pytest.mark.parametrize("expires_at", ["2027-01-01", float("nan"), float("inf"), [1]])
def test_a_token_that_expires_at_no_time_is_refused(expires_at: Any, clock: Clock) -> None:
    with pytest.raises(ClaudeError, match="expires_at="):
        TokenCache(lambda: AccessToken("t", expires_at), time_source=clock).get_token()


def test_a_token_of_another_class_with_the_same_fields_is_taken(clock: Clock) -> None:
    class TheirToken:
        token, expires_at = "theirs", None

    assert TokenCache(TheirToken, time_source=clock).get_token() == "theirs"  # type: ignore[arg-type]


def test_a_static_token_is_one(clock: Clock) -> None:
    assert TokenCache(StaticToken(" abc\n"), time_source=clock).get_token() == "abc"
