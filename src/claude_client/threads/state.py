"""Where a message thread stands: the whole conversation, what the API holds of it, and what the next turn sends.

A turn is a generator: it yields what `create()` is to be called with, is resumed with the message or with the error
that came instead, and returns the message. It sends nothing itself.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterable, Mapping, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

from ..core.logs import logger
from ..errors import APIStatusError, ClaudeError
from ..tools import to_params
from ..tools.conversation_changes import with_beta
from ..tools.turns import to_turn

if TYPE_CHECKING:
    from ..types import Message, MessageParam

Json: TypeAlias = "dict[str, Any]"

BETA: Final = "message-threads-2026-08-12"
_OF_THE_THREAD: Final = ("system", "tools")
"""What the API takes from the thread, and refuses in a later turn."""
_LOST: Final = ("thread_not_found", "thread_already_continued", "thread_continue_in_flight")
"""Errors after which the whole conversation is sent again, in a new thread."""
_UNSUPPORTED: Final = "thread_unsupported_request"
_HOLD_BLOCKS: Final = ("content", "source", "tool", "definition", "tool_references")

UnsupportedRequestBehavior: TypeAlias = Literal["error", "continue_unthreaded"]
"""What a thread does where the API cannot keep a conversation: raise its error, or send all of it with each turn."""


class MessageThreadError(ClaudeError, RuntimeError):
    """A message thread is used in a way that cannot work: two turns at a time, or other tools in the middle."""


class ThreadState:
    """A conversation, and how much of it the API holds."""

    def __init__(
        self, params: Mapping[str, Any], unsupported_request_behavior: UnsupportedRequestBehavior = "error"
    ) -> None:
        """Args:
        params: Those of `create()`, of which `messages` may be missing.
        unsupported_request_behavior: What is done where the API cannot keep the conversation.
        """
        self.unsupported_request_behavior: UnsupportedRequestBehavior = unsupported_request_behavior
        self.fields: Json = {}
        """The parameters of each turn, without messages."""
        self.history: list[Json] = []
        self.previous_message_id: str | None = None
        """The message that the next turn goes on from; None where it begins a new thread."""
        self.is_threaded: bool = True
        """Whether the API keeps the conversation at all."""
        self._held = 0
        """How many messages of the history the API holds."""
        self._replied = 0
        """How many there are up to the last one of the model."""
        self._created_with: Json = {}
        self._replaces_lost = False
        """Whether this thread is new because the one before was lost."""
        self._partial: int | None = None
        """Where the turn begins whose message broke off."""
        self._last_container: str | None = None
        self._in_turn = threading.Lock()
        self._deferred: list[object] = []
        """What was appended during a turn."""
        given = dict(params)
        self.history = _to_turns(given.pop("messages", None) or (), 0)
        self.update(given)

    # ---- what the program changes ----

    @property
    def messages(self) -> list[MessageParam]:
        """The whole conversation."""
        deferred = _to_turns(self._deferred, len(self.history))
        return cast("list[MessageParam]", [*self.history, *deferred])

    @property
    def params(self) -> Json:
        """What `messages.thread()` would be called with for the whole conversation."""
        return {
            **self.fields,
            "messages": self.messages,
            "unsupported_request_behavior": self.unsupported_request_behavior,
        }

    def append(self, messages: Iterable[object]) -> None:
        """Put messages behind the conversation, for the next turn. The message that is its last is not added again."""
        if self._in_turn.locked():
            self._deferred += messages
            return
        self._extend_history(messages)

    def _extend_history(self, messages: Iterable[object]) -> None:
        for message in messages:
            turn = to_turn(message, len(self.history))
            if not (self.history and turn["role"] == "assistant" and turn == self.history[-1]):
                self.history.append(turn)

    def update(self, fields: Mapping[str, Any]) -> None:
        """Change parameters for all later turns."""
        if fields.get("thread") is not None:
            raise TypeError("thread= is set by the thread itself: leave it out")
        self.fields = {**self.fields, **{name: value for name, value in fields.items() if name != "thread"}}

    def replace(self, messages: Iterable[object]) -> None:
        """Go on with another conversation; where it only goes on from what the API holds, the thread does too."""
        turns = _to_turns(messages, 0)
        if turns[: self._held] != self.history[: self._held]:
            self._start_anew()
            self._replied = 0
        self.history = turns
        self._partial = None

    def fork(self) -> ThreadState:
        """Another thread with the same conversation, that goes on by itself."""
        fork = copy(self)
        fork.fields, fork.history, fork._created_with = dict(self.fields), self._all(), {}
        fork._in_turn, fork._deferred = threading.Lock(), []
        fork._start_anew()
        return fork

    def _all(self) -> list[Json]:
        return [*self.history, *_to_turns(self._deferred, len(self.history))]

    # ---- a turn ----

    def turn(self, messages: Iterable[object], overrides: Mapping[str, Any]) -> Generator[Json, Message, Message]:
        """One turn, from start to end."""
        begun_at = self.begin(messages)
        is_recorded = False
        try:
            message: Message = yield from self.attempt(overrides)
            is_recorded = self.record(message, overrides)
            return message
        finally:
            self.end(begun_at, keep=is_recorded)

    def begin(self, messages: Iterable[object]) -> int:
        """Begin a turn; gives how many messages there were without those given here.

        Raises:
            MessageThreadError: There is one under way.
        """
        if not self._in_turn.acquire(blocking=False):
            raise MessageThreadError("another turn of this thread is under way: wait for it, or use thread.fork()")
        try:
            if self._partial is not None and self._partial < len(self.history):
                added = [*messages]
                if not added and self.history[-1]["role"] == "assistant":
                    self.history.pop()  # the turn is sent once more, without what had come of its message
                messages = added
            self._partial = None
            count = len(self.history)
            self._extend_history(messages)
        except BaseException:
            self._in_turn.release()
            raise
        return count

    def end(self, begun_at: int, *, keep: bool) -> None:
        """End a turn. What it was given is taken back, unless it is to be kept."""
        if not keep:
            del self.history[begun_at:]
        self._in_turn.release()
        deferred, self._deferred = self._deferred, []
        self.append(deferred)

    def attempt(self, overrides: Mapping[str, Any]) -> Generator[Json, Any, Any]:
        """Send the turn, and send it again where the API has lost the thread; gives what came."""
        while True:
            try:
                return (yield self.request(overrides))
            except APIStatusError as error:
                if not self._recover_from(error):
                    raise

    def request(self, overrides: Mapping[str, Any]) -> Json:
        """The parameters of `create()` for this turn.

        Raises:
            MessageThreadError: They change what the thread was made with.
        """
        params = {**self.fields, **overrides}
        if self._last_container is not None:
            params["container"] = _with_container(params.get("container"), self._last_container)
        own = {name: _plain(params[name], name) for name in _OF_THE_THREAD if params.get(name) is not None}
        if self.is_threaded:
            params = with_beta(params, BETA)
        if not self.is_threaded or self.previous_message_id is None:
            self._created_with = own
            if self.is_threaded:
                params["thread"] = {"type": "create"}
            replied = cast("list[Json]", _without_cache_control(self.history[: self._replied]))
            return {**params, "messages": [*replied, *self.history[self._replied :]]}
        changed = [name for name in _OF_THE_THREAD if own.get(name) != self._created_with.get(name)]
        if changed:
            raise MessageThreadError(
                f"{' and '.join(changed)} cannot change in a thread: begin another one with "
                "messages.thread(**thread.params), or tell the model of tools by tool_addition and tool_removal blocks"
            )
        for name in _OF_THE_THREAD:
            params.pop(name, None)
        params["thread"] = {"type": "continue", "previous_message_id": self.previous_message_id}
        return {**params, "messages": self.history[self._held :]}

    def record(self, message: Message, overrides: Mapping[str, Any]) -> bool:
        """Take in the message of the model; False for a refusal, which is not kept."""
        if message.stop_reason == "refusal":
            self._start_anew("it ended in a refusal")
            return False
        if self.previous_message_id is None:
            self.fields |= {name: overrides[name] for name in _OF_THE_THREAD if name in overrides}
        else:
            self._replaces_lost = False
        self.history.append(to_turn(message, len(self.history)))
        self._replied = len(self.history)
        if message.container is not None:
            self._last_container = message.container.id
        if self.is_threaded:
            self.previous_message_id, self._held = message.id, len(self.history)
            if any(each.type == "fallback_message" for each in message.usage.iterations or ()):
                # The API keeps no turn that another model wrote.
                self._start_anew("another model replied")
        return True

    def record_partial(self, message: Message, begun_at: int) -> bool:
        """Take in a message whose stream broke off: the API holds all of it or nothing."""
        if message.stop_reason == "refusal":
            return self.record(message, {})
        self._partial = begun_at
        turn = to_turn(message, len(self.history))
        turn["content"] = [block for block in turn["content"] if block.get("type") == "text" and block["text"]]
        if turn["content"]:
            self.history.append(turn)
        self._start_anew("a stream broke off")
        return True

    def _start_anew(self, why: str | None = None) -> None:
        if why is not None and self.previous_message_id is not None:
            logger.info("the next turn begins a new thread, as %s", why)
        self.previous_message_id, self._held = None, 0

    def _recover_from(self, error: APIStatusError) -> bool:
        """Prepare to send the turn again, in a new thread or without one; False where that would not help."""
        may_go_without = self.unsupported_request_behavior == "continue_unthreaded"
        if error.error_code in _LOST and self.previous_message_id is not None:
            if error.error_code == _LOST[0] and self._replaces_lost and may_go_without:
                self.is_threaded = False
            self._replaces_lost = error.error_code == _LOST[0]
            self._start_anew(f"the API says {error.error_code}")
            return True
        if error.error_code == _UNSUPPORTED and self.is_threaded and may_go_without:
            logger.info("the API cannot keep this conversation, which goes on without a thread")
            self.is_threaded = False
            self._start_anew()
            return True
        return False


def _to_turns(messages: Iterable[object], first: int) -> list[Json]:
    return [to_turn(message, number) for number, message in enumerate(messages, first)]


def _plain(value: Any, name: str) -> object:
    """A parameter in plain values, in a copy: an edit of it in place is a change."""
    if name == "tools":
        value = to_params(value)
    elif isinstance(value, str):
        return value
    return to_turn({"role": "user", "content": list(value)}, 0)["content"]


def _with_container(given: object, id_: str) -> object:
    if given is None:
        return id_
    if not isinstance(given, Mapping):
        return given
    fields: Json = dict(cast("Json", given))
    return fields if fields.get("id") else {**fields, "id": id_}


def _without_cache_control(value: object) -> object:
    """`value` without what its blocks say of the cache: that was for the turn that sent them first."""
    if isinstance(value, dict):
        items = cast("Json", value).items()
        return {
            name: _without_cache_control(each) if name in _HOLD_BLOCKS else each
            for name, each in items
            if name != "cache_control"
        }
    if isinstance(value, list):
        return [_without_cache_control(each) for each in cast("Sequence[object]", value)]
    return value
