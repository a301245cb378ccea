from __future__ import annotations

import json
import os
import pickle
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from claude_client.credentials import AccessToken, CredentialsFile, InMemoryConfig, default_credentials
from claude_client.errors import CredentialsError
from server import Server, reply

Write = Callable[..., Path]

needs_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
LOGIN = {
    "version": "1.0",
    "organization_id": "org",
    "workspace_id": "wrkspc_1",
    "authentication": {"type": "user_oauth"},
}
WITH_REFRESH = {**LOGIN, "authentication": {"type": "user_oauth", "client_id": "client"}}


def tokens(seconds: float, **more: Any) -> dict[str, Any]:
    return {
        "version": "1.0",
        "type": "oauth_token",
        "access_token": "old-token",
        "refresh_token": "refresh-1",
        "expires_at": int(time.time() + seconds),
        **more,
    }


def federation(**authentication: Any) -> dict[str, Any]:
    return {
        "organization_id": "org",
        "authentication": {"type": "oidc_federation", "federation_rule_id": "fdrl_1", **authentication},
    }


# ---- a login ------------------------------------------------------------------------------------------------


def test_a_login_gives_its_token_and_names_its_workspace(write: Write) -> None:
    write("configs/default.json", WITH_REFRESH)
    write("credentials/default.json", tokens(3600))

    profile = CredentialsFile()

    assert profile().token == "old-token"
    assert profile.extra_headers() == {"anthropic-workspace-id": "wrkspc_1"}


def test_a_token_that_has_expired_is_refreshed_and_kept(write: Write, server: Server) -> None:
    write("configs/default.json", WITH_REFRESH)
    path = write("credentials/default.json", tokens(-5, other="kept"))
    server.replies(reply({"access_token": "new-token", "expires_in": 600, "refresh_token": "refresh-2"}))

    token = CredentialsFile().for_base_url(server.url)()

    [sent] = server.received
    assert sent.path == "/v1/oauth/token"
    assert sent.headers["anthropic-beta"] == "oauth-2025-04-20"
    assert sent.json == {"grant_type": "refresh_token", "refresh_token": "refresh-1", "client_id": "client"}
    assert token.token == "new-token"
    kept = json.loads(path.read_text())
    assert (kept["access_token"], kept["refresh_token"], kept["other"]) == ("new-token", "refresh-2", "kept")
    assert kept["expires_at"] == token.expires_at
    assert [each.name for each in path.parent.iterdir()] == ["default.json"]
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_refresh_token_that_another_process_has_used_is_read_again(write: Write, server: Server) -> None:
    write("configs/default.json", WITH_REFRESH)
    write("credentials/default.json", tokens(-5))

    def refuse(request: Any) -> Any:
        write("credentials/default.json", tokens(3600, access_token="of-the-other", refresh_token="refresh-2"))
        return reply({"error": "invalid_grant"}, 400)

    server.replies(refuse)

    assert CredentialsFile().for_base_url(server.url)().token == "of-the-other"
    assert len(server.received) == 1


def test_a_given_http_client_refreshes_the_token(write: Write) -> None:
    write("configs/default.json", WITH_REFRESH)
    write("credentials/default.json", tokens(-5))
    grant = {"access_token": "new-token", "expires_in": 600}
    with httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200, json=grant))) as given:
        assert CredentialsFile(http_client=given)().token == "new-token"


@pytest.mark.parametrize("expires_at", ["soon", float("inf"), float("nan"), True, None, [1]])
def test_a_time_that_is_none_is_passed_over(write: Write, expires_at: Any) -> None:
    write("configs/default.json", WITH_REFRESH)
    write("credentials/default.json", tokens(0, expires_at=expires_at))

    assert CredentialsFile()() == AccessToken("old-token", None)


def test_a_refresh_token_that_does_not_rotate_is_kept(write: Write, server: Server) -> None:
    write("configs/default.json", WITH_REFRESH)
    path = write("credentials/default.json", tokens(-5))
    server.replies(reply({"access_token": "new-token", "expires_in": 600}))

    CredentialsFile().for_base_url(server.url)()

    assert json.loads(path.read_text())["refresh_token"] == "refresh-1"


def test_a_token_that_the_api_refused_is_refreshed_though_it_has_not_expired(write: Write, server: Server) -> None:
    write("configs/default.json", WITH_REFRESH)
    write("credentials/default.json", tokens(3600))
    server.replies(reply({"access_token": "new-token", "expires_in": 600}))

    assert CredentialsFile().for_base_url(server.url)(force_refresh=True).token == "new-token"


@needs_modes
def test_a_refreshed_token_serves_though_it_cannot_be_kept(
    write: Write, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    write("configs/default.json", WITH_REFRESH)
    path = write("credentials/default.json", tokens(-5))
    profile = CredentialsFile().for_base_url(server.url)

    def replace_the_directory_by_a_file(request: Any) -> Any:
        path.rename(path.parent.parent / "moved.json")
        path.parent.rmdir()
        path.parent.write_text("in the way")
        return reply({"access_token": "new-token", "expires_in": 600})

    server.replies(replace_the_directory_by_a_file)

    assert profile().token == "new-token"
    assert "could not be written" in caplog.text
    assert "new-token" not in caplog.text


def test_a_login_without_a_client_id_is_read_anew_each_time(write: Write) -> None:
    write("configs/default.json", LOGIN)
    write("credentials/default.json", tokens(3600))
    profile = CredentialsFile()

    assert profile().expires_at == 0
    write("credentials/default.json", tokens(3600, access_token="fresh-token"))
    assert profile().token == "fresh-token"


def test_a_login_that_has_ended_says_so(write: Write) -> None:
    write("configs/default.json", WITH_REFRESH)
    write("credentials/default.json", tokens(-5, refresh_token=None))

    with pytest.raises(CredentialsError, match="log in again"):
        CredentialsFile()()


def test_the_tokens_may_be_elsewhere(write: Write, tmp_path: Path) -> None:
    elsewhere = write("other.json", tokens(3600))
    authentication = {"type": "user_oauth", "client_id": "c", "credentials_path": str(elsewhere)}
    write("configs/default.json", {**LOGIN, "authentication": authentication})

    assert CredentialsFile()().token == "old-token"


# ---- which files are taken ----------------------------------------------------------------------------------


@needs_modes
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_configuration_that_others_may_change_is_refused(write: Write, mode: int) -> None:
    write("configs/default.json", WITH_REFRESH, mode)

    with pytest.raises(CredentialsError, match="chmod go-w"):
        CredentialsFile()


@needs_modes
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o610])
def test_tokens_that_others_may_read_are_refused(write: Write, mode: int) -> None:
    write("configs/default.json", WITH_REFRESH, 0o644)
    write("credentials/default.json", tokens(3600), mode)

    with pytest.raises(CredentialsError, match="chmod 600"):
        CredentialsFile()()


@needs_modes
def test_a_link_to_tokens_is_refused(write: Write, config_dir: Path) -> None:
    write("configs/default.json", WITH_REFRESH)
    (config_dir / "credentials").mkdir()
    (config_dir / "credentials" / "default.json").symlink_to(write("real.json", tokens(3600)))

    with pytest.raises(CredentialsError, match="symbolic link"):
        CredentialsFile()()


@pytest.mark.parametrize("text", ["", "[]", "old-token", '"old-token'])
def test_a_file_that_is_no_object_is_refused_without_showing_it(write: Write, text: str) -> None:
    write("configs/default.json", WITH_REFRESH)
    path = write("credentials/default.json", text)

    with pytest.raises(CredentialsError, match="not a JSON object") as caught:
        CredentialsFile()()

    assert str(path) in str(caught.value)
    assert "old-token" not in str(caught.value)


@pytest.mark.parametrize("name", ["", ".", "..", ".hidden", "a/b", "../a", "a\\b", "a\0b", "c:a"])
def test_a_name_that_is_no_file_name_is_refused(name: str) -> None:
    with pytest.raises(CredentialsError, match="invalid profile name"):
        CredentialsFile(name)


def test_a_profile_that_is_not_there_is_named() -> None:
    with pytest.raises(CredentialsError, match=r"nope\.json"):
        CredentialsFile("nope")


# ---- federation ---------------------------------------------------------------------------------------------


def test_a_profile_exchanges_an_identity_token(write: Write, server: Server, identity_token: Path) -> None:
    source = {"source": "file", "path": str(identity_token)}
    write("configs/ci.json", {**federation(identity_token=source), "workspace_id": "wrkspc_1", "base_url": server.url})
    server.replies(reply({"access_token": "t", "expires_in": 60}))
    profile = CredentialsFile("ci")

    assert profile().token == "t"
    assert profile.resolved_base_url == server.url
    assert profile.extra_headers() == {}  # the exchange has named the workspace
    assert server.received[0].json["workspace_id"] == "wrkspc_1"


def write_federation(write: Write, tmp_path: Path, server: Server) -> Path:
    (tmp_path / "identity").write_text("header.payload.signature")
    told = federation(identity_token={"source": "file", "path": str(tmp_path / "identity")})
    write("configs/default.json", {**told, "base_url": server.url})
    path = write("credentials/default.json", {})
    path.unlink()
    return path


def test_the_token_of_an_exchange_is_kept_for_the_next_process(write: Write, tmp_path: Path, server: Server) -> None:
    path = write_federation(write, tmp_path, server)
    server.replies(*[reply({"access_token": f"token-{number}", "expires_in": 600}) for number in range(3)])

    first, second = CredentialsFile()(), CredentialsFile().for_base_url(f"{server.url}/")()
    third = CredentialsFile()(force_refresh=True)

    assert [first.token, second.token, third.token] == ["token-0", "token-0", "token-1"]
    kept = {"version": "1.0", "type": "oauth_token", "access_token": "token-1", "expires_at": third.expires_at}
    assert json.loads(path.read_text()) == kept
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_token_of_an_exchange_is_not_for_another_address(write: Write, tmp_path: Path, server: Server) -> None:
    path = write_federation(write, tmp_path, server)
    write("credentials/default.json", tokens(600))
    server.replies(reply({"access_token": "new-token", "expires_in": 600}))

    assert CredentialsFile().for_base_url(f"{server.url}/elsewhere")().token == "new-token"
    assert json.loads(path.read_text())["access_token"] == "old-token"


@needs_modes
@pytest.mark.parametrize(
    ("kept", "mode"), [(tokens(600), 0o644), (tokens(5), 0o600), (tokens(0, expires_at="soon"), 0o600), ([], 0o600)]
)
def test_a_kept_token_that_cannot_be_used_is_replaced(
    write: Write, tmp_path: Path, server: Server, kept: Any, mode: int
) -> None:
    write_federation(write, tmp_path, server)
    path = write("credentials/default.json", kept)
    path.chmod(mode)
    server.replies(reply({"access_token": "new-token", "expires_in": 600}))

    assert CredentialsFile()().token == "new-token"
    assert json.loads(path.read_text())["access_token"] == "new-token"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_environment_fills_in_what_a_configuration_lacks(
    server: Server, identity_token: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_ORGANIZATION_ID", "org-of-environment")
    monkeypatch.setenv("ANTHROPIC_FEDERATION_RULE_ID", "rule-of-environment")
    monkeypatch.setenv("ANTHROPIC_SERVICE_ACCOUNT_ID", "account-of-environment")
    monkeypatch.setenv("ANTHROPIC_IDENTITY_TOKEN_FILE", str(identity_token))
    server.replies(reply({"access_token": "t", "expires_in": 60}))

    config = {"organization_id": "org", "authentication": {"type": "oidc_federation", "federation_rule_id": ""}}
    InMemoryConfig(config).for_base_url(server.url)()

    sent = server.received[0].json
    assert sent["organization_id"] == "org"
    assert sent["federation_rule_id"] == "rule-of-environment"
    assert sent["service_account_id"] == "account-of-environment"


@pytest.mark.parametrize(
    ("config", "lacks"),
    [
        ({}, "unknown authentication type"),
        ({"authentication": {"type": "password"}}, "unknown authentication type 'password'"),
        ({"authentication": {"type": "oidc_federation", "federation_rule_id": "f"}}, "identity_token|organization_id"),
        (federation(identity_token={"source": "url"}), "unknown identity token source 'url'"),
        (
            {"organization_id": "o", "authentication": {"type": "oidc_federation"}},
            "ANTHROPIC_FEDERATION_RULE_ID|identity_token",
        ),
    ],
)
def test_a_configuration_that_lacks_something_says_what(config: dict[str, Any], lacks: str) -> None:
    with pytest.raises(CredentialsError, match=lacks):
        InMemoryConfig(config)


def test_a_configuration_can_be_pickled(write: Write) -> None:
    write("configs/default.json", WITH_REFRESH)
    write("credentials/default.json", tokens(3600))
    profile = CredentialsFile()
    profile()

    dumped = pickle.dumps(profile)

    assert b"old-token" not in dumped
    assert b"refresh-1" not in dumped
    assert pickle.loads(dumped)().token == "old-token"


# ---- the order ----------------------------------------------------------------------------------------------


def test_nothing_is_found_where_nothing_is() -> None:
    assert default_credentials() is None


def test_the_active_profile_is_found(write: Write, config_dir: Path) -> None:
    write("configs/default.json", {**WITH_REFRESH, "base_url": "https://example.com"})
    write("configs/work.json", {**WITH_REFRESH, "workspace_id": "of-work"})

    found = default_credentials()
    assert found is not None
    assert (found.base_url, found.extra_headers) == ("https://example.com", {"anthropic-workspace-id": "wrkspc_1"})

    write("active_config", "work\n")
    found = default_credentials()
    assert found is not None
    assert found.extra_headers == {"anthropic-workspace-id": "of-work"}


def test_federation_of_the_environment_comes_before_the_active_profile(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("configs/default.json", WITH_REFRESH)
    for name in ("FEDERATION_RULE_ID", "ORGANIZATION_ID"):
        monkeypatch.setenv(f"ANTHROPIC_{name}", "x")
    found = default_credentials()
    assert found is not None
    assert isinstance(found.provider, CredentialsFile)  # as there is no identity token

    monkeypatch.setenv("ANTHROPIC_IDENTITY_TOKEN", "a.b.c")
    found = default_credentials()
    assert found is not None
    assert not isinstance(found.provider, CredentialsFile)

    monkeypatch.setenv("ANTHROPIC_PROFILE", "default")
    found = default_credentials()
    assert found is not None
    assert isinstance(found.provider, CredentialsFile)


@pytest.mark.parametrize("chosen", ["ANTHROPIC_PROFILE", "ANTHROPIC_CONFIG_DIR", "active_config"])
def test_a_profile_that_somebody_chose_must_be_there(
    write: Write, config_dir: Path, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    if chosen == "active_config":
        write("active_config", "gone")
    else:
        monkeypatch.setenv(chosen, "gone" if chosen == "ANTHROPIC_PROFILE" else str(config_dir))

    with pytest.raises(CredentialsError, match="there is no configuration"):
        default_credentials()


def test_a_default_profile_that_is_broken_is_passed_over(write: Write) -> None:
    write("configs/default.json", "{")

    assert default_credentials() is None
