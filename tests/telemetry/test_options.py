"""What turns it on, what turns it off, and that being off costs nothing."""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytest.importorskip("opentelemetry.sdk", reason="opentelemetry-sdk is not installed")

from opentelemetry import propagate
from opentelemetry.propagators.textmap import TextMapPropagator, default_setter

from both import Both
from claude_client import AsyncClient, Client
from claude_client.platforms import Bedrock, Vertex
from claude_client.telemetry._operations import OPERATIONS
from claude_client.telemetry.operations import find_operation
from claude_client.telemetry.options import resolve
from platform_replies import MESSAGE
from server import Server, reply

ROOT = Path(__file__).parents[2]
CREATE: Any = {"model": "claude-opus-5", "max_tokens": 5, "messages": [{"role": "user", "content": "Hi"}]}
OFF = resolve(False)
ON = resolve(True)


def in_force(**options: Any) -> Any:
    made = [kind(api_key="x", **options).open_telemetry for kind in (Client, AsyncClient)]
    assert made[0] == made[1]
    return made[0]


# ---- options ------------------------------------------------------------------------------------------------


def test_it_is_off_unless_it_is_turned_on() -> None:
    assert in_force() == in_force(open_telemetry=False) == in_force(open_telemetry={"traces": False}) == OFF
    assert in_force(open_telemetry=True) == in_force(open_telemetry={}) == in_force(open_telemetry=ON) == ON


@pytest.mark.parametrize(
    ("option", "changed"),
    [
        ({"propagation": False}, {"propagation": False}),
        ({"metrics": False}, {"metrics": False}),
        ({"conversation_id": "c"}, {"conversation_id": "c"}),
        ({"conversation_id": None}, {}),
        ({"traces": True}, {}),
        ({"traces": {"content_mode": "content"}}, {"traces": {**ON["traces"], "content_mode": "content"}}),
        ({"traces": {"max_content_bytes": 9}}, {"traces": {**ON["traces"], "max_content_bytes": 9}}),
        ({"traces": False, "metrics": True}, {"traces": {**ON["traces"], "enabled": False}}),
    ],
)
def test_what_an_option_leaves_out_has_its_default(option: Any, changed: Any) -> None:
    assert in_force(open_telemetry=option) == {**ON, **changed}


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("yes", "invalid open_telemetry='yes': expected True, False or a dict of options"),
        ({"trace": True}, "unknown option 'trace'; expected some of conversation_id, "),
        ({"traces": {"on": True}}, r"invalid open_telemetry\['traces'\]: unknown option 'on'"),
        ({"traces": 1}, r"invalid open_telemetry\['traces'\]=1"),
        ({"traces": {"enabled": 1}}, r"traces\['enabled'\]=1: expected a bool"),
        ({"propagation": "no"}, "propagation='no': expected a bool"),
        ({"metrics": 0}, "metrics=0: expected a bool"),
        ({"conversation_id": 7}, r"\['conversation_id'\]=7: expected a str"),
        ({"traces": {"content_mode": "all"}}, "content_mode='all': expected 'metadata_only' or 'content'"),
        ({"traces": {"max_content_bytes": 0}}, "max_content_bytes=0: expected at least 1"),
        ({"traces": {"max_content_bytes": "9"}}, "max_content_bytes='9': expected an int"),
    ],
)
def test_a_wrong_option_is_named(option: Any, message: str) -> None:
    with pytest.raises((TypeError, ValueError), match=message):
        Client(open_telemetry=option)


@pytest.mark.parametrize("value", ["true", "TRUE", "1", " yes "])
def test_the_variable_turns_it_on(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("ANTHROPIC_OPEN_TELEMETRY", value)

    assert in_force() == ON
    assert in_force(open_telemetry=False) == OFF


@pytest.mark.parametrize("value", ["false", "False", "0", "off", "no", "", " "])
def test_the_variable_leaves_it_off(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("ANTHROPIC_OPEN_TELEMETRY", value)

    assert in_force() == OFF
    assert in_force(open_telemetry=True) == ON


def test_the_other_variables_are_read_where_no_option_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_OPEN_TELEMETRY", "true")
    monkeypatch.setenv("ANTHROPIC_OPEN_TELEMETRY_PROPAGATION", "False")
    monkeypatch.setenv("ANTHROPIC_OPEN_TELEMETRY_TRACES_CONTENT_MODE", "Content")
    monkeypatch.setenv("ANTHROPIC_OPEN_TELEMETRY_TRACES_MAX_CONTENT_BYTES", " 1000 ")

    traces = {"enabled": True, "content_mode": "content", "max_content_bytes": 1000}
    assert in_force() == {**ON, "propagation": False, "traces": traces}
    assert in_force(open_telemetry={}) == ON


@pytest.mark.parametrize(
    ("name", "value"), [("CONTENT_MODE", "everything"), ("MAX_CONTENT_BYTES", "1e6"), ("MAX_CONTENT_BYTES", "0")]
)
def test_a_wrong_variable_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("ANTHROPIC_OPEN_TELEMETRY", "true")
    monkeypatch.setenv(f"ANTHROPIC_OPEN_TELEMETRY_TRACES_{name}", value)

    with pytest.raises(ValueError, match=value):
        Client()


def test_the_drop_in_has_it_on_where_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from claude_client import dropin  # importing it installs it

    dropin.install()
    try:
        assert in_force() == ON
        assert in_force(open_telemetry=False) == OFF
        monkeypatch.setenv("ANTHROPIC_OPEN_TELEMETRY", "false")
        assert in_force() == OFF
        monkeypatch.delenv("ANTHROPIC_OPEN_TELEMETRY")
    finally:
        dropin.uninstall()
    assert in_force() == OFF


class Instrumentor:
    """What `BaseInstrumentor` shows of an instrumentor that is active."""

    is_instrumented_by_opentelemetry = True


@pytest.mark.parametrize("name", ["openinference.instrumentation.anthropic", "opentelemetry.instrumentation.anthropic"])
def test_with_an_instrumentor_on_the_drop_in_messages_get_no_span_of_ours(
    both: Both, server: Server, recorded: Any, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    server.replies(reply(MESSAGE))
    kind = type("AnthropicInstrumentor", (), {"_instance": Instrumentor()})
    monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setattr(sys.modules[name], "AnthropicInstrumentor", kind, raising=False)

    def body(client: Any) -> Any:
        yield client.messages.create(**CREATE)
        yield client.models.with_raw_response.retrieve("m")

    both.run(body, open_telemetry=recorded.option())
    assert len(recorded.spans) == 2  # it traces the official package, and not this one
    from claude_client import dropin  # importing it installs it

    dropin.install()
    try:
        both.run(body, open_telemetry=recorded.option())
    finally:
        dropin.uninstall()
    assert [span.name for span in recorded.spans[2:]] == ["anthropic.models.retrieve"]


def test_copies_and_pickles_of_a_client_go_on_with_it(recorded: Any) -> None:
    client = Client(open_telemetry=recorded.option(conversation_id="c"))

    assert client.with_options(timeout=1).open_telemetry == client.open_telemetry
    assert client.with_options(open_telemetry=False).open_telemetry == OFF
    # A provider belongs to its process.
    assert pickle.loads(pickle.dumps(client)).open_telemetry == {**ON, "conversation_id": "c"}


# ---- off ----------------------------------------------------------------------------------------------------

PROGRAM = """
import os, sys
sys.path[:0] = {path!r}
from benchmarks.walk import Walk
from claude_client import Client
from server import Server, reply

server = Server()
server.replies(reply({message!r}))
for value in (None, "false"):
    if value is not None:
        os.environ["ANTHROPIC_OPEN_TELEMETRY"] = value
    client = Client(api_key="x", base_url=server.url)
    walks = [Walk() for _ in range(6)]
    for walk in walks:
        with walk.record():
            client.messages.create(**{create!r})
    client.close()
    print(min(walk.figures.calls for walk in walks))
print([name for name in sys.modules if name.startswith(("opentelemetry", "claude_client.telemetry"))])
server.close()
"""


def test_off_it_is_neither_imported_nor_called() -> None:
    program = PROGRAM.format(path=[str(ROOT), str(ROOT / "tests")], message=MESSAGE, create=CREATE)

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    unset, off, modules = done.stdout.splitlines()
    assert (off, modules) == (unset, "[]")


def test_without_open_telemetry_the_option_says_what_to_install() -> None:
    program = "import sys; sys.modules['opentelemetry'] = None; from claude_client import Client; Client({})"
    asked, by_variable = (
        subprocess.run(
            [sys.executable, "-c", program.format(argument)], capture_output=True, text=True, env=environment
        )
        for argument, environment in (
            ("open_telemetry=True", dict(os.environ)),
            ("", {**os.environ, "ANTHROPIC_OPEN_TELEMETRY": "true"}),
        )
    )

    assert (
        "ImportError: open_telemetry= needs OpenTelemetry: python -m pip install 'claude-client[otel]'" in asked.stderr
    )
    assert by_variable.returncode == 0
    assert "ANTHROPIC_OPEN_TELEMETRY is set, and OpenTelemetry is not installed" in by_variable.stderr


# ---- metrics ------------------------------------------------------------------------------------------------


def test_the_metrics_of_a_call(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply({**MESSAGE, "usage": {"input_tokens": 1000, "output_tokens": 100}}))

    both.run(lambda client: client.messages.create(**CREATE), open_telemetry=recorded.option())

    found = recorded.metrics
    common = {
        "gen_ai.provider.name": "anthropic",
        "gen_ai.operation.name": "chat",
        "gen_ai.request.model": "claude-opus-5",
        "gen_ai.response.model": "claude-opus-5",
        "server.address": "127.0.0.1",
        "server.port": int(server.url.rpartition(":")[2]),
    }
    [duration] = found["gen_ai.client.operation.duration"]
    assert (dict(duration.attributes), duration.count) == (common, 1)
    assert duration.explicit_bounds[:3] == (0.01, 0.02, 0.04)
    tokens = {point.attributes["gen_ai.token.type"]: point for point in found["gen_ai.client.token.usage"]}
    assert {kind: point.sum for kind, point in tokens.items()} == {"input": 1000, "output": 100}
    assert tokens["input"].explicit_bounds[-1] == 67_108_864
    [cost] = found["anthropic.client.cost"]
    assert cost.value == pytest.approx((1000 * 5 + 100 * 25) / 1e6)
    assert {*found} == {"gen_ai.client.operation.duration", "gen_ai.client.token.usage", "anthropic.client.cost"}


def test_a_model_without_a_price_has_no_cost(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply({**MESSAGE, "model": "unheard-of"}))

    both.run(lambda client: client.messages.create(**CREATE), open_telemetry=recorded.option())

    assert "anthropic.client.cost" not in recorded.metrics
    assert "gen_ai.client.token.usage" in recorded.metrics


def test_metrics_without_spans_and_spans_without_metrics(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply(MESSAGE))

    def body(client: Any) -> Any:
        yield client.with_options(open_telemetry=recorded.option(metrics=False)).messages.create(**CREATE)
        assert (len(recorded.spans), recorded.metrics) == (1, {})
        yield client.with_options(open_telemetry=recorded.option(traces=False, metrics=True)).messages.create(**CREATE)
        assert len(recorded.spans) == 1
        assert "gen_ai.client.operation.duration" in recorded.metrics

    both.run(body)


def test_a_call_that_makes_no_message_has_no_metrics_of_models(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply({}))

    both.run(lambda client: client.models.with_raw_response.retrieve("m"), open_telemetry=recorded.option())

    assert recorded.metrics == {}


# ---- platforms ----------------------------------------------------------------------------------------------


class Propagator(TextMapPropagator):
    """One whose header botocore signs. Those of the W3C it leaves out, as what is on the way may change them."""

    def inject(self, carrier: Any, context: Any = None, setter: Any = default_setter) -> None:
        setter.set(carrier, "x-trace", "1")

    def extract(self, carrier: Any, context: Any = None, getter: Any = None) -> Any:
        return context

    fields: Any = frozenset({"x-trace"})


def test_the_trace_is_there_when_a_request_is_signed(both: Both, server: Server, recorded: Any) -> None:
    pytest.importorskip("botocore")
    server.replies(reply(MESSAGE))
    before = propagate.get_global_textmap()
    propagate.set_global_textmap(Propagator())
    platform = Bedrock(region="us-east-1", access_key="AKID", secret_key="SECRET")

    try:
        Both(both.kind, platform=platform, base_url=server.url).run(
            lambda client: client.messages.create(**CREATE), open_telemetry=recorded.option()
        )
    finally:
        propagate.set_global_textmap(before)

    sent = server.received[0].headers
    assert "x-trace" in sent["authorization"].partition("SignedHeaders=")[2].partition(",")[0].split(";")
    assert recorded.attributes["gen_ai.provider.name"] == "aws.bedrock"
    # As it was asked for, though Bedrock has the model in its path.
    assert recorded.attributes["http.route"] == "/v1/messages"


def test_a_platform_is_named_as_the_conventions_name_it() -> None:
    assert Vertex(region="global", project_id="p", access_token="t").gen_ai_provider == "gcp.vertex_ai"


# ---- operations ---------------------------------------------------------------------------------------------


def test_every_operation_is_found_by_its_path() -> None:
    assert len(OPERATIONS) > 280
    for place, name in OPERATIONS.items():
        method, _, route = place.partition(" ")
        segments = ["id-1" if segment.startswith("{") else segment for segment in route.split("/")]

        assert find_operation(method, "/".join(segments))[:2] == (name, route)


def test_an_unknown_path_is_named_by_its_verb_alone() -> None:
    assert find_operation("PUT", "/v1/later/id-1/things") == ("put", "", None)


def test_what_goes_wrong_is_logged_for_whoever_looks(
    server: Server, recorded: Any, caplog: pytest.LogCaptureFixture
) -> None:
    server.replies(reply(MESSAGE))
    caplog.set_level(logging.DEBUG, "claude_client")
    provider = type("Failing", (), {"get_tracer": lambda self, *_, **__: self, "start_span": None})()

    with Client(api_key="x", base_url=server.url, open_telemetry=recorded.option(tracer_provider=provider)) as client:
        client.messages.create(**CREATE)

    assert "could not record a call for OpenTelemetry" in caplog.messages
