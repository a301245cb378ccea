"""`TokenCache`: one token for all calls, asked for anew shortly before it expires.

However many threads and tasks need a token at once, the provider is asked by one of them and the others wait for it.
"""

from __future__ import annotations

import inspect
import logging
import math
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

from ..errors import CredentialsError
from ..http.event_loops import running_loop
from .tokens import AccessToken

if TYPE_CHECKING:
    from .tokens import AnyProvider

ADVISORY_REFRESH_SECONDS: Final = 120
MANDATORY_REFRESH_SECONDS: Final = 30
PAUSE_SECONDS: Final = 5.0
"""How long a refresh in the background is not tried again after a failure."""

Age: TypeAlias = Literal["fresh", "ageing", "missing"]

_log = logging.getLogger("claude_client")


class _Refresh:
    """A token that is being fetched, and those who wait for it."""

    def __init__(self, *, force: bool) -> None:
        self.force = force
        self.process = os.getpid()
        self.future: Future[AccessToken] = Future()

    async def wait(self) -> AccessToken:
        """The token, awaited on whatever event loop this runs on."""
        import anyio

        if not self.future.done():
            event, loop = anyio.Event(), running_loop()
            self.future.add_done_callback(lambda _: _call_on(loop, event.set))
            await event.wait()
        return self.future.result()


class _Abandoned(Exception):  # no error that anybody sees
    """The task that fetched the token was cancelled; somebody else has to do it."""


class TokenCache:
    """Keeps the token of a provider as long as it is valid. It may be shared by threads and by event loops.

    From `advisory_refresh_seconds` before it expires a token is replaced in the background, while calls go on with it;
    from `mandatory_refresh_seconds` before, calls wait for the new one. A token with `expires_at=0` is not kept.
    """

    def __init__(
        self,
        provider: AnyProvider,
        *,
        advisory_refresh_seconds: float = ADVISORY_REFRESH_SECONDS,
        mandatory_refresh_seconds: float = MANDATORY_REFRESH_SECONDS,
        time_source: Callable[[], float] = time.time,
    ) -> None:
        """Args:
        provider: What gives tokens.
        advisory_refresh_seconds: Seconds before the end from which a new token is fetched in the background.
        mandatory_refresh_seconds: Seconds before the end from which calls wait for the new token.
        time_source: The time in seconds since 1970.
        """
        self.provider = provider
        self._advisory = advisory_refresh_seconds
        self._mandatory = mandatory_refresh_seconds
        self._now = time_source
        self._takes_force = _takes_force(provider)
        self._lock = threading.Lock()
        self._token: AccessToken | None = None
        self._force = False
        """Whether the API has refused the last token, so that the provider must not give it again."""
        self._refresh: _Refresh | None = None
        self._serves_once = False
        """Whether the provider gives tokens for one request each, which calls cannot share."""
        self._paused_until = 0.0

    # ---- for blocking code ------------------------------------------------------------------------------

    def get_token(self) -> str:
        """A valid token; the provider is asked for one where there is none.

        Raises:
            TypeError: The provider is asynchronous.
        """
        while True:
            token = self._usable_token()
            if token is not None:
                return token.token
            refresh, mine = self._join()
            if mine:
                self._fetch(refresh)
            with suppress(_Abandoned):
                token = refresh.future.result()
                if mine or token.expires_at != 0:
                    return token.token

    def peek(self) -> str | None:
        """The token, if it is valid and nothing has to be fetched first."""
        token = self._token
        # The lock is not needed to read one reference, and this is all that most calls do.
        return token.token if token is not None and self._age(token) == "fresh" else None

    def invalidate(self, token: str | None = None) -> None:
        """Forget the token, which the API has refused: the next call fetches another one.

        Args:
            token: The one that was refused. Where another one has taken its place already, nothing is forgotten.
        """
        with self._lock:
            if token is None or self._token is None or self._token.token == token:
                self._token, self._force = None, True

    # ---- for event loops --------------------------------------------------------------------------------

    async def async_get_token(self) -> str:
        """`get_token` without blocking the event loop."""
        while True:
            token = self._usable_token(on_loop=True)
            if token is not None:
                return token.token
            refresh, mine = self._join()
            if mine:
                await self._fetch_async(refresh)
            try:
                token = await refresh.wait()
                if mine or token.expires_at != 0:
                    return token.token
            except _Abandoned:
                continue
            except Exception:
                # A token that is ageing still serves, and the next try waits for the pause to end.
                old = self._token
                if old is not None and self._age(old) == "ageing":
                    return old.token
                raise

    # ---- what both do -----------------------------------------------------------------------------------

    def _age(self, token: AccessToken) -> Age:
        if token.expires_at is None:
            return "fresh"
        left = token.expires_at - self._now()
        if left > self._advisory:
            return "fresh"
        return "ageing" if left > self._mandatory else "missing"

    def _usable_token(self, *, on_loop: bool = False) -> AccessToken | None:
        """The token, if it may still be used. One that is ageing is replaced in the background."""
        with self._lock:
            token = self._token
            age = "missing" if token is None else self._age(token)
            if age != "ageing":
                return token if age == "fresh" else None
            if self._running() is not None or self._now() < self._paused_until:
                return token
            if on_loop and _is_async(self.provider):
                return None  # this task fetches the next one, and the others go on with this one
            refresh = self._refresh = _Refresh(force=False)
        threading.Thread(target=self._fetch, args=(refresh,), name="claude-client token refresh", daemon=True).start()
        return token

    def _running(self) -> _Refresh | None:
        # The thread of a refresh does not live on in a forked child.
        refresh = self._refresh
        return refresh if refresh is not None and refresh.process == os.getpid() else None

    def _join(self) -> tuple[_Refresh, bool]:
        """The refresh under way, or a new one that the caller has to carry out."""
        with self._lock:
            if self._serves_once:
                return _Refresh(force=self._force), True
            running = self._running()
            # One that began before the API refused the token may bring the same again.
            if running is not None and (running.force or not self._force):
                return running, False
            refresh = self._refresh = _Refresh(force=self._force)
            self._force = False
            return refresh, True

    def _fetch(self, refresh: _Refresh) -> None:
        try:
            token = self._ask(refresh)
            if inspect.isawaitable(token):
                cast("Any", token).close()
                raise TypeError(
                    f"the credentials provider {_name(self.provider)} is asynchronous: only AsyncClient can await it"
                )
            self._finish(refresh, as_access_token(token, self.provider))
        except Exception as error:
            self._fail(refresh, error)
        except BaseException:  # meant for this thread only
            self._fail(refresh, _Abandoned())
            raise

    async def _fetch_async(self, refresh: _Refresh) -> None:
        import anyio.to_thread

        if not _is_async(self.provider):
            # In a thread of its own right, as it may wait for the network; it goes on for the others when this task
            # is cancelled.
            await anyio.to_thread.run_sync(self._fetch, refresh, abandon_on_cancel=True)
            return
        try:
            self._finish(refresh, as_access_token(await cast("Any", self._ask(refresh)), self.provider))
        except Exception as error:
            self._fail(refresh, error)
        except BaseException:  # such as a cancellation, which is meant for this task only
            self._fail(refresh, _Abandoned())
            raise

    def _ask(self, refresh: _Refresh) -> object:
        if refresh.force and self._takes_force:
            return self.provider(force_refresh=True)
        return self.provider()

    def _finish(self, refresh: _Refresh, token: AccessToken) -> None:
        with self._lock:
            self._serves_once = token.expires_at == 0
            if self._refresh is refresh or self._serves_once:
                self._refresh = None
                self._token = None if self._serves_once else token
                self._force = self._force and not refresh.force
        refresh.future.set_result(token)

    def _fail(self, refresh: _Refresh, error: Exception) -> None:
        with self._lock:
            if self._refresh is refresh:
                self._refresh = None
                self._force = self._force or refresh.force
                self._paused_until = self._now() + PAUSE_SECONDS
            old = self._token
        if old is not None and not isinstance(error, _Abandoned):
            _log.warning("the access token could not be replaced before it expires: %s", type(error).__name__)
        refresh.future.set_exception(error)


def as_access_token(value: object, provider: object) -> AccessToken:
    """What a provider gave, as a token that can be sent.

    Raises:
        CredentialsError: It is none.
    """
    # Providers written for the official package give its class, which has the same fields.
    token, expires_at = getattr(value, "token", None), getattr(value, "expires_at", None)
    if not isinstance(token, str):
        raise CredentialsError(
            f"the credentials provider {_name(provider)} gave {type(value).__name__}: expected an AccessToken"
        )
    if not token or not token.isascii() or not token.isprintable() or " " in token:
        raise CredentialsError(
            f"the credentials provider {_name(provider)} gave a token that cannot be sent in a header: "
            "expected printable ASCII without spaces"
        )
    if not (expires_at is None or (isinstance(expires_at, (int, float)) and math.isfinite(expires_at))):
        raise CredentialsError(
            f"the credentials provider {_name(provider)} gave a token with expires_at={expires_at!r}: "
            "expected seconds since 1970, or None for a token that does not expire"
        )
    if isinstance(value, AccessToken):
        return value
    return AccessToken(token, None if expires_at is None else int(expires_at))


def _name(provider: object) -> str:
    return getattr(provider, "__qualname__", None) or type(provider).__qualname__


def _is_async(provider: object) -> bool:
    return inspect.iscoroutinefunction(provider) or inspect.iscoroutinefunction(getattr(provider, "__call__", None))  # noqa: B004


def _takes_force(provider: Any) -> bool:
    try:
        parameters = inspect.signature(provider).parameters.values()
    except (TypeError, ValueError):  # of a builtin
        return False
    return any(each.name == "force_refresh" or each.kind is each.VAR_KEYWORD for each in parameters)


def _call_on(loop: Any, function: Callable[[], None]) -> None:
    with suppress(RuntimeError):  # the loop has ended, and its tasks with it
        if hasattr(loop, "call_soon_threadsafe"):
            loop.call_soon_threadsafe(function)
        else:
            loop.run_sync_soon(function)
