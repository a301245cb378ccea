"""What a call of a toolset's member goes through, written once for browsers and computers and for both clients.

A call is a flow: it yields what it wants done (ask `confirm`, ask `url_policy`, run the member, ...) and is resumed
with the outcome; it returns what the model gets. A toolset on each client has the few lines that do these steps.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from inspect import isawaitable, iscoroutine
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, TypeAlias

from typing_extensions import TypedDict

from .policies import (
    Confirm,
    ConfirmContext,
    ToolsetCallContext,
    URLContext,
    URLPolicy,
    check_confirmed,
    check_confirmed_async,
    check_url,
    check_url_async,
)
from .toolset_errors import (
    DisabledMemberError,
    InvalidMemberInputError,
    ToolsetConfigError,
    ToolsetContractError,
    UnavailableMemberError,
    UnknownMemberError,
)
from .toolsets import AnyToolset, AsyncRunnableToolset, RunnableToolset

if TYPE_CHECKING:
    from ..types import CacheControlEphemeralParam

MAX_TEXT: Final = 100_000
"""Characters of a member's text that the model gets."""

ToolsetContent: TypeAlias = "list[Any]"
"""Content blocks of the result of a call."""

MediaType: TypeAlias = Literal["image/png", "image/jpeg", "image/gif", "image/webp"]


class ToolConfigs(TypedDict, total=False):
    """What a toolset may have for the API beside its members."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""


@dataclass(frozen=True)
class Family:
    """What the API says of a toolset: its names, its members, and which of them are off or dangerous."""

    toolset_name: str
    type: str
    inputs: Mapping[str, str]
    """The members, and the types of their inputs."""

    off: frozenset[str] = field(default_factory=frozenset[str])
    """The members that are off unless `configs` turns them on."""

    asks: frozenset[str] = field(default_factory=frozenset[str])
    """The members that cannot be on without `confirm`."""


@dataclass(frozen=True, kw_only=True)
class ScreenshotResult:
    """A picture of what the model operates."""

    data: str
    """The image in base64."""

    media_type: MediaType = "image/png"


# ---- steps of a call ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ask:
    """Ask `confirm`."""

    context: ConfirmContext


@dataclass(frozen=True)
class CheckURL:
    """Ask `url_policy`."""

    context: URLContext
    url: str


@dataclass(frozen=True)
class RunMember:
    """Run a member of the toolset."""

    context: ToolsetCallContext
    name: str
    input: Any


@dataclass(frozen=True)
class ReadState:
    """Read the state that the browser is in."""

    context: ToolsetCallContext


Step: TypeAlias = Ask | CheckURL | RunMember | ReadState
CallFlow: TypeAlias = Generator[Step, Any, Any]


class MemberToolset(AnyToolset):
    """A toolset of the API whose members are methods: what browsers and computers have in common."""

    family: ClassVar[Family]
    """What the API says of it."""

    _url_policy: URLPolicy | None = None

    def __init__(
        self,
        *,
        configs: Mapping[str, Any] | None,
        confirm: Confirm | None,
        tool_configs: ToolConfigs | None,
    ) -> None:
        """For the classes of browsers and computers."""
        self._configs = dict(configs or {})
        self._confirm = confirm
        self._tool_configs: Mapping[str, Any] = {**(tool_configs or {})}
        served = self._served()
        lacking = [name for name in self.family.inputs if name not in served and self._enabled(name) is True]
        if lacking:
            raise ToolsetConfigError(
                f"configs turns on {', '.join(lacking)}: {type(self).__name__} has no such method of its own"
            )
        asking = [name for name in self.family.asks if name in served and self._is_on(name)]
        if asking and confirm is None:
            raise ToolsetConfigError(
                f"{', '.join(sorted(asking))} can be on only with confirm=, a function that is asked before each call; "
                "or turn them off in configs"
            )

    @property
    def configs(self) -> Mapping[str, Any] | None:
        """Which members are on, as it was given."""
        return self._configs or None

    def _to_param(self) -> dict[str, Any]:
        # The model is not offered what would be refused.
        unserved = {name: {"enabled": False} for name in self.family.inputs if name not in self._served()}
        configs = {**self._configs, **unserved}
        return {**self._tool_configs, "type": self.family.type, **({"configs": configs} if configs else {})}

    def _served(self) -> frozenset[str]:
        """The members that the class implements: all of them where it has an `execute()` of its own."""
        cls = type(self)
        base = next(each for each in cls.__mro__ if "execute" in vars(each) and vars(each).get("_declares_members"))
        if getattr(cls, "execute") is not getattr(base, "execute"):  # noqa: B009  # of any class, which has it
            return frozenset(self.family.inputs)
        return frozenset(name for name in self.family.inputs if getattr(cls, name) is not getattr(base, name))

    def _enabled(self, name: str) -> object:
        config: Mapping[str, object] = self._configs.get(name) or {}
        return config.get("enabled")

    def _is_on(self, name: str) -> bool:
        enabled = self._enabled(name)
        return name not in self.family.off if enabled is None else enabled is True

    def _read_input(self, name: str, raw: Mapping[str, object]) -> Any:
        """The input of a member, checked.

        Raises:
            ToolError: The member cannot be called, or not with that.
        """
        from .. import types
        from ..core.decoding import decode
        from ..core.json_decoding import DecodeError
        from ..core.json_encoding import encode_json

        family = self.family
        if name not in family.inputs:
            raise UnknownMemberError(f"The {family.toolset_name} toolset has no member {name!r}.")
        if not self._is_on(name):
            raise DisabledMemberError(f"{name!r} is turned off here. Do without it.")
        if name not in self._served():
            raise UnavailableMemberError(f"{name!r} is not available here. Do without it.")
        try:
            return decode(getattr(types, family.inputs[name]), bytes(encode_json(raw)), strict=True)
        except DecodeError as error:
            raise InvalidMemberInputError(f"The input of {name!r} does not fit: {error}") from error

    def _flow(self, context: ToolsetCallContext, name: str, raw: Mapping[str, object]) -> CallFlow:
        """The steps of a call."""
        raise NotImplementedError

    def _asks(self, name: str) -> bool:
        return self._confirm is not None or name in self.family.asks


def run_flow(toolset: Any, flow: CallFlow) -> Any:
    """Take the steps of a call on `Client`."""
    outcome: Any = None
    while True:
        try:
            step = flow.send(outcome)
        except StopIteration as stop:
            return stop.value
        if isinstance(step, Ask):
            check_confirmed(toolset._confirm, step.context.member, step.context)
        elif isinstance(step, CheckURL):
            check_url(toolset._url_policy, step.context, step.url)
        else:
            outcome = _method(toolset, step)()
            if isawaitable(outcome):
                if iscoroutine(outcome):
                    outcome.close()  # nobody is going to await it
                raise ToolsetContractError(
                    f"a method of {type(toolset).__name__} is a coroutine function: expected a function, or the "
                    "asynchronous toolset as the base class"
                )


async def run_flow_async(toolset: Any, flow: CallFlow) -> Any:
    """Take the steps of a call on `AsyncClient`."""
    outcome: Any = None
    while True:
        try:
            step = flow.send(outcome)
        except StopIteration as stop:
            return stop.value
        if isinstance(step, Ask):
            await check_confirmed_async(toolset._confirm, step.context.member, step.context)
        elif isinstance(step, CheckURL):
            await check_url_async(toolset._url_policy, step.context, step.url)
        else:
            outcome = _method(toolset, step)()
            outcome = await outcome if isawaitable(outcome) else outcome


def _method(toolset: Any, step: RunMember | ReadState) -> Callable[[], Any]:
    if isinstance(step, ReadState):
        return lambda: toolset._browser_state(step.context)
    return lambda: toolset.execute(step.context, step.name, step.input)


class SyncMembers(MemberToolset, RunnableToolset):
    """A toolset whose members are functions."""

    def call(self, context: ToolsetCallContext, name: str, input: Mapping[str, object]) -> Any:
        return run_flow(self, self._flow(context, name, input))


class AsyncMembers(MemberToolset, AsyncRunnableToolset):
    """A toolset whose members are coroutine functions."""

    async def call(self, context: ToolsetCallContext, name: str, input: Mapping[str, object]) -> Any:
        return await run_flow_async(self, self._flow(context, name, input))


def to_blocks(result: object) -> list[dict[str, Any]]:
    """The result of a member as content blocks.

    Raises:
        ToolsetContractError: It is none that a member may return.
    """
    if isinstance(result, ScreenshotResult):
        source = {"type": "base64", "media_type": result.media_type, "data": result.data}
        return [{"type": "image", "source": source}]
    if result is None:
        return [_text("Done.")]
    if isinstance(result, str):
        if len(result) > MAX_TEXT:
            result = f"{result[:MAX_TEXT]}\n[cut: {len(result) - MAX_TEXT} more characters]"
        return [_text(result if result.strip() else "(nothing)")]
    raise ToolsetContractError(
        f"a member returned {type(result).__name__}: expected a string, None, ScreenshotResult, or the result that "
        "its documentation names"
    )


def _text(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}
