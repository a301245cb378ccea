"""Every operation called on both clients, against the sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from both import Both, entered, items
from claude_client import AI_PROMPT, HUMAN_PROMPT, NotFoundError
from claude_client.sandbox import ADMIN_API_KEY, API_KEY, Sandbox

MODEL = "claude-opus-5"
ASK: Any = {"model": MODEL, "max_tokens": 50, "messages": [{"role": "user", "content": "Hello"}]}
SKILL = b"---\nname: greeting\ndescription: How to greet.\n---\nSay hello.\n"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(batch_delay=0.0) as sandbox:
        yield sandbox


@pytest.fixture(params=["sync", "asyncio", "trio"])
def both(request: pytest.FixtureRequest, sandbox: Sandbox) -> Both:
    return Both(request.param, api_key=API_KEY, admin_api_key=ADMIN_API_KEY, base_url=sandbox.url)


def test_messages(both: Both) -> None:
    def body(client: Any) -> Any:
        message = yield client.messages.create(**ASK)
        assert "Hello" in message.content[0].text
        events = yield items(client.messages.create(**ASK, stream=True))
        assert events[-1].type == "message_stop"
        stream = yield entered(client.messages.stream(**ASK))
        assert (yield stream.get_final_message()).content == message.content
        count = yield client.messages.count_tokens(model=MODEL, messages=ASK["messages"])
        assert count.input_tokens == message.usage.input_tokens

    both.run(body)


def test_batches(both: Both) -> None:
    def body(client: Any) -> Any:
        batches = client.messages.batches
        made = yield batches.create(requests=[{"custom_id": f"id-{i}", "params": ASK} for i in range(3)])
        while (yield batches.retrieve(made.id)).processing_status != "ended":
            pass
        results = yield items(batches.results(made.id))
        assert {line.custom_id for line in results} == {"id-0", "id-1", "id-2"}
        assert {line.result.type for line in results} == {"succeeded"}
        assert [batch.id for batch in (yield items(batches.list()))] == [made.id]
        assert (yield batches.delete(made.id)).id == made.id
        other = yield batches.create(requests=[{"custom_id": "a", "params": ASK}])
        assert (yield batches.cancel(other.id)).processing_status in ("canceling", "ended")

    both.run(body)


def test_models_and_completions(both: Both) -> None:
    def body(client: Any) -> Any:
        listed = yield items(client.models.list(limit=5))
        assert MODEL in [model.id for model in listed]
        assert (yield client.models.retrieve(MODEL)).id == MODEL
        ask = {"model": MODEL, "max_tokens_to_sample": 30, "prompt": f"{HUMAN_PROMPT} Hi{AI_PROMPT}"}
        whole = yield client.completions.create(**ask)
        pieces = yield items(client.completions.create(**ask, stream=True))
        assert "".join(piece.completion for piece in pieces) == whole.completion != ""

    both.run(body)


def test_files(both: Both, sandbox: Sandbox, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("hello")

    def body(client: Any) -> Any:
        file = yield client.files.upload(file=source)
        assert (file.filename, file.mime_type, file.size_bytes) == ("a.txt", "text/plain", 5)
        assert (yield client.files.retrieve_metadata(file.id)).id == file.id
        assert file.id in [listed.id for listed in (yield items(client.files.list()))]
        made = sandbox.generate_file("b.txt", b"made here")
        download = yield client.files.download(made)
        written = yield download.write_to_file(tmp_path)
        assert written.read_bytes() == b"made here"
        assert (yield client.files.delete(file.id)).id == file.id
        with pytest.raises(NotFoundError):
            yield client.files.retrieve_metadata(file.id)

    both.run(body)


def test_skills(both: Both) -> None:
    def body(client: Any) -> Any:
        files = [("greeting/SKILL.md", SKILL)]
        skill = yield client.skills.create(files=files)
        assert (yield client.skills.retrieve(skill.id)).id == skill.id
        assert skill.id in [listed.id for listed in (yield items(client.skills.list()))]
        version = yield client.skills.versions.create(skill.id, files=files)
        found = yield client.skills.versions.retrieve(version.id, skill_id=skill.id)
        assert found.id == version.id
        assert len((yield items(client.skills.versions.list(skill.id)))) == 2
        content = yield client.skills.versions.download(version.id, skill_id=skill.id)
        assert (yield content.read()).startswith(b"PK")
        yield client.skills.versions.delete(version.id, skill_id=skill.id)
        assert (yield client.skills.delete(skill.id)).id == skill.id

    both.run(body)


def test_the_organization(both: Both) -> None:
    def body(client: Any) -> Any:
        admin = client.admin
        assert (yield admin.retrieve()).id == (yield admin.organization.retrieve()).id
        invite = yield admin.invites.create(email="new@example.com", role="user")
        assert (yield admin.invites.retrieve(invite.id)).email == "new@example.com"
        assert invite.id in [listed.id for listed in (yield items(admin.invites.list()))]
        assert (yield admin.invites.delete(invite.id)).id == invite.id
        users = yield items(admin.users.list())
        user = next(user for user in users if user.role != "admin")
        assert (yield admin.users.retrieve(user.id)).email == user.email
        assert (yield admin.users.update(user.id, role="developer")).role == "developer"
        workspace = yield admin.workspaces.create(name="Tests")
        assert (yield admin.workspaces.retrieve(workspace.id)).name == "Tests"
        assert (yield admin.workspaces.update(workspace.id, name="More tests")).name == "More tests"
        assert workspace.id in [listed.id for listed in (yield items(admin.workspaces.list()))]
        members = admin.workspaces.members
        yield members.add(workspace.id, user_id=user.id, workspace_role="workspace_user")
        yield members.update(user.id, workspace_id=workspace.id, workspace_role="workspace_developer")
        member = yield members.retrieve(user.id, workspace_id=workspace.id)
        assert member.workspace_role == "workspace_developer"
        assert user.id in [listed.user_id for listed in (yield items(members.list(workspace.id)))]
        yield members.remove(user.id, workspace_id=workspace.id)
        assert (yield admin.workspaces.archive(workspace.id)).archived_at is not None
        assert (yield admin.users.remove(user.id)).id == user.id

    both.run(body)


def test_keys_and_reports(both: Both) -> None:
    def body(client: Any) -> Any:
        message = yield client.messages.create(**ASK)
        keys = yield items(client.admin.api_keys.list())
        key = yield client.admin.api_keys.retrieve(keys[0].id)
        assert (yield client.admin.api_keys.update(key.id, name="Renamed")).name == "Renamed"
        start = datetime.now(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=1)
        buckets = yield items(client.admin.usage_report.retrieve_messages(starting_at=start, group_by=["model"]))
        used = [result for bucket in buckets for result in bucket.results if result.model == MODEL]
        assert sum(result.output_tokens for result in used) == message.usage.output_tokens
        costs = yield items(client.admin.cost_report.retrieve(starting_at=start))
        assert sum(result.amount for bucket in costs for result in bucket.results) > 0
        yield items(client.admin.usage_report.retrieve_claude_code(starting_at=date.today()))

    both.run(body)
