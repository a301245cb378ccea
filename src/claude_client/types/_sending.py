"""What goes back to the API of what came from it: messages and their blocks, among what a caller writes.

A request is described before anything of its response is needed. So this imports no model: where none was imported, the
caller has none.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeGuard, cast

if TYPE_CHECKING:
    from ._message import AnyMessage
    from ._model import Model
    from .responses.messages import Message


def message_type() -> type[Message] | tuple[()]:
    """`Message`, for `isinstance()`; nothing where no message can be there."""
    found: type[Message] | tuple[()] = _find("responses.messages", "Message")
    return found


def _find(module: str, name: str) -> Any:
    # A module that another thread is importing may not have the class yet; nobody has an object of it then.
    return getattr(sys.modules.get(f"{__package__}.{module}"), name, ())


def sendable_content(message: AnyMessage) -> str | list[object]:
    """The content of `message` as the API takes it back. What is not a block, whatever a server sent, is left out."""
    content = cast("object", message.content)
    if isinstance(content, str):
        return content
    if not isinstance(content, list):
        return []
    blocks = cast("list[object]", sendable_blocks(cast("list[object]", content)))
    return [block for block in blocks if isinstance(block, (Mapping, _find("_model", "Model")))]


def sendable_blocks(content: object) -> object:
    """`content` as the API takes it back: what only responses have is left out. Copied only where it has to be."""
    if not _is_list(content):
        return content
    return [_without_file_ids(block) if _has_file_ids(block) else block for block in content]


def _is_list(content: object) -> TypeGuard[Iterable[object]]:
    return isinstance(content, Iterable) and not isinstance(content, str | Mapping)


def _has_file_ids(block: object) -> bool:
    # Of all fields that only responses have, this one is refused when it is sent: the file that a citation is from.
    citations = getattr(block, "citations", None) if isinstance(block, _find("_model", "Model")) else None
    return isinstance(citations, list) and any(hasattr(each, "file_id") for each in cast("list[object]", citations))


def _without_file_ids(block: object) -> dict[str, Any]:
    plain: dict[str, Any] = cast("Model", block).to_dict(mode="json", warnings=False)
    for citation in plain["citations"]:
        if isinstance(citation, dict):
            cast("dict[str, object]", citation).pop("file_id", None)
    return plain
