"""The Skills API, on both clients, against a server on loopback that keeps what came."""

from __future__ import annotations

import io
import os
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from both import Both, items
from claude_client import errors
from claude_client.types import DeletedSkill, DeletedSkillVersion, Skill, SkillVersion
from server import Server, error, reply

SKILL_MD = b"---\nname: my-skill\ndescription: Does this and that\n---\n"


def skill(id_: str = "skill_1") -> dict[str, Any]:
    moment = "2026-01-02T03:04:05Z"
    return {
        "type": "skill",
        "id": id_,
        "created_at": moment,
        "updated_at": moment,
        "display_name": "My skill",
        "latest_version_id": "skillver_1",
        "source": {"type": "custom"},
    }


def version(id_: str = "skillver_1") -> dict[str, Any]:
    return {
        "type": "skill_version",
        "id": id_,
        "skill_id": "skill_1",
        "created_at": "2026-01-02T03:04:05Z",
        "name": "my-skill",
        "description": "Does this and that",
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "my-skill"
    (path / "scripts").mkdir(parents=True)
    (path / "SKILL.md").write_bytes(SKILL_MD)
    (path / "scripts" / "run.py").write_bytes(b"print()")
    return path


def names(body: bytes) -> list[bytes]:
    return [line.partition(b'name="')[2].rstrip(b'"') for line in body.split(b"\r\n") if b"Content-Disposition" in line]


def test_a_skill_is_made_of_a_folder(both: Both, server: Server, folder: Path) -> None:
    server.replies(reply(skill()))

    made = both.run(lambda client: client.skills.create(path=folder, display_name="My skill", workspace_id="wrkspc_1"))

    assert isinstance(made, Skill)
    assert (made.latest_version_id, made.source.type) == ("skillver_1", "custom")
    (request,) = server.received
    assert (request.method, request.target) == ("POST", "/v1/skills")
    assert request.headers["anthropic-workspace-id"] == "wrkspc_1"
    assert "anthropic-beta" not in request.headers
    assert names(request.body) == [
        b"display_name",
        b'files[]"; filename="my-skill/SKILL.md',
        b'files[]"; filename="my-skill/scripts/run.py',
    ]


def test_a_skill_is_made_of_a_zip_and_sent_again_after_a_failure(both: Both, server: Server, folder: Path) -> None:
    server.replies(error(529, "overloaded_error", retry_after="0.001"), reply(version()))
    with zipfile.ZipFile(folder.parent / "any.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("SKILL.md", "scripts/run.py"):
            archive.write(folder / name, f"my-skill/{name}")

    made = both.run(lambda client: client.skills.versions.create("skill_1", path=str(folder.parent / "any.zip")))

    assert isinstance(made, SkillVersion)
    first, second = server.received
    assert (second.method, second.target) == ("POST", "/v1/skills/skill_1/versions")
    assert first.body == second.body
    assert SKILL_MD in first.body
    assert b'filename="my-skill/scripts/run.py"\r\nContent-Type: text/x-python\r\n\r\nprint()\r\n' in first.body


def test_a_skill_is_made_of_files_as_the_official_package_takes_them(both: Both, server: Server, folder: Path) -> None:
    server.replies(reply(skill()))
    files = [
        ("my-skill/SKILL.md", SKILL_MD),
        ("my-skill/b.py", io.BytesIO(b"b"), "text/x-mine"),
        ("c", folder / "SKILL.md"),
    ]

    both.run(lambda client: client.skills.create(files=files))
    both.run(lambda client: client.skills.create(files=[("skill.zip", b"PK\x03\x04...")]))

    assert [name.rpartition(b'"')[2] for name in names(server.received[0].body)] == [
        b"my-skill/SKILL.md",
        b"my-skill/b.py",
        b"c",
    ]
    assert b"Content-Type: application/zip\r\n" in server.received[1].body


def test_the_fields_of_the_older_shape_can_be_sent(both: Both, server: Server, folder: Path) -> None:
    server.replies(
        reply({"type": "skill", "id": "skill_1", "display_title": "Mine", "latest_version": "1759178010641129"})
    )

    made = both.run(
        lambda client: client.skills.create(
            path=folder, betas=["skills-2025-10-02"], extra_body={"display_title": "Mine"}
        )
    )

    assert (made.display_title, made.latest_version) == ("Mine", "1759178010641129")
    assert server.received[0].headers["anthropic-beta"] == "skills-2025-10-02"
    assert b'name="display_title"\r\n\r\nMine\r\n' in server.received[0].body


def test_what_is_no_skill_is_refused_before_anything_is_sent(both: Both, server: Server, folder: Path) -> None:
    (folder / "SKILL.md").write_text("# no front matter")
    (folder / "link").symlink_to("/etc/passwd")

    for call in (lambda c: c.skills.create(path=folder), lambda c: c.skills.versions.create("skill_1", path=folder)):
        with pytest.raises(ValueError, match=r"(?s)'link' is a link.*SKILL\.md does not begin with front matter"):
            both.run(call)

    assert server.received == []


def link(target: str) -> tuple[zipfile.ZipInfo, bytes]:
    entry = zipfile.ZipInfo("s/link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry, target.encode()


def bomb(archive: zipfile.ZipFile) -> None:
    with archive.open("s/bomb", "w", force_zip64=True) as file:
        for _ in range(40):
            file.write(bytes(1024 * 1024))


HOSTILE_ZIPS: dict[str, tuple[Callable[[zipfile.ZipFile], object], type[Exception], str]] = {
    "an absolute path": (lambda z: z.writestr("/etc/passwd", ""), ValueError, "'/etc/passwd'"),
    "a path upwards": (lambda z: z.writestr("s/../../evil", ""), ValueError, r"'s/\.\./\.\./evil'"),
    "a path of Windows": (lambda z: z.writestr("s\\..\\evil", ""), ValueError, "evil"),
    "a link": (lambda z: z.writestr(*link("/etc/passwd")), ValueError, "'s/link' is a link"),
    "a link to a folder": (lambda z: z.writestr(*link("/")), ValueError, "'s/link' is a link"),
    "a bomb": (bomb, errors.RequestTooLargeError, r"41,9\d\d,\d\d\d"),
}


@pytest.mark.parametrize("fault", HOSTILE_ZIPS)
def test_a_hostile_zip_is_refused_before_anything_is_sent_or_unpacked(
    both: Both, server: Server, tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil, error, message = HOSTILE_ZIPS[fault]
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    with zipfile.ZipFile(tmp_path / "s.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("s/SKILL.md", SKILL_MD)
        spoil(archive)

    for call in (
        lambda c: c.skills.create(path=tmp_path / "s.zip"),
        lambda c: c.skills.versions.create("skill_1", path=tmp_path / "s.zip"),
    ):
        tracemalloc.start()
        try:
            with pytest.raises(error, match=message):
                both.run(call)
            assert tracemalloc.get_traced_memory()[1] < 8 * 1024 * 1024
        finally:
            tracemalloc.stop()

    assert server.received == []
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["here", "s.zip"]


def test_a_zip_whose_entry_holds_more_than_it_claims_is_not_sent_whole(
    both: Both, server: Server, tmp_path: Path
) -> None:
    path = tmp_path / "s.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("s/SKILL.md", SKILL_MD)
        archive.writestr("s/liar.txt", bytes(8 * 1024 * 1024))
    raw = bytearray(path.read_bytes())
    entry = raw.rindex(b"PK\x01\x02")
    raw[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(raw)
    server.replies(reply(skill()))

    with pytest.raises(errors.UploadSourceError, match="liar"):
        both.run(lambda client: client.skills.create(path=path))

    assert server.received == []


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({}, TypeError, r"either path= .* or files="),
        ({"path": ".", "files": []}, TypeError, r"either path= .* or files="),
        ({"files": "folder"}, TypeError, "path="),
        ({"files": Path("folder")}, TypeError, "path="),
        ({"path": "/no/such/folder"}, FileNotFoundError, "/no/such/folder"),
    ],
)
def test_wrong_arguments_say_what_to_give(
    both: Both, arguments: dict[str, Any], error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        both.run(lambda client: client.skills.create(**arguments))


def test_a_file_without_a_name_is_sent_without_one(both: Both, server: Server) -> None:
    server.replies(error(400, "invalid_request_error"))

    with pytest.raises(errors.BadRequestError):
        both.run(lambda client: client.skills.create(files=[b"content", ("s/SKILL.md", SKILL_MD)]))

    dispositions = [line for line in server.received[0].body.split(b"\r\n") if b"Content-Disposition" in line]
    assert dispositions == [
        b'Content-Disposition: form-data; name="files[]"',
        b'Content-Disposition: form-data; name="files[]"; filename="s/SKILL.md"',
    ]


def test_a_skill_over_the_limit_is_refused_by_its_size_on_disk(both: Both, server: Server, folder: Path) -> None:
    (folder / "large.bin").touch()
    os.truncate(folder / "large.bin", 30 * 1024 * 1024)
    server.keeps_bodies = False
    server.replies(reply(skill()))

    with pytest.raises(errors.RequestTooLargeError, match=r"31,457,280.*POST /v1/skills.*leave out"):
        both.run(lambda client: client.skills.create(path=folder))
    assert server.received == []

    both.run(lambda client: client.skills.create(path=folder), size_limits={"skills": 32 * 1024 * 1024})
    assert server.received[0].size > 30 * 1024 * 1024


def test_skills_and_versions_are_listed_over_all_pages(both: Both, server: Server) -> None:
    def body(client: Any) -> Any:
        server.replies(
            reply({"data": [skill("a")], "next_page": "p2"}), reply({"data": [skill("b")], "next_page": None})
        )
        found = [item.id for item in (yield items(client.skills.list(source="custom")))]
        server.replies(reply({"data": [version("v1")], "next_page": "p2"}), reply({"data": [], "next_page": None}))
        return found, [item.id for item in (yield items(client.skills.versions.list("skill_1", limit=1)))]

    assert both.run(body) == (["a", "b"], ["v1"])
    assert [request.target for request in server.received] == [
        "/v1/skills?source=custom",
        "/v1/skills?source=custom&page=p2",
        "/v1/skills/skill_1/versions?limit=1",
        "/v1/skills/skill_1/versions?limit=1&page=p2",
    ]


def test_one_skill_and_one_version_are_found_and_deleted(both: Both, server: Server) -> None:
    gone = {"id": "x", "type": "skill_deleted"}
    server.replies(reply(skill()), reply(gone), reply(version()), reply({**gone, "type": "skill_version_deleted"}))

    def body(client: Any) -> Any:
        return [
            type((yield client.skills.retrieve("skill_1"))),
            type((yield client.skills.delete("skill_1"))),
            type((yield client.skills.versions.retrieve("latest", skill_id="skill_1"))),
            type((yield client.skills.versions.delete("skillver_1", skill_id="skill_1"))),
        ]

    assert both.run(body) == [Skill, DeletedSkill, SkillVersion, DeletedSkillVersion]
    assert [(request.method, request.target) for request in server.received] == [
        ("GET", "/v1/skills/skill_1"),
        ("DELETE", "/v1/skills/skill_1"),
        ("GET", "/v1/skills/skill_1/versions/latest"),
        ("DELETE", "/v1/skills/skill_1/versions/skillver_1"),
    ]


def test_a_version_is_downloaded_as_a_zip(both: Both, server: Server, tmp_path: Path) -> None:
    server.replies(reply(b"PK"))

    def body(client: Any) -> Any:
        download = yield client.skills.versions.download("latest", skill_id="skill_1")
        return (yield download.write_to_file(tmp_path))

    path = both.run(body)

    assert (path.name, path.read_bytes()) == ("skill_1-latest.zip", b"PK")
    assert server.received[0].target == "/v1/skills/skill_1/versions/latest/content"
    assert server.received[0].headers["accept"] == "application/binary"


def test_an_id_that_would_change_the_path_is_refused(both: Both, server: Server) -> None:
    with pytest.raises(ValueError, match="skill_id="):
        both.run(lambda client: client.skills.retrieve(".."))
    with pytest.raises(ValueError, match="version="):
        both.run(lambda client: client.skills.versions.retrieve("", skill_id="skill_1"))


def test_the_views_reach_the_versions(both: Both, server: Server) -> None:
    server.replies(reply(version(), request_id="req_1"))

    def body(client: Any) -> Any:
        response = yield client.skills.with_raw_response.versions.retrieve("v", skill_id="s")
        other = yield client.skills.versions.with_raw_response.retrieve("v", skill_id="s")
        assert response.request_id == other.request_id == "req_1"
        return (yield response.parse()).id

    assert both.run(body) == "skillver_1"
