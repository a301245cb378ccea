"""The workloads for this package and for the official one: the same code, with the import changed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from ..payloads import BATCH, LIST_ITEMS, tool_rows
from . import REQUEST, Place, Run, image_request, slowest


def workloads(package: str) -> dict[str, Any]:
    """Every workload by its name, for `claude_client` or `anthropic`."""
    sdk: Any = import_module(package)

    def client(base_url: str) -> Any:
        return sdk.Anthropic(api_key="sk-ant-benchmark", base_url=base_url, max_retries=0)

    def construct(place: Place) -> Run:
        first = client(place.url("small"))
        first.messages.create(**REQUEST)

        def run(times: int) -> None:
            for _ in range(times):
                client(place.url("small"))

        return run

    def construct_and_call(place: Place) -> Run:
        first = client(place.url("small"))
        first.messages.create(**REQUEST)

        def run(times: int) -> None:
            for _ in range(times):
                with client(place.url("small")) as another:
                    another.messages.create(**REQUEST)

        return run

    def construct_memory(place: Place) -> Run:
        first = client(place.url("small"))
        first.messages.create(**REQUEST)
        kept: list[Any] = []

        def run(times: int) -> None:
            kept.extend(client(place.url("small")) for _ in range(times * place.size))

        return run

    def created(kind: str) -> Any:
        def workload(place: Place) -> Run:
            create = client(place.url(kind)).messages.create

            def run(times: int) -> None:
                for _ in range(times):
                    create(**REQUEST)

            return run

        return workload

    def large_request(place: Place) -> Run:
        request = image_request(place.size)
        create = client(place.url("small")).messages.create

        def run(times: int) -> None:
            for _ in range(times):
                create(**request)

        return run

    def at_once(place: Place) -> Run:
        loop = asyncio.new_event_loop()
        many = sdk.AsyncAnthropic(api_key="sk-ant-benchmark", base_url=place.url("small"), max_retries=0)
        latencies: list[float] = []

        async def caller(times: int) -> None:
            for _ in range(times):
                start = time.perf_counter()
                await many.messages.create(**REQUEST)
                latencies.append(time.perf_counter() - start)

        async def callers(times: int) -> None:
            await asyncio.gather(*[caller(times) for _ in range(place.size)])

        def run(times: int) -> Mapping[str, float]:
            latencies.clear()
            loop.run_until_complete(callers(times))
            return slowest(latencies)

        return run

    def events(kind: str) -> Any:
        def workload(place: Place) -> Run:
            create = client(place.url(kind)).messages.create

            def run(times: int) -> None:
                for _ in range(times):
                    count = sum(1 for _ in create(**REQUEST, stream=True))
                    assert count == place.size + 5

            return run

        return workload

    def text(place: Place) -> Run:
        messages = client(place.url("text")).messages

        def run(times: int) -> None:
            for _ in range(times):
                with messages.stream(**REQUEST) as stream:
                    count = sum(1 for _ in stream.text_stream)
                    assert count == place.size
                    assert len(stream.get_final_message().content[0].text) == place.size * len(" unhappy")

        return run

    def tool(place: Place) -> Run:
        messages = client(place.url("tool")).messages

        def run(times: int) -> None:
            for _ in range(times):
                with messages.stream(**REQUEST) as stream:
                    for _ in stream:
                        pass
                    assert len(stream.get_final_message().content[0].input["rows"]) == tool_rows(place.size)

        return run

    def tool_snapshots(place: Place) -> Run:
        messages = client(place.url("tool")).messages

        def run(times: int) -> None:
            for _ in range(times):
                with messages.stream(**REQUEST) as stream:
                    last: Any = None
                    for event in stream:
                        if event.type == "input_json":
                            last = event.snapshot
                    assert len(last["rows"]) == tool_rows(place.size)

        return run

    def results(place: Place) -> Run:
        batches = client(place.url("results")).messages.batches

        def run(times: int) -> None:
            for _ in range(times):
                count = sum(1 for _ in batches.results(BATCH))
                assert count == place.size

        return run

    def pages(place: Place) -> Run:
        batches = client(place.url("pages")).messages.batches

        def run(times: int) -> None:
            for _ in range(times):
                count = sum(1 for _ in batches.list(limit=LIST_ITEMS))
                assert count == place.size * LIST_ITEMS

        return run

    def upload(place: Place) -> Run:
        files, path = client(place.url("upload")).beta.files, place.file()

        def run(times: int) -> None:
            for _ in range(times):
                files.upload(file=path)

        return run

    def download(place: Place) -> Run:
        files, path = client(place.url("download")).beta.files, place.folder / f"{package}-download.bin"

        def run(times: int) -> None:
            for _ in range(times):
                files.download("file_1").write_to_file(path)
                assert path.stat().st_size == place.size * 1024 * 1024
                path.unlink()

        return run

    return {
        "construct": construct,
        "construct-memory": construct_memory,
        "construct-call": construct_and_call,
        "create": created("small"),
        "blocks": created("blocks"),
        "async": at_once,
        "events": events("text"),
        "events-single": events("single"),
        "text": text,
        "tool": tool,
        "tool-snapshots": tool_snapshots,
        "results": results,
        "large-request": large_request,
        "upload": upload,
        "download": download,
        "list": pages,
    }
