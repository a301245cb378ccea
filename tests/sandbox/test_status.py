"""The page at `/`, as it is sent and as a browser shows it."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest

from claude_client import Client, RateLimitError
from claude_client.sandbox import API_KEY, Sandbox
from claude_client.sandbox.faults import parse
from claude_client.sandbox.status import BUTTONS, WHEN_TOOLS_ARE_CALLED

from .asking import body

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SECRET = "sk-ant-api03-planted-in-a-prompt"


class Words(HTMLParser):
    """What a page says, and the addresses in it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.addresses: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "action")]

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.text += data + " "


def words(url: str) -> str:
    page = Words()
    page.feed(httpx.get(url).text)
    return " ".join(page.text.split())


def test_the_page_of_a_sandbox_that_was_not_called_says_so(told: Sandbox) -> None:
    said = words(told.url)

    assert "0 requests" in said
    assert "Faults in force None." in said
    assert "What was called Nothing yet." in said


def test_the_page_tells_what_was_called(told: Sandbox, client: Client) -> None:
    told.reply("Hello <b>Ada</b>")
    client.messages.create(**body("Who are <i>you</i>?"))
    with client.messages.stream(**body("And now?", model="claude-haiku-4-5")) as stream:
        streamed = stream.get_final_text()
    client.files.delete(client.files.upload(file=("a.txt", b"a")).id)

    said = words(told.url)

    assert "4 requests" in said
    assert re.search(r"POST /v1/messages claude-opus-5 200 \d+ Who are <i>you</i>\? Hello <b>Ada</b>", said)
    assert re.search(rf"claude-haiku-4-5 200 \d+ And now\? {re.escape(streamed[:60])}", said)
    assert re.search(r"POST /v1/messages 2 0 \d+", said)
    assert "DELETE /v1/files/{id} 1 0" in said


def test_the_page_tells_of_faults_and_of_what_failed(told: Sandbox, client: Client) -> None:
    told.fail(429, times=3, path="/v1/messages")
    told.when(model="claude-haiku-*").reply("Soon")
    with pytest.raises(RateLimitError):
        client.messages.create(**body())

    said = words(told.url)

    assert "429; path=/v1/messages; times=3 : 2 times more, met once" in said
    assert "'Soon' when model=claude-haiku-*" in said
    assert re.search(r"POST /v1/messages 1 1 \d+", said)
    assert "fault: 429; path=/v1/messages; times=3" in said


def test_the_page_tells_where_responses_come_from(told: Sandbox, tmp_path: Path) -> None:
    with told.record(upstream="http://127.0.0.1:1", path=tmp_path / "a.json"):
        assert f"Responses come from http://127.0.0.1:1 and are recorded in {tmp_path}"[:80] in words(told.url)

    assert "Responses are its own." in words(told.url)


def test_the_page_shows_beginnings_and_no_secrets(told: Sandbox, client: Client) -> None:
    told.reply(f"{SECRET} " + "long " * 2000)
    client.messages.create(**body(f"My key is {SECRET}. " + "A long question. " * 100 + "The end."))

    page = httpx.get(told.url).text

    assert "My key is [removed]. A long question." in page
    assert "The end." not in page
    assert page.count("long ") < 40
    assert SECRET not in page
    assert API_KEY not in page


def test_the_page_loads_nothing_and_is_for_no_other_site(told: Sandbox) -> None:
    page = Words()
    response = httpx.get(told.url, headers={"origin": "https://example.com"})
    page.feed(httpx.get(told.url).text)

    assert {*page.addresses} == {"data:,", "/"}, "buttons post to the page itself"
    assert "default-src 'none'" in httpx.get(told.url).headers["content-security-policy"]
    assert response.status_code == 403
    assert "form-action 'self'" in httpx.get(told.url).headers["content-security-policy"]
    assert httpx.put(told.url).status_code == 405


def test_a_fault_can_be_clicked_and_ended(told: Sandbox, client: Client) -> None:
    clicked = httpx.post(told.url, data={"fault": "529"})

    assert (clicked.status_code, clicked.headers["location"]) == (303, "/")
    assert "529 : once more" in words(told.url)
    httpx.post(told.url, data={"fault": ""})
    assert "Faults in force None." in words(told.url)


def test_every_button_is_a_fault(told: Sandbox) -> None:
    for fault in BUTTONS:
        assert httpx.post(told.url, data={"fault": fault}).status_code == 303
        assert str(parse(fault)) in words(told.url)


@pytest.mark.parametrize("data", [{"fault": "refused"}, {"other": "1"}, {}])
def test_only_what_has_a_button_can_be_clicked(told: Sandbox, data: dict[str, str]) -> None:
    assert httpx.post(told.url, data=data).status_code == 400


def test_a_page_of_another_site_cannot_click(told: Sandbox) -> None:
    for headers in ({"origin": "https://example.com"}, {"sec-fetch-site": "cross-site"}):
        assert httpx.post(told.url, data={"fault": "529"}, headers=headers).status_code == 403


def test_the_page_tells_what_was_spent_today(told: Sandbox, client: Client) -> None:
    used = [client.messages.create(**body(f"Question {number}")).usage for number in range(2)]

    said = words(told.url)

    tokens = f"{sum(each.input_tokens for each in used)} {sum(each.output_tokens for each in used)}"
    assert re.search(rf"claude-opus-5 2 {tokens} 0\.00\d\d", said)


@pytest.mark.parametrize(
    ("question", "told_of"), [("The weather?", "[calls get_weather]"), ("Hello", "[calls no tool]")]
)
def test_the_page_tells_whether_a_tool_is_called_and_when(
    told: Sandbox, client: Client, question: str, told_of: str
) -> None:
    tool = {"name": "get_weather", "input_schema": {"type": "object"}}
    client.messages.create(**body(question, tools=[tool]))
    with client.messages.stream(**body(question, tools=[tool])) as stream:
        stream.until_done()

    said = words(told.url)

    assert said.count(told_of) == 2
    assert WHEN_TOOLS_ARE_CALLED in said


def test_the_page_is_not_among_the_requests(told: Sandbox) -> None:
    httpx.get(told.url)

    assert told.requests == []


def browse(url: str, *options: str) -> bytes:
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            f"--user-data-dir={profile}",
            *options,
            url,
        ]
        return subprocess.run(command, capture_output=True, timeout=120, check=True).stdout


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
@pytest.mark.parametrize("width", [500, 1200])
def test_a_browser_shows_the_page(told: Sandbox, client: Client, tmp_path: Path, width: int) -> None:
    told.fail(529, path="/v1/complete")
    client.messages.create(**body("A very-long-word" + "-without-a-break" * 30))
    picture = tmp_path / "page.png"

    shown = browse(told.url, "--dump-dom").decode()
    browse(told.url, f"--window-size={width},800", "--hide-scrollbars", f"--screenshot={picture}")

    assert "<code>529; path=/v1/complete</code>" in shown
    assert "A very-long-word" in shown
    data = picture.read_bytes()
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (width, 800)
