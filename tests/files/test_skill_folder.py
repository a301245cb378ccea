"""A folder or a zip is held against the rules for skills, and all that is wrong with it is told at once."""

from __future__ import annotations

import os
import stat
import struct
import sys
import time
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from claude_client import errors
from claude_client.files.multipart import MultipartBody, Opened, Part
from claude_client.files.skill_folder import MAX_FILES, skill_parts

SKILL_MD = "---\nname: my-skill\ndescription: Does this and that\n---\n# My skill\n"


def folder(at: Path, files: Mapping[str, str | bytes] = {}, skill_md: str | None = SKILL_MD) -> Path:
    at.mkdir(parents=True, exist_ok=True)
    for name, content in {**({"SKILL.md": skill_md} if skill_md is not None else {}), **files}.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return at


def zipped(at: Path, files: Mapping[str | zipfile.ZipInfo, str | bytes], way: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(at, "w", way) as archive:
        for name, content in files.items():
            archive.writestr(name, content, way)
    return at


def contents(parts: list[Part]) -> dict[str | None, bytes]:
    with Opened() as opened:
        return {part.filename: b"".join(part.source.chunks(opened)) for part in parts}


def problems(path: Path) -> list[str]:
    with pytest.raises(ValueError, match="is not a skill that the API takes") as caught:
        skill_parts(path)
    headline, *listed = str(caught.value).split("\n- ")
    assert repr(str(path)) in headline
    return listed


# ---- what is sent -------------------------------------------------------------------------------------------


def test_a_folder_is_sent_with_its_name_before_each_path(tmp_path: Path) -> None:
    path = folder(tmp_path / "my-skill", {"scripts/run.py": "print()", "data/deep/a.bin": b"\0"})

    parts = skill_parts(path)

    assert contents(parts) == {
        "my-skill/SKILL.md": SKILL_MD.encode(),
        "my-skill/data/deep/a.bin": b"\0",
        "my-skill/scripts/run.py": b"print()",
    }
    assert {part.field for part in parts} == {"files[]"}
    assert [part.content_type for part in parts] == ["text/markdown", "application/octet-stream", "text/x-python"]


def test_the_current_folder_has_a_name_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder(tmp_path / "my-skill"))

    assert [part.filename for part in skill_parts(Path())] == ["my-skill/SKILL.md"]
    assert [part.filename for part in skill_parts(".")] == ["my-skill/SKILL.md"]


def test_a_zip_is_sent_as_the_files_in_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "any.zip", {"my-skill/SKILL.md": SKILL_MD, "my-skill/a.bin": b"x" * 1_000_000})

    parts = skill_parts(path)

    assert contents(parts) == {"my-skill/SKILL.md": SKILL_MD.encode(), "my-skill/a.bin": b"x" * 1_000_000}
    body = MultipartBody({}, parts)
    assert body.size == sum(len(chunk) for chunk in body.chunks())
    assert body.replayable


def test_hidden_files_and_caches_are_left_out_of_both(tmp_path: Path) -> None:
    junk = (".git/config", ".env", "__pycache__/a.pyc", "lib/a.pyc", ".DS_Store", "a.txt~", "lib/Thumbs.db", ".x/y/z")
    path = folder(tmp_path / "my-skill", dict.fromkeys((*junk, "lib/a.py"), ""))
    (path / ".venv").symlink_to("/")
    packed = zipped(
        tmp_path / "a.zip",
        {"my-skill/SKILL.md": SKILL_MD, "__MACOSX/my-skill/._a": "", **{f"my-skill/{name}": "" for name in junk}},
    )

    assert set(contents(skill_parts(path))) == {"my-skill/SKILL.md", "my-skill/lib/a.py"}
    assert set(contents(skill_parts(packed))) == {"my-skill/SKILL.md"}


def entry(name: str, system: int = 3, **more: Any) -> zipfile.ZipInfo:
    """An entry whose maker is the `system` of that number (0 DOS and Windows, 3 Unix, 19 macOS)."""
    info = zipfile.ZipInfo(name)
    info.create_system = system
    for attribute, value in more.items():
        setattr(info, attribute, value)
    return info


def renamed(path: Path, names: Mapping[bytes, bytes], *, utf_8: bool = False) -> Path:
    """The zip with other names in it, of the same lengths; whether they are UTF-8 is said by a flag."""
    raw = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = raw.find(signature)
        while at >= 0:
            flags = int.from_bytes(raw[at + offset : at + offset + 2], "little")
            raw[at + offset : at + offset + 2] = (flags & ~0x800 | (0x800 if utf_8 else 0)).to_bytes(2, "little")
            at = raw.find(signature, at + 4)
    for old, new in names.items():
        assert len(old) == len(new)
        assert old in raw
        raw = raw.replace(old, new)
    path.write_bytes(raw)
    return path


def names(path: Path) -> set[str | None]:
    return set(contents(skill_parts(path)))


@pytest.mark.parametrize(
    ("raw", "utf_8", "name"),
    [
        pytest.param("übung.md".encode(), True, "übung.md", id="UTF-8 that the flag tells"),
        pytest.param("übung.md".encode(), False, "übung.md", id="UTF-8 without the flag, as the Finder of macOS"),
        pytest.param("u\u0308bung.md".encode(), False, "u\u0308bung.md", id="decomposed, as macOS keeps names"),
        pytest.param("概要.md".encode(), False, "概要.md", id="another script"),
        pytest.param("übung.md".encode("cp437"), False, "übung.md", id="the code page of DOS"),
    ],
)
def test_a_zip_of_any_system_keeps_its_names(tmp_path: Path, raw: bytes, utf_8: bool, name: str) -> None:
    placeholder = "x" * len(raw)
    path = zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD, f"s/{placeholder}": "content"})

    parts = skill_parts(renamed(path, {placeholder.encode(): raw}, utf_8=utf_8))

    assert contents(parts) == {"s/SKILL.md": SKILL_MD.encode(), f"s/{name}": b"content"}


def test_the_name_that_info_zip_keeps_in_unicode_is_taken_where_it_belongs_to_the_entry(tmp_path: Path) -> None:
    def with_path(raw: bytes, of: bytes, name: str) -> bytes:
        field = struct.pack("<BL", 1, zlib.crc32(of)) + name.encode()
        return struct.pack("<HH", 0x9999, 2) + b"--" + struct.pack("<HH", 0x7075, len(field)) + field

    good = entry("s/_1", extra=with_path(b"s/_1", b"s/_1", "s/概要.md"))
    stale = entry("s/_2", extra=with_path(b"s/_2", b"s/_3", "s/old name.md"))
    outside = entry("s/_4", extra=with_path(b"s/_4", b"s/_4", "s/../../evil"))
    path = zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD, good: "1", stale: "2"})
    assert names(path) == {"s/SKILL.md", "s/概要.md", "s/_2"}

    bad = zipped(tmp_path / "b.zip", {"s/SKILL.md": SKILL_MD, outside: ""})
    assert problems(bad) == ["'s/../../evil' is not a path inside the skill"]


def test_a_zip_of_windows_has_folders_where_the_names_have_backslashes(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "a.zip",
        {
            entry("s\\", 0, external_attr=0x10): "",
            entry("s\\SKILL.md", 0): SKILL_MD,
            entry("s\\data\\a.bin", 0): "a",
            entry("s\\empty", 0, external_attr=0x10): "",
            entry("s\\data\\desktop.ini", 0): "",
        },
    )

    assert names(path) == {"s/SKILL.md", "s/data/a.bin"}


def test_a_zip_of_macos_has_no_files_of_the_system(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "a.zip",
        {
            entry("s/", 19): "",
            entry("s/SKILL.md", 19): SKILL_MD,
            entry("s/.DS_Store", 19): "",
            entry("s/Icon\r", 19): "",
            entry("__MACOSX/", 19): "",
            entry("__MACOSX/s/._Icon\r", 19): "",
        },
    )

    assert names(path) == {"s/SKILL.md"}


def test_paths_in_a_zip_may_begin_at_the_current_folder(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"./": "", "./s/": "", "./s/SKILL.md": SKILL_MD})

    assert names(path) == {"s/SKILL.md"}


def test_a_zip_that_cannot_be_read_is_refused_by_its_name(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD, "s/xx": ""})

    with pytest.raises(ValueError, match=r"a\.zip' is a zip that cannot be read: 'utf-8' codec"):
        skill_parts(renamed(path, {b"s/xx": b"s/\xff\xfe"}, utf_8=True))


# ---- front matter -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "front_matter",
    [
        "name: s\ndescription: d\nallowed-tools: [Bash, Read]\nmetadata:\n  version: 1.0\n  nested: {a: [1, {b: 2}]}",
        "{name: s, description: d}",
        '{"name": "s", "description": "all: of {it}"}',
        '\'name\': s\n"description": "a \\u00fc: \\\n  folded"',
        "? name\n: s\n? description\n: d",
        "name: &a s\ndescription: *a",
        "defaults: &d {description: d}\n<<: *d\nname: s",
        "name: !!str s\ndescription: !mine d",
        "name: s\ndescription: d\nmade: 2026-02-31\nodd: !python/object/apply:os.getcwd []",
        "name: s # the name\n# a comment\n\ndescription: >+2\n    d\n\n    e\n",
        "description: |\n  ---\n  a: b\nname: s",
        "name:\ts\ndescription:\td",
        "name: s\ndescription: 1.5",
        "%YAML 1.1\n--- {name: s, description: d}",
        "name: s\ndescription: d\nname_2: {" + "[" * 2000 + "]" * 2000 + "}",
    ],
)
@pytest.mark.parametrize("ends", [("\n", "---"), ("\r\n", "---  "), ("\n", "...")])
def test_front_matter_is_whatever_yaml_can_say(tmp_path: Path, front_matter: str, ends: tuple[str, str]) -> None:
    text = f"\ufeff---\n{front_matter}\n{ends[1]}\n# Title\n".replace("\n", ends[0])

    assert len(skill_parts(folder(tmp_path / "s", {"SKILL.md": text.encode()}))) == 1


@pytest.mark.parametrize(
    ("front_matter", "expected"),
    [
        ("name: s\ndescription: a: b", "is not valid YAML: mapping values are not allowed here"),
        ("name: s\ndescription: 'a", "is not valid YAML: while scanning a quoted scalar"),
        ("name: s\ndescription: *nobody", "is not valid YAML: found undefined alias 'nobody'"),
        ("- name\n- description", "has no name in its front matter"),
        ("name: [s]\ndescription: d", "has no name in its front matter"),
        ("name: ~\ndescription: d", "has no name in its front matter"),
        ("name: s\ndescription: {a: b}", "has no description in its front matter"),
    ],
)
def test_front_matter_that_the_api_cannot_take_is_named(tmp_path: Path, front_matter: str, expected: str) -> None:
    found = problems(folder(tmp_path / "s", {}, f"---\n{front_matter}\n---\n"))

    assert expected in found[0]


def test_front_matter_costs_no_more_than_it_is_long(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]" for n in range(1, 12)]  # few bytes that stand for many
    expanding = "\n".join([*lines, "name: s", "description: d"])
    large = "name: s\ndescription: d\n" + "k: [1]\n" * 100_000

    began = time.process_time()
    for text in (expanding, large):
        assert len(skill_parts(folder(tmp_path / "s", {}, f"---\n{text}\n---\n"))) == 1

    assert time.process_time() - began < 5


def test_without_pyyaml_the_api_checks_the_name_and_the_description(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "yaml", None)  # as where it is not installed

    assert len(skill_parts(folder(tmp_path / "s", {}, "---\nname: Not A Name\n---\n"))) == 1
    assert problems(folder(tmp_path / "t", {}, "# Title")) == [
        "SKILL.md does not begin with front matter: its first line has to be ---"
    ]


# ---- what is wrong ------------------------------------------------------------------------------------------


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    path = folder(tmp_path / "s", {"a\\b": "", "a\nb": ""}, "---\nname: My Claude\n---\n")
    (path / "link").symlink_to("/etc/passwd")
    os.mkfifo(path / "pipe")
    os.truncate(path / "SKILL.md", 31 * 1024 * 1024)

    assert problems(path) == [
        r"'a\nb' has a character in its name that cannot be printed",
        r"'a\\b' has a backslash in its name: folders are separated by /",
        "'link' is a link: put what it leads to in its place",
        "'pipe' is neither a file nor a folder",
        "SKILL.md has the name 'My Claude', and a name is 1 to 64 of a-z, 0-9 and -",
        "SKILL.md has no description in its front matter",
        "it has 32,505,856 bytes (31 MB), and a skill may have 31,457,280 bytes (30 MB)",
    ]


@pytest.mark.parametrize(
    ("skill_md", "expected"),
    [
        (None, "there is no SKILL.md in the folder 's' itself, only 's/deep/skill.md'"),
        ("# Title", "SKILL.md does not begin with front matter: its first line has to be ---"),
        ("---\nname: a\n", "SKILL.md has front matter that does not end with a line of ---"),
        ("---\ndescription: d\n---", "SKILL.md has no name in its front matter"),
        ("---\nname: a\n---", "SKILL.md has no description in its front matter"),
        ("---\nname: a\ndescription: ' '\n---", "SKILL.md has no description in its front matter"),
        ("---\nname: a_b\ndescription: d\n---", "SKILL.md has the name 'a_b', and a name is 1 to 64 of a-z, 0-9 and -"),
        (f"---\nname: {'a' * 65}\ndescription: d\n---", "and a name is 1 to 64 of a-z, 0-9 and -"),
        ("---\nname: my-claude\ndescription: d\n---", "'my-claude' with 'claude' in it, which is reserved"),
        (
            f"---\nname: a\ndescription: {'d' * 1025}\n---",
            "SKILL.md has a description of 1,025 characters, and a description has 1 to 1,024",
        ),
    ],
)
def test_skill_md_is_held_against_the_rules(tmp_path: Path, skill_md: str | None, expected: str) -> None:
    (found,) = problems(folder(tmp_path / "s", {"deep/skill.md": ""}, skill_md))

    assert expected in found


@pytest.mark.parametrize(
    "text", [f"---\nname: {'a' * 64}\ndescription: '{'ü' * 1024}'\n---", "---\nname: 1\ndescription: d\n---"]
)
def test_what_the_rules_allow_is_taken(tmp_path: Path, text: str) -> None:
    assert len(skill_parts(folder(tmp_path / "s", {}, text))) == 1


def test_a_skill_md_that_is_no_text_is_refused(tmp_path: Path) -> None:
    assert problems(folder(tmp_path / "s", {"SKILL.md": b"---\xff"})) == ["SKILL.md is not UTF-8"]


def test_a_long_skill_md_is_read_as_far_as_its_front_matter(tmp_path: Path) -> None:
    text = SKILL_MD + "ü" * 2_000_000

    assert len(skill_parts(folder(tmp_path / "s", {}, text))) == 1


def test_an_empty_folder_is_no_skill(tmp_path: Path) -> None:
    assert problems(folder(tmp_path / "s", {".git/x": ""}, None)) == ["it has no files"]


def test_too_many_files_are_refused_without_reading_them_all(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {f"s/{n}": "" for n in range(MAX_FILES + 1)}, zipfile.ZIP_STORED)

    assert "it has more than 10,000 files" in problems(path)


def test_a_path_to_nothing_or_to_something_else_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")

    with pytest.raises(FileNotFoundError, match="nowhere"):
        skill_parts(tmp_path / "nowhere")
    with pytest.raises(ValueError, match="neither a folder nor a zip"):
        skill_parts(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../evil",
        "s/../../evil",
        "C:/evil",
        "s\\..\\evil",
        "\\\\host\\evil",
        "s/./x",
        "s//x",
        "././../x",
        "__MACOSX/../../x",
    ],
)
def test_a_path_in_a_zip_does_not_lead_out_of_it(tmp_path: Path, name: str) -> None:
    found = problems(zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD, name: ""}))

    assert found[0].startswith(repr(name))


def test_a_name_in_a_zip_is_not_cut_off_at_a_nul(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD, "s/harmless_x": ""})
    path.write_bytes(path.read_bytes().replace(b"s/harmless_x", b"s/harmless\0x"))

    assert problems(path) == [r"'s/harmless\x00x' has a character in its name that cannot be printed"]


def test_links_and_devices_in_a_zip_are_refused(tmp_path: Path) -> None:
    link, device = zipfile.ZipInfo("s/link"), zipfile.ZipInfo("s/device")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    device.external_attr = (stat.S_IFCHR | 0o666) << 16

    found = problems(zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD, link: "/etc/passwd", device: ""}))

    assert found == [
        "'s/link' is a link: put what it leads to in its place",
        "'s/device' is neither a file nor a folder",
    ]


def test_entries_that_hide_what_they_hold_are_refused(tmp_path: Path) -> None:
    bz2 = zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD}, zipfile.ZIP_BZIP2)
    encrypted = zipped(tmp_path / "b.zip", {"s/SKILL.md": SKILL_MD})
    raw = bytearray(encrypted.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    encrypted.write_bytes(raw)

    assert "'s/SKILL.md' is compressed in another way than deflate, the only one that is read here" in problems(bz2)
    assert "'s/SKILL.md' is encrypted: zip it without a password" in problems(encrypted)


def test_a_zip_with_a_name_twice_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD, "s/skill.MD": "other"})
    path.write_bytes(path.read_bytes().replace(b"s/skill.MD", b"s/SKILL.md"))

    assert problems(tmp_path / "a.zip") == ["'s/SKILL.md' is in the zip twice"]


def test_a_zip_has_one_folder_at_its_top(tmp_path: Path) -> None:
    loose = zipped(tmp_path / "a.zip", {"SKILL.md": SKILL_MD})
    two = zipped(tmp_path / "b.zip", {"s/SKILL.md": SKILL_MD, "t/a": ""})

    assert problems(loose) == ["'SKILL.md' is in no folder: zip the skill's folder, and not what is in it"]
    assert problems(two) == ["it has 2 folders at its top, 's' and 't', and a skill has one"]


def test_a_zip_bomb_is_known_by_its_size_and_not_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD, "s/bomb": bytes(64 * 1024 * 1024)})
    assert path.stat().st_size < 100_000

    body = MultipartBody({}, skill_parts(path))

    assert body.size is not None
    assert body.size > 64 * 1024 * 1024


def test_an_entry_that_holds_more_than_it_claims_is_an_error_and_not_unpacked(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD, "s/liar.txt": bytes(8 * 1024 * 1024)})
    raw = bytearray(path.read_bytes())
    entry = raw.rindex(b"PK\x01\x02")
    raw[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    path.write_bytes(raw)

    with pytest.raises(errors.UploadSourceError, match="liar"):
        contents(skill_parts(path))


def test_a_zip_of_many_files_is_opened_no_more_often_than_one_of_a_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD, "s/0": "text"})
    many = zipped(tmp_path / "b.zip", {"s/SKILL.md": SKILL_MD, **{f"s/{n}": "text" for n in range(300)}})
    opened: list[str] = []
    reading = zipfile.ZipFile._RealGetContents  # type: ignore[attr-defined]
    monkeypatch.setattr(zipfile.ZipFile, "_RealGetContents", lambda z: opened.append(str(z.filename)) or reading(z))

    for path in (few, many):
        skill_parts(path)

    assert opened.count(str(few)) == opened.count(str(many)) <= 3


def test_a_broken_zip_is_an_error_of_ours_when_it_is_sent(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"s/SKILL.md": SKILL_MD, "s/a.txt": os.urandom(5000)}, zipfile.ZIP_STORED)
    parts = skill_parts(path)
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"s/a.txt") + 500] ^= 1
    path.write_bytes(raw)

    with pytest.raises(errors.UploadSourceError, match="CRC"):
        contents(parts)

    path.write_bytes(b"something else")
    with pytest.raises(errors.UploadSourceError, match="can no longer be read"):
        contents(parts)
