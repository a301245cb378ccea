"""What each kind of object shows, in the terms of `parts`."""

from __future__ import annotations

import base64
import binascii
import inspect
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from .lines import class_names, fields_of, is_model, shorten
from .parts import Code, Facts, Folded, Heading, Links, Part, Picture, Plain, Table, Text, Warn, cell

ROWS = 60
"""Most rows of a table."""
_COLUMNS = 7
_CELL_CHARACTERS = 80
_OUTPUT_CHARACTERS = 20_000
"""As much as is shown of a tool's input or output; text of the model is shown whole."""
_PICTURE_CHARACTERS = 8_000_000
_PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})

Parts = Iterator[Part]


def describe(value: Any) -> list[Part]:
    """What `value` shows."""
    for name in class_names(value):
        if name in _KINDS:
            try:
                return list(_KINDS[name](value))
            except (AttributeError, TypeError, ValueError):
                break  # a response that is not what the API gives
    if is_model(value):
        return list(_block(value) if get(value, "type") in _BLOCKS else _fields(value))
    return [Plain(repr(value))]


def get(thing: Any, name: str, default: Any = None) -> Any:
    """A field of a model or of plain values."""
    if isinstance(thing, Mapping):
        return cast("Mapping[str, Any]", thing).get(name, default)
    return getattr(thing, name, default)


# ---- messages -------------------------------------------------------------------------------------------


def _message(message: Any) -> Parts:
    if not isinstance(cast("object", message.content), list):
        raise TypeError(f"invalid message: expected content as a list of blocks, not {type(message.content).__name__}")
    if is_parsed(message):
        yield from _parsed_message(message)
    else:
        for block in _list(message.content):
            yield from _block(block)
    yield from ending(message)


def is_parsed(message: object) -> bool:
    """Whether the text of a message is structured output."""
    return "ParsedMessage" in class_names(message)


def ending(message: Any) -> Parts:
    """What stands below the content of a message."""
    yield from _stop(message)
    yield Facts(_message_facts(message))


def _parsed_message(message: Any) -> Parts:
    for block in _list(message.content):
        # It is not read before its end.
        if get(block, "type") == "text" and (message.parse_error is None or message.stop_reason is None):
            yield Code(_pretty_json(get(block, "text")), "json")
        else:
            yield from _block(block)
    if message.parse_error is not None and message.stop_reason is not None:
        yield Warn(f"No parsed output: {message.parse_error}")


def _stop(message: Any) -> Parts:
    reason = message.stop_reason
    if reason == "max_tokens":
        yield Warn("Cut off at max_tokens.")
    elif reason == "refusal":
        explanation = get(message.stop_details, "explanation")
        yield Warn("The model refused." + (f" {explanation}" if isinstance(explanation, str) else ""))
    elif reason == "model_context_window_exceeded":
        yield Warn("Cut off at the end of the model's context window.")


def _message_facts(message: Any) -> list[tuple[str, object]]:
    usage = message.usage
    facts: list[tuple[str, object]] = [("", message.model)]
    if message.stop_reason not in (None, "end_turn", "tool_use"):
        facts.append(("stopped by", message.stop_reason))
    facts.append(("tokens", _tokens(usage)))
    if get(usage, "service_tier") not in (None, "standard"):
        facts.append(("tier", usage.service_tier))
    response = getattr(message, "response", None)
    if response is not None and response.request_id:
        facts.append(("request", response.request_id))
    return facts


def _tokens(usage: Any) -> str:
    read, written = get(usage, "cache_read_input_tokens"), get(usage, "cache_creation_input_tokens")
    told = f"{_number(get(usage, 'input_tokens'))} in"
    told += f" + {_number(read)} cached" if read else ""
    told += f" + {_number(written)} to the cache" if written else ""
    return f"{told}, {_number(get(usage, 'output_tokens'))} out"


def _number(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else "?"


def _turn(turn: Mapping[str, Any]) -> Parts:
    """A message in the form in which it is sent."""
    yield Heading(str(turn.get("role")))
    content = turn.get("content")
    if isinstance(content, str):
        yield Text(content)
        return
    for block in _list(content):
        yield from _block(block)


# ---- blocks ---------------------------------------------------------------------------------------------


def _block(block: Any) -> Parts:
    show = _BLOCKS.get(get(block, "type"), _other_block)
    try:
        yield from show(block)
    except (AttributeError, TypeError, ValueError):
        yield from _other_block(block)


def _text(block: Any) -> Parts:
    if text := get(block, "text"):
        yield Text(str(text))
    if citations := _list(get(block, "citations")):
        yield Links([_source(citation) for citation in citations])


def _source(citation: Any) -> tuple[str, str, str]:
    title = get(citation, "document_title") or get(citation, "title")
    place = ""
    if (page := get(citation, "start_page_number")) is not None:
        place = f", page {page}"
    url = get(citation, "url") or get(citation, "source") or ""
    index = get(citation, "document_index")
    name = str(title or (f"document {index + 1}" if isinstance(index, int) else url or "source"))
    return name + place, str(url), shorten(_one_line(str(get(citation, "cited_text") or "")), 300)


def _thinking(block: Any) -> Parts:
    text = get(block, "thinking") or ""
    if text:
        yield Folded(f"Thinking ({len(text):,} characters)", [Text(text)])
    else:
        yield Facts([("", "Thinking that is not shown")])


def _redacted_thinking(block: Any) -> Parts:  # noqa: ARG001  # there is nothing in it to be read
    yield Facts([("", "Thinking that may not be shown")])


def _call(block: Any) -> Parts:
    kind = get(block, "type")
    where = {"server_tool_use": "runs at the API", "mcp_tool_use": f"of {get(block, 'server_name')}"}.get(kind, "")
    yield Heading(f"Calls {get(block, 'name')}", ", ".join(filter(None, (where, str(get(block, "id") or "")))))
    given = get(block, "input")
    yield from _input(cast("Mapping[str, Any]", given) if isinstance(given, Mapping) else {"input": given})


def _input(given: Mapping[str, Any]) -> Parts:
    """What a tool is given; a program or command in it as what it is."""
    rest = dict(given)
    for key, language in (("code", "python"), ("command", "bash")):
        program = rest.get(key)
        if isinstance(program, str) and "\n" in program + ("\n" if len(rest) == 1 else ""):
            del rest[key]
            yield _code(program, language)
    if rest or not given:
        yield _code(_json(rest), "json")


def _tool_result(block: Any) -> Parts:
    failed = " (failed)" if get(block, "is_error") else ""
    yield Heading(f"Result{failed}", str(get(block, "tool_use_id") or ""))
    yield from _content(get(block, "content"))


def _content(content: Any) -> Parts:
    """What a tool gave: a text, blocks, or an object of the tool's own."""
    if isinstance(content, str):
        yield _code(content)
    elif isinstance(content, (list, tuple)):
        for item in cast("list[Any]", content):
            if get(item, "type") == "text" and not get(item, "citations"):
                yield _code(str(get(item, "text")))
            else:
                yield from _block(item)
    elif content is not None:
        yield from _block(content)


def _search_results(block: Any) -> Parts:
    content = get(block, "content")
    if not isinstance(content, (list, tuple)):
        yield from _tool_result(block)
        return
    results = cast("list[Any]", content)
    yield Heading(f"Found {len(results)} {'page' if len(results) == 1 else 'pages'}")
    yield Links(
        [(str(get(r, "title") or ""), str(get(r, "url") or ""), str(get(r, "page_age") or "")) for r in results]
    )


def _web_page(block: Any) -> Parts:
    url = str(get(block, "url") or "")
    yield Links([(str(get(get(block, "content"), "title") or url), url, "")])
    yield from _block(get(block, "content"))


def _code_result(block: Any) -> Parts:
    if out := get(block, "stdout"):
        yield _code(str(out))
    if err := get(block, "stderr"):
        yield Heading("Error output")
        yield _code(str(err))
    files = [str(get(output, "file_id")) for output in _list(get(block, "content"))]
    facts: list[tuple[str, object]] = [("return code", get(block, "return_code"))]
    yield Facts([*facts, *((("files", ", ".join(files)),) if files else ())])


def _editor_view(block: Any) -> Parts:
    yield _code(str(get(block, "content")))


def _found_tools(block: Any) -> Parts:
    names = [str(get(reference, "tool_name")) for reference in _list(get(block, "tool_references"))]
    yield Facts([("tools found", ", ".join(names) or "none")])


def _compaction(block: Any) -> Parts:
    yield Folded("Summary of what came before", [Text(str(get(block, "content") or ""))])


def _fallback(block: Any) -> Parts:
    yield Warn(f"{get(get(block, 'from_'), 'model')} refused; from here on {get(get(block, 'to'), 'model')} replies.")


def _container_upload(block: Any) -> Parts:
    yield Facts([("file", get(block, "file_id"))])


def _advice(block: Any) -> Parts:
    yield Text(str(get(block, "text") or ""))


def _image(block: Any) -> Parts:
    source = get(block, "source")
    media_type, data = get(source, "media_type"), get(source, "data")
    if media_type in _PICTURES and isinstance(data, str) and len(data) <= _PICTURE_CHARACTERS and _is_base64(data):
        yield Picture(media_type, data)
    else:
        yield from _elsewhere("Image", source)


def _document(block: Any) -> Parts:
    source, title = get(block, "source"), get(block, "title")
    if get(source, "type") == "text":
        yield Folded(str(title or "Document"), [_code(str(get(source, "data")))])
    else:
        yield from _elsewhere(str(title or "Document"), source)


def _elsewhere(what: str, source: Any) -> Parts:
    """An image or document that is not shown. Nothing is loaded from an address: that alone can tell a secret."""
    if isinstance(url := get(source, "url"), str):
        yield Links([(what, url, "")])
        return
    data = get(source, "data")
    size = f"{len(data) * 3 // 4:,} bytes" if isinstance(data, str) else None
    facts = (get(source, "file_id"), get(source, "media_type"), size)
    yield Facts([("", what), *(("", fact) for fact in facts if fact)])


def _other_block(block: Any) -> Parts:
    kind = str(get(block, "type") or type(block).__name__)
    if kind.endswith("_error"):
        yield Warn(f"{kind}: {get(block, 'error_code')} {get(block, 'error_message') or ''}".strip())
        return
    yield Folded(kind.replace("_", " "), [_code(_json(block), "json")])


_BLOCKS: Mapping[str | None, Callable[[Any], Parts]] = {
    "text": _text,
    "thinking": _thinking,
    "redacted_thinking": _redacted_thinking,
    "tool_use": _call,
    "server_tool_use": _call,
    "mcp_tool_use": _call,
    "tool_result": _tool_result,
    "mcp_tool_result": _tool_result,
    "web_search_tool_result": _search_results,
    "web_fetch_tool_result": _tool_result,
    "web_fetch_result": _web_page,
    "code_execution_tool_result": _tool_result,
    "bash_code_execution_tool_result": _tool_result,
    "text_editor_code_execution_tool_result": _tool_result,
    "tool_search_tool_result": _tool_result,
    "advisor_tool_result": _tool_result,
    "code_execution_result": _code_result,
    "bash_code_execution_result": _code_result,
    "encrypted_code_execution_result": _code_result,
    "text_editor_code_execution_view_result": _editor_view,
    "tool_search_tool_search_result": _found_tools,
    "advisor_result": _advice,
    "compaction": _compaction,
    "fallback": _fallback,
    "container_upload": _container_upload,
    "image": _image,
    "document": _document,
}


# ---- everything else that is returned -------------------------------------------------------------------


def _usage(usage: Any) -> Parts:
    told = [(name.replace("_", " "), value) for name, value in _flat(usage)]
    yield Table(("usage", ""), [(name, value) for name, value in told if isinstance(value, int)])
    yield Facts([(name, value) for name, value in told if not isinstance(value, int)])


def _page(page: Any) -> Parts:
    items = _list(page.data)
    yield from _rows(items)
    more = {True: "there are more: iterating over the page goes on to them", False: "the last page"}.get(
        page.has_more, ""
    )
    facts: list[tuple[str, object]] = [("", f"{len(items):,} on this page"), *([("", more)] if more else [])]
    if page.response is not None and page.response.request_id:
        facts.append(("request", page.response.request_id))
    yield Facts(facts)


def _rows(items: Sequence[Any]) -> Parts:
    if not items:
        return
    columns = next((_WORTH_A_COLUMN[name] for name in class_names(items[0]) if name in _WORTH_A_COLUMN), None)
    columns = columns or _columns(items)
    rows = [[_cell(get(item, column)) for column in columns] for item in items[:ROWS]]
    yield Table([column.replace("_", " ") for column in columns], rows)
    if len(items) > ROWS:
        yield Facts([("", f"{len(items) - ROWS:,} more on this page")])


def _columns(items: Sequence[Any]) -> list[str]:
    """The fields that say something in one of the first items."""
    found: dict[str, None] = {}
    for item in items[:ROWS]:
        for name, value in fields_of(item) if is_model(item) else ():
            if name == "id" or not isinstance(value, Mapping):
                found.setdefault(name)
    return list(found)[:_COLUMNS] or ["type"]


_WORTH_A_COLUMN: Mapping[str, Sequence[str]] = {
    "ModelInfo": ("id", "display_name", "created_at", "max_input_tokens", "max_tokens"),
    "FileMetadata": ("id", "filename", "mime_type", "size_bytes", "created_at", "expires_at", "downloadable"),
    "MessageBatch": ("id", "processing_status", "request_counts", "created_at", "ended_at", "expires_at"),
}


def _batch(batch: Any) -> Parts:
    counts = [(name, value) for name, value in fields_of(batch.request_counts) if isinstance(value, int)]
    total = sum(value for _, value in counts)
    yield Heading(f"Batch {batch.processing_status.replace('_', ' ')}", batch.id)
    share = [(name, value, f"{value / total:.0%}" if total else "") for name, value in counts]
    yield Table(("requests", "", ""), [*share, ("all", total, "")])
    moments = (("made", batch.created_at), ("ended", batch.ended_at), ("expires", batch.expires_at))
    yield Facts([(name, _cell(moment)) for name, moment in moments if moment is not None])


def _model_info(model: Any) -> Parts:
    told = list(_flat(model))
    able = [(name.partition(".")[2], value) for name, value in told if name.startswith("capabilities.")]
    rows = [(name, cell(value)) for name, value in told if not name.startswith("capabilities.")]
    for label, wanted in (("can", True), ("cannot", False)):
        if names := [name.removesuffix(".supported") for name, value in able if value is wanted]:
            rows.append((label, ", ".join(names)))
    yield Table((type(model).__name__, ""), rows)


def _result(result: Any) -> Parts:
    yield Heading(result.custom_id, result.result.type)
    if result.message is not None:
        yield from describe(result.message)
    elif (error := getattr(result.result, "error", None)) is not None:
        error = getattr(error, "error", error)
        yield Warn(f"{get(error, 'type')}: {get(error, 'message')}")


def _fields(model: Any) -> Parts:
    # As texts: a column of a few numbers among words looks best to the left.
    rows = [(name, cell(value)) for name, value in _flat(model)]
    yield Table((type(model).__name__, ""), rows[:ROWS])
    if len(rows) > ROWS:
        yield Facts([("", f"{len(rows) - ROWS:,} more fields")])


def _flat(model: Any, path: str = "") -> Iterator[tuple[str, object]]:
    """The fields of a model and of those in it, under paths such as `capabilities.batch`."""
    for name, value in fields_of(model):
        if is_model(value) and path.count(".") < 4:
            inner = list(fields_of(value))
            if [key for key, _ in inner] == ["supported"]:
                yield path + name, inner[0][1]
            else:
                yield from _flat(value, f"{path}{name}.")
        else:
            yield path + name, _cell(value)


def _cell(value: Any) -> object:
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, (bool, int, float)) or value is None:
        return value
    if is_model(value):
        told = [f"{item:,} {name}" for name, item in fields_of(value) if isinstance(item, int) and item]
        return shorten(", ".join(told) or repr(value), _CELL_CHARACTERS)
    if isinstance(value, (list, tuple)):
        items = cast("list[object]", value)
        if all(isinstance(item, (str, int)) for item in items):
            return shorten(", ".join(map(str, items)), _CELL_CHARACTERS)
        return f"{len(items):,} items"
    return shorten(_one_line(value if isinstance(value, str) else repr(value)), _CELL_CHARACTERS)


# ---- errors ---------------------------------------------------------------------------------------------


def _error(error: Exception) -> Parts:
    status, kind = getattr(error, "status_code", None), getattr(error, "type", None)
    title = " ".join(str(told) for told in (status, kind) if told)
    yield Heading(type(error).__name__, title)
    yield Warn(getattr(error, "message", None) or str(error))
    help_ = inspect.getdoc(type(error))
    if help_ is not None:
        yield Plain(_one_line(help_.partition("\n\n")[0]).replace("`", ""))
    if details := getattr(error, "details", None):
        yield _code(_json(details), "json")
    attempts = getattr(error, "attempts", ())
    if len(attempts) > 1:
        rows = [(a.number, a.status, a.error, f"{a.delay:.1f} s") for a in attempts]
        yield Table(("attempt", "status", "error", "after"), rows)
    if (partial := getattr(error, "partial", None)) is not None:
        yield Folded("What had been received", describe(partial))
    yield Facts(list(_error_facts(error)))


def _error_facts(error: Any) -> Iterator[tuple[str, object]]:
    if (url := getattr(error, "url", None)) is not None:
        # Who has put credentials into an address has not put them there to be shown.
        yield "", f"{error.method} {re.sub('//[^/@]*@', '//', url.partition('?')[0])}"
    for label, name in (("phase", "phase"), ("file", "filename"), ("request", "request_id")):
        if (value := getattr(error, name, None)) is not None:
            yield label, value
    if (wait := getattr(error, "retry_after", None)) is not None:
        yield "try again after", f"{wait:g} s"


# ---- what is under way ----------------------------------------------------------------------------------


def _stream(stream: Any) -> Parts:
    try:
        message = stream.current_message_snapshot
    except RuntimeError:
        yield Facts([("", "Nothing has come yet"), ("request", stream.request_id)])
        return
    yield from describe(message)
    if message.stop_reason is None:
        yield Facts([("", "Still coming, as far as it was read")])


def _runner(runner: Any) -> Parts:
    for turn in runner.messages:
        yield from _turn(turn)
    yield Facts([("", repr(runner))])


_KINDS: Mapping[str, Callable[[Any], Parts]] = {
    "AnyMessage": _message,
    "Usage": _usage,
    "_AnyPage": _page,
    "MessageBatch": _batch,
    "ModelInfo": _model_info,
    "AnyBatchResponse": _result,
    "ClaudeError": _error,
    "MessageStream": _stream,
    "AsyncMessageStream": _stream,
    "_AnyToolRunner": _runner,
}


# ---- helpers --------------------------------------------------------------------------------------------


def _list(value: object) -> list[Any]:
    return list(cast("Iterable[Any]", value)) if isinstance(value, (list, tuple)) else []


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _code(text: str, language: str = "") -> Code:
    if len(text) > _OUTPUT_CHARACTERS:
        text = f"{text[:_OUTPUT_CHARACTERS]}\n… {len(text) - _OUTPUT_CHARACTERS:,} more characters"
    return Code(text.removesuffix("\n"), language)


def _json(value: Any) -> str:
    plain = value.to_dict(mode="json", warnings=False) if is_model(value) else value
    return json.dumps(plain, indent=2, ensure_ascii=False, default=repr)


def _pretty_json(text: object) -> str:
    try:
        return _json(json.loads(str(text)))
    except (ValueError, RecursionError):
        return str(text)


def _is_base64(data: str) -> bool:
    try:
        base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True
