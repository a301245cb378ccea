from __future__ import annotations

from typing import Any

from both import Both, items
from claude_client import AI_PROMPT, HUMAN_PROMPT
from claude_client.types import Completion
from server import Reply, Server, reply

DONE = {
    "type": "completion",
    "id": "compl_1",
    "completion": " Hi",
    "model": "claude-2.1",
    "stop_reason": "stop_sequence",
}
ASK: Any = {"model": "claude-opus-5", "max_tokens_to_sample": 5, "prompt": f"{HUMAN_PROMPT} Hello{AI_PROMPT}"}


def test_a_prompt_is_completed(both: Both, server: Server) -> None:
    server.replies(reply(DONE))

    completion = both.run(lambda client: client.completions.create(**ASK))

    assert isinstance(completion, Completion)
    assert completion.completion == " Hi"
    assert (server.received[0].path, server.received[0].json) == ("/v1/complete", ASK)


def test_a_completion_comes_piece_by_piece(both: Both, server: Server) -> None:
    events = b"".join(
        b'event: completion\ndata: {"type": "completion", "id": "c", "completion": "%s", "model": "m", '
        b'"stop_reason": %s}\n\n' % piece
        for piece in [(b" He", b"null"), (b"llo", b"null"), (b"", b'"stop_sequence"')]
    )
    server.replies(Reply(200, b"event: ping\ndata: {}\n\n" + events, {"content-type": "text/event-stream"}))

    def body(client: Any) -> Any:
        return (yield items(client.completions.create(**ASK, stream=True)))

    pieces = both.run(body)

    assert [piece.completion for piece in pieces] == [" He", "llo", ""]
    assert server.received[0].json == {**ASK, "stream": True}
