"""From a body of `messages.create` to the message: checked, replied to, cut to length, counted.

The endpoint and the batches both call `create_message`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial

from ..types.params.messages import MessageCountTokensParamsBase, MessageCreateParamsBase
from . import fallback_credits, files, server_tools, threads
from .attachments import Attachments, FileReader
from .cache import Hit, Segment
from .json_utils import Object, new_id
from .limits import FAST, INPUT, OUTPUT, PRIORITY, STANDARD
from .models import KnownModel, usable
from .prompt import Reading, read
from .replies import Composed, compose
from .request_log import Received
from .rules import check_messages
from .sse import Pace
from .state import State
from .tokens import count, pieces, segments
from .usage import WEB_SEARCHES, Caller, record
from .validation import check


@dataclass(frozen=True)
class CheckedRequest:
    """A valid body, and what was found in it."""

    body: Object
    model: KnownModel
    reading: Reading
    segments: list[Segment]

    @property
    def input_tokens(self) -> int:
        return sum(segment.tokens for segment in self.segments)


@dataclass(frozen=True)
class CreatedMessage:
    """A message as it is sent."""

    message: Object
    unfinished_input: str | None
    """The JSON that a tool's input had reached when `max_tokens` cut it off."""
    pace: Pace
    """How a stream sends it."""


def create_message(state: State, body: Object, caller: Caller, received: Received) -> CreatedMessage:
    """Create the message for a body of `messages.create`, and keep what has to be kept of that.

    Args:
        received: The request that it came in, by which instructions go.
    """
    check(body, MessageCreateParamsBase)
    body = threads.expand(state.store, body)
    checked = check_request(body, caller, partial(files.content, state.store, caller.scope))
    state.quota.check(INPUT, checked.input_tokens)
    state.quota.check(OUTPUT, 1)
    credit = fallback_credits.redeem(state.store, body)
    reply = _reply(state, checked, received, caller.scope)
    hit = state.cache.look_up(checked.model.id, _with_outer_control(body, checked.segments))
    created = build_message(checked, reply, hit, "batch" if caller.batch else _tier(state, body))
    fallback_credits.describe_refusal(state.store, body, caller.betas, created.message)
    if credit is not None:
        created.message["usage"]["fallback_credit"] = credit
    threads.keep(state.store, body, created.message)
    usage = created.message["usage"]
    record(state.store, caller, checked.model.id, usage)
    for limits in limited_by(usage):
        state.quota.use(INPUT, usage["input_tokens"], limits)
        state.quota.use(OUTPUT, usage["output_tokens"], limits)
    return created


def _tier(state: State, body: Object) -> str:
    return "priority" if state.priority_tier and body.get("service_tier") != "standard_only" else "standard"


def limited_by(usage: Object) -> list[str]:
    """The limits that what was used counts against; the headers of the response tell of them."""
    beside = {PRIORITY: usage["service_tier"] == "priority", FAST: usage["speed"] == "fast"}
    return [STANDARD, *(limits for limits, applies in beside.items() if applies)]


def _reply(state: State, checked: CheckedRequest, received: Received, scope: str) -> Composed:
    """The reply that the sandbox was told to give, or one made from the request."""
    told = state.script.next(received)
    if told is not None:
        return told.compose(checked.body)
    reply = compose(checked.body, checked.reading)
    for tool in server_tools.find_requested(checked.body, checked.reading):
        _insert(reply, server_tools.run(tool, checked.reading, state.store, scope))
    return reply


def _insert(reply: Composed, blocks: list[Object]) -> None:
    """Put what a tool of the server did behind the thinking and before the text."""
    at = next((i for i, block in enumerate(reply.content) if block["type"] == "text"), len(reply.content))
    reply.content[at:at] = blocks
    if blocks[0]["name"] == "web_search":
        reply.web_searches += 1
    else:
        reply.ran_code = True


def _with_outer_control(body: Object, segments: list[Segment]) -> list[Segment]:
    """The segments; a `cache_control` of the whole request counts as one of the last."""
    control = body.get("cache_control")
    if not control:
        return segments
    *others, last = segments
    return [*others, Segment({**last.content, "cache_control": control}, last.tokens)]


def count_tokens(state: State, body: Object, caller: Caller) -> int:
    """The input tokens that a body of `messages.count_tokens` amounts to."""
    check(body, MessageCountTokensParamsBase)
    return check_request(body, caller, partial(files.content, state.store, caller.scope)).input_tokens


def check_request(body: Object, caller: Caller, read_file: FileReader) -> CheckedRequest:
    """Refuse what the API refuses in a body of the right form, and read it."""
    model = usable(body["model"])
    attachments = Attachments(read_file)
    check_messages(body, model, attachments, caller.version, caller.betas)
    return CheckedRequest(body, model, read(body, attachments), list(segments(body, attachments)))


def build_message(checked: CheckedRequest, reply: Composed, hit: Hit, service_tier: str) -> CreatedMessage:
    """The message that says `reply`, cut to what `asked` allows.

    Args:
        hit: How much of the request came from the prompt cache.
    """
    body = checked.body
    stopped_at = unfinished = None
    if not reply.is_final:
        stopped_at = _stop(reply, body.get("stop_sequences") or [])
        unfinished = _shorten(reply, body["max_tokens"])
    if reply.stop_reason == "max_tokens":
        stopped_at = None
    message: Object = {
        "id": new_id("msg"),
        "type": "message",
        "role": "assistant",
        "model": checked.model.id,
        "content": reply.content,
        "stop_reason": reply.stop_reason,
        "stop_sequence": stopped_at,
        "stop_details": None,
        "container": server_tools.container(body) if reply.ran_code or body.get("container") else None,
        "diagnostics": None if body.get("diagnostics") is None else {"cache_miss_reason": None},
        "usage": _usage(checked, reply, hit, unfinished) | {"service_tier": service_tier} | reply.usage,
    }
    return CreatedMessage(message | reply.fields, unfinished, reply.pace)


def _stop(reply: Composed, stop_sequences: list[str]) -> str | None:
    """Cut the reply where its text has one of the sequences, and give back that one."""
    for index, block in enumerate(reply.content):
        if block["type"] != "text":
            continue
        found = [(block["text"].find(stop), stop) for stop in stop_sequences if stop in block["text"]]
        if found:
            at, stop = min(found)
            reply.content[index] = block | {"text": block["text"][:at]}
            del reply.content[index + 1 :]
            reply.stop_reason = "stop_sequence"
            return stop
    return None


def _shorten(reply: Composed, max_tokens: int) -> str | None:
    """Cut the reply to `max_tokens`; gives back the unfinished JSON where that cut the input of a tool."""
    left = max_tokens
    for index, block in enumerate(reply.content):
        needed = output_tokens(block)
        if needed <= left:
            left -= needed
            continue
        reply.stop_reason = "max_tokens"
        field = {"text": "text", "thinking": "thinking"}.get(block["type"])
        del reply.content[index + 1 :]
        if field:
            reply.content[index] = block | {field: "".join(pieces(block[field])[:left])}
            return None
        if block["type"] != "tool_use" or left == 0:
            del reply.content[index]
            return None
        reply.content[index] = block | {"input": {}}
        return "".join(pieces(json.dumps(block["input"], ensure_ascii=False))[:left])
    return None


def output_tokens(block: Object) -> int:
    if block["type"] in ("text", "thinking"):
        return count(block[block["type"]])
    return count(json.dumps(block["input"], ensure_ascii=False)) if "input" in block else 0


def _usage(checked: CheckedRequest, reply: Composed, hit: Hit, unfinished: str | None) -> Object:
    written = sum(output_tokens(block) for block in reply.content)
    if unfinished is not None:
        written += count(unfinished) - count("{}")
    thought = [count(block["thinking"]) for block in reply.content if block["type"] == "thinking"]
    return {
        "input_tokens": checked.input_tokens - hit.read - hit.created_5m - hit.created_1h,
        "output_tokens": written,
        "cache_creation_input_tokens": hit.created_5m + hit.created_1h,
        "cache_read_input_tokens": hit.read,
        "cache_creation": {
            "ephemeral_5m_input_tokens": hit.created_5m,
            "ephemeral_1h_input_tokens": hit.created_1h,
        },
        "output_tokens_details": {"thinking_tokens": sum(thought)} if thought else None,
        "server_tool_use": {WEB_SEARCHES: reply.web_searches, "web_fetch_requests": 0} if reply.web_searches else None,
        "speed": checked.body.get("speed"),
        "inference_geo": checked.body.get("inference_geo") or "global",
    }
