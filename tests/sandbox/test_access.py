"""Who may call: the names of the sandbox itself, pages of allowed origins, and the owner's key while that spends money."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from both import Both
from claude_client import Client
from claude_client.sandbox import ADMIN_API_KEY, API_KEY, Sandbox

from .asking import body
from .conftest import HEADERS

PAGE = "http://page.example.com"
PATHS = ["/v1/models", "/_sandbox/requests", "/"]


def port(sandbox: Sandbox) -> str:
    return sandbox.url.rpartition(":")[2]


@pytest.fixture(scope="module")
def open_to_some() -> Iterator[Sandbox]:
    with Sandbox(allowed_hosts=["sandbox", "other.test:9000"], allowed_origins=[PAGE]) as running:
        yield running


# ---- hosts


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "host", ["localhost:{}", "127.0.0.1:{}", "127.1.2.3:{}", "[::1]:{}", "LOCALHOST.:{}", "a.localhost:{}"]
)
def test_names_of_the_loopback_interface_are_served(sandbox: Sandbox, host: str, path: str) -> None:
    response = httpx.get(sandbox.url + path, headers=HEADERS | {"host": host.format(port(sandbox))})

    assert response.status_code == 200


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "host",
    [
        "sandbox.example.com:{}",
        "localhost.example.com:{}",
        "127.0.0.1.example.com:{}",
        "example.com",
        "192.0.2.1:{}",
        "localhost:1",
        "127.0.0.1@example.com:{}",
        "localhost:port",
        "",
    ],
)
def test_a_request_for_another_host_is_refused(sandbox: Sandbox, host: str, path: str) -> None:
    response = httpx.get(sandbox.url + path, headers=HEADERS | {"host": host.format(port(sandbox))})

    assert response.status_code == 403
    assert response.json()["error"]["type"] == "permission_error"
    assert response.json()["error"]["message"].startswith("Host: ")


@pytest.mark.parametrize("host", ["sandbox:{}", "sandbox:80", "sandbox", "SANDBOX:{}", "other.test:9000"])
def test_a_host_that_was_allowed_is_served(open_to_some: Sandbox, host: str) -> None:
    headers = HEADERS | {"host": host.format(port(open_to_some))}

    assert httpx.get(f"{open_to_some.url}/v1/models", headers=headers).status_code == 200


@pytest.mark.parametrize("host", ["other.test:9001", "other.test", "third.test:{}"])
def test_a_host_beside_those_that_were_allowed_is_refused(open_to_some: Sandbox, host: str) -> None:
    headers = HEADERS | {"host": host.format(port(open_to_some))}

    assert httpx.get(f"{open_to_some.url}/v1/models", headers=headers).status_code == 403


def test_a_sandbox_that_listens_on_every_address_is_called_by_its_url() -> None:
    with Sandbox(host="0.0.0.0") as sandbox:
        response = httpx.get(f"{sandbox.url}/v1/models", headers=HEADERS)
        other = httpx.get(f"{sandbox.url}/v1/models", headers=HEADERS | {"host": "page.example.com"})

    assert (response.status_code, other.status_code) == (200, 403)


# ---- origins


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": PAGE},
        {"origin": "null"},
        {"origin": "http://localhost:1"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"},
        {"sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script"},
        {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"},
    ],
)
def test_pages_of_other_sites_are_refused(sandbox: Sandbox, headers: dict[str, str], path: str) -> None:
    response = httpx.get(sandbox.url + path, headers=HEADERS | headers)

    assert response.status_code == 403
    assert not [name for name in response.headers if name.startswith("access-control-")]


def test_a_preflight_of_another_site_is_refused(sandbox: Sandbox) -> None:
    asked = {"origin": PAGE, "access-control-request-method": "POST", "access-control-request-headers": "x-api-key"}

    response = httpx.options(f"{sandbox.url}/v1/messages", headers=asked)

    assert response.status_code == 403
    assert not [name for name in response.headers if name.startswith("access-control-")]


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "none", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"},
        {"sec-fetch-site": "same-origin"},
    ],
)
def test_what_a_browser_opens_itself_is_served(sandbox: Sandbox, headers: dict[str, str]) -> None:
    assert httpx.get(f"{sandbox.url}/v1/models", headers=HEADERS | headers).status_code == 200


def test_a_page_of_the_sandbox_itself_may_call(sandbox: Sandbox) -> None:
    response = httpx.post(f"{sandbox.url}/v1/messages", headers=HEADERS | {"origin": sandbox.url}, json=body())

    assert response.status_code == 200


def test_a_link_leads_to_the_status_page(sandbox: Sandbox) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}

    assert httpx.get(sandbox.url, headers=headers).status_code == 200
    assert httpx.post(sandbox.url, headers=headers).status_code == 403
    assert httpx.get(f"{sandbox.url}/v1/models", headers=HEADERS | headers).status_code == 403


def test_a_page_whose_origin_was_allowed_may_call_the_api(open_to_some: Sandbox) -> None:
    asked = {"origin": PAGE, "access-control-request-method": "POST", "access-control-request-headers": "x-api-key"}
    preflight = httpx.options(f"{open_to_some.url}/v1/messages", headers=asked)
    response = httpx.get(
        f"{open_to_some.url}/v1/models", headers=HEADERS | {"origin": PAGE, "sec-fetch-site": "cross-site"}
    )

    assert preflight.status_code == 200
    assert "x-api-key" in preflight.headers["access-control-allow-headers"]
    assert response.headers["access-control-allow-origin"] == PAGE
    assert response.headers["access-control-expose-headers"] == "*"


def test_a_page_whose_origin_was_allowed_learns_nothing_of_the_sandbox_itself(open_to_some: Sandbox) -> None:
    assert httpx.get(f"{open_to_some.url}/_sandbox/requests", headers={"origin": PAGE}).status_code == 403


def test_every_origin_can_be_allowed() -> None:
    with Sandbox(allowed_origins=["*"]) as sandbox:
        response = httpx.get(f"{sandbox.url}/v1/models", headers=HEADERS | {"origin": "http://any.test"})

    assert response.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("params", "message"),
    [
        (
            {"allowed_origins": ["localhost:3000"]},
            "allowed_origins: invalid origin 'localhost:3000': expected a scheme",
        ),
        ({"allowed_origins": ["http://a/path"]}, "invalid origin 'http://a/path'"),
        ({"allowed_hosts": ["http://a"]}, "allowed_hosts: invalid host 'http://a': expected a name"),
        ({"api_keys": ["sk-ant-a", ""]}, "api_keys: a key is empty"),
    ],
)
def test_what_can_not_be_allowed_is_said_when_the_sandbox_is_made(params: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Sandbox(**params)


def test_one_text_is_not_taken_for_a_list_of_hosts() -> None:
    with pytest.raises(TypeError, match="expected a list"):
        Sandbox(allowed_hosts="sandbox")


# ---- keys


@pytest.mark.parametrize("key", ["x", "dummy", "test-key", "sk-ant-short", API_KEY])
def test_any_key_is_taken(both: Both, told: Sandbox, key: str) -> None:
    message = both.run(lambda client: client.messages.create(**body()), api_key=key)

    assert message.role == "assistant"


def test_only_a_key_with_the_beginning_of_admin_keys_is_one(sandbox: Sandbox) -> None:
    responses = [
        httpx.get(f"{sandbox.url}/v1/organizations/me", headers=HEADERS | {"x-api-key": key})
        for key in ("dummy", "sk-ant-admin", ADMIN_API_KEY, sandbox.admin_api_key)
    ]

    assert [response.status_code for response in responses] == [403, 200, 200, 200]
    assert "sk-ant-admin" in responses[0].json()["error"]["message"]


def test_a_sandbox_with_keys_takes_no_other() -> None:
    with Sandbox(api_keys=["one", "sk-ant-admin-two"]) as sandbox:
        statuses = [
            httpx.get(f"{sandbox.url}/v1/models", headers=HEADERS | {"x-api-key": key}).status_code
            for key in ("one", "dummy", API_KEY)
        ]

        assert (sandbox.api_key, sandbox.admin_api_key) == ("one", "sk-ant-admin-two")
    assert statuses == [200, 401, 401]


def test_a_recording_with_a_real_key_takes_only_the_key_of_the_sandbox(
    told: Sandbox, sandbox: Sandbox, tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    keys = ["", "dummy", API_KEY, "sk-ant-api03-real", told.api_key]

    with told.record(upstream=sandbox.url, path=path, api_key="sk-ant-api03-real"):
        before = len(sandbox.requests)
        responses = [httpx.get(f"{told.url}/v1/models", headers=HEADERS | {"x-api-key": key}) for key in keys]

    assert [response.status_code for response in responses] == [401, 401, 401, 401, 200]
    assert "sandbox.api_key" in responses[1].json()["error"]["message"].lower()
    assert len(sandbox.requests) == before + 1
    assert told.api_key not in path.read_text()


def test_a_recording_with_a_real_key_takes_no_credentials_of_a_platform(
    told: Sandbox, sandbox: Sandbox, tmp_path: Path
) -> None:
    beta = {"anthropic-beta": "oauth-2025-04-20"}
    grant = {"grant_type": "refresh_token", "refresh_token": "r", "client_id": "c"}
    token = httpx.post(f"{told.url}/v1/oauth/token", json=grant, headers=beta).json()["access_token"]
    headers = {"anthropic-version": "2023-06-01", "authorization": f"Bearer {token}", **beta}
    assert httpx.get(f"{told.url}/v1/models", headers=headers).status_code == 200

    with told.record(upstream=sandbox.url, path=tmp_path / "a.json", api_key="sk-ant-api03-real"):
        response = httpx.get(f"{told.url}/v1/models", headers=headers)
        exchanged = httpx.post(f"{told.url}/v1/oauth/token", json=grant, headers=beta)

    assert (response.status_code, exchanged.status_code) == (401, 401)


def test_the_key_of_each_sandbox_is_another_one(told: Sandbox, sandbox: Sandbox) -> None:
    assert told.api_key != sandbox.api_key
    assert told.api_key == told.api_key


# ---- files

modes = pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@modes
@pytest.mark.parametrize("is_there", [False, True])
def test_the_state_is_for_its_owner_alone(tmp_path: Path, is_there: bool) -> None:
    path = tmp_path / "state.db"
    if is_there:
        with Sandbox(db=path) as sandbox:
            assert sandbox.url
        path.chmod(0o644)

    umask = os.umask(0)
    try:
        with Sandbox(db=path) as sandbox, Client(base_url=sandbox.url, api_key="x") as client:
            client.beta.files.upload(file=("a.txt", b"text"))
            modes = {file.name: mode(file) for file in tmp_path.iterdir()}
    finally:
        os.umask(umask)

    assert modes == {"state.db": 0o600, "state.db-wal": 0o600, "state.db-shm": 0o600}


@modes
def test_files_beside_the_state_that_were_left_are_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    for suffix in ("", "-wal", "-shm"):
        (tmp_path / f"state.db{suffix}").touch(0o666)

    with Sandbox(db=path) as sandbox:
        assert sandbox.url

        assert {mode(file) for file in tmp_path.iterdir()} == {0o600}


@modes
def test_a_recording_is_for_its_owner_alone(told: Sandbox, sandbox: Sandbox, tmp_path: Path) -> None:
    path = tmp_path / "recordings" / "a.json"
    path.parent.mkdir()
    path.write_text("{}")
    path.chmod(0o644)

    with told.record(upstream=sandbox.url, path=path):
        httpx.get(f"{told.url}/v1/models", headers=HEADERS)

    assert mode(path) == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["a.json"]


def test_state_in_memory_makes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with Sandbox(db=":memory:") as sandbox:
        assert httpx.get(f"{sandbox.url}/v1/models", headers=HEADERS).status_code == 200

    assert list(tmp_path.iterdir()) == []
