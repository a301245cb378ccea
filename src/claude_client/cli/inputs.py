"""What commands read: prompts from arguments, standard input and files, and requests from files of JSON lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TextIO, cast

from .failures import UsageError

STDIN = "-"
"""The name that stands for standard input, and for standard output where something is written."""


def read_stdin() -> bytes:
    """What is piped into the program; empty where standard input is a terminal, or closed."""
    stdin = cast("TextIO | None", sys.stdin)
    return b"" if stdin is None or stdin.isatty() else stdin.buffer.read()


def read_prompt(words: Sequence[str], files: Sequence[str]) -> list[dict[str, Any]]:
    """The content of a message: files first, as the API recommends it, then what is piped in, then the words.

    Raises:
        UsageError: There is nothing at all.
        ValueError: A file is neither text, nor a PDF, nor an image.
    """
    blocks = [_block_of_file(name) for name in files]
    piped = read_stdin() if STDIN not in files else b""
    if piped.strip():
        blocks.append(_block_of(piped, "standard input"))
    if text := " ".join(words).strip():
        blocks.append({"type": "text", "text": text})
    if not blocks:
        raise UsageError("there is no prompt: expected it as an argument, with --file, or on standard input")
    return blocks


def _block_of_file(name: str) -> dict[str, Any]:
    if name == STDIN:
        return _block_of(read_stdin(), "standard input")
    if name.lower().startswith("https://"):
        raise UsageError(f"{name} is a URL: expected the path of a file. Download it first")
    return _block_of(Path(name).read_bytes(), name)


def _block_of(content: bytes, name: str) -> dict[str, Any]:
    from ..files.content_blocks import document, image
    from ..files.multipart import HEAD_BYTES, type_by_content

    kind = type_by_content(content[:HEAD_BYTES], None)
    if kind.startswith("image/"):
        return cast("dict[str, Any]", image(content))
    if kind == "application/pdf":
        return cast("dict[str, Any]", document(content, title=Path(name).name))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{name}: expected text in UTF-8, a PDF, or an image (JPEG, PNG, GIF, WebP)") from None
    if name == "standard input":
        return {"type": "text", "text": text}
    return cast("dict[str, Any]", document(text=text, title=Path(name).name))


def read_json(path: Path, what: str) -> Any:
    """The JSON in a file, or on standard input.

    Raises:
        UsageError: It is not JSON.
    """
    return parse_json(read_stdin() if str(path) == STDIN else path.read_bytes(), f"{what}: {path}")


def parse_json(text: bytes, name: str) -> Any:
    """The value in `text`, which comes from what `name` tells.

    Raises:
        UsageError: It is not JSON.
    """
    try:
        return json.loads(text)
    except ValueError as error:
        raise UsageError(f"{name} is not JSON: {error}") from None
    except RecursionError:
        raise UsageError(f"{name} cannot be read: its JSON is nested too deeply") from None


@contextmanager
def open_lines(path: Path) -> Generator[Iterator[tuple[int, dict[str, Any]]]]:
    """The objects in a file of JSON lines, each with the number of its line; blank lines are skipped."""
    if str(path) == STDIN:
        yield _parse_lines(sys.stdin.buffer, "standard input")
        return
    with path.open("rb") as file:
        yield _parse_lines(file, str(path))


def _parse_lines(file: IO[bytes], name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        found: object = parse_json(line, f"{name}, line {number}")
        if not isinstance(found, dict):
            raise UsageError(f"{name}, line {number} is not an object: expected one request a line")
        yield number, cast("dict[str, Any]", found)


def check_requests(path: Path) -> None:
    """Read a file of requests once without sending them, so that none is paid for where a later line is invalid.

    What cannot be read twice, such as a pipe, is left alone.

    Raises:
        UsageError: A line has no request, or the id of an earlier one.
    """
    if not path.is_file():
        return
    seen: set[str] = set()
    with open_lines(path) as lines:
        for id, _ in read_requests(lines, {}):
            if id in seen:
                raise UsageError(f"{path} has the id {id!r} twice: expected an id of its own for each request")
            seen.add(id)


def _read_id(found: dict[str, Any], number: int) -> str:
    for name in ("custom_id", "id"):
        given = found.get(name)
        if given is None or given == "":
            continue
        if isinstance(given, bool) or not isinstance(given, (str, int)):
            raise UsageError(f"line {number} has an invalid {name} {given!r}: expected text or a whole number")
        return str(given)
    return f"line-{number}"


def read_requests(
    lines: Iterator[tuple[int, dict[str, Any]]], defaults: dict[str, Any]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Requests by their ids. A line is a request, or an object with an id and one, or with a prompt.

    `{"custom_id": "a", "params": {...}}`, as the Batches API has it, `{"id": "a", "prompt": "..."}`, and the parameters
    of a message by themselves are taken; without an id the line's number is the id.
    """
    for number, found in lines:
        id = _read_id(found, number)
        if "params" in found:
            params = found["params"]
        elif "prompt" in found:
            rest = {name: value for name, value in found.items() if name not in ("custom_id", "id", "prompt")}
            params = {**rest, "messages": [{"role": "user", "content": found["prompt"]}]}
        else:
            params = {name: value for name, value in found.items() if name not in ("custom_id", "id")}
        if not isinstance(params, dict) or "messages" not in params:
            raise UsageError(
                f"line {number} has no request: expected the parameters of a message, "
                '{"custom_id": ..., "params": {...}} or {"id": ..., "prompt": "..."}'
            )
        yield id, {**defaults, **cast("dict[str, Any]", params)}
