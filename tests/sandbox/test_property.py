"""Whatever comes in, right, nearly right or nonsense: the sandbox responses, and in the form that the API has."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from claude_client.sandbox import Sandbox

from .asking import WEATHER, body, ended
from .conftest import HEADERS
from .facts import facts, mistakes, operations

EXAMPLES: Final = 25
"""For each operation."""
OPERATIONS: Final = {facts["operationId"]: (verb, path, facts) for verb, path, facts in operations()}
OLDER_FORMS: Final = {"files-api-2025-04-14", "skills-2025-10-02"}
"""They ask for forms of lists and objects that the facts do not have any more."""
BETAS: Final = sorted({*facts()["components"]["schemas"]["AnthropicBeta"]["anyOf"][0]["enum"]} - OLDER_FORMS)
SKILL_FILE: Final = ("greeting/SKILL.md", b"---\nname: greeting\ndescription: Greets.\n---\nSay hello.\n")

JSON: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
TEXTS: Final = st.sampled_from(["claude-opus-5", "get_weather", "Why?", "YQ==", "https://example.com/", "2026-01-02"])
FORMATS: Final = {
    "date-time": st.datetimes().map(lambda moment: moment.isoformat() + "Z"),
    "date": st.dates().map(str),
}

Form: TypeAlias = "list[tuple[str, tuple[str | None, bytes]]]"
FORMS: Final[list[Form]] = [
    [("files[]", SKILL_FILE)],
    [("file", ("a.txt", b"a"))],
    [("file", ("a.txt", b"a")), ("expires_in_seconds", (None, b"3600"))],
]


@dataclass
class Asked:
    """A request as it is sent."""

    path: str
    query: list[tuple[str, str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes | None = None
    form: Form = field(default_factory=list)


# ---- requests ----------------------------------------------------------------------------------------------


@st.composite
def fitting(draw: st.DrawFn, schema: dict[str, Any], depth: int = 0) -> Any:
    """A value that fits `schema`."""
    if "$ref" in schema:
        return draw(fitting(facts()["components"]["schemas"][schema["$ref"].rpartition("/")[2]], depth))
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return draw(fitting(draw(st.sampled_from(schema[several])), depth))
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return draw(st.sampled_from(schema["enum"]))
    kinds = schema.get("type", "any")
    kind = kinds if isinstance(kinds, str) else draw(st.sampled_from(kinds))
    if kind == "object":
        return draw(_object(schema, depth))
    if kind == "array":
        items = st.lists(fitting(schema.get("items", {}), depth + 1), max_size=2 if depth < 4 else 0)
        return draw(items)
    simple: dict[str, st.SearchStrategy[Any]] = {
        "string": FORMATS.get(schema.get("format", ""), TEXTS | st.text(max_size=12)),
        "integer": st.integers(schema.get("minimum", -1), schema.get("maximum", 5000)),
        "number": st.floats(-1, 2),
        "boolean": st.booleans(),
        "null": st.none(),
        "any": JSON,
    }
    return draw(simple[kind])


@st.composite
def _object(draw: st.DrawFn, schema: dict[str, Any], depth: int) -> dict[str, Any]:
    properties, required = schema.get("properties", {}), schema.get("required", [])
    optional = [name for name in properties if name not in required]
    some = st.lists(st.sampled_from(optional), unique=True, max_size=max(3 - depth, 1)) if optional else st.just([])
    chosen = [*required, *draw(some)]
    found = {name: draw(fitting(properties.get(name, {}), depth + 1)) for name in chosen}
    if not properties and isinstance(schema.get("additionalProperties"), dict):
        inner = fitting(schema["additionalProperties"], depth + 1)
        found = draw(st.dictionaries(st.text(max_size=8), inner, max_size=2))
    return found


@st.composite
def nearly(draw: st.DrawFn, value: Any) -> Any:
    """`value` with one thing in it changed, left out or added."""
    whole = {"": copy.deepcopy(value)}
    places = list(_places(whole))
    holder, key = places[draw(st.integers(0, len(places) - 1))]
    change = draw(st.sampled_from(["replace", "remove", "add"]))
    if change == "add" and isinstance(holder[key], dict):
        holder[key][draw(st.text(max_size=8))] = draw(JSON)
    elif change == "remove" and key != "":
        del holder[key]
    else:
        holder[key] = draw(JSON)
    return whole[""]


def _places(holder: Any) -> Iterator[tuple[Any, Any]]:
    for key in holder if isinstance(holder, dict) else range(len(holder)):
        yield holder, key
        if isinstance(holder[key], (dict, list)):
            yield from _places(holder[key])


def known(id: str, ids: dict[str, list[str]]) -> list[dict[str, Any]]:
    """Bodies that the operation takes, so that what lies behind the checks is reached too."""
    message = body(tools=[WEATHER], system="Be kind.", temperature=0.5, stop_sequences=["x"], metadata={"user_id": "a"})
    thread = {**body(), "thread": {"type": "create"}}
    thinking = body(max_tokens=3000, thinking={"type": "enabled", "budget_tokens": 1024})
    schema = {
        "type": "object",
        "properties": {"a": {"type": "string"}},
        "required": ["a"],
        "additionalProperties": False,
    }
    structured = body(output_config={"format": {"type": "json_schema", "schema": schema}})
    document = {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "A. B."}}
    cited = body([{**document, "citations": {"enabled": True}}, {"type": "text", "text": "What?"}])
    searching = body("Search.", tools=[{"type": "web_search_20250305", "name": "web_search"}])
    messages = [message, thread, thinking, structured, cited, searching]
    counted = [{"model": each["model"], "messages": each["messages"]} for each in messages]
    return {
        "messages.create": [*messages, *({**each, "stream": True} for each in messages)],
        "messages.count_tokens": counted,
        "messages.batches.create": [{"requests": [{"custom_id": "a", "params": each}]} for each in messages],
        "completions.create": [
            {"model": "claude-opus-5", "prompt": "\n\nHuman: A\n\nAssistant:", "max_tokens_to_sample": 9}
        ],
        "admin.invites.create": [{"email": f"{n}@example.com", "role": "user"} for n in range(5)],
        "admin.users.update": [{"role": "billing"}],
        "admin.workspaces.members.add": [
            {"user_id": id, "workspace_role": "workspace_user"} for id in ids["user_id"][::-1]
        ],
        "admin.workspaces.members.update": [{"workspace_role": "workspace_admin"}],
        "admin.workspaces.create": [{"name": "A", "tags": {"a": "b"}}],
    }.get(id, [])


@st.composite
def bodies(draw: st.DrawFn, id: str, schema: dict[str, Any], ids: dict[str, list[str]]) -> bytes:
    """A body of JSON: one that fits, one that nearly does, or nonsense."""
    kind = draw(st.sampled_from(["fitting", "known", "nearly", "nearly", "nonsense"]))
    if kind == "nonsense":
        return draw(st.binary(max_size=20) | JSON.map(lambda value: json.dumps(value).encode()))
    examples = known(id, ids)
    value = draw(st.sampled_from(examples)) if examples and draw(st.booleans()) else draw(fitting(schema))
    if examples and kind == "known":
        # One of those that are taken, with a field of another.
        value = {**draw(st.sampled_from(examples)), **dict(draw(st.sampled_from([[], list(value.items())[-1:]])))}
    if kind == "nearly":
        value = draw(nearly(value))
    return json.dumps(value).encode()


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """The parts of a form: with a skill, with a file, or with anything."""
    names = st.sampled_from(["file", "files[]", "files", "display_name", "expires_in_seconds"])
    filenames = st.sampled_from(
        ["a.txt", "greeting/SKILL.md", "greeting/a/b.txt", "../a", ".", "", "ä.txt", "SKILL.md"]
    )
    part = st.tuples(names, st.tuples(filenames | st.none(), st.binary(max_size=20) | st.just(SKILL_FILE[1])))
    more = draw(st.lists(part, max_size=3))
    return [*draw(st.sampled_from([[], *FORMS])), *more] or FORMS[0]


@st.composite
def requests(draw: st.DrawFn, id: str, ids: dict[str, list[str]]) -> Asked:
    """A request of an operation. `ids` has values for its path that are there."""
    _, path, operation = OPERATIONS[id]
    asked = Asked(path)
    for parameter in (_resolved(each) for each in operation.get("parameters", [])):
        name, place = parameter["name"], parameter["in"]
        if place == "path":
            value = draw(
                st.sampled_from(ids[name]) | st.text(min_size=1, max_size=8).filter(lambda text: text.strip("."))
            )
            asked.path = asked.path.replace(f"{{{name}}}", quote(value, safe=""))
        elif place == "query" and (parameter.get("required") or draw(st.booleans())):
            found = draw(fitting(parameter["schema"]) | JSON)
            values = found if isinstance(found, list) else [found]
            asked.query += [(name, each if isinstance(each, str) else json.dumps(each)) for each in values]
    asked.headers["anthropic-version"] = draw(st.sampled_from(["2023-06-01"] * 4 + ["2026-10-21", "2020-01-01"]))
    if draw(st.booleans()):
        asked.headers["anthropic-beta"] = ",".join(draw(st.lists(st.sampled_from(BETAS), max_size=4)))
    content = operation.get("requestBody", {}).get("content", {})
    if "application/json" in content:
        asked.content = draw(bodies(id, content["application/json"]["schema"], ids))
        asked.headers["content-type"] = "application/json"
    elif content:
        asked.form = draw(forms())
    return asked


def plain(id: str, ids: dict[str, list[str]]) -> Asked:
    """A request of an operation that has to succeed."""
    _, path, operation = OPERATIONS[id]
    asked = Asked(path.format(**{name: values[0] for name, values in ids.items()}))
    for parameter in (_resolved(each) for each in operation.get("parameters", [])):
        if parameter["in"] == "query" and parameter.get("required"):
            moment = "2026-01-01T00:00:00Z" if parameter["schema"].get("format") == "date-time" else "2026-01-01"
            asked.query.append((parameter["name"], moment))
    content = operation.get("requestBody", {}).get("content", {})
    if "application/json" in content:
        asked.content = json.dumps((known(id, ids) or [{}])[0]).encode()
    elif content:
        asked.form = FORMS[0] if "skills" in id else FORMS[1]
    return asked


def _resolved(parameter: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in parameter:
        return dict(facts()["components"]["parameters"][parameter["$ref"].rpartition("/")[2]])
    return parameter


# ---- responses -----------------------------------------------------------------------------------------------


def wrong(id: str, response: httpx.Response) -> list[str]:
    """What is not as the facts have it."""
    operation = OPERATIONS[id][2]
    if response.status_code == 500:
        return ["a failure of the sandbox"]
    if not response.headers.get("request-id", "").startswith("req_"):
        return ["no request-id"]
    if response.status_code != 200:
        return mistakes(response.json(), facts()["components"]["schemas"]["ErrorResponse"])
    kind = response.headers["content-type"].partition(";")[0]
    content = operation["responses"]["200"]["content"]
    if kind == "application/json":
        return mistakes(response.json(), content[kind]["schema"])
    if kind == "application/x-jsonl":
        return [
            each for line in response.text.splitlines() for each in mistakes(json.loads(line), content[kind]["schema"])
        ]
    if kind == "text/event-stream":
        data = [
            json.loads(line.removeprefix("data: ")) for line in response.text.split("\n") if line.startswith("data: ")
        ]
        events = [event for event in data if event["type"] != "ping"]
        return [each for event in events for each in mistakes(event, content[kind]["schema"])]
    return [] if "json" not in kind else [f"unexpected {kind}"]


# ---- the sandbox -------------------------------------------------------------------------------------------


@dataclass
class Target:
    """A sandbox with something of everything on it."""

    sandbox: Sandbox
    http: httpx.Client
    ids: dict[str, list[str]]

    def send(self, id: str, asked: Asked) -> httpx.Response:
        verb, _, _ = OPERATIONS[id]
        admin = asked.path.startswith("/v1/organizations")
        headers = {"x-api-key": self.sandbox.admin_api_key if admin else self.sandbox.api_key, **asked.headers}
        return self.http.request(
            verb, asked.path, params=asked.query, headers=headers, content=asked.content, files=asked.form or None
        )


@pytest.fixture
def target() -> Iterator[Target]:
    with Sandbox() as sandbox, httpx.Client(base_url=sandbox.url, headers=HEADERS, timeout=30) as http:
        yield Target(sandbox, http, dict(things(http, sandbox.admin_api_key)))


def things(http: httpx.Client, admin_key: str) -> Iterator[tuple[str, list[str]]]:
    """Something of each kind that a path names, by the name that it has there."""
    admin, root = {"x-api-key": admin_key}, "/v1/organizations"

    def made(path: str, **options: Any) -> dict[str, Any]:
        response = http.post(path, **options)
        assert response.status_code == 200, response.text
        return dict(response.json())

    batches = [made("/v1/messages/batches", json={"requests": [{"custom_id": "a", "params": body()}]}) for _ in "ab"]
    yield "message_batch_id", [ended(http, batch["id"])["id"] for batch in batches]
    yield "model_id", ["claude-opus-5", "claude-haiku-4-5"]
    code = {"type": "code_execution_20250825", "name": "code_execution"}
    message = made("/v1/messages", json=body("Write a file with Python.", tools=[code]))
    written = message["content"][1]["content"]["content"][0]["file_id"]
    yield "file_id", [written, made("/v1/files", files={"file": ("a.txt", b"a")})["id"]]
    skill = made("/v1/skills", files=[("files[]", SKILL_FILE)])["id"]
    made(f"/v1/skills/{skill}/versions", files=[("files[]", SKILL_FILE)])
    yield "skill_id", [skill]
    yield "version", ["latest"]
    key = f"sk-ant-api03-{skill}"  # not that of the tests, which would be lost once it is switched off
    assert http.get("/v1/models", headers={"x-api-key": key}).status_code == 200
    keys = http.get(f"{root}/api_keys", headers=admin, params={"limit": 1000}).json()["data"]
    yield "api_key_id", [each["id"] for each in keys if each["partial_key_hint"].endswith(key[-4:])]
    users = http.get(f"{root}/users", headers=admin, params={"limit": 1000}).json()["data"]
    workspaces = [made(f"{root}/workspaces", json={"name": name}, headers=admin)["id"] for name in "ab"]
    for workspace in workspaces:
        member = {"user_id": users[0]["id"], "workspace_role": "workspace_user"}
        made(f"{root}/workspaces/{workspace}/members", json=member, headers=admin)
    yield "user_id", [user["id"] for user in users]
    yield "workspace_id", workspaces
    invited = {"email": f"{workspaces[0]}@example.com", "role": "user"}
    yield "invite_id", [made(f"{root}/invites", json=invited, headers=admin)["id"]]


@pytest.mark.parametrize("id", OPERATIONS)
def test_every_response_has_the_form_of_the_api_whatever_was_asked(target: Target, id: str) -> None:
    response = target.send(id, plain(id, target.ids))
    assert response.status_code == 200, response.text
    assert wrong(id, response) == []

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],  # what an response is like depends on those before, so there is nothing to shrink
        suppress_health_check=list(HealthCheck),
    )
    @given(requests(id, target.ids))
    def ask(asked: Asked) -> None:
        response = target.send(id, asked)
        assert wrong(id, response) == [], response.text[:2000]

    ask()
