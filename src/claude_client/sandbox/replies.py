"""What the sandbox replies when nobody told it what: the same reply to the same request, and made from it.

No model is behind it. A reply quotes the question, names what came with it, calls a tool that the question speaks of,
uses what a tool returned, and fits the schema where one is asked for. How long it may get is for `messages` to say.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from .attachments import Attachment
from .errors import invalid
from .json_utils import Object, member, members, new_id
from .prompt import Reading
from .schema_values import Budget, Unfit, fit
from .sse import Pace

LONGEST_QUOTE: Final = 1000
"""Characters of the question that a reply repeats."""
LONGEST_JUDGED: Final = 10_000
"""Characters of the question, and of a description, by which a tool is chosen."""
_WORD: Final = re.compile(r"[a-z]{3,}")
_WORDS_OF_NO_WEIGHT: Final = frozenset(
    {
        "all",
        "and",
        "any",
        "are",
        "can",
        "call",
        "could",
        "for",
        "from",
        "get",
        "give",
        "had",
        "has",
        "have",
        "how",
        "input",
    }
    | {"into", "its", "number", "out", "output", "please", "return", "set", "should", "show", "some", "string"}
    | {"tell", "that", "the", "these", "this", "those", "tool", "use", "using", "value", "was", "were", "what", "when"}
    | {"where", "which", "who", "why", "will", "with", "would", "you", "your"}
)


@dataclass
class Composed:
    """What is to be replied, before `max_tokens` and `stop_sequences`."""

    content: list[Object]
    stop_reason: str = "end_turn"
    web_searches: int = 0
    ran_code: bool = False
    is_final: bool = False
    """Whether it is sent as it is: not cut, and without what tools of the server would add."""
    fields: Object = field(default_factory=dict[str, Any])
    """Fields of the message that are to be as said here."""
    usage: Object = field(default_factory=dict[str, Any])
    """The same for its `usage`."""
    pace: Pace = field(default_factory=Pace)


def compose(body: Object, reading: Reading) -> Composed:
    """The reply to a valid body of `messages.create`."""
    tools = choose_tools(body, reading)
    content: list[Object] = [thinking_block(reading, body["thinking"])] if thinks(body, reading) else []
    if tools:
        return Composed([*content, *_tool_calls(tools, reading)], stop_reason="tool_use")
    output_format = member(member(body, "output_config"), "format")
    if output_format:
        return Composed([*content, text_block(write_structured(output_format["schema"], reading))])
    return Composed([*content, *_text(reading)])


def text_block(text: str, citations: list[Object] | None = None) -> Object:
    return {"type": "text", "text": text, "citations": citations}


def tool_use_block(name: str, arguments: Object) -> Object:
    return {"type": "tool_use", "id": new_id("toolu"), "name": name, "input": arguments, "caller": {"type": "direct"}}


# ---- thinking


def thinks(body: Object, reading: Reading) -> bool:
    kind = member(body, "thinking").get("type")
    return kind in ("enabled", "adaptive") or (kind == "between_tools" and bool(reading.results))


def thinking_block(reading: Reading, config: Object) -> Object:
    thought = f"The user's turn {reading.turn} is: {_quote(reading.question)}. "
    if reading.results:
        thought += f"The results of {_join(result.name for result in reading.results)} are in. "
    thought += "I reply from the request itself, as this is the sandbox."
    shown = "" if config.get("display") == "omitted" else thought
    return {"type": "thinking", "thinking": shown, "signature": signature(shown)}


def signature(thinking: str) -> str:
    """The signature of a thinking block: whether it is unchanged can be told when it comes back."""
    return base64.b64encode(b"sandbox-signature:" + hashlib.sha256(thinking.encode()).digest()).decode()


# ---- tools


def choose_tools(body: Object, reading: Reading) -> list[Object]:
    """The tools of the client that the reply calls."""
    tools = [tool for tool in members(body, "tools") if "input_schema" in tool or _is_memory(tool)]
    choice: Object = body.get("tool_choice") or {"type": "auto"}
    if choice["type"] == "tool":
        return [tool for tool in tools if tool["name"] == choice["name"]]
    if not tools or choice["type"] == "none":
        return []
    if choice["type"] == "any":
        return [max(tools, key=lambda tool: relevance(tool, reading.question))]
    asked_for = [tool for tool in tools if relevance(tool, reading.question) >= 2] if not reading.results else []
    return asked_for[:1] if choice.get("disable_parallel_tool_use") else asked_for


def relevance(tool: Object, question: str) -> int:
    """How much `question` speaks of `tool`: 2 for each word of its name, 1 for each of its description."""
    question = question[:LONGEST_JUDGED]
    if re.search(rf"(?<![\w-]){re.escape(tool['name'])}(?![\w-])", question):
        return 100
    if _is_memory(tool):
        return 2 if _TO_REMEMBER.search(question) else 0
    asked = _words(question)
    in_name = asked & _words(re.sub(r"([a-z])([A-Z])", r"\1 \2", tool["name"]).replace("_", " "))
    return 2 * len(in_name) + len(asked & _words((tool.get("description") or "")[:LONGEST_JUDGED]) - in_name)


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    found = _WORD.findall(text.lower())
    stems = (re.sub(r"(?:ing|ed|es|s)$", "", word) if len(word) > 4 else word for word in found)
    return frozenset(stems) - _WORDS_OF_NO_WEIGHT


def _tool_calls(tools: list[Object], reading: Reading) -> Iterator[Object]:
    yield text_block(f"I will use {_join(tool['name'] for tool in tools)} for that.")
    budget = Budget()
    for tool in tools:
        if _is_memory(tool):
            yield tool_use_block(tool["name"], _memory_command(reading.question))
            continue
        try:
            arguments: Object = fit(tool["input_schema"], reading.question, budget)
        except Unfit:
            arguments = {}
        yield tool_use_block(tool["name"], arguments)


_TO_REMEMBER: Final = re.compile(r"\b(remember|memory|memories)\b", re.IGNORECASE)


def _is_memory(tool: Object) -> bool:
    return str(tool.get("type")).startswith("memory_")


def _memory_command(question: str) -> Object:
    """Keep what is to be remembered; otherwise look at what there is."""
    if re.match(r"\W*(please\s+)?remember\b", question, re.IGNORECASE):
        words = "-".join(re.findall(r"[a-z0-9]+", question.lower())[1:7]) or "note"
        return {"command": "create", "path": f"/memories/{words[:60]}.md", "file_text": f"{question.strip()}\n"}
    return {"command": "view", "path": "/memories"}


# ---- text


def write_structured(schema: Object, reading: Reading) -> str:
    """A JSON text that fits `schema`; refuses a schema for which none was found."""
    try:
        return json.dumps(fit(schema, reading.question), ensure_ascii=False)
    except Unfit as error:
        raise invalid(f"output_config.format.schema: the sandbox found no value that fits: {error}") from None


def _text(reading: Reading) -> Iterator[Object]:
    if reading.prefill:
        yield text_block(f" and so on, continuing {_quote(reading.prefill[-40:])}.")
        return
    yield text_block(" ".join(_sentences(reading)))
    for index, attachment in enumerate(reading.attachments):
        if attachment.cited:
            yield _cite(attachment, index)
    for index, result in enumerate(reading.search_results):
        if member(result, "citations").get("enabled"):
            yield _cite_search_result(result, index)


def _sentences(reading: Reading) -> Iterator[str]:
    for result in reading.results:
        said = "failed with" if result.failed else "answered"
        yield f"The tool {result.name} {said}: {result.text or 'nothing'}."
    if reading.attachments:
        yield f"I received {_join(str(attachment) for attachment in reading.attachments)}."
    verb = "asked" if reading.question.endswith("?") else "wrote"
    if reading.question:
        yield f"You {verb}: {_quote(reading.question)}."
    for attachment in reading.attachments:
        if attachment.text:
            yield f"The text begins: {_quote(' '.join(attachment.text.split()[:12]))}."
    if reading.turn > 1:
        yield f"This is turn {reading.turn} of our conversation."
    count = len(reading.question.split())
    words = "1 word" if count == 1 else f"{count} words"
    yield f"The sandbox has no model behind it: this reply is made from the {words} of your message."


def _cite(attachment: Attachment, index: int) -> Object:
    if attachment.text:
        cited = attachment.text[: (attachment.text.find(".") + 1) or len(attachment.text)]
        place: Object = {"type": "char_location", "start_char_index": 0, "end_char_index": len(cited)}
    else:
        cited = f"Page 1 of {attachment.title or 'the document'}"
        place = {"type": "page_location", "start_page_number": 1, "end_page_number": 2}
    citation = place | {
        "cited_text": cited,
        "document_index": index,
        "document_title": attachment.title,
        "file_id": None,
    }
    return text_block(f"The document says: {cited.strip()}", [citation])


def _cite_search_result(result: Object, index: int) -> Object:
    cited = result["content"][0]["text"] if result["content"] else ""
    citation: Object = {
        "type": "search_result_location",
        "cited_text": cited,
        "source": result["source"],
        "title": result["title"],
        "search_result_index": index,
        "start_block_index": 0,
        "end_block_index": 1,
    }
    return text_block(f"{result['title']} says: {cited}", [citation])


def _quote(text: str) -> str:
    return f'"{text}"' if len(text) <= LONGEST_QUOTE else f'"{text[:LONGEST_QUOTE]}..."'


def _join(names: Iterable[str]) -> str:
    *first, last = list(names)
    return f"{', '.join(first)} and {last}" if first else last
