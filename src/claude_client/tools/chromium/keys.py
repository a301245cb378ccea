"""Names of keys as models write them (`ctrl+a`, `Return`), in the words of Playwright."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..results import ToolError

_NAMES: Final[Mapping[str, str]] = {
    "alt": "Alt",
    "backspace": "Backspace",
    "cmd": "Meta",
    "command": "Meta",
    "control": "Control",
    "ctrl": "Control",
    "del": "Delete",
    "delete": "Delete",
    "down": "ArrowDown",
    "end": "End",
    "enter": "Enter",
    "esc": "Escape",
    "escape": "Escape",
    "home": "Home",
    "insert": "Insert",
    "kp_enter": "Enter",
    "left": "ArrowLeft",
    "meta": "Meta",
    "minus": "-",
    "option": "Alt",
    "page_down": "PageDown",
    "page_up": "PageUp",
    "pagedown": "PageDown",
    "pageup": "PageUp",
    "plus": "+",
    "return": "Enter",
    "right": "ArrowRight",
    "shift": "Shift",
    "space": " ",
    "super": "Meta",
    "tab": "Tab",
    "up": "ArrowUp",
    "win": "Meta",
    "windows": "Meta",
}
_MODIFIERS: Final = ("Alt", "Control", "Meta", "Shift")


def to_key(text: str) -> str:
    """The key, or keys at once, that Playwright is to press.

    Raises:
        ToolError: There is no such key.
    """
    if text in ("+", " "):
        return text
    parts = text.replace("++", "+plus").split("+")
    names = [_NAMES.get(part.lower(), part) for part in map(str.strip, parts)]
    if not all(names):
        raise ToolError(f"Invalid key {text!r}: write one such as Return, Tab or a, or several such as ctrl+a.")
    return "+".join(names)


def to_modifiers(text: str | None) -> list[str]:
    """The modifier keys of a click.

    Raises:
        ToolError: Another key is among them.
    """
    names = [_NAMES.get(part.strip().lower(), part) for part in (text or "").split("+") if part.strip()]
    if any(name not in _MODIFIERS for name in names):
        raise ToolError(f"Invalid modifiers {text!r}: give ctrl, shift, alt and meta, joined by +.")
    return names
