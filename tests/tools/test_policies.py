"""Policies deny what is not allowed in plain terms, and what goes wrong in them."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest

from claude_client import ToolAbort, ToolError
from claude_client.tools import policies
from claude_client.tools.paths import is_within, leads_within, names_device
from claude_client.tools.policies import (
    AllowedHosts,
    ConfirmContext,
    FilePolicy,
    LocalFilePolicy,
    URLContext,
    check_upload_path,
    check_uploads,
)
from claude_client.tools.toolset_errors import (
    ConfirmDeclinedError,
    ConfirmFailedError,
    ToolsetConfigError,
    ToolsetContractError,
    UploadNoRootsError,
    UploadOutsideRootsError,
    UploadRefusedError,
    URLRefusedError,
)

CONTEXT = URLContext(member="navigate")
ASKED = ConfirmContext(member="type", input={"text": "hi"})


class Checks:
    """The checks on either client."""

    def __init__(self, *, is_async: bool) -> None:
        self.is_async = is_async

    def __getattr__(self, name: str) -> Callable[..., None]:
        if not self.is_async:
            return getattr(policies, name)  # type: ignore[no-any-return]
        check: Callable[..., Awaitable[None]] = getattr(policies, f"{name}_async")
        return lambda *args: anyio.run(check, *args)


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def checks(request: pytest.FixtureRequest) -> Checks:
    return Checks(is_async=request.param)


# ---- confirm ---------------------------------------------------------------------------------------------------


async def allow(context: ConfirmContext) -> bool:
    return context.member == "type"


@pytest.mark.parametrize("confirm", [lambda context: context.input == {"text": "hi"}, allow])
def test_a_call_that_is_confirmed_is_run(checks: Checks, confirm: Any) -> None:
    checks.check_confirmed(confirm, "type", ASKED)


@pytest.mark.parametrize("confirm", [None, lambda _: False, lambda _: None, lambda _: "yes", lambda _: 1])
def test_a_call_is_not_run_unless_confirm_says_true(checks: Checks, confirm: Any) -> None:
    with pytest.raises(ConfirmDeclinedError, match="'type'"):
        checks.check_confirmed(confirm, "type", ASKED)


def test_a_call_is_not_run_where_confirm_fails(checks: Checks) -> None:
    def confirm(context: object) -> bool:
        raise OSError("secret place")

    with pytest.raises(ConfirmFailedError) as failed:
        checks.check_confirmed(confirm, "type", ASKED)

    assert "secret" not in str(failed.value)


@pytest.mark.parametrize("error", [ToolError("not now"), ToolAbort("stop")])
def test_confirm_may_refuse_in_its_own_words_or_end_the_run(checks: Checks, error: Exception) -> None:
    def confirm(context: object) -> bool:
        raise error

    with pytest.raises(type(error)) as raised:
        checks.check_confirmed(confirm, "type", ASKED)

    assert raised.value is error


# ---- url_policy ------------------------------------------------------------------------------------------------


def test_no_address_is_allowed_without_a_policy(checks: Checks) -> None:
    with pytest.raises(URLRefusedError):
        checks.check_url(None, CONTEXT, "https://example.com")


def test_a_policy_that_returns_a_value_ends_the_run(checks: Checks) -> None:
    with pytest.raises(ToolsetContractError, match="returned bool"):
        checks.check_url(lambda context, url: False, CONTEXT, "https://example.com")


def test_a_policy_that_fails_refuses_the_address(checks: Checks) -> None:
    async def policy(context: URLContext, url: str) -> None:
        raise KeyError(url)

    with pytest.raises(URLRefusedError, match="does not allow this address"):
        checks.check_url(policy, CONTEXT, "https://example.com")


ALLOWED = AllowedHosts("example.com", "*.example.org", "localhost:8080", "[::1]:81", schemes=["https", "http"])


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com",
        "https://EXAMPLE.com./a?b#c",
        "https://example.com:443/",
        "http://example.com/",
        "https://a.b.example.org/",
        "http://localhost:8080/x",
        "http://[::1]:81/",
    ],
)
def test_the_addresses_of_allowed_hosts_are_allowed(checks: Checks, url: str) -> None:
    checks.check_url(ALLOWED, CONTEXT, url)


@pytest.mark.parametrize(
    "url",
    [
        "https://example.net/",
        "https://example.com.evil.test/",
        "https://evil.test/example.com",
        "https://evil.test#example.com",
        "https://notexample.com/",
        "https://www.example.com/",
        "https://example.org/",
        "https://.example.org.evil.test/",
        "https://example.com:8443/",
        "https://localhost/",
        "https://localhost:8081/",
        "https://user@example.com/",
        "https://example.com@evil.test/",
        "https://evil.test\\@example.com/",
        "https://evil.test\t/",
        "https://exam\nple.com/",
        " https://example.com/",
        "file:///etc/hosts",
        "javascript:void(0)",
        "data:text/html,x",
        "ftp://example.com/",
        "//example.com/",
        "example.com",
        "",
        "https://",
        "https://[::1/",
        "https://example.com:port/",
    ],
)
def test_any_other_address_is_refused(checks: Checks, url: str) -> None:
    with pytest.raises(URLRefusedError):
        checks.check_url(ALLOWED, CONTEXT, url)


def test_only_https_is_allowed_unless_the_program_says_more() -> None:
    AllowedHosts("example.com")(CONTEXT, "https://example.com")
    with pytest.raises(URLRefusedError):
        AllowedHosts("example.com")(CONTEXT, "http://example.com")


@pytest.mark.parametrize("host", ["https://example.com", "example.com/a", "", "a b", "münchen.example"])
def test_what_is_no_host_is_an_error_of_the_program(host: str) -> None:
    with pytest.raises(ToolsetConfigError, match="invalid host"):
        AllowedHosts(host)


# ---- file_policy -----------------------------------------------------------------------------------------------


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "up" / "in").mkdir(parents=True)
    (tmp_path / "up" / "in" / "a.txt").write_text("a")
    (tmp_path / "secret.txt").write_text("s")
    (tmp_path / "down").mkdir()
    (tmp_path / "down" / "d.txt").write_text("d")
    (tmp_path / "up" / "link").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "down" / "link").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "up2").mkdir()
    (tmp_path / "up2" / "b.txt").write_text("b")
    return tmp_path


def test_files_below_the_roots_may_be_uploaded(tree: Path) -> None:
    policy = LocalFilePolicy(upload_roots=[tree / "up"], upload_document_ids=["file_1"])

    paths, documents = check_uploads(policy, CONTEXT, [str(tree / "up" / "in" / "a.txt")], ["file_1"])

    assert isinstance(policy, FilePolicy)
    assert paths == [str((tree / "up" / "in" / "a.txt").resolve())]
    assert documents == ["file_1"]


@pytest.mark.parametrize(
    "path", ["secret.txt", "up2/b.txt", "up/../secret.txt", "up/in/../in/a.txt", "up/link", "up\0/a", "", "x" * 5000]
)
def test_files_elsewhere_may_not(tree: Path, path: str) -> None:
    with pytest.raises(UploadRefusedError) as refused:
        check_uploads(LocalFilePolicy(upload_roots=[tree / "up"]), CONTEXT, [f"{tree}/{path}" if path else ""])

    assert str(tree) not in str(refused.value)


def test_nothing_may_be_uploaded_without_a_policy_or_roots(tree: Path) -> None:
    path = str(tree / "up" / "in" / "a.txt")
    assert check_uploads(None, CONTEXT, []) == ([], [])
    with pytest.raises(UploadNoRootsError):
        check_uploads(None, CONTEXT, [path])
    with pytest.raises(UploadNoRootsError):
        check_uploads(LocalFilePolicy(), CONTEXT, [path])
    with pytest.raises(UploadRefusedError):
        check_uploads(None, CONTEXT, [], ["file_1"])
    with pytest.raises(UploadRefusedError):
        check_uploads(LocalFilePolicy(upload_roots=[tree]), CONTEXT, [], ["file_1"])


def test_a_policy_for_files_that_fails_refuses() -> None:
    class Failing(LocalFilePolicy):
        def resolve_upload_paths(self, context: URLContext, paths: Any) -> list[str]:
            raise OSError("secret place")

    with pytest.raises(UploadRefusedError, match="does not allow this upload"):
        check_uploads(Failing(), CONTEXT, ["a"])


def test_a_root_that_does_not_exist_allows_nothing(tree: Path) -> None:
    with pytest.raises(UploadOutsideRootsError):
        check_upload_path(tree / "later" / "a.txt", [tree / "later"])
    assert check_upload_path(tree / "later" / "a", [tree / "later"], strict_roots=False) == str(
        tree.resolve() / "later" / "a"
    )


def test_one_path_in_the_place_of_several_is_an_error(tree: Path) -> None:
    with pytest.raises(ToolsetConfigError):
        check_upload_path("/x", str(tree))
    with pytest.raises(ToolsetConfigError):
        LocalFilePolicy(upload_roots=str(tree))
    with pytest.raises(ToolsetConfigError):
        LocalFilePolicy(upload_document_ids="file_1")
    with pytest.raises(ToolsetConfigError):
        LocalFilePolicy(upload_roots=[" "])


def test_a_download_is_seen_only_in_its_directory_and_where_that_is_wanted(tree: Path) -> None:
    seen = LocalFilePolicy(download_dir=tree / "down", expose_download_paths=True)

    assert seen.is_path_visible(str(tree / "down" / "d.txt"))
    assert not seen.is_path_visible(str(tree / "down" / "link"))
    assert not seen.is_path_visible(str(tree / "down" / ".." / "secret.txt"))
    assert not seen.is_path_visible(str(tree / "secret.txt"))
    assert not LocalFilePolicy(download_dir=tree / "down").is_path_visible(str(tree / "down" / "d.txt"))
    assert not LocalFilePolicy(expose_download_paths=True).is_path_visible(str(tree / "down" / "d.txt"))


@pytest.mark.parametrize("pair", [("up", "up"), ("up", "up/in"), ("up/in", "up"), ("alias", "up"), ("up", "UP")])
def test_downloads_and_uploads_are_kept_apart(tree: Path, pair: tuple[str, str]) -> None:
    (tree / "alias").symlink_to(tree / "up")
    with pytest.raises(ToolsetConfigError, match="overlap"):
        LocalFilePolicy(upload_roots=[tree / pair[0]], download_dir=tree / pair[1])


def test_a_root_is_where_it_was_when_the_policy_was_made(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree)
    policy = LocalFilePolicy(upload_roots=["up"])
    monkeypatch.chdir(tree / "down")

    assert check_uploads(policy, CONTEXT, [str(tree / "up" / "in" / "a.txt")])[0]


# ---- paths -----------------------------------------------------------------------------------------------------


def test_a_directory_whose_name_begins_alike_is_another() -> None:
    assert is_within("/a/b/c", "/a/b")
    assert is_within("/a/b", "/a/b/")
    assert not is_within("/a/bc", "/a/b")
    assert not is_within("/a/b/../c", "/a/b")
    assert is_within("/anything", os.sep)


def test_a_link_leads_out(tree: Path) -> None:
    assert not leads_within(tree / "up" / "link", tree / "up")
    assert leads_within(tree / "up" / "in" / "new.txt", tree / "up")


@pytest.mark.parametrize("path", ["NUL", "a/con.txt", "b\\COM1 .log", "//host/share", "\\\\?\\C:\\x", "c:LPT1"])
def test_devices_and_shares_are_recognized_on_windows(path: str) -> None:
    assert names_device(path, windows=True)
    assert not names_device(path, windows=False)


def test_names_that_only_begin_like_a_device_are_names() -> None:
    assert not any(names_device(path, windows=True) for path in ["console.txt", "a/nullable", "company", "aux1"])
