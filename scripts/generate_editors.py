"""Writes `resources/_editors.pyi`: the calls of both clients as editors read them that are built on jedi.

Jedi knows neither descriptors that tell by overloads what a call gives, nor keywords that are an unpacked `TypedDict`.
So the calls are written out, twice, in a file that nothing imports: `client.py` names it where only jedi looks.

    python scripts/generate_editors.py [--check]
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from claude_client import AsyncClient, Client, types
from claude_client.jobs.jobs import AsyncJobs, Jobs
from claude_client.sessions import runner, work, worker

FILE = Path(__file__).resolve().parents[1] / "src" / "claude_client" / "resources" / "_editors.pyi"
HEADING = """# Written by scripts/generate_editors.py: what editors on jedi see of the clients. Nothing imports it.

from collections.abc import AsyncIterator, Iterator
from typing import Any, Union

from .. import client as _client
from .. import sessions as _sessions
from ..core.pages import AsyncPage as _AsyncPage
from ..core.pages import Page as _Page
from ..jobs import batch as _jobs_batch
from ..jobs import jobs as _jobs
from ..jobs import map as _jobs_map
from ..limits import estimates as _estimates
from ..streaming.batches import AsyncBatchResults as _AsyncResults
from ..streaming.batches import BatchResults as _Results
from ..streaming.messages import AsyncMessageStream, MessageStream
from ..tools.runner import AsyncToolRunner, ToolRunner

class _Manager:
    def __enter__(self) -> _MessageStream: ...
    def __exit__(self, *exception: object) -> None: ...

class _AsyncManager:
    async def __aenter__(self) -> _AsyncMessageStream: ...
    async def __aexit__(self, *exception: object) -> None: ...
"""

STREAMS = """\
class _MessageStream(MessageStream):
    current_message_snapshot: {message}
    def get_final_message(self) -> {message}: ...

class _AsyncMessageStream(AsyncMessageStream):
    current_message_snapshot: {message}
    async def get_final_message(self) -> {message}: ...

class _ToolRunner(ToolRunner):
    def __iter__(self) -> Iterator[Union[{message}, _MessageStream]]: ...
    def until_done(self) -> {message}: ...

class _AsyncToolRunner(AsyncToolRunner):
    def __aiter__(self) -> AsyncIterator[Union[{message}, _AsyncMessageStream]]: ...
    async def until_done(self) -> {message}: ...

class _BatchResults(_Results):
    def __iter__(self) -> Iterator[{result}]: ...

class _AsyncBatchResults(_AsyncResults):
    def __aiter__(self) -> AsyncIterator[{result}]: ...
"""


def children(cls: type) -> Iterator[str]:
    for name in dir(cls):
        value = inspect.getattr_static(cls, name)
        function = getattr(value, "func", None) or getattr(value, "fget", None)
        told = str(getattr(function, "__annotations__", {}).get("return", ""))
        if not name.startswith(("_", "with_")) and name != "beta" and told.endswith("[Mode]"):
            yield name


def resources(resource: Any, found: dict[type, Any]) -> dict[type, Any]:
    """An instance of each class of resources, by its class."""
    for name in children(type(resource)):
        child = getattr(resource, name)
        if type(child) not in found:
            found[type(child)] = child
            resources(child, found)
    return found


def class_name(cls: type) -> str:
    """A name that is one among all resources: `AnalyticsUsers` is that of another module than `Users`."""
    module = cls.__module__.rpartition("resources.")[2].replace(".", "_")
    return f"_{module}_{cls.__name__}"


def parameters(signature: inspect.Signature, first: int = 0) -> str:
    rest = list(signature.parameters.values())[first:]
    kinds = [(p.name, p.kind) for p in rest if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)]
    positional = [f"{name}=..." for name, kind in kinds if kind is not inspect.Parameter.KEYWORD_ONLY]
    named = [f"{name}=..." for name, kind in kinds if kind is inspect.Parameter.KEYWORD_ONLY]
    return ", ".join(["self", *positional, *(["*", *named] if named else [])])


class Writer:
    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.types: dict[str, str] = {}

    def method(self, name: str, descriptor: Any, *, is_async: bool) -> str:
        build = descriptor.build
        given = str(build.__annotations__.get("return", ""))
        kind = type(descriptor).__name__
        taken = parameters(descriptor.__signature__, 1)
        if kind == "paginated" and (item := re.match(r"Request\[Page\[(\w+)\]", given)):
            return f"    def {name}({taken}) -> {self.page(item[1], is_async=is_async)}: ..."
        if kind == "managed":
            return f"    def {name}({taken}) -> {'_AsyncManager' if is_async else '_Manager'}: ..."
        if kind == "runs":
            runnable = next(getattr(module, given) for module in (runner, work, worker) if hasattr(module, given))
            makes = runnable.on_async_client if is_async else runnable.on_client
            return f"    def {name}({taken}) -> _sessions.{makes.__annotations__['return']}: ..."
        if build.__qualname__ in ("Messages.run_tools", "Messages.tool_runner"):
            return f"    def {name}({taken}) -> {'_AsyncToolRunner' if is_async else '_ToolRunner'}: ..."
        if kind in ("endpoint", "polled"):
            value = re.match(r"(?:Request|Polling)\[(\w+)", given)
            told = self.type(value[1]) if value is not None and hasattr(types, value[1]) else "Any"
            if build.__qualname__ == "Batches.results":
                told = f"_{'Async' if is_async else ''}BatchResults"
            if build.__qualname__ == "Messages.estimate":
                told = "_estimates.Estimate"
            if told == "Any" and build.__qualname__ in ("Messages.create", "Messages.parse"):
                told = self.type("Message" if name == "create" else "ParsedMessage")
            return f"    {'async ' if is_async else ''}def {name}({taken}) -> {told}: ..."
        return f"    def {name}({taken}) -> Any: ..."

    def type(self, name: str) -> str:
        """A type by the module that it is in: jedi does not look through the stub of all types."""
        module = getattr(types, name).__module__
        if not module.startswith("claude_client."):  # a union, which says of no Python the same
            responses = (each for each in sorted(sys.modules) if each.startswith("claude_client.types.responses."))
            module = next(each for each in responses if hasattr(sys.modules[each], name))
        alias = f"_in_{module.removeprefix('claude_client.types.').replace('.', '_')}"
        self.types[alias] = module
        return f"{alias}.{name}"

    def page(self, item: str, *, is_async: bool) -> str:
        name = f"_{'Async' if is_async else ''}PageOf{item}"
        of = self.type(item)
        if is_async:
            loop = (
                f"    def __aiter__(self) -> AsyncIterator[{of}]: ...\n    def __await__(self) -> Iterator[{name}]: ..."
            )
        else:
            loop = f"    def __iter__(self) -> Iterator[{of}]: ..."
        base = "_AsyncPage" if is_async else "_Page"
        self.pages[name] = f"class {name}({base}[Any]):\n    data: list[{of}]\n{loop}\n"
        return name

    def resource(self, cls: type, *, is_async: bool) -> str:
        start = "Async" if is_async else ""
        module = cls.__module__.removeprefix("claude_client.resources.")
        lines = [f"class {start}{class_name(cls)}(_of_{module.replace('.', '_')}.{cls.__name__}[Any]):"]
        lines += self.body(cls, is_async=is_async)
        return "\n".join([*lines, "    ..." if len(lines) == 1 else "", ""])

    def jobs(self, *, is_async: bool) -> str:
        start, cls = ("Async", AsyncJobs) if is_async else ("", Jobs)
        made = f"_jobs_map.{start}Job", f"_jobs_batch.{start}BatchJob"
        gives = {"map": made[0], "batch": made[1], "auto": f"Union[{', '.join(made)}]"}
        lines = [f"class _{start}Jobs(_jobs.{start}Jobs):"]
        for name, given in gives.items():
            taken = parameters(inspect.signature(getattr(cls, name)), 1)
            lines.append(f"    def {name}({taken}) -> {given}: ...")
        return "\n".join([*lines, ""])

    def body(self, cls: type, *, is_async: bool) -> Iterator[str]:
        start = "Async" if is_async else ""
        by_name = {name: inspect.getattr_static(cls, name) for name in dir(cls) if not name.startswith("_")}
        for name in children(cls):
            value = by_name[name]
            function = value.func if isinstance(value, cached_property) else value.fget
            yield f"    {name}: {start}{class_name(self.classes[function.__qualname__])}"
        for name, value in by_name.items():
            if hasattr(value, "build"):
                yield self.method(name, value, is_async=is_async)

    def file(self) -> str:
        client = Client(api_key="x")
        found = resources(client, {})
        self.classes: dict[str, type] = {}
        for resource in [client, *found.values()]:
            for name in children(type(resource)):
                value = inspect.getattr_static(type(resource), name)
                function = value.func if isinstance(value, cached_property) else value.fget
                self.classes[function.__qualname__] = type(getattr(resource, name))
        modules = sorted({cls.__module__.removeprefix("claude_client.resources.") for cls in found})
        imports = [f"import claude_client.resources.{name} as _of_{name.replace('.', '_')}" for name in modules]
        parts: list[str] = []
        for is_async in (False, True):
            parts += [self.resource(cls, is_async=is_async) for cls in found]
        for is_async, kind in ((False, Client), (True, AsyncClient)):
            start = "Async" if is_async else ""
            taken = parameters(inspect.signature(kind.__init__), 1)
            lines = [f"class {start}Client(_client.{start}Client):", f"    def __init__({taken}) -> None: ..."]
            lines += [f"    beta: {start}Client", *self.body(kind, is_async=is_async)]
            lines.append(f"    jobs: _{start}Jobs")
            enter = "async def __aenter__" if is_async else "def __enter__"
            lines.append(f"    {enter}(self) -> {start}Client: ...")
            for name in ("with_options", "copy", "with_middleware"):  # `Self` is the class without the calls there
                made = inspect.signature(getattr(kind, name))
                lines.append(f"    def {name}({parameters(made, 1)}) -> {start}Client: ...")
            parts += [self.jobs(is_async=is_async), "\n".join([*lines, ""])]
        streams = STREAMS.format(message=self.type("Message"), result=self.type("MessageBatchIndividualResponse"))
        imports += [f"import {module} as {alias}" for alias, module in sorted(self.types.items())]
        pages = [self.pages[name] for name in sorted(self.pages)]
        return "\n".join([HEADING, *imports, "", streams, *pages, *parts])


def main() -> None:
    text = Writer().file()
    if "--check" in sys.argv:
        if not FILE.exists() or FILE.read_text("utf-8") != text:
            sys.exit(f"{FILE.name} is out of step: python scripts/generate_editors.py")
    else:
        FILE.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
