"""Every operation takes what the official Python package takes: the same names, in the same way, required or not."""

from __future__ import annotations

import inspect
import json
import subprocess
from collections.abc import Mapping
from typing import Any

import pytest

from claude_client import Client
from claude_client.types.request_options import UserProfileOptions

from .test_official_clients import FACTS, HERE, NOT_IN_THE_OFFICIAL_PACKAGES, PYTHON

OPERATIONS = {
    operation["operationId"]: f"{verb.upper()} {path}"
    for path, verbs in FACTS.items()
    for verb, operation in verbs.items()
}
MORE = {
    "files.download": {"progress"},
    "files.upload": {"progress"},
    "messages.batches.results": {"progress", "output_format"},
    "messages.count_tokens": {"output_format"},
    "messages.create": {"include_pings", "temperature", "top_k", "top_p"},
    "skills.create": {"path", "progress"},
    "skills.versions.create": {"path", "progress"},
    "skills.versions.download": {"progress"},
    "user_profiles.list": {"enforcement_status"},
}
"""What our methods take beside the operation's own parameters, or keep though newer official packages lack it."""
NOT_REQUIRED = {("skills.create", "files"), ("skills.versions.create", "files")}
"""Where another parameter of ours may stand in the place of a required one."""


def ours(root: Any, operation: str) -> dict[str, tuple[str, bool]]:
    for name in operation.split("."):
        root = getattr(root, name)
    found = inspect.signature(root).parameters.values()
    return {each.name: (each.kind.name, each.default is each.empty) for each in found}


def differences(
    operation: str, theirs: Mapping[str, list[Any]], own: Mapping[str, tuple[str, bool]], beta: set[str]
) -> list[str]:
    found = [f"no {name}" for name in theirs if name not in own]
    positional = [[n for n, (kind, _) in each.items() if "POSITIONAL" in kind] for each in (theirs, own)]
    if positional[0] != positional[1]:
        found.append(f"by position {positional[1]}, not {positional[0]}")
    found += [
        f"{name} is {'' if own[name][1] else 'not '}required"
        for name in theirs
        if name in own and own[name][1] != theirs[name][1] and (operation, name) not in NOT_REQUIRED
    ]
    known = {*theirs, *beta, *UserProfileOptions.__annotations__, *MORE.get(operation, ())}
    return [f"{operation}: {each}" for each in [*found, *(f"{name} is too many" for name in own if name not in known)]]


@pytest.mark.skipif(not PYTHON.exists(), reason="scripts/test installs the official package; this run did without")
def test_every_operation_takes_what_the_official_package_takes() -> None:
    ran = subprocess.run(
        [PYTHON, HERE / "signatures.py"], input=json.dumps([*OPERATIONS]), capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    official: dict[str, dict[str, dict[str, list[Any]]]] = json.loads(ran.stdout)

    with Client(api_key="key", admin_api_key="key") as client:
        found: list[str] = []
        for operation, variants in official.items():
            # Beta parameters are taken by both of ours, which are one.
            beta = set(variants.get("beta", ()))
            for variant, theirs in variants.items():
                root = client.beta if variant == "beta" else client
                found += differences(operation, theirs, ours(root, operation), beta)

    assert found == []
    assert {OPERATIONS[each] for each, variants in official.items() if not variants} == NOT_IN_THE_OFFICIAL_PACKAGES
