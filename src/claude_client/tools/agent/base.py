"""What the tools of an agent have in common: a checked input, and errors of the system told in few words."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, cast

from pydantic import BaseModel

from ..arguments import Fields
from ..definitions import Tool, is_coroutine_function
from ..policies import Confirm, ConfirmContext, check_confirmed, check_confirmed_async
from ..results import ToolError

if TYPE_CHECKING:
    from ...types import ToolParam
    from .context import AgentToolContext

Input = TypeVar("Input", bound=BaseModel)


class AgentTool(Tool, Generic[Input]):
    """A tool of the agent toolset. On `AsyncClient` it runs in a thread."""

    description: ClassVar[str]
    """What the model reads of it."""

    input_type: ClassVar[type[Any]]
    """What an input is checked with."""

    needs_confirmation: bool = False
    """Whether a call runs only where `confirm` of the context allows it."""

    def __init__(self, context: AgentToolContext) -> None:
        """Args:
        context: Where it works, and within which bounds.
        """
        self.context = context

    @property
    def input_schema(self) -> Mapping[str, object]:
        """The JSON schema of its input."""
        return Fields(self.input_type).schema

    def to_param(self) -> ToolParam:
        param = {"name": self.name, "description": self.description, "input_schema": self.input_schema}
        return cast("ToolParam", param)

    def call(self, input: Mapping[str, object], context: object = None) -> object:
        """Run the tool with an input of the model.

        Raises:
            pydantic.ValidationError: The input does not fit.
            ToolError: What the model is told.
        """
        del context
        checked = cast("Input", self.input_type.model_validate(input))
        if self.needs_confirmation:
            _check_confirmed(self.context.confirm, self.name, ConfirmContext(member=self.name, input=checked))
        return self.run(checked)

    def run(self, input: Input) -> object:
        """Run the tool with a checked input."""
        raise NotImplementedError


def _check_confirmed(confirm: Confirm | None, name: str, about: ConfirmContext) -> None:
    """Ask, and on the event loop of the run where there is one: a coroutine function may belong to it."""
    from anyio.from_thread import run

    if confirm is not None and is_coroutine_function(confirm) and _is_run_by_event_loop():
        run(check_confirmed_async, confirm, name, about)
    else:
        check_confirmed(confirm, name, about)


def _is_run_by_event_loop() -> bool:
    from anyio.from_thread import run_sync

    try:
        run_sync(int)
    except RuntimeError:  # no event loop started this thread
        return False
    return True


@contextmanager
def report_errors(path: str) -> Generator[None]:
    """Tell the model of an error of the system with the path that it gave, and no other."""
    try:
        yield
    except OSError as error:
        raise ToolError(f"{path or '.'}: {(error.strerror or type(error).__name__).lower()}") from error
