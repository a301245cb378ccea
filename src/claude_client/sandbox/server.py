"""A sandbox as an object: a server on a loopback port, in a thread of this process."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Coroutine, Iterable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import uvicorn
from typing_extensions import Self, Unpack
from uvicorn.protocols.http.h11_impl import H11Protocol

from . import files, seed_usage, seeds
from .access import Access
from .application import application
from .assertions import Expected, report
from .clock import Clock
from .conditions import Condition, ConditionParams
from .endpoints import deployments
from .errors import Refusal
from .fault_injection import TRANSPORT
from .faults import REFUSED, Fault, Faults
from .instructions import Instructions, condition
from .json_utils import now
from .keys import Keyring
from .limits import Limits, Quota
from .recording import Recording, Replay, Substitute
from .request_log import Received, Requests
from .scripted_replies import Script
from .state import State
from .store import Store
from .upstream import Recorded, Source, Upstream

START_SECONDS: Final = 30.0
STREAMS_LEFT_SECONDS: Final = 1
LOOK_SECONDS: Final = 0.002
BACKLOG: Final = 2048
_EVERY_ADDRESS: Final[Mapping[str, str]] = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104
"""What listens on every address is called by the loopback one: that is a name of its own, 0.0.0.0 is not."""


class Sandbox(Instructions):
    """The Claude API on a port of this machine.

        with Sandbox() as sandbox:
            client = Client(base_url=sandbox.url, api_key=sandbox.api_key)
            sandbox.reply("Hello")

    Args:
        host: The address to listen on.
        port: The port; 0 takes a free one.
        db: An SQLite file that keeps the state, readable by you alone; None keeps it until the sandbox is stopped.
        api_keys: The only keys taken; None takes any that is not empty. A key that begins with `sk-ant-admin` is an
            admin key, which the Admin API needs and the rest of the API refuses.
        allowed_hosts: Names under which the sandbox may be called beside the loopback addresses, such as the name of a
            container; with a port where that is another one than the sandbox listens on.
        allowed_origins: Origins of web pages that may call the API, such as `http://localhost:3000`; `*` allows every
            page that is open in a browser on this machine.
        batch_delay: Seconds for which a batch waits before it is processed.
        batch_lifetime: Seconds after which what was not processed of a batch has expired.
        limits: Rate limits to be enforced with status 429; without, they are only told in headers.
        priority_tier: Whether requests are served in the priority tier, unless they say `standard_only`.
        keep_requests: How many of the last requests `requests` has.
        past_days: Days before today for which usage and cost reports have invented figures, of three keys in two
            workspaces.
        clock: Gives the time, with a time zone, by which objects are dated, deployments fire and dreams go on; the
            machine's when left out. See `advance`.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        db: str | Path | None = None,
        api_keys: Iterable[str] | None = None,
        allowed_hosts: Iterable[str] = (),
        allowed_origins: Iterable[str] = (),
        batch_delay: float = 0.05,
        batch_lifetime: float = 24 * 3600.0,
        limits: Limits | None = None,
        priority_tier: bool = False,
        keep_requests: int = 1000,
        past_days: int = 0,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        self._faults = Faults(self._close_port, self._open_port)
        self._requests = Requests(keep_requests)
        super().__init__(Script(), self._impose_fault, Condition())
        self._host = host
        self._port = port
        self._db = Path(db) if db is not None else None
        self._keys = Keyring(api_keys)
        self._access = Access(allowed_hosts, allowed_origins)
        self._limits = limits
        self._priority_tier = priority_tier
        self._past_days = past_days
        self._clock = Clock(clock or now)
        self._batch_delay = batch_delay
        self._batch_lifetime = batch_lifetime
        self._socket: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._server: _Server | None = None
        self._state: State | None = None
        self._url = ""

    # ---- what clients need

    @property
    def api_key(self) -> str:
        """A key that it takes, also while calls are recorded with a real key; a random one without `api_keys`."""
        return self._keys.own("ordinary")

    @property
    def admin_api_key(self) -> str:
        """The same for the Admin API."""
        return self._keys.own("admin")

    @property
    def url(self) -> str:
        """What clients call. Reading it starts the sandbox where that was not done."""
        self.start()
        return self._url

    def start(self) -> Self:
        """Serve, from a thread of this process; does nothing when it serves already."""
        if self._thread is not None:
            return self
        store = Store(self._db)
        try:
            self._socket = _listen(self._host, self._port)
            self._state = State(
                store,
                self._keys,
                script=self._script,
                requests=self._requests,
                faults=self._faults,
                quota=Quota(self._limits),
                priority_tier=self._priority_tier,
                clock=self._clock,
                batch_delay=self._batch_delay,
                batch_lifetime=self._batch_lifetime,
            )
            if self._past_days:
                seed_usage.invent(store, self._past_days, now())
            self._url = _url(self._socket)
            self._server = _Server(application(self._state, self._access), self._faults.port_is_open)
        except BaseException:
            store.close()
            if self._socket is not None:
                self._socket.close()
            raise
        self._thread = threading.Thread(target=self._serve, name="claude-sandbox", daemon=True)
        self._thread.start()
        if not self._server.is_up.wait(START_SECONDS):
            raise RuntimeError(f"the sandbox did not start within {START_SECONDS} s")
        return self

    def stop(self) -> None:
        """Stop serving; what still streams is cut off. With no `db`, everything is forgotten."""
        if self._thread is None or self._server is None or self._state is None:
            return
        self._server.stop()
        self._thread.join()
        self._state.store.close()
        self._thread = self._server = self._state = self._socket = None

    def abandon(self) -> None:
        """In a forked process: let go of the port, which the parent goes on serving."""
        if self._socket is not None:
            self._socket.close()

    def generate_file(self, name: str, content: bytes | Iterable[bytes], media_type: str | None = None) -> str:
        """Keep a file as if the model had made it, which may be downloaded as uploaded ones may not; gives its id."""
        self.start()
        assert self._state is not None
        return str(files.generate(self._state.store, name, content, media_type)["id"])

    def advance(self, seconds: float) -> None:
        """Put the sandbox's clock forward; deployments whose time comes by that fire at once.

        Batches, rate limits, the cache and tokens go by the machine's clock.

        Raises:
            ValueError: `seconds` is negative.
        """
        self.start()
        assert self._state is not None
        self._clock.advance(seconds)
        deployments.fire_due(self._state)

    def seed(self, type: str, /, **fields: object) -> dict[str, Any]:
        """Keep an object that no call of the API makes, such as a case of a compliance review; gives it back.

            sandbox.seed("compliance_review_case", policy_categories=["fraud"])

        Args:
            type: What its `type` says, or which list it is for; an unknown one is refused with all that there are.
            fields: Its fields, by the API's names. What is left out is null, empty or generated, where that can be.

        Raises:
            ValueError: There is no such type, or the fields do not make one of it.
        """
        self.start()
        assert self._state is not None
        try:
            return seeds.seed(self._state, type, fields)
        except Refusal as refusal:
            raise ValueError(refusal.message) from None

    # ---- how it responds

    def when(
        self, predicate: Callable[[Received], object] | None = None, /, **params: Unpack[ConditionParams]
    ) -> Instructions:
        """Instructions for some requests only.

            sandbox.when(model="claude-haiku-*").reply("Quick.")
            sandbox.when(result_of="get_weather").reply("It rains.")
            sandbox.when(lambda request: request.headers["x-test"] == "a").fail(529)

        Args:
            predicate: Says of a request whether they are for it.
            params: What a request has to be like; all of them have to be true: `path` and `model` (`*` stands for any
                text), `method`, `contains` (text that is anywhere in it), `question` (text that is in what the user
                wrote last), `tool` (one that is offered), `result_of` (a tool), `stream`.
        """
        return Instructions(self._script, self._impose_fault, condition(predicate, params))

    def reset(self, *, state: bool = False) -> None:
        """Forget all instructions, faults and requests; recording and replaying end, rate limits begin anew.

        Args:
            state: Whether to forget what was kept for clients too: files, batches, skills, the organization, usage;
                its clock is put back too.
        """
        self._script.clear()
        self._faults.clear()
        self._requests.clear()
        if self._state is not None:
            self._state.source = None
            self._state.quota.reset()
        if state and self._state is not None:
            self._clock.reset()
            self._state.forget()

    def _impose_fault(self, fault: Fault) -> None:
        if fault.name == REFUSED:
            self.start()
        self._faults.add(fault)

    def _close_port(self, seconds: float | None) -> None:
        if self._server is not None:
            self._server.do(partial(self._server.close_port, seconds))

    def _open_port(self) -> None:
        if self._server is not None:
            self._server.do(self._server.open_port)

    # ---- recordings

    def record(
        self, *, upstream: str, path: str | Path, api_key: str | None = None, organization_ids: bool = False
    ) -> Recording:
        """Pass calls on to a real API instead of serving them, and write its responses into a file.

            with sandbox.record(upstream="https://api.anthropic.com", path="tests/hello.json"):
                client.messages.create(...)

        It ends with the `with` block, with `stop()` of the returned object, or with `reset()`. The file is made for
        people to read and to compare. No key gets into it.

        Args:
            upstream: The base URL of the API.
            path: The file, which is written anew, readable by you alone.
            api_key: The key for the API, in place of the one that the client sends. As every request is made with it,
                only those that come with `sandbox.api_key` or `sandbox.admin_api_key` are passed on.
            organization_ids: Whether to keep the ids of organizations.
        """
        recording = Recording(Path(path), organization_ids=organization_ids)
        self._respond_by(Upstream(upstream, recording, api_key), recording)
        return recording

    def replay(self, path: str | Path, *, repeat: bool = False) -> Replay:
        """Respond from a file that `record` wrote; ends as that does.

        A request that is not in the file gets a 404 that names the nearest one and what differs; it is
        not retried.

        Args:
            path: The file.
            repeat: Whether each exchange is given as often as it is asked for; else once.

        Raises:
            OSError: The file can not be read.
            ValueError: It is not a recording.
        """
        replay = Replay(Path(path), repeat=repeat)
        self._respond_by(Recorded(replay), replay)
        return replay

    def _respond_by(self, source: Source, substitute: Substitute) -> None:
        self.start()
        state = self._state
        assert state is not None
        before, state.source = state.source, source

        def restore() -> None:
            if state.source is source:
                state.source = before

        substitute.on_stop = restore

    # ---- what came in

    @property
    def requests(self) -> list[Received]:
        """What came in, in order, without secrets."""
        return self._requests.all()

    @property
    def last_request(self) -> Received:
        """What came in last.

        Raises:
            LookupError: Nothing came in.
        """
        requests = self.requests
        if not requests:
            raise LookupError("no request has come in")
        return requests[-1]

    def assert_requested(
        self,
        *,
        times: int | None = None,
        method: str | None = None,
        path: str | None = None,
        json: object = None,
        headers: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
    ) -> list[Received]:
        """The requests that are as said; fails, with the differences, where there are not so many.

            sandbox.assert_requested(times=1, path="/v1/messages", json={"model": "claude-opus-5"})

        Args:
            times: How many; None for at least one.
            json: What the body has. Its objects may have more than is said here, its lists may not; `...` stands for
                any value, a compiled regular expression for a text that it finds something in.
            headers: What the headers have.
            query: What the query has.

        Raises:
            AssertionError: There were fewer, or more.
        """
        expected = Expected(method, path, json, headers, query)
        requests = self.requests
        wrong = report(expected, requests, times)
        if wrong is not None:
            raise AssertionError(wrong)
        return [request for request in requests if not expected.differences(request)]

    @property
    def unused_replies(self) -> list[str]:
        """The replies that are still to be given, described; without those that are repeated."""
        return self._script.unused()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _serve(self) -> None:
        assert self._server is not None
        assert self._socket is not None
        try:
            asyncio.run(self._server.serve(sockets=[self._socket]))
        finally:
            self._socket.close()


def _url(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    host = _EVERY_ADDRESS.get(host) or host
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _listen(host: str, port: int) -> socket.socket:
    bound = _bind(host, port)
    bound.listen(BACKLOG)
    return bound


def _bind(host: str, port: int) -> socket.socket:
    """A socket that has a port, and refuses connections."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends at once (TCP_NODELAY) only where the protocol is named; without, a response waits 40 ms for an ACK.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except BaseException:
        bound.close()
        raise
    return bound


class _Connection(H11Protocol):
    """uvicorn's HTTP over h11, which is always there; requests get to know the connection that they came through."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)  # type: ignore[arg-type]
        self.app_state = {**self.app_state, TRANSPORT: transport}


class _Server(uvicorn.Server):
    """uvicorn, which can be told to stop from another thread and then does so at once."""

    def __init__(self, app: object, port_is_open: Callable[[], None]) -> None:
        config = uvicorn.Config(
            app,  # type: ignore[arg-type]
            http=_Connection,
            loop="asyncio",
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=75,
        )
        super().__init__(config)
        self.is_up = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken: asyncio.Event | None = None
        self._port_is_open = port_is_open
        self._refusing: socket.socket | None = None
        self._opening: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def main_loop(self) -> None:
        self._loop, self._woken = asyncio.get_running_loop(), asyncio.Event()
        self.is_up.set()
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 10  # uvicorn counts tenths of seconds
            try:
                await asyncio.wait_for(self._woken.wait(), 1)
            except asyncio.TimeoutError:
                continue

    def stop(self) -> None:
        self.should_exit = True
        if self._loop is not None and self._woken is not None:
            self._loop.call_soon_threadsafe(self._woken.set)

    def do(self, action: Callable[[], Coroutine[None, None, None]]) -> None:
        """Do something in the thread of the server; from another thread, wait for that."""
        assert self._loop is not None
        try:
            is_own = asyncio.get_running_loop() is self._loop
        except RuntimeError:
            is_own = False
        if is_own:
            self._tasks.add(task := self._loop.create_task(action()))
            task.add_done_callback(self._tasks.discard)
        else:
            asyncio.run_coroutine_threadsafe(action(), self._loop).result()

    async def close_port(self, seconds: float | None) -> None:
        """Refuse connections; those that are there finish what they are at, and are closed then."""
        if self._refusing is None:
            (server,) = self.servers
            host, port = server.sockets[0].getsockname()[:2]
            server.close()
            # Bound to it without listening, so that nobody else gets the port.
            self._refusing = _bind(host, port)
            for connection in list(self.server_state.connections):
                connection.shutdown()
        if self._opening is not None:
            self._opening.cancel()
        if seconds is not None:
            self._opening = asyncio.get_running_loop().call_later(seconds, self.do, self.open_port)

    async def open_port(self) -> None:
        """Take connections again."""
        if self._opening is not None:
            self._opening.cancel()
        if self._refusing is None:
            return
        listening, self._refusing = self._refusing, None
        listening.listen(BACKLOG)
        create = partial(_Connection, self.config, self.server_state, self.lifespan.state)
        self.servers = [await asyncio.get_running_loop().create_server(create, sock=listening, backlog=BACKLOG)]
        self._port_is_open()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """What uvicorn does, without its sleeps: it looks each tenth of a second, the first time after one."""
        if self._refusing is not None:
            self._refusing.close()
        for server in self.servers:
            server.close()
        for listening in sockets or ():
            listening.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        try:
            await asyncio.wait_for(self._finish(), STREAMS_LEFT_SECONDS)
        except asyncio.TimeoutError:
            for task in self.server_state.tasks:
                task.cancel()
        await self.lifespan.shutdown()

    async def _finish(self) -> None:
        """Wait until every response is sent and every connection closed."""
        while self.server_state.connections or self.server_state.tasks:  # noqa: ASYNC110  # uvicorn has no event for it
            await asyncio.sleep(LOOK_SECONDS)
        for server in self.servers:
            await server.wait_closed()
