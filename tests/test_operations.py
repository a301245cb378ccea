"""Every operation of the API facts has a method of that verb, path, parameters, body, page style and response."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any

import pytest

from api_facts import SCHEMAS, SPEC, last, operations
from claude_client import types
from claude_client.client import API
from claude_client.core.decoding import JSONResponse
from claude_client.core.endpoint import Binding
from claude_client.core.json_encoding import JSONBody
from claude_client.core.pages import PageResponse
from claude_client.core.request import Request
from claude_client.files.download import DownloadResponse
from claude_client.files.multipart import MultipartBody
from claude_client.streaming import Events, JSONLines
from every import every

OPERATIONS = list(operations())
EACH = every("verb, path, operation", OPERATIONS, lambda case: case[2]["operationId"])

# A stand-in for each parameter that a method cannot do without; the request is built and never sent.
MESSAGES = [{"role": "user", "content": "Hi"}]
GIVEN: dict[str, Any] = {
    "messages": MESSAGES,
    "requests": [{"custom_id": "a", "params": {"model": "m", "max_tokens": 1, "messages": MESSAGES}}],
    "files": [("s/SKILL.md", b"---\nname: s\ndescription: d\n---\n")],
    "file": ("a.txt", b"x", "text/plain"),
    "archive": ("a.zip", b"x", "application/zip"),
}

OAUTH = ("admin.service_accounts", "admin.workspaces.service_accounts", "admin.federation")
"""What takes an OAuth token alone."""


def describe(request: Request[Any, Any], *_: object) -> Request[Any, Any]:
    return request


def api(*, beta: bool = False) -> Any:
    """Everything that can be called, where a call gives the request that it would send."""
    return API(Binding(*[describe] * 8, beta=beta))


def method_of(operation: Mapping[str, Any], root: Any) -> Any:
    found = root
    for name in operation["operationId"].split("."):
        found = getattr(found, name)
    return found


def build(operation: Mapping[str, Any], root: Any, **more: Any) -> Request[Any, Any]:
    method = method_of(operation, root)
    given = {
        name: GIVEN.get(name, f"{name}_x")
        for name, parameter in inspect.signature(method).parameters.items()
        if parameter.default is parameter.empty
    }
    if operation["x-body"]["request"] == "multipart":
        names = inspect.signature(method).parameters
        given |= {name: GIVEN[name] for name in ("file", "files") if name in names}
    return method(**given | {name: {} for name in whole(operation)}, **more)


def parameters(operation: Mapping[str, Any], where: str) -> list[dict[str, Any]]:
    shared = SPEC["components"]["parameters"]
    named = [shared[p["$ref"].rsplit("/", 1)[1]] if "$ref" in p else p for p in operation["parameters"]]
    return [parameter for parameter in named if parameter["in"] == where]


def properties(operation: Mapping[str, Any]) -> set[str]:
    found: set[str] = set()
    for media in operation.get("requestBody", {}).get("content", {}).values():
        schema = media["schema"]
        schema = SCHEMAS[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
        found |= set(schema.get("properties", ()))
    return found | whole(operation)


def whole(operation: Mapping[str, Any]) -> set[str]:
    """The one parameter of a body that is one of several objects."""
    content = operation.get("requestBody", {}).get("content", {}).values()
    schemas = [SCHEMAS[last(media["schema"]["$ref"])] for media in content if "$ref" in media["schema"]]
    return {"target"} if any("oneOf" in schema for schema in schemas) else set()


def returned(operation: Mapping[str, Any], media: str) -> Any:
    """The type of what an operation returns, as the facts name it."""
    schema = operation["responses"]["200"]["content"][media]["schema"]
    names = [last(each["$ref"]) for each in schema.get("anyOf", [schema]) if "$ref" in each]
    found: Any = getattr(types, names[0])
    return found | None if "anyOf" in schema else found


@EACH
def test_an_operation_has_a_method_of_its_verb_and_path(verb: str, path: str, operation: dict[str, Any]) -> None:
    request = build(operation, api())

    expected = path
    for parameter in parameters(operation, "path"):
        expected = expected.replace(f"{{{parameter['name']}}}", f"{parameter['name']}_x")
    assert (request.method, request.path) == (verb, expected)


@EACH
def test_it_takes_every_parameter(verb: str, path: str, operation: dict[str, Any]) -> None:
    names = set(inspect.signature(method_of(operation, api())).parameters)

    query = {p.get("x-python-name", p["name"].removesuffix("[]")) for p in parameters(operation, "query")}
    in_path = {p["name"] for p in parameters(operation, "path")}
    headers = {
        "anthropic-workspace-id": "workspace_id",
        "anthropic-user-profile-id": "user_profile_id",
        "Anthropic-Worker-ID": "anthropic_worker_id",
    }
    in_headers = {headers[p["name"]] for p in parameters(operation, "header") if p["name"] in headers}
    assert names >= query | in_path | in_headers | properties(operation)


@EACH
def test_one_text_is_one_item_of_a_list_of_its_query(verb: str, path: str, operation: dict[str, Any]) -> None:
    for parameter in parameters(operation, "query"):
        if parameter["name"].endswith("[]"):
            name = parameter.get("x-python-name", parameter["name"].removesuffix("[]"))
            for given in ("one", iter(["one"]), {"one": 1}.keys()):
                assert build(operation, api(), **{name: given}).query[name] == ["one"]


@EACH
def test_its_body_is_of_the_right_kind(verb: str, path: str, operation: dict[str, Any]) -> None:
    kind = {"none": type(None), "json": JSONBody, "multipart": MultipartBody}[operation["x-body"]["request"]]

    assert isinstance(build(operation, api()).body, kind)


@EACH
def test_its_response_is_of_the_right_type(verb: str, path: str, operation: dict[str, Any]) -> None:
    response_format: Any = build(operation, api()).response_format

    if operation["x-page"] != "none":
        assert isinstance(response_format, PageResponse)
        page = SCHEMAS[last(operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"])]
        item = operation.get("x-page-item") or last(page["properties"]["data"]["items"]["$ref"])
        assert response_format.item == getattr(types, item)
    elif operation["x-body"]["response"] in ("json", "json-or-sse"):
        assert isinstance(response_format, JSONResponse)
        assert response_format.type == returned(operation, "application/json")
    elif operation["x-body"]["response"] == "jsonl":
        assert isinstance(response_format, JSONLines)
        assert response_format.type == returned(operation, "application/x-jsonl")
    elif operation["x-body"]["response"] == "sse":
        assert isinstance(response_format, Events)
        assert response_format.type == getattr(types, last(operation["x-stream"]["schema"]))
    else:
        assert isinstance(response_format, DownloadResponse)


@pytest.mark.parametrize(
    "operation",
    [o for *_, o in OPERATIONS if "body" in o.get("x-stream", {}).get("when", {})],
    ids=lambda o: o["operationId"],
)
def test_what_streams_is_asked_for_by_an_argument(operation: dict[str, Any]) -> None:
    request = build(operation, api(), stream=True)

    assert isinstance(request.response_format, Events)
    assert isinstance(request.body, JSONBody)
    assert request.body.fields["stream"] is True


@EACH
def test_it_sends_the_beta_values_of_the_facts(verb: str, path: str, operation: dict[str, Any]) -> None:
    if operation["operationId"].startswith("admin."):
        assert list(build(operation, api()).betas) == operation["x-betas"]
        return
    beta = [*operation["x-betas"], *operation.get("x-betas-of-beta-variant", ())]

    assert list(build(operation, api()).betas) == operation["x-betas"]
    assert list(build(operation, api(beta=True)).betas) == beta


@EACH
def test_it_is_authenticated_by_the_credential_that_it_takes(verb: str, path: str, operation: dict[str, Any]) -> None:
    expected = "admin" if operation["operationId"].startswith("admin.") else "api"
    if operation["operationId"].startswith(tuple(f"{each}." for each in OAUTH)):
        expected = "oauth"

    assert build(operation, api()).credential == expected


@EACH
def test_it_has_a_docstring_with_the_page_that_it_follows(verb: str, path: str, operation: dict[str, Any]) -> None:
    doc = inspect.getdoc(method_of(operation, api())) or ""

    assert "API: https://platform.claude.com/docs/en/" in doc
