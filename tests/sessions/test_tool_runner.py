"""`sessions.events.tool_runner()` on both clients, against the sandbox's sessions."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest

from both import Both, items
from claude_client import AsyncClient, Client, Tool, ToolContext, tool
from claude_client.sandbox import Sandbox
from claude_client.tools import RunnableToolset
from harbour import QUESTION, get_tide, kinds

RESULTS = ("user.tool_result", "user.custom_tool_result")
TOOLSET = {"type": "agent_toolset_20260401", "default_config": {"permission_policy": {"type": "always_ask"}}}


@tool(name="bash")
def run_command(command: str) -> str:
    """Run a command in a shell."""
    return f"ran {command}"


def run(both: Both, session_id: str, **options: Any) -> list[Any]:
    given = {"tools": [get_tide], "max_idle": 0.2, **options}

    def body(client: Any) -> Any:
        return (yield items(client.beta.sessions.events.tool_runner(session_id, **given)))

    return both.run(body)  # type: ignore[no-any-return]


def test_a_call_is_run_and_the_agent_goes_on(both: Both, api: Any, make_session: Callable[..., Any]) -> None:
    session = make_session()

    (call,) = run(both, session.id)

    assert (call.name, call.event.input, call.posted, call.is_error) == ("get_tide", {"harbour": "Galway"}, True, False)
    assert call.result["content"] == [{"type": "text", "text": "Galway: 18:42"}]
    events = list(api.sessions.events.list(session.id))
    assert kinds(events)[-4:] == [
        "user.custom_tool_result",
        "session.status_running",
        "agent.message",
        "session.status_idle",
    ]
    assert events[-1].stop_reason.type == "end_turn"
    assert events[-4].custom_tool_use_id == call.tool_use_id == call.event.id


def test_a_session_that_is_told_something_meanwhile_goes_on(
    both: Both, api: Any, make_session: Callable[..., Any]
) -> None:
    session = make_session()
    told: list[int] = []

    @tool(name="get_tide")
    def tide(harbour: str) -> str:
        """Tide of a harbour."""
        told.append(1)
        return "18:42"

    def ask_again() -> None:
        api.sessions.events.send(session.id, events=[QUESTION])

    timer = threading.Timer(0.3, ask_again)
    timer.start()
    calls = run(both, session.id, tools=[tide], max_idle=0.8)
    timer.join()

    assert len(calls) == len(told) == 2


def test_a_failing_tool_tells_the_agent(both: Both, make_session: Callable[..., Any]) -> None:
    session = make_session()

    @tool(name="get_tide")
    def tide(harbour: str) -> str:
        """Tide of a harbour."""
        raise LookupError(f"no harbour {harbour}")

    (call,) = run(both, session.id, tools=[tide])

    assert call.is_error
    assert call.posted
    assert "no harbour Galway" in call.result["content"][0]["text"]


def test_a_tool_that_takes_too_long_tells_the_agent(both: Both, make_session: Callable[..., Any]) -> None:
    session, released = make_session(), threading.Event()

    @tool(name="get_tide")
    def tide(harbour: str) -> str:
        """Tide of a harbour."""
        released.wait(10)
        return "late"

    try:
        (call,) = run(both, session.id, tools=[tide], tool_timeout=0.1)
    finally:
        released.set()

    assert call.is_error
    assert "within 0.1 seconds" in call.result["content"][0]["text"]


def test_the_program_is_asked_before_a_call(both: Both, make_session: Callable[..., Any]) -> None:
    asked: list[Any] = []

    def approve(call: Any) -> bool:
        asked.append((call.name, call.input))
        return False

    (call,) = run(both, make_session().id, approve=approve)

    assert asked == [("get_tide", {"harbour": "Galway"})]
    assert call.is_error
    assert "did not approve" in call.result["content"][0]["text"]


def test_a_tool_of_another_program_is_left_to_it(both: Both, api: Any, make_session: Callable[..., Any]) -> None:
    session = make_session()

    (call,) = first_of(both, session.id)

    assert (call.name, call.result, call.posted, call.is_error) == ("get_tide", None, False, False)
    assert not any(event.type in RESULTS for event in api.sessions.events.list(session.id))


def first_of(both: Both, session_id: str) -> list[Any]:
    """The first call of a run that does not end by itself, as somebody else's call keeps the session open."""

    async def take_async(client: AsyncClient) -> Any:
        async with client.beta.sessions.events.tool_runner(session_id, tools=[run_command]) as runner:
            return [await anext(aiter(runner))]

    def take(client: Client) -> Any:
        with client.beta.sessions.events.tool_runner(session_id, tools=[run_command]) as runner:
            return [next(runner)]

    return both.run(take_async if both.is_async else take)  # type: ignore[no-any-return]


@pytest.mark.parametrize("verdict", ["allow", "deny"])
def test_a_call_that_needs_a_confirmation_waits_for_it(
    both: Both, api: Any, make_session: Callable[..., Any], verdict: str
) -> None:
    session = make_session(tools=[TOOLSET], asked=False)
    message = {"type": "user.message", "content": [{"type": "text", "text": "Run the command ls in bash"}]}
    api.sessions.events.send(session.id, events=[message])
    asked = next(e for e in api.sessions.events.list(session.id) if e.type == "agent.tool_use")
    assert asked.evaluated_permission == "ask"
    confirmation = {"type": "user.tool_confirmation", "tool_use_id": asked.id, "result": verdict}
    timer = threading.Timer(0.2, lambda: api.sessions.events.send(session.id, events=[confirmation]))
    timer.start()

    (call,) = [each for each in run(both, session.id, tools=[run_command]) if each.tool_use_id == asked.id]
    timer.join()

    assert call.confirmation == verdict
    assert call.posted == (verdict == "allow")
    assert (call.result is not None) == (verdict == "allow")


def test_a_call_that_was_answered_before_is_not_run(both: Both, api: Any, make_session: Callable[..., Any]) -> None:
    session = make_session()
    asked = next(e for e in api.sessions.events.list(session.id) if e.type == "agent.custom_tool_use")
    answer = {
        "type": "user.custom_tool_result",
        "custom_tool_use_id": asked.id,
        "content": [{"type": "text", "text": "x"}],
    }
    api.sessions.events.send(session.id, events=[answer])

    assert run(both, session.id) == []


def test_it_ends_when_the_session_is_archived(both: Both, api: Any, make_session: Callable[..., Any]) -> None:
    session = make_session()
    timer = threading.Timer(0.3, lambda: api.sessions.archive(session.id))
    timer.start()

    (call,) = run(both, session.id, max_idle=None)
    timer.join()

    assert call.posted


@pytest.mark.parametrize("status", [500, 529, 429])
def test_a_result_is_sent_again_when_that_fails(
    both: Both, api: Any, sandbox: Sandbox, make_session: Callable[..., Any], status: int
) -> None:
    session = make_session()
    ran: list[str] = []

    @tool(name="get_tide")
    def tide(harbour: str) -> str:
        """Tide of a harbour."""
        ran.append(harbour)
        sandbox.fail(status, times=3, retry_after=0.01)
        return "18:42"

    (call,) = run(both, session.id, tools=[tide], max_idle=0.5)

    assert ran == ["Galway"]
    assert call.posted
    assert sum(event.type in RESULTS for event in api.sessions.events.list(session.id)) == 1


def test_the_key_of_the_environment_goes_in_place_of_the_client_s(
    both: Both, sandbox: Sandbox, make_session: Callable[..., Any]
) -> None:
    session = make_session()

    run(both, session.id, environment_key="env-key-of-ours")

    names = [{"authorization", "x-api-key"} & {*each.headers} for each in sandbox.requests if "/events" in each.path]
    assert names
    assert all(each == {"authorization"} for each in names)


def test_tools_that_need_what_is_not_there_are_refused_at_once(
    make_session: Callable[..., Any], sandbox: Sandbox
) -> None:
    @tool
    def with_context(context: ToolContext[int]) -> str:
        """Needs a context."""
        return "x"

    with Client(base_url=sandbox.url, api_key="x") as client:
        with pytest.raises(TypeError, match="with_context needs a context"):
            client.beta.sessions.events.tool_runner("sesn_1", tools=[with_context])
        with pytest.raises(TypeError, match="has no function to run"):
            client.beta.sessions.events.tool_runner("sesn_1", tools=[{"type": "bash_20250124", "name": "bash"}])  # type: ignore[list-item]
        with pytest.raises(TypeError, match="Pages is a toolset"):
            client.beta.sessions.events.tool_runner("sesn_1", tools=[Pages()])
        with pytest.raises(TypeError, match="event loop"):
            client.beta.sessions.events.tool_runner("sesn_1", tools=[OnlyAsync()])


class Pages(RunnableToolset):
    toolset_name = "browser"

    def to_dict(self) -> Any:
        return {"type": "browser_toolset_20260801"}

    def call(self, context: object, name: str, input: object) -> Any:
        return "never"


class OnlyAsync(Tool):
    """A tool that `Client` cannot enter."""

    name = "only_async"

    async def __aenter__(self) -> None: ...

    async def __aexit__(self, *exception: object) -> None: ...


def test_tools_are_entered_before_their_first_call_and_left_at_the_end(
    both: Both, make_session: Callable[..., Any]
) -> None:
    log: list[str] = []

    class Tide(Tool):
        name = "get_tide"

        def to_param(self) -> Any:
            return get_tide.to_param()

        def call(self, input: Any, context: object = None) -> Any:
            log.append("called")
            return "18:42"

        def __enter__(self) -> Any:
            log.append("entered")
            return self

        def __exit__(self, *exception: object) -> None:
            log.append("left")

    run(both, make_session().id, tools=[Tide()])

    assert log == ["entered", "called", "left"]
