from __future__ import annotations

import copy
import json
import pickle
import re
import subprocess
import sys
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from importlib import import_module
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import httpx
import pydantic
import pytest
from pydantic_core import SchemaSerializer, core_schema
from typing_extensions import NotRequired, Required, get_type_hints, is_typeddict

from api_facts import FACTS, SCHEMAS, operations
from claude_client import tool, types
from claude_client.core.decoding import decode
from claude_client.core.pages import Page
from claude_client.types import FallbackBlock, Message, TextBlock, Unknown
from claude_client.types._model import LazyType, Model, OpenModel, build_model
from claude_client.types._parameters import parameters, table
from claude_client.types._tools import ToolLike
from claude_client.types.request_options import RequestOptions, UserProfileOptions, WorkspaceOptions
from claude_client.types.response_info import ResponseInfo
from claude_client.types.uploads import FileContent, FileTypes
from every import every

OPERATIONS = [operation for *_, operation in operations()]
BODIES = {
    media["schema"]["$ref"].rsplit("/", 1)[1]
    for operation in OPERATIONS
    for media in operation.get("requestBody", {}).get("content", {}).values()
}
OBJECTS = [name for name in SCHEMAS if "properties" in SCHEMAS[name] and name not in BODIES]
PAGES = [name for name in OBJECTS if name.endswith("ListPage")]
OTHERS = [name for name in SCHEMAS if "properties" not in SCHEMAS[name]]

BLOCKS = [
    {"type": "text", "text": "Hello", "citations": None},
    {
        "type": "fallback",
        "from": {"model": "a"},
        "to": {"model": "b"},
        "trigger": {"type": "refusal", "category": None},
    },
    {"type": "hologram", "depth": 3},
]
MESSAGE: dict[str, Any] = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-opus-5",
    "content": BLOCKS,
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 3, "output_tokens": 5},
}


@pytest.fixture
def message() -> Message:
    return decode(Message, json.dumps(MESSAGE).encode())


# ---- what models do ----------------------------------------------------------------------------------------


def test_a_model_gives_back_what_came(message: Message) -> None:
    assert message.to_dict() == MESSAGE
    assert json.loads(message.to_json()) == MESSAGE
    assert "\n" not in message.to_json(indent=None)


def test_a_model_can_give_its_defaults_and_python_names_too(message: Message) -> None:
    full = message.to_dict(exclude_unset=False, use_api_names=False)

    assert full["container"] is None
    assert message.content[1].to_dict(use_api_names=False)["from_"] == {"model": "a"}
    assert "stop_sequence" not in message.to_dict(exclude_none=True)


def test_unknown_members_serialise_without_a_warning(message: Message) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert message.model_dump(mode="json", exclude_unset=True, by_alias=True) == MESSAGE


def test_parts_of_a_message_can_be_sent_back_in_plain_lists(message: Message) -> None:
    plain = SchemaSerializer(core_schema.any_schema())

    sent = plain.to_json({"messages": [{"content": message.content}, message]}, exclude_unset=True, by_alias=True)

    assert json.loads(sent) == {"messages": [{"content": BLOCKS}, MESSAGE]}


def test_a_model_can_be_copied_and_pickled(message: Message) -> None:
    message._attach(ResponseInfo(200, httpx.Headers()))

    assert copy.copy(message) == message
    assert copy.deepcopy(message) == message
    assert pickle.loads(pickle.dumps(message)) == message
    assert message.model_copy(update={"id": "other"}).id == "other"


def test_a_model_knows_its_response_and_what_lies_inside_does_not(message: Message) -> None:
    assert message.response is None
    assert message._request_id is None

    message._attach(ResponseInfo(200, httpx.Headers({"request-id": "req_1"})))

    assert message.response is not None
    assert message.response.status_code == 200
    assert message._request_id == "req_1"
    assert message.content[0].response is None
    assert message.to_dict() == MESSAGE


def test_a_model_shows_on_one_line_what_came(message: Message) -> None:
    assert repr(message.content[0]) == "TextBlock(text='Hello')"
    assert "container" not in repr(message)
    assert repr(message.content[2]) == "Unknown(type='hologram', depth=3)"


def test_a_name_that_python_has_taken_gets_an_underscore(message: Message) -> None:
    block = message.content[1]

    assert isinstance(block, FallbackBlock)
    assert block.from_.model == "a"


def test_models_can_be_made_by_hand() -> None:
    assert TextBlock(text="x", type="text").text == "x"
    assert TextBlock.model_construct(text="x").to_dict() == {"text": "x"}
    schema = Message.model_json_schema()
    assert schema["properties"]["content"]["type"] == "array"
    assert {"id", "content", "usage"} <= {*schema["required"]}


def test_many_threads_can_read_their_first_response_at_once() -> None:
    script = (
        "import threading, sys; sys.setswitchinterval(1e-6)\n"
        "from claude_client.core.decoding import decode; from claude_client.types import Message\n"
        f"data = {json.dumps(MESSAGE).encode()!r}\n"
        "done = []\n"
        "threads = [threading.Thread(target=lambda: done.append(decode(Message, data))) for _ in range(8)]\n"
        "[t.start() for t in threads]; [t.join() for t in threads]\n"
        "print(len(done), {str(each) for each in done} == {str(done[0])})"
    )

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert ran.stdout.split() == ["8", "True"], ran.stderr


def test_parameters_can_be_validated_and_messages_and_tools_are_taken_among_them(message: Message) -> None:
    adapter = pydantic.TypeAdapter(types.MessageCreateParamsBase)
    turns = ({"role": "user", "content": "hi"}, message, {"role": "assistant", "content": message.content})

    @tool
    def f() -> None: ...

    read = adapter.validate_python(
        {"model": "m", "max_tokens": 1, "messages": iter(turns), "tools": [{"name": "g", "input_schema": {}}, f]}
    )

    assert list(read["messages"])[1] is message
    assert read["tools"][1] is f
    with pytest.raises(pydantic.ValidationError, match="hologram"):
        adapter.validate_python({"model": "m", "max_tokens": 1, "messages": [{"role": "user", "content": BLOCKS}]})


# ---- the facts ---------------------------------------------------------------------------------------------


def own(name: str) -> Any:
    # The base class of models is called `Model`.
    return getattr(types, {"ManagedAgentsModel": "ManagedAgentsModelParam"}.get(name, name))


def says(schema: Mapping[str, Any], sent: bool) -> set[object]:
    """What a schema allows, as a set of literals, names of classes and kinds."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[1]
        is_open = sent and SCHEMAS[name].get("additionalProperties") is True
        own = {name} if "properties" in SCHEMAS[name] else says(SCHEMAS[name], sent)
        return own | {"object", "anything"} if is_open else own
    if "const" in schema:
        return {("literal", schema["const"])}
    if "enum" in schema:
        return {("literal", value) for value in schema["enum"]}
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return set().union(*(says(member, sent) for member in schema[key]))
    if isinstance(schema.get("type"), list):
        return set().union(*(says({**schema, "type": kind}, sent) for kind in schema["type"]))
    kind, form = schema.get("type"), schema.get("format")
    if kind is None:
        return {"anything"}
    if kind == "array":
        return {"list"} | says(schema["items"], sent)
    if kind == "object":
        values = schema.get("additionalProperties")
        return {"object"} | (says(values, sent) if isinstance(values, dict) else {"anything"})
    if kind == "string" and form in ("date", "date-time"):
        moment = datetime if form == "date-time" else date
        return {str, moment} if sent else {moment}
    if kind == "string" and form == "binary":
        return {"file"}
    return {{"string": str, "integer": int, "number": float, "boolean": bool, "null": NoneType}[str(kind)]}


def allows(hint: Any) -> set[object]:
    """The same of a type."""
    if hint == FileTypes:
        return {"file"}
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        late = next((mark.type for mark in args[1:] if isinstance(mark, LazyType)), None)
        return allows(late or args[0])
    if origin in (Required, NotRequired):
        return allows(args[0])
    if origin in (Union, UnionType):
        return set().union(*(allows(arg) for arg in args))
    if origin is Literal:
        return {("literal", value) for value in args}
    if origin in (list, Sequence, Iterable):
        return {"list"} | allows(args[0])
    if origin in (dict, Mapping):
        return {"object"} | allows(args[1])
    if hint is object:
        return {"anything"}
    # Python 3.10 says of `type[object]` too that it is a class.
    if isinstance(hint, type) and origin is None and (is_typeddict(hint) or issubclass(hint, Model)):
        return {hint.__name__}
    return {hint}


def hints(type_: Any) -> dict[str, Any]:
    if is_typeddict(type_):
        return get_type_hints(type_, localns={"httpx": httpx}, include_extras=True)
    return {name: field.rebuild_annotation() for name, field in build_model(type_).model_fields.items()}


def differences(schema: Mapping[str, Any], type_: Any, optional_takes_none: bool = False) -> Iterator[str]:
    sent = is_typeddict(type_)
    found = hints(type_)
    aliases = {} if sent else {field.alias or name: name for name, field in type_.model_fields.items()}
    required = set(schema.get("required", ()))
    for name, expected in schema["properties"].items():
        if aliases.get(name, name) not in found:
            yield f"{name} is missing"
            continue
        hint = found[aliases.get(name, name)]
        is_required = get_origin(hint) is Required if sent else type_.model_fields[aliases[name]].is_required()
        nullable = NoneType in says(expected, sent)
        if is_required != (name in required and (sent or not nullable)):
            yield f"{name} is {'' if is_required else 'not '}required"
        there, wanted = allows(hint), says(expected, sent)
        if name not in required and (optional_takes_none or not sent):
            wanted |= {NoneType}
        if Decimal in there:
            wanted -= {str, float}
            there -= {Decimal}
        if sent:
            # What the API returned may be sent back, so these hold models beside what the facts list.
            there = {each for each in there if not (isinstance(each, str) and is_model(each) and each not in wanted)}
            there -= set(get_args(ToolLike))
            # The data of a base64 source may be a file, which is encoded.
            there -= set(get_args(FileContent))
            # A request of a batch has the type that its output is asked for in beside what the API takes.
            there = {"MessageCreateParamsNonStreaming" if each == "BatchMessageParams" else each for each in there}
        if there != wanted:
            yield f"{name} differs in {sorted(map(str, there ^ wanted))}"
    extra = set(found) - {aliases.get(name, name) for name in schema["properties"]}
    yield from (f"{name} is too many" for name in sorted(extra))


def is_model(name: str) -> bool:
    type_ = getattr(types, name, None)
    return isinstance(type_, type) and issubclass(type_, Model)


@every("name", [name for name in OBJECTS if name not in PAGES and name != "MessageCreateParamsNonStreaming"])
def test_a_schema_of_the_facts_has_a_type_with_its_fields(name: str) -> None:
    type_ = own(name)

    assert list(differences(SCHEMAS[name], type_)) == []
    if not is_typeddict(type_):
        assert issubclass(type_, OpenModel) == bool(SCHEMAS[name].get("additionalProperties"))


@every("name", OTHERS)
def test_an_alias_of_the_facts_has_its_members(name: str) -> None:
    sent = name.endswith("Param")
    members = {each for each in allows(own(name)) if not (sent and isinstance(each, str) and is_model(each))}

    assert members == says(SCHEMAS[name], sent)


@every("name", PAGES)
def test_a_page_has_the_fields_of_every_list(name: str) -> None:
    assert set(SCHEMAS[name]["properties"]) <= set(Page.model_fields)


SENDING = [
    operation
    for operation in OPERATIONS
    if operation.get("requestBody") or any(p.get("in") == "query" for p in operation.get("parameters", ()))
]


def params_of(operation: Mapping[str, Any]) -> list[str]:
    """The types that may be those of its parameters: called after the verb and one or two of the resources."""
    *resources, verb = operation["operationId"].split(".")
    squashed = [singular(resource).replace("_", "") for resource in resources]
    ends = {"".join(squashed[-depth:]) + f"{verb}params".replace("_", "") for depth in (1, 2)}
    return [name for name in table() if name.lower() in ends]


def singular(word: str) -> str:
    if word.endswith(("ies", "ches")):
        return f"{word[:-3]}y" if word.endswith("ies") else word[:-2]
    return word if word.endswith(("ss", "analytics")) else word.removesuffix("s")


def takes_null(schema: Mapping[str, Any]) -> bool:
    kinds = schema.get("type")
    branches = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    if "$ref" in schema:
        branches.append(SCHEMAS[schema["$ref"].rsplit("/", 1)[1]])
    return kinds == "null" or (isinstance(kinds, list) and "null" in kinds) or any(map(takes_null, branches))


@every("operation", SENDING, lambda operation: operation["operationId"])
def test_a_call_takes_the_parameters_of_the_facts(operation: Mapping[str, Any]) -> None:
    refs = {p["$ref"].rsplit("/", 1)[1] for p in operation["parameters"] if "$ref" in p}
    schema: dict[str, Any] = {"properties": {}, "required": []}
    for media in operation.get("requestBody", {}).get("content", {}).values():
        body = SCHEMAS[media["schema"]["$ref"].rsplit("/", 1)[1]]
        if "oneOf" in body:  # one parameter is the whole body
            name = singular(operation["operationId"].split(".")[-2])
            body = {"properties": {name: media["schema"]}, "required": [name]}
        schema["properties"] |= body["properties"]
        schema["required"] = list(body.get("required", ()))
    for parameter in operation["parameters"]:
        if parameter.get("in") == "query":
            key = parameter.get("x-python-name", parameter["name"])
            schema["properties"][key] = parameter["schema"]
            schema["required"] += [key] if parameter.get("required") else []
    if "AnthropicWorkerId" in refs:
        schema["properties"]["anthropic_worker_id"] = {"type": "string"}
    if "body" in operation.get("x-stream", {}).get("when", {}):
        del schema["properties"]["stream"]
    options = RequestOptions
    if "AnthropicUserProfileId" in refs:
        options = UserProfileOptions
    elif "AnthropicWorkspaceId" in refs:
        options = WorkspaceOptions
    keywords = {*schema["properties"], *options.__annotations__}

    # Resources of one name have types of one name but for the parent in it; these parameters are in one of them.
    others = {f"{name} is too many" for name in options.__annotations__}
    found = {
        name: {*differences(schema, own(name), optional_takes_none=True)} - others for name in params_of(operation)
    }
    name = min(found, key=lambda name: (len(found[name]), parameters(name).names != keywords))

    assert found[name] == set()
    taken = parameters(name)
    assert set(own(name).__annotations__) == keywords == taken.names
    assert taken.required == set(schema["required"])
    assert taken.nullable == {
        key for key, value in schema["properties"].items() if key not in schema["required"] and takes_null(value)
    }


# ---- names -------------------------------------------------------------------------------------------------


def test_the_types_are_imported_when_they_are_used_and_not_before() -> None:
    script = "import sys, claude_client.types; print([m for m in sys.modules if 'responses' in m or 'params' in m])"

    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "[]"


def test_every_exported_name_is_there() -> None:
    spaces = json.loads((FACTS / "official-names.json").read_text())
    for module in (space.removeprefix("types") for space in spaces):
        package = import_module(f"claude_client.types{module}")
        assert package.__all__
        assert all(getattr(package, name) is not None for name in package.__all__)
        assert set(package.__all__) <= set(dir(package))


@pytest.mark.parametrize(
    ("module", "name", "ours"),
    [
        ("message_param", "MessageParam", "MessageParam"),
        ("model", "Model", "ModelParam"),
        ("message_stream_event", "MessageStreamEvent", "RawMessageStreamEvent"),
        ("message_create_params", "MessageCreateParamsNonStreaming", "MessageCreateParamsNonStreaming"),
        ("tool_param", "InputSchema", "ToolParamInputSchema"),
        ("raw_message_delta_event", "Delta", "RawMessageDeltaEventDelta"),
        ("shared.billing_error", "BillingError", "BillingErrorObject"),
        ("beta", "BetaMessage", "Message"),
        ("beta", "BetaRequestDocumentBlockParam", "DocumentBlockParam"),
        ("beta.beta_message_param", "BetaMessageParam", "MessageParam"),
        ("messages", "MessageBatch", "MessageBatch"),
        ("messages.batch_create_params", "Request", "BatchCreateParamsRequest"),
        ("beta.messages.batch_create_params", "Request", "BatchCreateParamsRequest"),
        ("beta.messages", "BetaMessageBatch", "MessageBatch"),
        ("skills", "VersionCreateParams", "SkillVersionCreateParams"),
        ("organization", "APIKeyListParams", "APIKeyListParams"),
        ("organization.workspaces", "MemberAddParams", "WorkspaceMemberAddParams"),
    ],
)
def test_an_official_name_is_the_same_type(module: str, name: str, ours: str) -> None:
    assert getattr(import_module(f"claude_client.types.{module}"), name) is getattr(types, ours)


def test_an_unknown_name_is_an_error_that_says_so() -> None:
    with pytest.raises(AttributeError, match="Massage"):
        getattr(types, "Massage")  # noqa: B009
    with pytest.raises(ModuleNotFoundError, match="massage_param"):
        import_module("claude_client.types.massage_param")
    with pytest.raises(AttributeError, match="Massage"):
        getattr(import_module("claude_client.types.message_param"), "Massage")  # noqa: B009


# Exceptions are in `claude_client.errors`; the others are made by hand there and no facts.
NOT_TYPES = re.compile(r"(Beta)?([A-Z]+_)+VALUES|.*Error|.*(MemberName|MemberInput|ListResponse)|ThreadSendParams")
HELPERS = re.compile(r"Beta(MemoryTool20250818|ManagedAgentsAgentToolset20260401).*|UserProfileListOrder(By)?")


def test_the_types_of_the_official_package_are_found_where_it_has_them() -> None:
    official = json.loads((FACTS / "official-names.json").read_text())
    missing = [
        f"{space}.{name}"
        for space, names in official.items()
        for name in names.split()
        if not (NOT_TYPES.fullmatch(name) or HELPERS.fullmatch(name))
        and name not in import_module(f"claude_client.{space}").__all__
    ]

    assert len(official) > 40
    assert missing == []


def test_a_hologram_is_no_text(message: Message) -> None:
    assert isinstance(message.content[2], Unknown)
    assert getattr(message.content[2], "type") == "hologram"  # noqa: B009
