"""What IPython and Jupyter complete, by IPython's own completer, and what `help()` shows."""

from __future__ import annotations

import atexit
import gc
import inspect
import pydoc
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from operator import attrgetter
from typing import Any

import pytest

from claude_client import AsyncClient, Client
from claude_client.types import Message
from server import Server, reply

core = pytest.importorskip("IPython.core.interactiveshell", reason="IPython is not installed")

MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-opus-5",
    "content": [{"type": "text", "text": "Hi"}],
    "stop_reason": "end_turn",
    "usage": {"input_tokens": 1, "output_tokens": 2},
}

Complete = Callable[[str], "set[str]"]


@pytest.fixture(scope="module")
def shell() -> Iterator[Any]:
    from traitlets.config import Config

    shell = core.InteractiveShell(config=Config(HistoryManager={"enabled": False}))
    yield shell
    shell.atexit_operations()
    atexit.unregister(shell.atexit_operations)


@pytest.fixture(params=[True, False], ids=["jedi", "without jedi"])
def complete(shell: Any, server: Server, request: pytest.FixtureRequest) -> Iterator[Complete]:
    """What a press of the tab key offers behind a line; nothing of it may reach the server."""
    from IPython.core.completer import provisionalcompleter

    server.replies(reply({"data": [], "has_more": False}))
    client = Client(api_key="sk-ant-test", base_url=server.url)
    shell.user_ns.update(
        Client=Client,
        AsyncClient=AsyncClient,
        client=client,
        async_client=AsyncClient(api_key="sk-ant-test", base_url=server.url),
        message=Message.model_validate(MESSAGE),
        page=client.models.list(),
    )
    shell.Completer.use_jedi = request.param
    asked = len(server.received)

    def offered(line: str) -> set[str]:
        with provisionalcompleter():
            found = {each.text.lstrip(".") for each in shell.Completer.completions(line, len(line))}
        return {name for name in found if not name.startswith("%")}

    yield offered
    assert len(server.received) == asked
    client.close()


@pytest.mark.parametrize("client", ["client", "async_client"])
@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("{}.mess", "messages"),
        ("{}.messages.ba", "batches"),
        ("{}.messages.create(mo", "model="),
        ("{}.messages.create(model='x', max_t", "max_tokens="),
        ("message = {}.messages.create(mess", "messages="),
        ("{}.messages.stream(mo", "model="),
        ("{}.messages.parse(output_f", "output_format="),
        ("{}.messages.run_tools(max_it", "max_iterations="),
        ("{}.messages.batches.results('x', output_f", "output_format="),
        ("{}.beta.messages.create(bet", "betas="),
        ("{}.models.list(li", "limit="),
        ("{}.organization.usage_report.retrieve_messages(group", "group_by="),
        ("{}.with_options(max_ret", "max_retries="),
    ],
)
def test_calls_and_their_keywords_are_completed(complete: Complete, client: str, line: str, name: str) -> None:
    assert name in complete(line.format(client))


@pytest.mark.parametrize("line", ["Client(api_v", "AsyncClient(api_v"])
def test_the_keywords_of_a_client_are_completed(complete: Complete, line: str) -> None:
    assert complete(line) == {"api_version="}


def test_only_keywords_that_a_call_takes_are_offered(complete: Complete) -> None:
    offered = {name for name in complete("client.messages.create(") if name.endswith("=")}

    assert {"model=", "max_tokens=", "messages=", "tools=", "timeout="} <= offered
    assert not {"params=", "self=", "kwargs=", "options="} & offered


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("message.te", "text"),
        ("message.usa", "usage"),
        ("message.tool_c", "tool_calls"),
        ("page.da", "data"),
        ("page.to_p", "to_pandas"),
        ("page.pl", "plot"),
        ("page.get_n", "get_next_page"),
    ],
)
def test_the_attributes_of_messages_are_completed(complete: Complete, line: str, name: str) -> None:
    assert name in complete(line)


# Without jedi, IPython looks into no object that has properties or `__getattr__`, as evaluating those may do anything.
@pytest.mark.parametrize("complete", [True], ids=["jedi"], indirect=True)
@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("message.usage.inp", "input_tokens"),
        ("message.content[0].te", "text"),
        ("client.messages.with_raw_response.create(mo", "model="),
        ("async_client.admin.usage_report.retrieve_messages(group", "group_by="),
        ("page.plot(ti", "title="),
        ("page.to_pandas(al", "all_pages="),
        ("client.messages.create(model='x').te", "text"),
    ],
)
def test_jedi_sees_further_without_making_a_call(complete: Complete, line: str, name: str) -> None:
    assert name in complete(line)


# ---- help ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("client", [Client(base_url="sandbox:"), AsyncClient(base_url="sandbox:")])
def test_help_shows_every_parameter_of_a_call_on_a_line_of_its_own(client: Any) -> None:
    shown = pydoc.plain(pydoc.render_doc(client.messages.create)).splitlines()

    start = next(number for number, line in enumerate(shown) if line in ("create(", "async create("))
    assert shown[start + 1 : start + 5] == [
        "    *,",
        "    max_tokens: int,",
        "    messages: IterableParam[MessageParam | Message],",
        "    model: ModelParam,",
    ]
    assert "    timeout: float | httpx.Timeout | None = None," in shown
    assert not [line for line in shown if "**" in line or "Unpack" in line or "Any" in line]
    assert "    The next message of the model in a conversation." in shown
    assert max(map(len, shown)) <= 130


def test_help_shows_a_short_call_on_one_line() -> None:
    shown = pydoc.plain(pydoc.render_doc(Client(base_url="sandbox:").models.list().to_pandas)).splitlines()

    assert shown[2].startswith("to_pandas(*, all_pages: ")


@pytest.mark.parametrize("what", [Client, Client.with_options, AsyncClient])
def test_help_shows_the_settings_of_a_client(what: Any) -> None:
    shown = [line.lstrip(" |") for line in pydoc.plain(pydoc.render_doc(what)).splitlines()]

    assert {"api_version: str | None = None,", "max_retries: int | None = None,"} <= {*shown}


def resources_of(client: Any) -> Iterator[Any]:
    """The client, and every resource below it."""
    yield client
    for name in dir(type(client)):
        if not name.startswith(("_", "with_")) and name not in ("beta", "admin", "jobs"):
            kind = getattr(inspect.getattr_static(type(client), name), "func", None)
            if kind is not None and str(kind.__annotations__.get("return", "")).endswith("[Mode]"):
                yield from resources_of(getattr(client, name))


def methods_of(client: Any) -> Iterator[tuple[str, Any]]:
    """Every call of a client that goes to the API."""
    for resource in resources_of(client):
        for name in dir(type(resource)):
            if not name.startswith("_") and hasattr(inspect.getattr_static(type(resource), name), "build"):
                yield f"{type(resource).__module__}.{type(resource).__name__}.{name}", getattr(resource, name)


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_help_has_a_sentence_for_every_parameter_of_every_call_and_what_it_gives(kind: Any) -> None:
    shown = {name: pydoc.plain(pydoc.render_doc(method)) for name, method in methods_of(kind(api_key="x"))}

    assert len(shown) > 290
    lacking = [name for name, text in shown.items() if not re.search(r"^\) -> \w", text, re.MULTILINE)]
    for name, text in shown.items():
        lines = text.splitlines()
        arguments = {
            each.strip()
            for line in lines
            if re.match(r" {8}\w[\w, ]*: ", line)
            for each in line.partition(":")[0].split(",")
        }
        for line, below in pairwise(lines):
            parameter = re.match(r"    (\w+): ", line)
            if (
                parameter
                and line.endswith(",")
                and not below.startswith("        # ")
                and parameter[1] not in arguments
            ):
                lacking.append(f"{name}: {parameter[1]}")
    assert lacking == []


@pytest.mark.parametrize(
    ("call", "of_client", "of_async_client"),
    [
        ("messages.create", "Message | Stream[RawMessageStreamEvent]", "Message | AsyncStream[RawMessageStreamEvent]"),
        ("messages.batches.wait", "MessageBatch", "MessageBatch"),
        ("messages.batches.results", "BatchResults[T]", "AsyncBatchResults[T]"),
        *[
            (call, both, both)
            for call, both in (
                ("messages.run_tools", "ToolRunner | AsyncToolRunner"),
                ("models.list", "Page[ModelInfo] | AsyncPaginator[ModelInfo]"),
                ("messages.stream", "StreamManager[MessageStream[T]] | AsyncStreamManager[AsyncMessageStream[T]]"),
            )
        ],
    ],
)
def test_help_tells_what_a_call_gives(call: str, of_client: str, of_async_client: str) -> None:
    for client, given in ((Client(api_key="x"), of_client), (AsyncClient(api_key="x"), of_async_client)):
        assert inspect.signature(attrgetter(call)(client)).return_annotation == given


@pytest.mark.parametrize(
    "call", ["messages.create", "models.retrieve", "organization.users.retrieve", "beta.files.delete"]
)
def test_a_forgotten_await_names_the_method(call: str) -> None:
    method = attrgetter(call)(AsyncClient(api_key="x"))
    params: Any = {"model": "m", "max_tokens": 1, "messages": []} if call == "messages.create" else {}

    def forget() -> None:
        method(*([] if params else ["x"]), **params)
        gc.collect()

    with pytest.warns(RuntimeWarning, match=rf"coroutine '\w+\.{call.rpartition('.')[2]}' was never awaited"):
        forget()
