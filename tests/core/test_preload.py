"""What a first call imports and builds is prepared beside the event loop, for all tasks that need it, on any loop."""

from __future__ import annotations

import json
import socketserver
import subprocess
import sys
import threading
from typing import Any

import anyio
import pytest

from both import Both
from claude_client.core.preload import Preparation
from server import Server

MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-opus-5",
    "content": [{"type": "text", "text": "Hello"}],
    "stop_reason": "end_turn",
    "usage": {"input_tokens": 1, "output_tokens": 1},
}
BACKENDS = ["asyncio", "trio"]

# Each kind of first call in a process of its own, forked where nothing but the clients has been imported.
PROGRAM = """
import asyncio, json, os, sys, threading

from claude_client import AsyncClient, Client

ASKED = dict(model="claude-opus-5", max_tokens=10, messages=[{"role": "user", "content": "Hello"}])
on_loop = set()


class Watch:
    def find_spec(self, name, path, target=None):
        if threading.current_thread() is threading.main_thread():
            on_loop.add(name)


async def main(kind, url):
    client = AsyncClient(base_url=url, api_key="sk-ant-test")
    sys.meta_path.insert(0, Watch())
    if kind == "preload":
        await client.preload()
    if kind == "stream":
        async with client.messages.stream(**ASKED) as stream:
            await stream.get_final_message()
    else:
        await client.messages.create(**ASKED)
    return on_loop


def call(url):
    Client(base_url=url, api_key="sk-ant-test").messages.create(**ASKED)
    return set(sys.modules)


def find_imports(kind, url):
    return call(url) if kind == "sync" else asyncio.run(main(kind, url))


for argument in sys.argv[1:]:
    read, write = os.pipe()
    if os.fork() == 0:
        os.write(write, json.dumps(sorted(find_imports(*argument.split("=")))).encode())
        os._exit(0)
    os.close(write)
    with open(read) as found:
        print(found.read())
    os.wait()
"""


def stream_of(message: dict[str, Any]) -> bytes:
    events = [
        {"type": "message_start", "message": {**message, "content": [], "stop_reason": None}},
        {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 1}},
        {"type": "message_stop"},
    ]
    return b"".join(b"event: %s\ndata: %s\n\n" % (each["type"].encode(), json.dumps(each).encode()) for each in events)


class AtOnce:
    """A server whose responses come with their heads, in one piece, to any number of requests."""

    def __init__(self, content_type: bytes, body: bytes) -> None:
        head = b"HTTP/1.1 200 OK\r\ncontent-type: %b\r\ncontent-length: %d\r\n\r\n" % (content_type, len(body))

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                while (line := self.rfile.readline()) and line.strip():
                    if line.lower().startswith(b"content-length:"):
                        size = int(line.partition(b":")[2])
                self.rfile.read(size)
                self.request.sendall(head + body)

        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> AtOnce:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    """What a first call imports: on the event loop, and for `sync` all in all."""
    with (
        AtOnce(b"application/json", json.dumps(MESSAGE).encode()) as whole,
        AtOnce(b"text/event-stream", stream_of(MESSAGE)) as streamed,
    ):
        urls = {"sync": whole.url, "create": whole.url, "stream": streamed.url, "preload": whole.url}
        command = [sys.executable, "-c", PROGRAM, *(f"{kind}={url}" for kind, url in urls.items())]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {kind: set(json.loads(line)) for kind, line in zip(urls, done.stdout.splitlines(), strict=True)}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
@pytest.mark.parametrize("kind", ["create", "stream", "preload"])
def test_an_event_loop_imports_none_but_our_small_modules_for_a_first_call(
    imports: dict[str, set[str]], kind: str
) -> None:
    # Loaded with Python itself, or later, as its version has it; small in any case.
    others = {name for name in imports[kind] if not name.startswith("claude_client.")} - {"copy"}

    assert not others
    assert "claude_client.types._model" not in imports[kind]


UNUSED = {
    "anyio",
    "asyncio",
    "certifi",
    "distro",
    "h11",
    "html",
    "http",
    "httpcore",
    "httpx",
    "idna",
    "mimetypes",
    "rich",
}
"""What a first call could do without, and takes long to import."""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_a_first_call_that_blocks_imports_nothing_that_it_does_not_use(imports: dict[str, set[str]]) -> None:
    assert imports["sync"] & UNUSED == {"asyncio"} & imports["sync"]


def test_preloading_sends_nothing(both: Both, server: Server) -> None:
    def body(client: Any) -> Any:
        yield client.preload()
        yield client.preload()

    both.run(body)

    assert server.received == []


def test_preloading_raises_what_would_prevent_each_call(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere")

    def body(client: Any) -> Any:
        with pytest.raises(Exception, match="SSL_CERT_FILE"):
            yield client.preload()

    both.run(body, base_url="https://127.0.0.1")


# ---- Preparation -----------------------------------------------------------------------------------------


class Work:
    """Work that begins, and goes on until it may end; it counts how often it is done."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.may_end = threading.Event()
        self.times = 0

    def __call__(self) -> None:
        self.times += 1
        self.begun.set()
        assert self.may_end.wait(10)


async def start(work: Work) -> None:
    """Return when the work has begun."""
    await anyio.to_thread.run_sync(work.begun.wait)


@pytest.mark.parametrize("backend", BACKENDS)
def test_tasks_that_need_the_same_wait_for_one_thread(backend: str) -> None:
    work = Work()
    preparation = Preparation(work)

    async def main() -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(5):
                tasks.start_soon(preparation.wait)
            await start(work)
            assert not preparation.is_done
            work.may_end.set()
        assert preparation.is_done
        await preparation.wait()

    anyio.run(main, backend=backend)

    assert work.times == 1


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_cancelled_task_leaves_the_preparation_to_the_others(backend: str) -> None:
    work = Work()
    preparation = Preparation(work)
    ended: list[str] = []

    async def main() -> None:
        async def wait(scope: anyio.CancelScope, name: str) -> None:
            with scope:
                await preparation.wait()
                ended.append(name)

        async with anyio.create_task_group() as tasks:
            cancelled = anyio.CancelScope()
            tasks.start_soon(wait, cancelled, "cancelled")
            tasks.start_soon(wait, anyio.CancelScope(), "other")
            await start(work)
            cancelled.cancel()
            await anyio.lowlevel.checkpoint()
            work.may_end.set()

    anyio.run(main, backend=backend)

    assert ended == ["other"]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_loop_that_has_ended_does_not_stop_the_preparation(backend: str) -> None:
    work = Work()
    preparation = Preparation(work)

    async def leave() -> None:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(preparation.wait)
            await start(work)
            tasks.cancel_scope.cancel()

    async def wait() -> None:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(preparation.wait)
            await anyio.lowlevel.checkpoint()
            work.may_end.set()

    anyio.run(leave, backend=backend)
    anyio.run(wait, backend=backend)

    assert preparation.is_done
    assert work.times == 1


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_preparation_that_fails_is_over(backend: str) -> None:
    def fail() -> None:
        raise ValueError("no")

    preparation = Preparation(fail)

    anyio.run(preparation.wait, backend=backend)

    assert preparation.is_done
    assert str(preparation.error) == "no"
