"""A sandbox as an object: a server on a loopback port, in a thread of this process."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Final

import uvicorn
from typing_extensions import Self

from . import files
from .application import application
from .keys import Keyring
from .state import State
from .store import Store

START_SECONDS: Final = 30.0
STREAMS_LEFT_SECONDS: Final = 1


class Sandbox:
    """The Claude API on a port of this machine.

        with Sandbox() as sandbox:
            client = Client(base_url=sandbox.url, api_key=sandbox.api_key)

    Args:
        host: The address to listen on.
        port: The port; 0 takes a free one.
        db: An SQLite file that keeps the state; None keeps it until the sandbox is stopped.
        api_keys: The only keys taken; None takes every key that begins with `sk-ant-`.
        batch_delay: Seconds for which a batch waits before it is processed.
        batch_lifetime: Seconds after which what was not processed of a batch has expired.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        db: str | Path | None = None,
        api_keys: Iterable[str] | None = None,
        batch_delay: float = 0.05,
        batch_lifetime: float = 24 * 3600.0,
    ) -> None:
        self._host = host
        self._port = port
        self._db = Path(db) if db is not None else None
        self._keyring = Keyring(api_keys)
        self._batch_delay = batch_delay
        self._batch_lifetime = batch_lifetime
        self._socket: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self._server: _Server | None = None
        self._store: Store | None = None

    @property
    def url(self) -> str:
        """What clients call. Reading it starts the sandbox where that was not done."""
        self.start()
        assert self._socket is not None
        host, port = self._socket.getsockname()[:2]
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    def start(self) -> Self:
        """Serve, from a thread of this process; does nothing when it serves already."""
        if self._thread is not None:
            return self
        self._store = Store(self._db)
        try:
            self._socket = _listen(self._host, self._port)
            state = State(
                self._store, self._keyring, batch_delay=self._batch_delay, batch_lifetime=self._batch_lifetime
            )
            self._server = _Server(application(state))
        except BaseException:
            self._store.close()
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
        if self._thread is None or self._server is None or self._store is None:
            return
        self._server.stop()
        self._thread.join()
        self._store.close()
        self._thread = self._server = self._store = self._socket = None

    def abandon(self) -> None:
        """In a forked process: let go of the port, which the parent goes on serving."""
        if self._socket is not None:
            self._socket.close()

    def generate_file(self, name: str, content: bytes | Iterable[bytes], media_type: str | None = None) -> str:
        """Keep a file as if the model had made it, which may be downloaded as uploaded ones may not; gives its id."""
        self.start()
        assert self._store is not None
        return str(files.generate(self._store, name, content, media_type)["id"])

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


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends at once (TCP_NODELAY) only where the protocol is named; without, an answer waits 40 ms for an ACK.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(2048)
    except BaseException:
        listening.close()
        raise
    return listening


class _Server(uvicorn.Server):
    """uvicorn, which can be told to stop from another thread and then does so at once."""

    def __init__(self, app: object) -> None:
        config = uvicorn.Config(
            app,  # type: ignore[arg-type]
            http="h11",  # the one that is always there
            loop="asyncio",
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=STREAMS_LEFT_SECONDS,
        )
        super().__init__(config)
        self.is_up = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken: asyncio.Event | None = None

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
