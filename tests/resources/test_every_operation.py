"""Every operation of the facts is called on both clients, with every parameter, over real HTTP; what comes back is read.

The server keeps what it gets and gives back an example of what the facts say of the response. What the API makes of the
parameters is not known here: the sandbox's tests are about that.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

import pytest

from api_facts import SCHEMAS, SPEC, example, last, operations
from both import Both, items
from claude_client import CredentialsError, ServiceUnavailableError
from claude_client.types._model import Model
from every import raise_failures
from server import Reply, Server, error, reply

FILES = {
    "file": ("a.txt", b"x", "text/plain"),
    "archive": ("a.zip", b"x", "application/zip"),
    "files": [("s/SKILL.md", b"---\nname: s\ndescription: d\n---\n")],
}
TURNS = [{"role": "user", "content": "Hi"}]
BY_HAND: dict[str, dict[str, Any]] = {
    # What these take depends on the model and on other parameters, and is checked before it is sent.
    "messages.create": {"model": "claude-opus-5", "max_tokens": 1, "messages": TURNS},
    "messages.count_tokens": {"model": "claude-opus-5", "messages": TURNS},
    "messages.batches.create": {
        "requests": [{"custom_id": "a", "params": {"model": "claude-opus-5", "max_tokens": 1, "messages": TURNS}}]
    },
    "completions.create": {"model": "claude-2.1", "max_tokens_to_sample": 1, "prompt": "\n\nHuman: Hi\n\nAssistant:"},
}
KEYWORDS = {
    "anthropic-workspace-id": "workspace_id",
    "anthropic-user-profile-id": "user_profile_id",
    "Anthropic-Worker-ID": "anthropic_worker_id",
}


def parameters(operation: Mapping[str, Any], where: str) -> list[dict[str, Any]]:
    shared = SPEC["components"]["parameters"]
    named = [shared[last(p["$ref"])] if "$ref" in p else p for p in operation["parameters"]]
    return [parameter for parameter in named if parameter["in"] == where]


def body_of(operation: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters that go into the body."""
    if operation["operationId"] in BY_HAND:
        return BY_HAND[operation["operationId"]]
    for media in operation.get("requestBody", {}).get("content", {}).values():
        schema = SCHEMAS[last(media["schema"]["$ref"])]
        if "oneOf" in schema:  # one parameter is the whole body
            return {"target": example(schema)}
        files = schema.get("x-file-fields", ())
        return {name: FILES[name] if name in files else example(part) for name, part in schema["properties"].items()}
    return {}


def response_of(operation: Mapping[str, Any]) -> Reply:
    kind = operation["x-body"]["response"]
    content = operation["responses"]["200"]["content"]
    if kind == "binary":
        return Reply(200, b"content", {"content-type": "application/zip"})
    if kind == "sse":
        tag = example(operation["x-stream"]["schema"] and {"$ref": operation["x-stream"]["schema"]})
        event = f"event: {tag['type']}\ndata: {json.dumps(tag)}\n\n"
        return Reply(200, event.encode(), {"content-type": "text/event-stream"})
    media = "application/x-jsonl" if kind == "jsonl" else "application/json"
    return Reply(200, json.dumps(example(content[media]["schema"])).encode(), {"content-type": media})


def check(client: Any, server: Server, verb: str, path: str, operation: Mapping[str, Any]) -> Any:
    """Call an operation with every parameter; a body for `Both`."""
    queries = {p.get("x-python-name", p["name"]): example(p["schema"]) for p in parameters(operation, "query")}
    headers = {KEYWORDS[p["name"]]: "in_header" for p in parameters(operation, "header") if p["name"] in KEYWORDS}
    *others, last_id = [p["name"] for p in parameters(operation, "path")] or [None]
    ids = {name: f"{name}/1" for name in others}
    sent = body_of(operation)
    server.received.clear()
    server.replies(response_of(operation))

    call = client
    for name in operation["operationId"].split("."):
        call = getattr(call, name)
    result = yield call(*([f"{last_id}/1"] if last_id else []), **ids, **queries, **headers, **sent)
    if operation["x-body"]["response"] in ("sse", "jsonl"):
        result = yield items(result)

    (received,) = server.received
    url = path
    for name in [*others, last_id]:
        url = url.replace(f"{{{name}}}", f"{name}%2F1")
    assert (received.method, received.path) == (verb, url)
    wire = {
        p["name"] if not isinstance(example(p["schema"]), list) else f"{p['name'].removesuffix('[]')}[]"
        for p in parameters(operation, "query")
    }
    assert {name for name, _ in received.query} == wire
    for name, keyword in KEYWORDS.items():
        assert received.headers.get(name.lower()) == headers.get(keyword)
    assert set(operation["x-betas"]) == set(filter(None, received.headers.get("anthropic-beta", "").split(",")))
    kind = operation["x-body"]["request"]
    if kind == "json":
        assert set(received.json) == set(sent["target"] if set(sent) == {"target"} else sent)
    elif kind == "multipart":
        for name in sent:
            assert f'name="{name}'.encode() in received.body
    else:
        assert received.body == b""
    read = result if isinstance(result, list) else result.data if operation["x-page"] != "none" else [result]
    if operation["x-body"]["response"] != "binary":
        assert [type(each).__name__ for each in read] != ["Unknown"]
        assert all(isinstance(each, Model) for each in read)
        assert read


def test_each_sends_what_the_facts_say_and_reads_what_comes(both: Both, server: Server) -> None:
    failures: dict[object, Exception] = {}

    def body(client: Any) -> Any:
        for verb, path, operation in operations():
            try:
                yield from check(client, server, verb, path, operation)
            except Exception as error:
                failures[operation["operationId"]] = error

    both.run(body, api_key="key", admin_api_key="admin", auth_token="token", strict=True)

    raise_failures(failures, len([*operations()]))


def test_a_queue_without_work_gives_none(both: Both, server: Server) -> None:
    server.replies(reply(None))

    assert both.run(lambda client: client.beta.environments.work.poll("env_1")) is None


def test_bounds_and_lists_are_sent_as_the_api_names_them(both: Both, server: Server) -> None:
    server.replies(reply({"data": [], "next_page": None, "prev_page": "before"}))
    since = datetime(2026, 11, 1, tzinfo=timezone.utc)

    page = both.run(lambda client: client.beta.sessions.list(created_at_gte=since, statuses=["idle"]))

    assert server.received[0].query == [("created_at[gte]", "2026-11-01T00:00:00Z"), ("statuses[]", "idle")]
    assert page.prev_page == "before"


def test_a_user_profile_is_a_header_of_the_item_and_a_filter_of_the_cases(both: Both, server: Server) -> None:
    server.replies(reply({"data": [], "next_page": None}), reply(example({"$ref": "#/ComplianceReviewItem"})))

    def body(client: Any) -> Any:
        yield client.beta.compliance.review.cases.list(user_profile_id="up_1")
        yield client.beta.compliance.review.items.retrieve("item_1", user_profile_id="up_1")

    both.run(body)

    cases, item = server.received
    assert cases.query == [("user_profile_id", "up_1")]
    assert "anthropic-user-profile-id" not in cases.headers
    assert item.query == []
    assert item.headers["anthropic-user-profile-id"] == "up_1"


def test_what_takes_an_oauth_token_alone_is_sent_no_key(both: Both, server: Server) -> None:
    server.replies(reply({"data": [], "next_page": None}))

    both.run(
        lambda client: client.organization.federation.rules.list(),
        api_key="sk-ant-key",
        admin_api_key="sk-ant-admin",
        auth_token="token",
    )

    assert server.received[0].headers["authorization"] == "Bearer token"
    assert "x-api-key" not in server.received[0].headers


def test_without_an_oauth_token_it_says_so_before_anything_is_sent(both: Both, server: Server) -> None:
    with pytest.raises(CredentialsError, match="takes an OAuth token and no API key: pass auth_token="):
        both.run(lambda client: client.organization.service_accounts.list(), admin_api_key="sk-ant-admin")

    assert server.received == []


def test_a_plugin_is_given_as_a_list_of_files(both: Both, server: Server) -> None:
    with pytest.raises(TypeError, match="expected a list of files, not one"):
        both.run(lambda client: client.organization.plugins.create(files="plugin.zip"), admin_api_key="sk-ant-admin")


def test_a_workspace_that_was_made_in_part_is_not_made_again(both: Both, server: Server) -> None:
    server.replies(error(503, "api_error", code="workspace_created_incomplete"))

    with pytest.raises(ServiceUnavailableError):
        both.run(lambda client: client.organization.workspaces.create(name="a"), admin_api_key="sk-ant-admin")

    assert len(server.received) == 1
