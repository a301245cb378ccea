"""Saying how a sandbox responds: `reply`, `fail` and `when`, as `Sandbox` and `sandbox.when(...)` have them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from typing_extensions import Self, Unpack

from .conditions import Condition, ConditionParams
from .faults import Fault, FaultParams, parse, parse_options
from .request_log import Received
from .scripted_replies import Reply, ReplyParams, ReplySource, Script


class Instructions:
    """Takes instructions for the requests of one condition."""

    def __init__(self, script: Script, impose: Callable[[Fault], None], condition: Condition) -> None:
        self._script = script
        self._impose = impose
        self._condition = condition

    def reply(
        self, reply: ReplySource = None, *, times: int = 1, repeat: bool = False, **params: Unpack[ReplyParams]
    ) -> Self:
        """Give this reply to the next request for a message; further calls line up behind it.

            sandbox.reply("Hello")
            sandbox.reply(tool_use=("get_weather", {"city": "Oslo"})).reply("It rains in Oslo.")
            sandbox.reply(lambda request: request.json["model"])

        Once they are used up, the sandbox replies as it does without instructions. Replies with a condition go before
        those without. A request of a batch gets them too.

        Args:
            reply: A text, a `Reply`, a message or its content blocks, or a function that gets the request and returns
                one of these; what it returns as None is left to the sandbox.
            times: How many requests it is for.
            repeat: Whether it is for all requests from now on.
            params: What the reply consists of, where that is more than `reply`: `thinking`, `content` (blocks),
                `tool_use` and its `input`, `stop_reason`, `stop_sequence`, `stop_details`, `usage`. And how a stream
                sends it: in `chunks` (a list of texts) or by `chunk_size` (characters), `delay` seconds before each.
        """
        if times < 1:
            raise ValueError(f"invalid times={times!r}: expected 1 or more")
        if params:
            if reply is not None and not isinstance(reply, str):
                raise TypeError(
                    f"invalid {next(iter(params))}: expected a text beside it, or nothing; else put it into Reply(...)"
                )
            reply = Reply(reply, **params)
        elif reply is None:
            raise TypeError("invalid reply(): expected a text, blocks, a function, or keywords such as tool_use=")
        self._script.add(self._condition, reply, None if repeat else times)
        return self

    def fail(
        self, fault: int | str | Fault, *, times: int = 1, repeat: bool = False, **params: Unpack[FaultParams]
    ) -> Self:
        """Let the next request fail.

            sandbox.fail(429, retry_after=2, times=3)
            sandbox.fail("reset in body", after_events=3)
            sandbox.fail(529, model="claude-opus-5", repeat=True)

        Args:
            fault: An error status, the name of a fault (`claude_client.sandbox.FAULTS` has them all), or a fault with
                its options in one text, as a request header has it.
            times: How many requests it is for.
            repeat: Whether it is for all requests from now on.
            params: Details: `retry_after` (seconds), `status`, `type`, `message` and `error_code` of an error;
                `after_bytes` or `after_events`, behind which a body breaks; `seconds` that silence lasts; `delay` in
                seconds of slow bytes and pings; `id`. And which requests it is for, as for `Sandbox.when()`: `path`,
                `method`, `model`, `contains`, `question`, `tool`, `result_of`, `stream`.

        Raises:
            ValueError: There is no such fault, or it has no such option.
        """
        found = fault if isinstance(fault, Fault) else parse(str(fault))
        if params:
            own = parse_options(found.name, {**params})
            found = _join(found, own)
        if repeat or times != 1:
            found = replace(found, times=None if repeat else parse_options(found.name, {"times": times}).times)
        self._impose(replace(found, condition=_both(self._condition, found.condition)))
        return self


def condition(predicate: Callable[[Received], object] | None, params: ConditionParams) -> Condition:
    unknown = set(params) - set(ConditionParams.__annotations__)
    if unknown:
        raise TypeError(
            f"unknown keyword {min(unknown)!r} of when(): expected one of {', '.join(ConditionParams.__annotations__)}"
        )
    return Condition(**params, predicate=predicate)


def _join(first: Fault, second: Fault) -> Fault:
    """`first` with what `second` says beside its name."""
    plain = Fault(second.name)
    said: dict[str, Any] = {
        each.name: getattr(second, each.name)
        for each in fields(Fault)
        if getattr(second, each.name) != getattr(plain, each.name)
    }
    said["condition"] = _both(first.condition, second.condition)
    return replace(first, **said)


def _both(first: Condition, second: Condition) -> Condition:
    said: dict[str, Any] = {
        each.name: getattr(second, each.name) for each in fields(Condition) if getattr(second, each.name) is not None
    }
    return replace(first, **said)
