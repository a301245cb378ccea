"""Calls and results of every odd form: the model is told, and the run goes on."""

from __future__ import annotations

import json
import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

import anyio
import pytest

from both import Both
from claude_client import ToolError, tool
from claude_client.sandbox import Sandbox
from claude_client.tools import Policy
from server import Received, Reply, Server, reply

MESSAGE: dict[str, Any] = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-opus-5",
    "content": [],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 1, "output_tokens": 2},
}
DONE: dict[str, Any] = {**MESSAGE, "content": [{"type": "text", "text": "Done."}]}
ASK: Any = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hi"}]}
INCOMPLETE = "The input is incomplete or is not a JSON object, so the tool was not run."


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


def use(name: Any = "delete", input: Any = None, id: Any = "toolu_1", **fields: Any) -> dict[str, Any]:
    return {"type": "tool_use", "id": id, "name": name, "input": {} if input is None else input, **fields}


def calling(*blocks: Any, stop_reason: str = "tool_use") -> Reply:
    return reply({**MESSAGE, "content": list(blocks), "stop_reason": stop_reason})


def streamed(*blocks: tuple[Any, list[Any]], stop_reason: str = "tool_use", closed: bool = True) -> Reply:
    """A stream of content blocks, each with the pieces of its JSON."""
    events: list[Any] = [{"type": "message_start", "message": {**MESSAGE, "stop_reason": None}}]
    for index, (block, pieces) in enumerate(blocks):
        events.append({"type": "content_block_start", "index": index, "content_block": block})
        deltas = ({"type": "input_json_delta", "partial_json": piece} for piece in pieces)
        events += ({"type": "content_block_delta", "index": index, "delta": delta} for delta in deltas)
        events += [{"type": "content_block_stop", "index": index}] if closed else []
    delta = {"stop_reason": stop_reason, "stop_sequence": None}
    events += [{"type": "message_delta", "delta": delta, "usage": {"output_tokens": 5}}, {"type": "message_stop"}]
    body = "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in events)
    return Reply(200, body.encode(), {"content-type": "text/event-stream"})


def done(request: Received) -> Reply:
    """The last message, in the form that was asked for."""
    text = [{"type": "text_delta", "text": "Done."}]
    if not request.json.get("stream"):
        return reply(DONE)
    events: list[Any] = [
        {"type": "message_start", "message": {**MESSAGE, "stop_reason": None}},
        {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
        *({"type": "content_block_delta", "index": 0, "delta": delta} for delta in text),
        {"type": "content_block_stop", "index": 0},
        {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 5}},
        {"type": "message_stop"},
    ]
    body = "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in events)
    return Reply(200, body.encode(), {"content-type": "text/event-stream"})


class Deletions:
    """A tool, and what it was called with."""

    def __init__(self) -> None:
        self.calls: list[Any] = []

        @tool
        def delete(path: str = "/", dry_run: bool = False) -> str:
            """Delete a folder."""
            self.calls.append((path, dry_run))
            return f"deleted {path}"

        self.tool = delete


def results(server: Server, request: int = -1) -> list[Any]:
    """The results in the last turn of a request."""
    return [block for block in server.received[request].json["messages"][-1]["content"] if isinstance(block, dict)]


# ---- calls that are not fit to be run -------------------------------------------------------------------------


@pytest.mark.parametrize("options", [{"stream": True}, {"max_tokens": 64_000}], ids=["streams", "streamed underneath"])
@pytest.mark.parametrize(
    "pieces", [['{"path": "/data", "dry_', 'run": tr'], ['{"path": "/da'], ["{"], ['{"path": oh}']]
)
def test_an_input_that_was_cut_while_it_streamed_is_not_run_though_the_stop_reason_is_tool_use(
    both: Both, server: Server, pieces: Any, options: Any
) -> None:
    server.replies(streamed((use(), pieces)), done)
    deletions = Deletions()

    both.run(
        lambda c: c.messages.run_tools(**{**ASK, **options}, tools=[deletions.tool]).until_done(), base_url=server.url
    )

    assert deletions.calls == []
    (result,) = results(server)
    assert result["is_error"]
    assert result["content"].startswith(INCOMPLETE)
    (call,) = server.received[1].json["messages"][1]["content"]
    assert call["input"] == {"INVALID_JSON": "".join(pieces)}


def test_a_call_whose_block_was_never_closed_is_not_run(both: Both, server: Server) -> None:
    server.replies(streamed((use(), []), closed=False), done)
    deletions = Deletions()

    both.run(
        lambda c: c.messages.run_tools(**ASK, tools=[deletions.tool], stream=True).until_done(), base_url=server.url
    )

    assert deletions.calls == []
    assert results(server)[0]["is_error"]


def test_a_streamed_input_that_is_complete_is_run(both: Both, server: Server) -> None:
    server.replies(streamed((use(), ['{"path": ', '"/a"}']), (use(id="toolu_2"), [])), done)
    deletions = Deletions()

    both.run(
        lambda c: c.messages.run_tools(**ASK, tools=[deletions.tool], stream=True).until_done(), base_url=server.url
    )

    assert sorted(deletions.calls) == [("/", False), ("/a", False)]


@pytest.mark.parametrize("stop_reason", ["max_tokens", "model_context_window_exceeded", "refusal", "end_turn"])
def test_a_conversation_that_was_cut_off_in_a_call_and_kept_does_not_run_it_later(
    both: Both, server: Server, stop_reason: str
) -> None:
    stream = stop_reason == "end_turn"
    cut = streamed((use(), ['{"path": "/data", "dry_']), stop_reason=stop_reason)
    server.replies(cut if stream else calling(use(input={"path": "/data"}), stop_reason=stop_reason), done)
    deletions = Deletions()

    def body(client: Any) -> Any:
        runner = client.messages.run_tools(**ASK, tools=[deletions.tool], stream=stream)
        message = yield runner.until_done()
        assert message.stop_reason == stop_reason
        kept = json.loads(json.dumps(runner.messages))
        yield client.messages.run_tools(**{**ASK, "messages": kept}, tools=[deletions.tool]).until_done()

    both.run(body, base_url=server.url)

    assert deletions.calls == []
    assert results(server)[0]["is_error"]


def test_where_a_run_goes_on_behind_a_response_that_was_cut_off_its_calls_have_results(
    both: Both, server: Server
) -> None:
    server.replies(calling(use(), use(id="toolu_2"), stop_reason="max_tokens"), done)
    deletions = Deletions()

    def body(client: Any) -> Any:
        runner = client.messages.run_tools(**ASK, tools=[deletions.tool])
        yield runner.until_done()
        runner.append_messages({"role": "user", "content": "Go on."})
        yield runner.until_done()

    both.run(body, base_url=server.url)

    assert deletions.calls == []
    turns = server.received[1].json["messages"]
    assert [block["tool_use_id"] for block in turns[2]["content"]] == ["toolu_1", "toolu_2"]
    assert all("stop_reason max_tokens" in block["content"] for block in turns[2]["content"])
    assert turns[3] == {"role": "user", "content": "Go on."}


@pytest.mark.parametrize(
    ("pieces", "start"),
    [([], ""), ([], None), (["null"], {}), (["[1]"], {}), (['"{}"'], {}), (["3"], {}), ([], [1])],
)
def test_a_streamed_input_that_is_not_an_object_is_told_to_the_model(
    both: Both, server: Server, pieces: Any, start: Any
) -> None:
    server.replies(streamed(({**use(), "input": start}, pieces)), done)
    deletions = Deletions()

    message = both.run(
        lambda c: c.messages.run_tools(**ASK, tools=[deletions.tool], stream=True).until_done(), base_url=server.url
    )

    assert (message.text, deletions.calls) == ("Done.", [])
    assert results(server)[0]["content"].startswith(INCOMPLETE)
    (call,) = server.received[1].json["messages"][1]["content"]
    assert isinstance(call["input"], dict)


@pytest.mark.parametrize("wrong", [None, "", [1], "{}", 3, True])
def test_an_input_that_is_not_an_object_is_told_to_the_model(both: Both, server: Server, wrong: Any) -> None:
    server.replies(calling({**use(), "input": wrong}, use(input={"path": "/a"}, id="toolu_2")), done)
    deletions = Deletions()

    message = both.run(lambda c: c.messages.run_tools(**ASK, tools=[deletions.tool]).until_done(), base_url=server.url)

    refused, made = results(server)
    assert (message.text, deletions.calls) == ("Done.", [("/a", False)])
    assert refused["content"].startswith(INCOMPLETE)
    assert made["content"] == "deleted /a"


@pytest.mark.parametrize(
    ("without", "words"),
    [
        ("input", INCOMPLETE),
        ("id", "The call has no id, and was not made."),
        ("name", "The call does not name a tool, and was not made."),
    ],
)
@pytest.mark.parametrize("given", ["missing", None, ""])
def test_a_call_that_lacks_something_is_told_to_the_model(
    both: Both, server: Server, without: str, words: str, given: Any
) -> None:
    call = {**use(), without: given}
    if given == "missing":
        del call[without]
    server.replies(calling(call), done)
    deletions = Deletions()

    message = both.run(lambda c: c.messages.run_tools(**ASK, tools=[deletions.tool]).until_done(), base_url=server.url)

    assert (message.text, deletions.calls) == ("Done.", [])
    (sent,) = server.received[1].json["messages"][1]["content"]
    (result,) = results(server)
    assert result["content"].startswith(words)
    assert result["tool_use_id"] == sent["id"] != ""
    assert sent["name"]
    assert isinstance(sent["input"], dict)


def test_a_call_whose_result_the_program_gives_is_not_left_to_it_with_half_an_input(both: Both, server: Server) -> None:
    server.replies(streamed((use("look"), ['{"path": "/da'])), done)

    message = both.run(
        lambda c: c.messages.run_tools(
            **ASK, tools=[{"name": "look", "input_schema": {"type": "object"}}], stream=True
        ).until_done(),
        base_url=server.url,
    )

    assert message.text == "Done."
    assert results(server)[0]["content"].startswith(INCOMPLETE)


# ---- ids that come again --------------------------------------------------------------------------------------


def test_an_id_that_a_later_turn_uses_again_is_a_new_call(both: Both, server: Server) -> None:
    server.replies(calling(use(input={"path": "/a"})), calling(use(input={"path": "/b"})), done)
    deletions = Deletions()
    asked: list[Any] = []

    def approve(call: Any) -> bool:
        asked.append(call.input["path"])
        return True

    both.run(
        lambda c: c.messages.run_tools(**ASK, tools=[deletions.tool], approve=approve).until_done(),
        base_url=server.url,
    )

    assert [path for path, _ in deletions.calls] == asked == ["/a", "/b"]
    assert results(server)[0]["content"] == "deleted /b"


@pytest.mark.parametrize("parallel", [True, False])
def test_two_calls_with_one_id_in_one_turn_are_both_made(both: Both, server: Server, parallel: bool) -> None:
    server.replies(calling(use(input={"path": "/a"}), use(input={"path": "/b"})), done)
    deletions = Deletions()

    both.run(
        lambda c: c.messages.run_tools(**ASK, tools=[deletions.tool], parallel=parallel).until_done(),
        base_url=server.url,
    )

    assert sorted(path for path, _ in deletions.calls) == ["/a", "/b"]
    assert [(block["tool_use_id"], block["content"]) for block in results(server)] == [
        ("toolu_1", "deleted /a"),
        ("toolu_1", "deleted /b"),
    ]


# ---- many calls -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "parallel", "most"), [("function", True, 32), ("coroutine", 5, 5)])
def test_a_thousand_calls_in_one_turn_run_a_few_at_a_time(
    both: Both, server: Server, kind: str, parallel: Any, most: int
) -> None:
    many = 35 * 32  # which both bounds divide
    server.replies(calling(*(use("count", {"number": n}, f"toolu_{n}") for n in range(many))), done)
    running: set[int] = set()
    peaks: list[int] = []
    # Each call waits for as many others as may run beside it.
    barrier = threading.Barrier(most, timeout=30)

    def count(number: int) -> int:
        running.add(number)
        barrier.wait()
        peaks.append(len(running))
        running.discard(number)
        return number

    async def count_async(number: int) -> int:
        running.add(number)
        peaks.append(len(running))
        await anyio.lowlevel.checkpoint()
        running.discard(number)
        return number

    before = threading.active_count()
    threads: list[int] = []

    def count_threads(number: int) -> int:
        threads.append(threading.active_count() - before)
        return count(number)

    chosen = tool(count_threads if kind == "function" else count_async, name="count")

    both.run(lambda c: c.messages.run_tools(**ASK, tools=[chosen], parallel=parallel).until_done(), base_url=server.url)

    assert [block["content"] for block in results(server)] == [str(number) for number in range(many)]
    assert max(peaks) <= most
    # The server's own threads, and those of the event loop, beside the tools'.
    assert max(threads, default=0) <= most + 8


@pytest.mark.parametrize("wrong", [0, -1])
def test_fewer_than_one_call_at_a_time_is_refused(wrong: int) -> None:
    with pytest.raises(ValueError, match=rf"invalid parallel {wrong}: expected"):
        Policy(parallel=wrong)


def test_each_call_has_its_whole_time_however_long_it_waited_for_its_turn(both: Both, server: Server) -> None:
    released = threading.Event()
    server.replies(calling(use("hang", id="toolu_0"), *(use("quick", id=f"toolu_{n}") for n in range(1, 4))), done)

    @tool(timeout=0.05)
    def hang() -> None:
        assert released.wait(30)

    @tool(timeout=30)
    def quick() -> str:
        return "quick"

    both.run(lambda c: c.messages.run_tools(**ASK, tools=[hang, quick], parallel=1).until_done(), base_url=server.url)
    released.set()

    assert [block["content"] for block in results(server)] == [
        "The tool was not done within 0.05 seconds.",
        *["quick"] * 3,
    ]


# ---- results --------------------------------------------------------------------------------------------------

TEXT = {"type": "text", "text": "found"}
DOCUMENT = {
    "type": "document",
    "title": "Tides",
    "source": {"type": "text", "media_type": "text/plain", "data": "18:42"},
}
NOTHING = object()


@pytest.mark.parametrize(
    ("value", "content"),
    [
        # What only looks like a block is data.
        ({"type": "document", "title": "Tides 2026"}, '{"type":"document","title":"Tides 2026"}'),
        ([{"type": "document", "title": "Tides 2026"}], '[{"type":"document","title":"Tides 2026"}]'),
        ([TEXT, {"type": "text"}], '[{"type":"text","text":"found"},{"type":"text"}]'),
        ({"type": "image", "file": "boat.png"}, '{"type":"image","file":"boat.png"}'),
        ({"type": "text", "value": 3}, '{"type":"text","value":3}'),
        ({"type": "text", "text": 3}, '{"type":"text","text":3}'),
        ({**TEXT, "score": 0.5}, '{"type":"text","text":"found","score":0.5}'),
        ({"type": "tool_use", "id": "a", "name": "b", "input": {}}, '{"type":"tool_use","id":"a","name":"b","input":{}}'),
        (["found", {"type": "search_result"}], '["found",{"type":"search_result"}]'),
        ({"type": ["text"]}, '{"type":["text"]}'),
        *(({"type": "image", "source": source}, json.dumps({"type": "image", "source": source}, separators=(",", ":")))
          for source in (
              {"type": "base64", "media_type": "image/png", "data": "boat.png"},
              {"type": "base64", "media_type": "image/png", "data": ""},
              {"type": "url", "url": "boat.png"},
              {"type": "file", "file_id": ""},
          )),
        # What is one stays one.
        (DOCUMENT, [DOCUMENT]),
        ((DOCUMENT, "found"), [DOCUMENT, TEXT]),
        # Nothing empty is sent.
        ("", NOTHING),
        (" \n", NOTHING),
        (["", TEXT], [TEXT]),
        ([{"type": "text", "text": ""}], NOTHING),
        ([{"type": "text", "text": " "}, "\n"], NOTHING),
        ([], "[]"),
        ([""], '[""]'),
        # Halves of characters.
        ({"half \ud800": ["\udfff"]}, '{"half ?":["?"]}'),
        ([{"type": "text", "text": "half \ud800"}], [{"type": "text", "text": "half ?"}]),
    ],
)  # fmt: skip
def test_a_result_is_sent_as_the_api_takes_it(told: Sandbox, both: Both, value: Any, content: Any) -> None:
    @tool
    def give() -> Any:
        return value

    result = result_of(both, told, give)

    assert result.get("content", NOTHING) == content
    assert "is_error" not in result


def result_of(both: Both, told: Sandbox, function: Any, input: Any = None, **options: Any) -> Any:
    """The result of one call, which the sandbox took."""
    told.reply(tool_use=(function.name, input or {})).reply("Done.")
    message = both.run(lambda c: c.messages.run_tools(**ASK, tools=[function], **options).until_done())
    assert message.text == "Done."
    (result,) = told.requests[-1].json["messages"][-1]["content"]
    return result


class Unspeakable(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")


class Unserializable:
    def __repr__(self) -> str:
        raise RuntimeError("no words")


@tool
def raise_unspeakable() -> None:
    raise Unspeakable


@tool
def exit_early() -> None:
    raise SystemExit(3)


@tool
def stop_iteration() -> None:
    raise StopIteration("early")


@tool
def fail_without_words() -> None:
    raise ToolError("")


@tool
def fail_with_an_empty_block() -> None:
    raise ToolError([{"type": "text", "text": ""}])


@tool
def fail_with_what_cannot_be_sent() -> None:
    raise ToolError(Unserializable())


@tool
def give_what_cannot_be_sent() -> object:
    return Unserializable()


@tool
def give_a_circle() -> object:
    circle: list[object] = []
    circle.append(circle)
    return circle


@tool
def break_off() -> Iterator[int]:
    yield 1
    raise ValueError("no more")


@tool
def say_half_a_character() -> None:
    raise ValueError("half \ud800")


@pytest.mark.parametrize(
    ("function", "content"),
    [
        (raise_unspeakable, "Unspeakable"),
        (exit_early, "SystemExit: 3"),
        (stop_iteration, "StopIteration"),
        (fail_without_words, "The tool failed and gave no reason."),
        (fail_with_an_empty_block, "The tool failed and gave no reason."),
        (fail_with_what_cannot_be_sent, "the tool returned a Unserializable, which has no JSON form"),
        (give_what_cannot_be_sent, "TypeError: the tool returned a Unserializable, which has no JSON form"),
        (give_a_circle, "TypeError: the tool returned a list, which has no JSON form"),
        (break_off, "ValueError: no more"),
        (say_half_a_character, "ValueError: half ?"),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
@pytest.mark.parametrize("parallel", [True, False])
def test_whatever_goes_wrong_in_a_tool_is_told_to_the_model(
    told: Sandbox, both: Both, function: Any, content: str, parallel: bool
) -> None:
    result = result_of(both, told, function, parallel=parallel)

    assert content in result["content"]
    assert result["is_error"] is True


@tool
def count() -> Iterator[int]:
    yield from range(3)


@tool
async def count_async() -> AsyncIterator[int]:
    for number in range(3):
        yield number


@tool
def show() -> Iterator[Any]:
    yield "Look:"
    yield DOCUMENT


@pytest.mark.parametrize(
    ("function", "content"), [(count, "[0,1,2]"), (count_async, "[0,1,2]"), (show, [{**TEXT, "text": "Look:"}, DOCUMENT])]
)  # fmt: skip
def test_what_a_generator_yields_is_collected(told: Sandbox, both: Both, function: Any, content: Any) -> None:
    assert result_of(both, told, function)["content"] == content


def test_results_that_no_request_has_room_for_are_told_to_the_model(both: Both, server: Server) -> None:
    server.replies(calling(use("read", {"megabytes": 40}), use("read", {"megabytes": 2}, "toolu_2")), done)

    @tool
    def read(megabytes: int) -> str:
        return "x" * megabytes * 2**20

    message = both.run(lambda c: c.messages.run_tools(**ASK, tools=[read]).until_done(), base_url=server.url)

    large, small = results(server)
    assert message.text == "Done."
    assert large["is_error"]
    assert large["content"].startswith("The result is too large: 40.0 MB, and a request takes 32 MB in all.")
    assert len(small["content"]) == 2 * 2**20


def test_half_a_character_in_a_message_does_not_end_the_run(both: Both, server: Server) -> None:
    server.replies(done)

    def body(client: Any) -> Any:
        runner = client.messages.run_tools(**{**ASK, "messages": [{"role": "user", "content": "half \ud83d"}]})
        yield runner.until_done()

    both.run(body, base_url=server.url)

    assert server.received[0].json["messages"][0]["content"] == "half ?"
