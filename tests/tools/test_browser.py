"""The browser toolset, by a small browser: pages that are texts, and links between them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from both import Both
from claude_client import ToolError
from claude_client.sandbox import Sandbox
from claude_client.tools.browser import (
    BROWSER,
    AsyncBrowserToolset,
    BrowserState,
    BrowserToolset,
    DialogDismissed,
    NavigateResult,
    NavigationRefused,
    TabMissingError,
    UploadRefusedError,
    URLRefusedError,
)
from claude_client.tools.policies import AllowedHosts, LocalFilePolicy, ToolsetCallContext
from claude_client.tools.toolset_errors import ToolsetConfigError, ToolsetContractError

PAGES = {"https://example.com/": "Welcome", "https://example.com/about": "About us"}


class TextBrowser(BrowserToolset):
    """Shows texts, and has the members that such a browser can have."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.tabs: dict[str, str] = {"tab_1": "about:blank"}
        self.active = "tab_1"
        self.changes: list[Any] = []
        self.uploaded: list[str] = []

    def _browser_state(self, context: Any) -> BrowserState:
        changes, self.changes = self.changes, []
        tabs: list[Any] = [
            {"tab_id": id, "url": url, "title": PAGES.get(url, ""), "active": id == self.active}
            for id, url in self.tabs.items()
        ]
        return BrowserState(tabs=tabs, state_changes=changes)

    def navigate(self, context: Any, input: Any) -> NavigateResult:
        self.tabs[input.tab_id or self.active] = input.url
        return NavigateResult(url=input.url, status=200 if input.url in PAGES else 404, title=PAGES.get(input.url))

    def get_page_text(self, context: Any, input: Any) -> str:
        return PAGES.get(self.tabs[self.active], "")

    def list_tabs(self, context: Any, input: Any) -> None:
        return None

    def new_tab(self, context: Any, input: Any) -> None:
        self.active = f"tab_{len(self.tabs) + 1}"
        self.tabs[self.active] = "about:blank"
        self.changes.append({"type": "tab_opened", "tab_id": self.active})

    def switch_tab(self, context: Any, input: Any) -> None:
        if input.tab_id not in self.tabs:
            raise TabMissingError
        self.active = input.tab_id

    def file_upload(self, context: Any, input: Any) -> None:
        self.uploaded += input.paths or []

    def javascript_exec(self, context: Any, input: Any) -> str:
        return "2"


class AsyncTextBrowser(AsyncBrowserToolset):
    """The same on an event loop."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.browser = TextBrowser(**options)

    async def _browser_state(self, context: Any) -> BrowserState:
        return self.browser._browser_state(context)

    async def navigate(self, context: Any, input: Any) -> NavigateResult:
        return self.browser.navigate(context, input)

    async def get_page_text(self, context: Any, input: Any) -> str:
        return self.browser.get_page_text(context, input)


ALLOWED = AllowedHosts("example.com")


def allow(about: Any) -> bool:
    return True


def run(both: Both, told: Sandbox, toolset: Any, *calls: tuple[str, dict[str, Any]]) -> list[Any]:
    """The results of calls, each in a message of its own: behind one that failed, others of a message are not run."""
    for number, (name, input) in enumerate(calls):
        block = {"type": "tool_use", "id": f"toolu_{number}", "name": name, "input": input, "toolset_name": "browser"}
        told.reply(content=[block], stop_reason="tool_use")
    told.reply("Done.")

    def body(client: Any) -> Any:
        messages: Any = [{"role": "user", "content": "Browse."}]
        runner = client.messages.run_tools(
            model="claude-opus-5", max_tokens=1000, messages=messages, tools=[toolset], max_iterations=None
        )
        yield runner.until_done()
        return runner.messages

    turns = both.run(body)
    return [turn["content"][0] for turn in turns if turn["role"] == "user"][1:]


def texts(result: Any) -> str:
    content = result["content"]
    if isinstance(content, str):
        return content
    return "\n".join(block["text"] for block in content if block["type"] == "text")


def state_of(result: Any) -> Any:
    (state,) = [block for block in result["content"] if block["type"] == "browser_state"]
    return state


@pytest.mark.parametrize("kind", [TextBrowser, AsyncTextBrowser])
def test_each_result_ends_with_the_state_of_the_browser(both: Both, told: Sandbox, kind: Any) -> None:
    if kind is AsyncTextBrowser and not both.is_async:
        pytest.skip("it belongs to an event loop")

    went, read = run(
        both, told, kind(url_policy=ALLOWED), ("navigate", {"url": "https://example.com/"}), ("get_page_text", {})
    )

    assert "https://example.com/ (status 200): Welcome" in texts(went)
    assert texts(read) == "Welcome"
    tab = {"tab_id": "tab_1", "url": "https://example.com/", "title": "Welcome", "active": True}
    assert state_of(read) == {"type": "browser_state", "tabs": [tab]}
    assert went["content"][-1]["type"] == "browser_state"


@pytest.mark.parametrize("policy", [None, AllowedHosts(), AllowedHosts("example.org")])
def test_an_address_is_refused_unless_a_policy_allows_it(policy: Any) -> None:
    toolset = TextBrowser(url_policy=policy)

    with pytest.raises(URLRefusedError, match="allow"):
        toolset.call(ToolsetCallContext(), "navigate", {"url": "https://example.com/"})

    assert toolset.tabs == {"tab_1": "about:blank"}


def test_a_policy_knows_which_call_it_is_asked_about(both: Both, told: Sandbox) -> None:
    asked: list[Any] = []

    async def policy(about: Any, url: str) -> None:
        asked.append((about.member, about.tab_id, about.tool_use_id, url))
        if url.endswith("about"):
            raise ToolError("Not that page.")

    calls = [("navigate", {"url": "https://example.com/", "tab_id": "tab_1"}), ("navigate", {"url": "https://x/about"})]
    _, refused = run(both, told, TextBrowser(url_policy=policy), *calls)

    assert texts(refused) == "Not that page."
    assert asked == [
        ("navigate", "tab_1", "toolu_0", "https://example.com/"),
        ("navigate", None, "toolu_1", "https://x/about"),
    ]


def test_tabs_and_what_happened_are_told(both: Both, told: Sandbox) -> None:
    toolset = TextBrowser(url_policy=ALLOWED)
    toolset.changes += [
        NavigationRefused(),
        DialogDismissed(kind="alert", message="Hello"),
        {"type": "download_completed", "download_id": "d1", "url": "https://example.com/f", "path": "/secret/f"},
    ]

    opened, missing, listed = run(
        both, told, toolset, ("new_tab", {}), ("switch_tab", {"tab_id": "x"}), ("list_tabs", {})
    )

    assert "not allowed" in texts(opened)
    assert "alert" in texts(opened)
    state = state_of(opened)
    assert [tab["tab_id"] for tab in state["tabs"] if tab["active"]] == ["tab_2"]
    assert state["state_changes"] == [
        {"type": "download_completed", "download_id": "d1", "url": "https://example.com/f"},
        {"type": "tab_opened", "tab_id": "tab_2"},
    ]
    assert missing["is_error"]
    assert texts(listed) == ""
    assert "state_changes" not in state_of(listed)


def test_a_path_is_hidden_where_the_policy_fails(tmp_path: Path) -> None:
    class Failing(LocalFilePolicy):
        def is_path_visible(self, path: str) -> bool:
            raise RuntimeError(path)

    toolset = TextBrowser(file_policy=Failing(download_dir=tmp_path, expose_download_paths=True))
    completed = {"type": "download_completed", "download_id": "d", "url": "https://x/", "path": str(tmp_path / "f")}
    toolset.changes.append(completed)

    (state,) = toolset.call(ToolsetCallContext(), "list_tabs", {})

    assert "path" not in state["state_changes"][0]


def test_a_state_holds_what_the_api_takes_and_no_more() -> None:
    toolset = TextBrowser()
    started = {"type": "download_started", "download_id": "d", "url": "https://x/", "filename": "f"}
    toolset.changes.append(started)

    (state,) = toolset.call(ToolsetCallContext(), "list_tabs", {})

    assert state["state_changes"] == [{"type": "download_started", "download_id": "d", "url": "https://x/"}]
    for change in ({"type": "download_started", "url": "https://x/"}, {"type": "vanished"}):
        toolset.changes.append(change)
        with pytest.raises(ToolsetContractError, match="returned an invalid state"):
            toolset.call(ToolsetCallContext(), "list_tabs", {})


def test_dangerous_members_are_off_and_need_confirm() -> None:
    offered: Any = TextBrowser().to_dict()
    assert offered["type"] == "browser_toolset_20260801"
    assert "javascript_exec" not in offered["configs"]  # the API has it off
    assert offered["configs"]["left_click"] == {"enabled": False}
    for name in ("javascript_exec", "file_upload"):
        configs: Any = {name: {"enabled": True}}
        with pytest.raises(ToolsetConfigError, match=f"{name} can be on only with confirm="):
            TextBrowser(configs=configs)
        assert TextBrowser(configs=configs, confirm=allow).to_dict()["configs"][name] == {"enabled": True}  # type: ignore[literal-required, index]
    assert len(BROWSER.inputs) == 31


def test_confirm_is_told_the_page_that_the_model_saw(both: Both, told: Sandbox) -> None:
    asked: list[Any] = []

    def confirm(about: Any) -> bool:
        asked.append((about.member, about.tab_id, about.tab_url))
        return about.member == "navigate"

    toolset = TextBrowser(url_policy=ALLOWED, confirm=confirm, configs={"javascript_exec": {"enabled": True}})
    _, denied = run(
        both, told, toolset, ("navigate", {"url": "https://example.com/"}), ("javascript_exec", {"text": "1 + 1"})
    )

    assert asked == [("navigate", None, None), ("javascript_exec", "tab_1", "https://example.com/")]
    assert denied["is_error"]


def test_files_are_uploaded_only_from_where_the_policy_says(tmp_path: Path) -> None:
    for name in ("open", "closed"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file.txt").write_text("x")
    (tmp_path / "open" / "link.txt").symlink_to(tmp_path / "closed" / "file.txt")
    configs: Any = {"file_upload": {"enabled": True}}
    target = {"type": "ref", "ref": "e1"}

    def upload(toolset: TextBrowser, **given: Any) -> None:
        toolset.call(ToolsetCallContext(), "file_upload", {"target": target, **given})

    toolset = TextBrowser(confirm=allow, configs=configs, file_policy=LocalFilePolicy(upload_roots=[tmp_path / "open"]))
    without = TextBrowser(confirm=allow, configs=configs)
    upload(toolset, paths=[str(tmp_path / "open" / "file.txt")])
    for name in ("closed/file.txt", "open/link.txt"):
        with pytest.raises(UploadRefusedError):
            upload(toolset, paths=[str(tmp_path / name)])
    with pytest.raises(UploadRefusedError):
        upload(toolset, document_ids=["doc_1"])
    with pytest.raises(UploadRefusedError):
        upload(without, paths=[str(tmp_path / "open" / "file.txt")])

    assert toolset.uploaded == [str(tmp_path / "open" / "file.txt")]
    assert without.uploaded == []


def test_a_download_is_seen_where_the_policy_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    policy = LocalFilePolicy(download_dir=tmp_path, expose_download_paths=True)
    toolset = TextBrowser(file_policy=policy)
    for path in (tmp_path / "file", "/etc/hostname"):
        toolset.changes.append(
            {"type": "download_completed", "download_id": "d", "url": "https://x/", "path": str(path)}
        )

    (state,) = toolset.call(ToolsetCallContext(), "list_tabs", {})

    assert [change.get("path") for change in state["state_changes"]] == [str(tmp_path / "file"), None]
