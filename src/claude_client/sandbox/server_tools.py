"""The tools that the API runs by itself: a search of a web of one page, and code that writes one file."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from . import files
from .json_utils import Object, member, members, new_id, now, timestamp
from .prompt import Reading
from .store import Store

_ASKED_BY: Final[Mapping[str, re.Pattern[str]]] = {
    "web_search": re.compile(r"\b(?:search|look up|latest|news|on the web)\b", re.IGNORECASE),
    "code_execution": re.compile(r"\b(?:run|execute|code|python|script|plot|chart|file|compute)\b", re.IGNORECASE),
}


def find_requested(body: Object, reading: Reading) -> list[Object]:
    """The tools of the server that the question speaks of."""
    if member(body, "tool_choice").get("type") == "none" or reading.results:
        return []
    return [tool for tool in members(body, "tools") if _is_requested(str(tool.get("type")), reading.question)]


def _is_requested(kind: str, question: str) -> bool:
    return any(kind.startswith(name) and pattern.search(question) for name, pattern in _ASKED_BY.items())


def run(tool: Object, reading: Reading, store: Store, scope: str = "") -> list[Object]:
    """The blocks of a call of `tool` and of its result."""
    return _search(reading) if tool["type"].startswith("web_search") else _execute(tool, reading, store, scope)


def _search(reading: Reading) -> list[Object]:
    id = new_id("srvtoolu")
    page = {
        "type": "web_search_result",
        "title": f"The sandbox on: {reading.question[:60]}",
        "url": "https://example.com/sandbox",
        "page_age": None,
        "encrypted_content": base64.b64encode(reading.question.encode()).decode(),
    }
    result = {"type": "web_search_tool_result", "tool_use_id": id, "content": [page], "caller": {"type": "direct"}}
    return [_use(id, "web_search", {"query": reading.question}), result]


def _execute(tool: Object, reading: Reading, store: Store, scope: str) -> list[Object]:
    """Pretend to have run code, which left a file that can be downloaded."""
    id = new_id("srvtoolu")
    made = files.generate(store, "result.txt", f"{reading.question}\n".encode(), scope=scope)
    code = f"open('result.txt', 'w').write({json.dumps(reading.question + chr(10))})"
    older = tool["type"] == "code_execution_20250522"
    name = "code_execution" if older else "bash_code_execution"
    content = {
        "type": f"{name}_result",
        "stdout": "wrote result.txt\n",
        "stderr": "",
        "return_code": 0,
        "content": [{"type": f"{name}_output", "file_id": made["id"]}],
    }
    arguments = {"code": code} if older else {"command": f"python3 -c {json.dumps(code)}"}
    return [_use(id, name, arguments), {"type": f"{name}_tool_result", "tool_use_id": id, "content": content}]


def _use(id: str, name: str, arguments: Object) -> Object:
    return {"type": "server_tool_use", "id": id, "name": name, "input": arguments, "caller": {"type": "direct"}}


def container(body: Object) -> Object:
    """The container in which code was run: the one that the request names, or a new one."""
    named = body.get("container")
    asked: Object = {"id": named} if isinstance(named, str) else member(body, "container")
    names = ("type", "skill_id", "version")
    shown = [{name: skill.get(name) or "latest" for name in names} for skill in members(asked, "skills")]
    return {
        "id": asked.get("id") or new_id("container"),
        "expires_at": timestamp(now() + timedelta(minutes=30)),
        "skills": shown or None,
    }
