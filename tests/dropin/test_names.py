"""Every public module and name of the official package has a counterpart, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import claude_client
from every import every

NAMES = Path(__file__).with_name("official_names.txt")

INPUTS = "the input of a tool of an agent, which reads it itself: claude_client.tools.agent"
WORKERS = "of workers their classes are there; how they are set up is found in claude_client.sessions"
MEMBERS = "the members of toolsets are written where they are taken"
PLATFORM = "a part of a client for a platform, which is a value here: platform="
ABSENT = {
    ".lib.environments": WORKERS,
    ".lib.sessions.AccumulatedEvent": "an event as it is folded is an event",
    ".lib.threads.ThreadParams": "thread.params is a dict",
    ".types.beta.thread_send_params": "a turn of a thread takes what messages.create() takes",
    ".types.beta.ThreadSendParams": "a turn of a thread takes what messages.create() takes",
    ".types.beta.environments.beta_self_hosted_work_list_response": "a page is a page of its items",
    ".types.beta.environments.BetaSelfHostedWorkListResponse": "a page is a page of its items",
    ".types.beta.parsed_beta_message": "a module of several types; they are in types.beta",
    ".resources.messages.DEPRECATED_MODELS": "warnings come from a table that is no parameter",
    ".lib.credentials.exchange_federation_assertion": "done by WorkloadIdentityCredentials",
    ".lib.foundry.MutuallyExclusiveAuthError": "a ValueError",
}
"""Modules and names without a counterpart, and why."""
ABSENT_BY_WORDS = {
    "Foundry": PLATFORM,
    "AgentToolset20260401": INPUTS,
    "agent_toolset20260401_": INPUTS,
    "_member_": MEMBERS,
    "BrowserMember": MEMBERS,
    "ComputerMember": MEMBERS,
    "_MEMBER_NAME_VALUES": MEMBERS,
}
"""The same for what has these in its name."""


def official() -> Iterator[tuple[str, list[str]]]:
    """The modules of the official package, and what is in each."""
    for line in NAMES.read_text().splitlines()[1:]:
        module, _, names = line.partition(": ")
        yield module.removeprefix("anthropic").rstrip(":"), names.split()


def absent(name: str) -> bool:
    return name in ABSENT or name.strip(".") in ABSENT or any(part in name for part in ABSENT_BY_WORDS)


def test_every_public_module_has_a_counterpart(anthropic: object) -> None:
    modules = [name for name, _ in official() if not name.endswith("*")]
    modules += [f"{name[:-1]}{each}" for name, inner in official() if name.endswith("*") for each in inner]
    missing: list[str] = []
    for module in modules:
        try:
            import_module(f"anthropic{module}")
        except ImportError:
            missing.append(module)

    assert [module for module in missing if not absent(module)] == []
    assert len(modules) > 3000


@every("module", [name for name, _ in official() if not name.endswith("*") and name not in ABSENT])
def test_every_public_name_of_a_module_has_a_counterpart(anthropic: object, module: str) -> None:
    found = import_module(f"anthropic{module}")

    missing = [name for name in dict(official())[module] if not hasattr(found, name)]

    assert [name for name in missing if not absent(f"{module}.{name}")] == []


@pytest.mark.parametrize("module", ["", ".types", ".types.beta", ".resources", ".pagination", ".lib.streaming"])
def test_a_module_lists_what_it_has(anthropic: object, module: str) -> None:
    found = import_module(f"anthropic{module}")

    assert {name for name in dict(official())[module] if hasattr(found, name)} - {*dir(found)} <= {
        name for name in dict(official())[module] if name.startswith(("Response", "BetaResponse")) or "Error" in name
    } | {"UserProfileListOrder", "UserProfileListOrderBy"}
    assert [name for name in found.__all__ if not hasattr(found, name)] == []


def test_what_changes_its_import_finds_the_same_names_in_this_package() -> None:
    top = dict(official())[""]

    assert [name for name in top if not hasattr(claude_client, name) and not absent(f".{name}")] == []
