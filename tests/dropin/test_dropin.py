"""Imports of `anthropic` find this package, whole, and say so where they do not."""

from __future__ import annotations

import importlib.metadata
import inspect
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import claude_client
from both import Both, entered, items
from claude_client import AsyncClient, Client, dropin, errors, types
from claude_client.sandbox import API_KEY, Sandbox

dropin.uninstall()  # importing it has installed it, for all tests of this process

SRC = str(Path(claude_client.__file__).parents[1])


def run(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([*([str(folder)] if folder else []), SRC])}
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments], capture_output=True, text=True, env=environment, timeout=60
    )


# ---- what is found ------------------------------------------------------------------------------------------


def test_the_clients_are_those_of_this_package(anthropic: Any) -> None:
    assert (anthropic.Anthropic, anthropic.AsyncAnthropic) == (Client, AsyncClient)
    assert anthropic.__version__ == importlib.metadata.version("anthropic") == "2.14.0"
    assert find_spec("anthropic.types") is not None


@pytest.mark.parametrize(
    ("module", "name", "ours"),
    [
        ("types", "Message", types.Message),
        ("types.message", "Message", types.Message),
        ("types.beta.beta_message", "BetaMessage", types.Message),
        ("types.beta", "BetaMessageParam", types.MessageParam),
        ("types", "ThreadNotFoundError", errors.ThreadNotFoundError),
        ("types.thread_not_found_error", "ThreadNotFoundError", errors.ThreadNotFoundError),
        ("types", "ResponseBrowserKeyToolUseBlock", types.BrowserKeyToolUseBlock),
        ("types.tool_search_tool_bm25_20251119_param", "ToolSearchToolBm25_20251119Param", None),
        ("_exceptions", "OverloadedError", errors.OverloadedError),
        ("_types", "NotGiven", claude_client.NotGiven),
        ("_models", "BaseModel", claude_client.BaseModel),
        ("_streaming", "Stream", claude_client.Stream),
        ("_client", "Anthropic", Client),
        ("_base_client", "SyncAPIClient", Client),
        ("pagination", "SyncPageCursor", claude_client.Page),
        ("lib.streaming", "BetaMessageStream", claude_client.MessageStream),
        ("lib.streaming._types", "ParsedContentBlockStopEvent", None),
        ("lib.vertex", "AnthropicVertex", claude_client.AnthropicVertex),
        ("lib.tools", "BetaFunctionTool", claude_client.FunctionTool),
        ("resources.messages.messages", "Message", types.Message),
    ],
)
def test_a_name_is_found_in_its_official_module(anthropic: object, module: str, name: str, ours: object) -> None:
    found = getattr(import_module(f"anthropic.{module}"), name)

    assert found is not None
    assert ours in (None, found)


def test_inner_modules_are_attributes_without_an_import_of_their_own(anthropic: Any) -> None:
    assert anthropic.types.beta.BetaMessage is types.Message
    assert anthropic._exceptions.NotFoundError is errors.NotFoundError


def test_importing_it_loads_neither_httpx_nor_pydantic() -> None:
    code = "import sys, claude_client.dropin, anthropic; print(*{'httpx', 'pydantic', 'asyncio'} & {*sys.modules})"

    assert run("-c", code).stdout.split() == []


# ---- what is not --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("from anthropic import nothing", "anthropic.nothing"),
        ("from anthropic.types import Nothing", "anthropic.types.Nothing"),
        ("from anthropic.types.beta import Nothing", "anthropic.types.beta.Nothing"),
        ("from anthropic.resources import Nothing", "anthropic.resources.Nothing"),
        ("from anthropic._qs import Querystring", "anthropic._qs.Querystring"),
        ("import anthropic.nothing", "anthropic.nothing"),
        ("from anthropic.resources.nothing import Nothing", "anthropic.resources.nothing"),
        ("from anthropic.types.nothing import Nothing", "anthropic.types.nothing"),
    ],
)
def test_an_import_without_a_counterpart_says_so(anthropic: object, code: str, name: str) -> None:
    with pytest.raises(ImportError, match=f"{name} has no counterpart in claude_client"):
        exec(code)


def test_an_attribute_without_a_counterpart_is_an_attribute_error(anthropic: Any) -> None:
    assert not hasattr(anthropic, "nothing")
    with pytest.raises(AttributeError, match=r"anthropic\.types\.nothing has no counterpart"):
        anthropic.types.nothing  # noqa: B018


# ---- coming and going ---------------------------------------------------------------------------------------


@pytest.fixture
def official(tmp_path: Path) -> Path:
    """A folder with a package of that name, in the place of the official one."""
    (tmp_path / "anthropic").mkdir()
    (tmp_path / "anthropic" / "__init__.py").write_text("OFFICIAL = True\n")
    return tmp_path


def test_a_package_that_is_imported_already_is_told_of(official: Path) -> None:
    done = run("-c", "import anthropic; import claude_client.dropin", folder=official)

    assert done.returncode == 1
    assert f"imported already, from {official / 'anthropic' / '__init__.py'}" in done.stderr


def test_a_package_that_is_installed_is_not_looked_at(official: Path) -> None:
    done = run("-c", "import claude_client.dropin, anthropic; print(hasattr(anthropic, 'OFFICIAL'))", folder=official)

    assert done.stdout == "False\n"


def test_the_package_that_is_installed_is_found_again_after_uninstall(official: Path) -> None:
    code = (
        "from claude_client import dropin\n"
        "import anthropic, anthropic.types\n"
        "dropin.uninstall()\n"
        "dropin.uninstall()\n"
        "import anthropic\n"
        "print(anthropic.OFFICIAL, dropin.is_installed())\n"
    )

    done = run("-c", code, folder=official)

    assert (done.stdout, done.stderr) == ("True False\n", "")


def test_installing_twice_is_installing_once(anthropic: object) -> None:
    before = list(sys.meta_path)

    dropin.install()

    assert sys.meta_path == before


def test_a_program_runs_with_its_arguments_and_its_folder(tmp_path: Path) -> None:
    (tmp_path / "beside.py").write_text("NAME = 'beside'\n")
    program = tmp_path / "program.py"
    program.write_text("import sys, anthropic, beside\nprint(__name__, sys.argv[1:], beside.NAME, anthropic.Client)\n")

    done = run("-m", "claude_client.dropin", str(program), "-x", "1")

    assert (done.stdout, done.stderr) == ("__main__ ['-x', '1'] beside <class 'claude_client.client.Client'>\n", "")


def test_a_module_runs_as_a_program(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(
        "import sys, anthropic\nprint(__name__, sys.argv[1:], anthropic.__version__)\n"
    )

    done = run("-m", "claude_client.dropin", "-m", "program", "a", folder=tmp_path)

    assert (done.stdout, done.stderr) == ("__main__ ['a'] 2.14.0\n", "")


def test_without_a_program_the_usage_is_shown() -> None:
    assert "usage: python -m claude_client.dropin" in run("-m", "claude_client.dropin").stderr


# ---- classes of resources -----------------------------------------------------------------------------------

CLIENTS = {"": Client(api_key="x"), "Async": AsyncClient(api_key="x")}
VIEWS = {
    "resources.messages.{}Messages": "{}.messages",
    "resources.messages.{}MessagesWithRawResponse": "{}.messages.with_raw_response",
    "resources.messages.{}MessagesWithStreamingResponse": "{}.messages.with_streaming_response",
    "resources.beta.messages.{}Messages": "{}.beta.messages",
    "resources.messages.{}Batches": "{}.messages.batches",
    "resources.beta.messages.batches.{}Batches": "{}.beta.messages.batches",
    "resources.{}Beta": "{}.beta",
    "resources.organization.{}APIKeys": "{}.organization.api_keys",
}


@pytest.mark.parametrize("official", VIEWS)
@pytest.mark.parametrize("start", ["", "Async"])
def test_isinstance_tells_the_resources_of_one_client_and_path(anthropic: Any, official: str, start: str) -> None:
    module, _, name = official.format(start).rpartition(".")
    found = getattr(import_module(f"anthropic.{module}"), name)

    def resource(path: str, client: object) -> object:
        for attribute in path.split(".")[1:]:
            client = getattr(client, attribute)
        return client

    resources = {(path, each): resource(path, client) for path in VIEWS.values() for each, client in CLIENTS.items()}
    assert [place for place, each in resources.items() if isinstance(each, found)] == [(VIEWS[official], start)]


def test_a_class_of_the_official_package_makes_the_resource_of_a_client(anthropic: Any) -> None:
    made = anthropic.resources.beta.AsyncMessages(CLIENTS["Async"])

    assert made is CLIENTS["Async"].beta.messages


def test_a_method_tells_its_parameters_and_whether_it_has_to_be_awaited(anthropic: Any) -> None:
    parameters = inspect.signature(anthropic.resources.Messages.create).parameters

    assert {"self", "model", "max_tokens", "temperature"} <= {*parameters}
    assert inspect.iscoroutinefunction(CLIENTS["Async"].messages.create)
    assert not inspect.iscoroutinefunction(CLIENTS[""].messages.create)
    assert not inspect.iscoroutinefunction(CLIENTS["Async"].messages.stream)


# ---- replaced methods, as instrumentors replace them ---------------------------------------------------------


def test_a_replaced_method_is_replaced_for_one_client_and_path(anthropic: Any) -> None:
    view = anthropic.resources.messages.Messages
    original = view.create
    client = Client(api_key="x")
    first = client.messages.create
    view.create = lambda self, **params: ("replaced", params)
    try:
        # Whatever was looked up before, and each time.
        assert [client.messages.create(model="m") for _ in range(2)] == [("replaced", {"model": "m"})] * 2
        assert client.beta.messages.create != first
        assert inspect.iscoroutinefunction(AsyncClient(api_key="x").messages.create)
        assert not inspect.iscoroutinefunction(client.beta.messages.create)
    finally:
        view.create = original
    assert client.messages.create.__qualname__ == "Messages.create"


def test_a_method_replaced_on_one_resource_is_replaced_there(anthropic: Any) -> None:
    view = anthropic.resources.messages.Messages
    original = view.create
    view.create = original
    client = Client(api_key="x")

    client.messages.create = lambda **params: params  # type: ignore[assignment]

    assert client.messages.create(model="m") == {"model": "m"}  # type: ignore[call-overload]
    assert Client(api_key="x").messages.create.__qualname__ == "Messages.create"


def test_a_method_of_the_class_takes_the_resource_first(anthropic: Any) -> None:
    with pytest.raises(TypeError, match="max_token"):
        anthropic.resources.messages.Messages.create(CLIENTS[""].messages, max_token=1)


def test_a_wrapper_of_one_view_wraps_no_other(anthropic: Any) -> None:
    views = (anthropic.resources.messages.Messages, anthropic.resources.messages.AsyncMessages)
    originals = [vars(view)["create"] for view in views]
    called: list[str] = []

    class Wrapper:
        """As wrapt binds what it wraps."""

        def __init__(self, wrapped: Any, name: str) -> None:
            self.wrapped, self.name = wrapped, name

        def __get__(self, resource: Any, owner: Any) -> Any:
            called.append(self.name)
            return self.wrapped.__get__(resource, owner)

    try:
        for view, name in zip(views, ("sync", "async"), strict=True):
            view.create = Wrapper(vars(view)["create"], name)
        assert AsyncClient(api_key="x").messages.create
        assert Client(api_key="x").messages.create
    finally:
        for view, original in zip(views, originals, strict=True):
            view.create = original
    assert called == ["async", "sync"]


def test_streams_and_their_managers_are_told_by_their_classes(anthropic: Any) -> None:
    manager = CLIENTS[""].messages.stream(model="m", max_tokens=1, messages=[])
    raw = CLIENTS[""].messages.with_streaming_response.create(model="m", max_tokens=1, messages=[])

    assert isinstance(manager, anthropic.MessageStreamManager)
    assert not isinstance(manager, anthropic.AsyncMessageStreamManager)
    assert not isinstance(raw, anthropic.MessageStreamManager)
    assert type(manager).__name__ == "MessageStreamManager"


HI = {"model": "claude-sonnet-5", "max_tokens": 9, "messages": [{"role": "user", "content": "Hi"}]}


@pytest.mark.parametrize("place", ["_iterator", "_raw_stream"])
@pytest.mark.parametrize("read", ["events", "text"])
def test_what_a_tracer_puts_around_the_events_of_a_stream_sees_them_all(both: Both, place: str, read: str) -> None:
    with Sandbox() as sandbox:
        seen: list[str] = []

        def watched(events: Iterator[Any]) -> Iterator[Any]:
            for event in events:
                seen.append(event.type)
                yield event

        async def watched_async(events: AsyncIterator[Any]) -> AsyncIterator[Any]:
            async for event in events:
                seen.append(event.type)
                yield event

        def body(client: Any) -> Any:
            stream = yield entered(client.messages.stream(**HI))
            setattr(stream, place, (watched_async if both.is_async else watched)(getattr(stream, place)))
            found = yield items(stream if read == "events" else stream.text_stream)
            return found, (yield stream.get_final_message())

        found, message = both.run(body, base_url=sandbox.url, api_key=API_KEY)

        assert (seen[0], seen[-1]) == ("message_start", "message_stop")
        assert message.text == ("".join(found) if read == "text" else found[-1].message.text)


def test_the_package_is_a_module_that_tells_what_it_is(anthropic: ModuleType) -> None:
    assert "claude_client.dropin" in repr(anthropic)
