"""What is written by hand on top of the generated `Message` and on the results of batches.

The generator lets the two classes derive from these; reading structured output is `claude_client.core.structured`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, cast

from typing_extensions import TypeVar

from ._model import Model
from ._sending import sendable_content

if TYPE_CHECKING:
    from .cost import Cost, Prices
    from .params.content import AssistantMessageParam
    from .responses.batches import MessageBatchResult
    from .responses.citations import TextCitation
    from .responses.content import ContentBlock, ToolUseBlock
    from .responses.messages import Message

Output = TypeVar("Output", default=None, covariant=True)
"""What structured output is read as."""


class _HasContent(Model):
    """What can be asked of a message of the model. Nothing here raises: what a message does not have is empty."""

    def _content(self) -> object:
        raise NotImplementedError

    def _blocks(self, type_: str) -> Iterator[Any]:
        # A response that is not what the API gives may hold anything here.
        content = self._content()
        blocks = cast("Sequence[object]", content) if isinstance(content, list) else ()
        return (block for block in blocks if getattr(block, "type", None) == type_)

    def _texts(self, type_: str) -> Iterator[str]:
        texts = (getattr(block, type_, None) for block in self._blocks(type_))
        return (text for text in texts if isinstance(text, str))

    @property
    def text(self) -> str:
        """The text of the message, all text blocks joined."""
        return "".join(self._texts("text"))

    @property
    def thinking(self) -> str:
        """What the model thought, as far as it is shown, all thinking blocks joined."""
        return "".join(self._texts("thinking"))

    @property
    def tool_calls(self) -> list[ToolUseBlock]:
        """The calls of your tools, each waiting for a `tool_result`; not those of tools of the server."""
        return list(self._blocks("tool_use"))

    @property
    def citations(self) -> list[TextCitation]:
        """Where the text comes from: the citations of all text blocks."""
        lists = (getattr(block, "citations", None) for block in self._blocks("text"))
        return [
            each for citations in lists if isinstance(citations, list) for each in cast("list[TextCitation]", citations)
        ]


class AnyMessage(_HasContent):
    """What is written by hand of `Message`."""

    if TYPE_CHECKING:
        content: list[ContentBlock]
        model: Any
        usage: Any

    def _content(self) -> object:
        return self.content

    @property
    def parsed_output(self) -> object:
        """The output as what was asked for by `output_format`, as in `messages.parse()`; None elsewhere."""
        return None

    @property
    def parse_error(self) -> str | None:
        """Why there is no `parsed_output` though it was asked for."""
        return None

    def to_param(self) -> AssistantMessageParam:
        """The message as a turn of a conversation, in plain values that can be kept as JSON.

        To send it, the message itself can stand in `messages=` too.
        """
        content: Any = sendable_content(self)
        if not isinstance(content, str):
            content = [
                block.to_dict(mode="json", warnings=False) if isinstance(block, Model) else block for block in content
            ]
        return {"role": "assistant", "content": content}

    def cost(self, *, prices: Prices | None = None) -> Cost:
        """What the message cost, in US dollars and in parts (extra `cost`).

        Args:
            prices: Prices of yours by model id, as `ModelPrices`; what they lack is looked up.

        Raises:
            UnknownPriceError: There is no price for the model, or for the way in which it was used.
        """
        from .cost import cost_of

        return cost_of(self.usage, str(self.model), prices=prices)


class AnyUsage(Model):
    """What is written by hand of `Usage`."""

    def cost(self, *, model: str, batch: bool = False, prices: Prices | None = None) -> Cost:
        """What this usage costs, in US dollars and in parts (extra `cost`).

        Args:
            model: The model that was used.
            batch: It was used in a batch, which costs half.
            prices: Prices of yours by model id, as `ModelPrices`; what they lack is looked up.

        Raises:
            UnknownPriceError: There is no price for the model, or for the way in which it was used.
        """
        from .cost import cost_of

        return cost_of(self, model, batch=batch, prices=prices)


class AnyTextBlock(Model):
    """What is written by hand of `TextBlock`."""

    @property
    def parsed_output(self) -> object:
        """The text as what was asked for by `output_format`; None elsewhere."""
        return None


class AnyBatchResponse(_HasContent, Generic[Output]):
    """What is written by hand of the result of one request of a batch."""

    if TYPE_CHECKING:
        result: MessageBatchResult

    @property
    def message(self) -> Message | None:
        """The message, where the request succeeded; `result` tells what became of it elsewhere."""
        return getattr(self.result, "message", None) if getattr(self.result, "type", None) == "succeeded" else None

    def _content(self) -> object:
        return getattr(self.message, "content", None)

    @property
    def parsed_output(self) -> Output | None:
        """The output as what was asked for by `output_format`."""
        return cast("Output | None", getattr(self.message, "parsed_output", None))

    @property
    def parse_error(self) -> str | None:
        """Why there is no `parsed_output` though it was asked for and the request succeeded."""
        return getattr(self.message, "parse_error", None)

    def cost(self, *, prices: Prices | None = None) -> Cost:
        """What the result cost at the price of batches; nothing where the request did not succeed (extra `cost`).

        Args:
            prices: Prices of yours by model id, as `ModelPrices`; what they lack is looked up.

        Raises:
            UnknownPriceError: There is no price for the model, or for the way in which it was used.
        """
        from .cost import Cost, cost_of

        message = self.message
        return Cost() if message is None else cost_of(message.usage, str(message.model), batch=True, prices=prices)


def texts(message: AnyMessage) -> list[str]:
    """The texts of the text blocks."""
    return list(message._texts("text"))  # pyright: ignore[reportPrivateUsage]  # of the class above
