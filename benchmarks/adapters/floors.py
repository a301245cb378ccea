"""The workloads for what lies under an SDK: an HTTP library, and JSON read into plain values.

They do what nobody could leave out: send, receive, decode. What an SDK costs above that is its own.
"""

from __future__ import annotations

import asyncio
import atexit
import http.client
import json
import time
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ..payloads import BATCH, LIST_ITEMS
from . import REQUEST, Place, Run, image_request, slowest

if TYPE_CHECKING:
    import httpx

Read = Callable[[bytes], object]

HEADERS = {"x-api-key": "sk-ant-benchmark", "anthropic-version": "2023-06-01"}


# ---- http.client ----------------------------------------------------------------------------------------


def http_client() -> dict[str, Any]:
    """Python's own client."""
    headers = {**HEADERS, "content-type": "application/json"}

    def connect(place: Place, kind: str) -> tuple[http.client.HTTPConnection, str]:
        url = urlsplit(place.url(kind))
        assert url.hostname
        return http.client.HTTPConnection(url.hostname, url.port), url.path

    def created(kind: str) -> Any:
        def workload(place: Place) -> Run:
            connection, path = connect(place, kind)

            def run(times: int) -> None:
                for _ in range(times):
                    connection.request("POST", f"{path}/v1/messages", json.dumps(REQUEST), headers)
                    json.loads(connection.getresponse().read())

            return run

        return workload

    def chunks(response: http.client.HTTPResponse) -> Iterator[bytes]:
        while chunk := response.read1(READ_BYTES):
            yield chunk

    def events(kind: str) -> Any:
        def workload(place: Place) -> Run:
            connection, path = connect(place, kind)

            def run(times: int) -> None:
                for _ in range(times):
                    connection.request("POST", f"{path}/v1/messages", json.dumps(REQUEST), headers)
                    for event in pieces(chunks(connection.getresponse()), b"\n\n"):
                        json.loads(event[event.index(b"\ndata: ") + 7 :])

            return run

        return workload

    def results(place: Place) -> Run:
        connection, path = connect(place, "results")

        def run(times: int) -> None:
            for _ in range(times):
                connection.request("GET", f"{path}/v1/messages/batches/{BATCH}/results", headers=headers)
                for line in pieces(chunks(connection.getresponse()), b"\n"):
                    json.loads(line)

        return run

    return {
        "create": created("small"),
        "blocks": created("blocks"),
        "events": events("text"),
        "events-single": events("single"),
        "text": events("text"),
        "tool": events("tool"),
        "results": results,
    }


READ_BYTES = 64 * 1024


def pieces(chunks: Iterator[bytes], end: bytes) -> Iterator[bytes]:
    """What lies between two `end`s."""
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(end)
        yield from whole


# ---- httpx ----------------------------------------------------------------------------------------------


def client(base_url: str) -> httpx.Client:
    """A client of httpx as anybody would make it."""
    import httpx

    return httpx.Client(base_url=base_url, headers=HEADERS, timeout=60)


def streamed(read_event: Read, read_line: Read) -> dict[str, Any]:
    """The workloads whose responses are streams, what comes being read by these."""

    def events(kind: str) -> Any:
        def workload(place: Place) -> Run:
            stream = client(place.url(kind)).stream

            def run(times: int) -> None:
                for _ in range(times):
                    with stream("POST", "/v1/messages", json=REQUEST) as response:
                        for event in pieces(response.iter_bytes(), b"\n\n"):
                            read_event(event[event.index(b"\ndata: ") + 7 :])

            return run

        return workload

    def results(place: Place) -> Run:
        stream = client(place.url("results")).stream

        def run(times: int) -> None:
            for _ in range(times):
                with stream("GET", f"/v1/messages/batches/{BATCH}/results") as response:
                    for line in pieces(response.iter_bytes(), b"\n"):
                        read_line(line)

        return run

    return {
        "events": events("text"),
        "events-single": events("single"),
        "text": events("text"),
        "tool": events("tool"),
        "results": results,
    }


def plain_httpx() -> dict[str, Any]:
    """What this package is built on."""
    import ssl

    import httpx
    from pydantic_core import from_json

    def construct(place: Place) -> Run:
        context = ssl.create_default_context()

        def run(times: int) -> None:
            for _ in range(times):
                httpx.Client(base_url=place.origin, verify=context)

        return run

    def construct_and_call(place: Place) -> Run:
        context = ssl.create_default_context()

        def run(times: int) -> None:
            for _ in range(times):
                with httpx.Client(base_url=place.url("small"), verify=context) as another:
                    json.loads(another.post("/v1/messages", json=REQUEST).content)

        return run

    def created(kind: str) -> Any:
        def workload(place: Place) -> Run:
            post = client(place.url(kind)).post

            def run(times: int) -> None:
                for _ in range(times):
                    from_json(post("/v1/messages", json=REQUEST).content)

            return run

        return workload

    def create(place: Place) -> Run:
        post = client(place.url("small")).post

        def run(times: int) -> None:
            for _ in range(times):
                json.loads(post("/v1/messages", json=REQUEST).content)

        return run

    def large_request(place: Place) -> Run:
        request = image_request(place.size)
        post = client(place.url("small")).post

        def run(times: int) -> None:
            for _ in range(times):
                json.loads(post("/v1/messages", json=request).content)

        return run

    def at_once(place: Place) -> Run:
        loop = asyncio.new_event_loop()
        # No limits, which would be another reason to wait.
        many = httpx.AsyncClient(
            base_url=place.url("small"),
            headers=HEADERS,
            timeout=60,
            limits=httpx.Limits(max_keepalive_connections=1000),
        )
        latencies: list[float] = []

        async def caller(times: int) -> None:
            for _ in range(times):
                start = time.perf_counter()
                json.loads((await many.post("/v1/messages", json=REQUEST)).content)
                latencies.append(time.perf_counter() - start)

        async def callers(times: int) -> None:
            await asyncio.gather(*[caller(times) for _ in range(place.size)])

        def run(times: int) -> Mapping[str, float]:
            latencies.clear()
            loop.run_until_complete(callers(times))
            return slowest(latencies)

        return run

    def pages(place: Place) -> Run:
        get = client(place.url("pages")).get

        def run(times: int) -> None:
            for _ in range(times):
                query: dict[str, Any] = {"limit": LIST_ITEMS}
                while True:
                    page = from_json(get("/v1/messages/batches", params=query).content)
                    if not page["has_more"]:
                        break
                    query["after_id"] = page["last_id"]

        return run

    def upload(place: Place) -> Run:
        post, path = client(place.url("upload")).post, place.file()

        def run(times: int) -> None:
            for _ in range(times):
                with path.open("rb") as file:
                    post("/v1/files", files={"file": file}).raise_for_status()

        return run

    def download(place: Place) -> Run:
        stream, path = client(place.url("download")).stream, place.folder / "httpx-download.bin"

        def run(times: int) -> None:
            for _ in range(times):
                with stream("GET", "/v1/files/file_1/content") as response, path.open("wb") as file:
                    for chunk in response.iter_bytes():
                        file.write(chunk)
                path.unlink()

        return run

    return {
        "construct": construct,
        "construct-call": construct_and_call,
        "create": create,
        "blocks": created("blocks"),
        "async": at_once,
        **streamed(from_json, from_json),
        "large-request": large_request,
        "upload": upload,
        "download": download,
        "list": pages,
    }


# ---- httpx and bare models ------------------------------------------------------------------------------


def bare_models() -> dict[str, Any]:
    """The streams over plain httpx, read as models of pydantic with nothing in them but what the server sends here.

    It is what typed responses cost at the least: no field is optional, nothing unknown is kept, no message grows.
    """
    from typing import Annotated, Literal

    from pydantic import BaseModel, Field, TypeAdapter

    class TextDelta(BaseModel):
        type: Literal["text_delta"]
        text: str

    class InputJSONDelta(BaseModel):
        type: Literal["input_json_delta"]
        partial_json: str

    class Delta(BaseModel):
        type: Literal["content_block_delta"]
        index: int
        delta: Annotated[TextDelta | InputJSONDelta, Field(discriminator="type")]

    class Other(BaseModel):
        type: Literal["message_start", "content_block_start", "content_block_stop", "message_delta", "message_stop"]

    class CacheCreation(BaseModel):
        ephemeral_5m_input_tokens: int
        ephemeral_1h_input_tokens: int

    class Usage(BaseModel):
        input_tokens: int
        cache_creation_input_tokens: int
        cache_read_input_tokens: int
        cache_creation: CacheCreation
        output_tokens: int
        service_tier: str

    class Text(BaseModel):
        type: Literal["text"]
        text: str

    class Message(BaseModel):
        id: str
        type: Literal["message"]
        role: Literal["assistant"]
        model: str
        content: list[Text]
        stop_reason: str
        stop_sequence: str | None
        usage: Usage

    class Succeeded(BaseModel):
        type: Literal["succeeded"]
        message: Message

    class Line(BaseModel):
        custom_id: str
        result: Succeeded

    event: TypeAdapter[Any] = TypeAdapter(Annotated[Delta | Other, Field(discriminator="type")])
    line = TypeAdapter(Line)
    return streamed(event.validator.validate_json, line.validator.validate_json)


# ---- aiohttp --------------------------------------------------------------------------------------------


def plain_aiohttp() -> dict[str, Any]:
    """The asynchronous client with a parser in C."""
    import aiohttp

    def at_once(place: Place) -> Run:
        loop = asyncio.new_event_loop()
        url = f"{place.url('small')}/v1/messages"
        latencies: list[float] = []

        async def connect() -> aiohttp.ClientSession:
            return aiohttp.ClientSession(headers=HEADERS, connector=aiohttp.TCPConnector(limit=0))

        session = loop.run_until_complete(connect())
        atexit.register(lambda: loop.run_until_complete(session.close()))

        async def caller(times: int) -> None:
            for _ in range(times):
                start = time.perf_counter()
                async with session.post(url, json=REQUEST) as response:
                    json.loads(await response.read())
                latencies.append(time.perf_counter() - start)

        async def callers(times: int) -> None:
            await asyncio.gather(*[caller(times) for _ in range(place.size)])

        def run(times: int) -> Mapping[str, float]:
            latencies.clear()
            loop.run_until_complete(callers(times))
            return slowest(latencies)

        return run

    return {"async": at_once}
