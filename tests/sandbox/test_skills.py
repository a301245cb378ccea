"""`/v1/skills` over real HTTP."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import httpx
import pytest

from .asking import refusal

OLDER = {"anthropic-beta": "skills-2025-10-02"}
SKILL_MD = b"---\nname: greeting\ndescription: Greets people.\n---\n# How\nSay hello.\n"


def parts(files: dict[str, bytes] | None = None) -> list[tuple[str, tuple[str, bytes]]]:
    chosen = files or {"greeting/SKILL.md": SKILL_MD, "greeting/scripts/hi.py": b"print('hi')"}
    return [("files[]", (path, content)) for path, content in chosen.items()]


def create(api: httpx.Client, **fields: Any) -> Any:
    response = api.post("/v1/skills", files=parts(), **fields)
    assert response.status_code == 200, response.text
    return response.json()


def test_a_skill_is_created_with_its_first_version(api: httpx.Client) -> None:
    skill = create(api, data={"display_name": "Greeting"})
    version = api.get(f"/v1/skills/{skill['id']}/versions/latest").json()

    assert skill["display_name"] == "Greeting"
    assert skill["source"] == {"type": "custom"}
    assert version["id"] == skill["latest_version_id"]
    assert (version["name"], version["description"]) == ("greeting", "Greets people.")
    assert api.get(f"/v1/skills/{skill['id']}").json() == skill


def test_a_version_is_downloaded_as_it_was_uploaded(api: httpx.Client) -> None:
    skill = create(api)

    response = api.get(f"/v1/skills/{skill['id']}/versions/{skill['latest_version_id']}/content")

    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert archive.read("greeting/SKILL.md") == SKILL_MD
        assert archive.read("greeting/scripts/hi.py") == b"print('hi')"


def test_a_new_version_is_the_latest_until_it_is_deleted(api: httpx.Client) -> None:
    skill = create(api)
    first = skill["latest_version_id"]

    second = api.post(f"/v1/skills/{skill['id']}/versions", files=parts()).json()["id"]
    listed = api.get(f"/v1/skills/{skill['id']}/versions").json()["data"]

    assert [version["id"] for version in listed] == [second, first]
    assert api.get(f"/v1/skills/{skill['id']}").json()["latest_version_id"] == second
    deleted = api.delete(f"/v1/skills/{skill['id']}/versions/{second}").json()
    assert deleted == {"id": second, "type": "skill_version_deleted"}
    assert api.get(f"/v1/skills/{skill['id']}").json()["latest_version_id"] == first


def test_a_zip_is_taken_too(api: httpx.Client) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("greeting/SKILL.md", SKILL_MD)

    response = api.post("/v1/skills", files=[("files[]", ("greeting.zip", packed.getvalue()))])

    assert response.status_code == 200
    assert response.json()["display_name"] == "greeting"


def test_the_skills_of_anthropic_are_listed_but_can_not_be_deleted(api: httpx.Client) -> None:
    listed = api.get("/v1/skills", params={"source": "anthropic"}).json()["data"]

    assert {"docx", "pdf", "pptx", "xlsx"} == {skill["id"] for skill in listed}
    assert api.delete("/v1/skills/pdf").status_code == 400


def test_a_deleted_skill_is_gone_with_its_versions(api: httpx.Client) -> None:
    id = create(api)["id"]

    assert api.delete(f"/v1/skills/{id}").json() == {"id": id, "type": "skill_deleted"}
    assert api.get(f"/v1/skills/{id}").status_code == 404
    assert api.get(f"/v1/skills/{id}/versions").status_code == 404


def test_the_older_beta_has_its_own_shape(api: httpx.Client) -> None:
    skill = create(api, data={"display_title": "Greeting"}, headers=OLDER)
    version = api.get(f"/v1/skills/{skill['id']}/versions/{skill['latest_version']}", headers=OLDER).json()

    assert (skill["display_title"], skill["source"]) == ("Greeting", "custom")
    assert (version["version"], version["directory"]) == (skill["latest_version"], "greeting")
    assert api.delete(f"/v1/skills/{skill['id']}", headers=OLDER).status_code == 400


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"SKILL.md": SKILL_MD}, "files: SKILL.md has to be at the root of the top-level directory"),
        ({"a/SKILL.md": SKILL_MD, "b/x": b""}, "files: All files have to be in one common top-level directory"),
        ({"a/other.md": b""}, "files: SKILL.md has to be at the root of the top-level directory, at a/SKILL.md"),
        ({"a/../SKILL.md": SKILL_MD}, "files: 'a/../SKILL.md' is not a path inside the skill"),
        ({"a/SKILL.md": b"# Hi"}, "files: SKILL.md has to begin with YAML front matter"),
        ({"a/SKILL.md": b"---\nname: A\ndescription: x\n---\n"}, "files: The name in SKILL.md has to have"),
        ({"a/SKILL.md": b"---\nname: my-claude\ndescription: x\n---\n"}, "files: The name in SKILL.md may not"),
        ({"a/SKILL.md": b"---\nname: a\n---\n"}, "files: The description in SKILL.md has to have"),
        ({"a.zip": b"no zip"}, "files: The zip can not be read"),
    ],
)
def test_what_is_no_skill_is_refused(api: httpx.Client, files: dict[str, bytes], message: str) -> None:
    status, said = refusal(api.post("/v1/skills", files=parts(files)))

    assert status == 400
    assert said.startswith(message)
