"""The browser driver, in headless Chromium against pages of this test; left out where there is none."""

from __future__ import annotations

import base64
import os
import shutil
import socket
import ssl
import struct
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import anyio
import pytest
import trustme

from both import Both
from claude_client import ToolError
from claude_client.sandbox import Sandbox
from claude_client.tools.chromium import AsyncChromiumBrowser, ChromiumBrowser
from claude_client.tools.policies import AllowedHosts, LocalFilePolicy, ToolsetCallContext
from claude_client.tools.toolset_errors import TabMissingError, ToolsetConfigError, UploadRefusedError, URLRefusedError

pytest.importorskip("playwright")
if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
    pytest.skip("there is no Chromium on the PATH", allow_module_level=True)

SHOP = """<!doctype html><title>Shop</title><h1>Shop</h1>
<a href="/cart">Cart</a> <a href="http://localhost:{port}/cart">Elsewhere</a> <a href="/leave">Leaving</a>
<a href="/cart" target="_blank">In a tab</a> <a href="/report.csv" download>Report</a>
<button onclick="alert('Sale!')">Offers</button>
<form action="/ordered"><label>Name <input name="name"></label>
<select name="size" aria-label="Size"><option value="s">Small<option value="l">Large</select>
<label><input type="checkbox" name="gift"> Gift</label><input type="range" name="count" min="1" max="9" aria-label="Count">
<input type="file" name="note" aria-label="Note" multiple><input type="password" name="pin" aria-label="PIN" value="1234">
<button>Order</button></form>
<canvas id="pad" width="200" height="100" style="background:#eee"></canvas><p id="said"></p>
<iframe src="/frame" title="Chat"></iframe>
<div style="height:4000px"></div><p>The end</p>
<script>
  const said = document.getElementById("said"), pad = document.getElementById("pad");
  for (const kind of ["mousedown", "mouseup", "click", "dblclick", "contextmenu", "auxclick", "mouseover"])
    pad.addEventListener(kind, (event) => {{
      said.textContent += ` ${{kind}}:${{event.button}}${{event.shiftKey ? "+shift" : ""}}`;
      event.preventDefault();
    }});
  document.addEventListener("keydown", (event) => {{ if (event.target === document.body) said.textContent += ` ${{event.key}}`; }});
  console.log("the shop is open");
</script>"""
FRAME = "<title>Chat</title><button onclick=\"this.textContent = 'Hello from the frame'\">Say hello</button>"


class Pages:
    """A server of pages, once open and once encrypted, and the requests that it got."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []
        self.denied: set[str] = set()
        """Paths that the policy does not allow."""
        pages = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                pages.seen.append((self.headers["Host"].partition(":")[0], self.path))
                status, kind, body = pages.respond(self.path)
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", body)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body.encode())))
                self.end_headers()
                self.wfile.write(body.encode())

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.servers = [ThreadingHTTPServer(("127.0.0.1", 0), Handler) for _ in range(2)]
        self.port, self.tls_port = (server.server_port for server in self.servers)
        self.url, self.tls_url = f"http://127.0.0.1:{self.port}", f"https://127.0.0.1:{self.tls_port}"
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        trustme.CA().issue_cert("127.0.0.1", "localhost").configure_cert(tls)
        self.servers[1].socket = tls.wrap_socket(self.servers[1].socket, server_side=True)
        for server in self.servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()

    def policy(self, about: Any, url: str) -> None:
        hosts = AllowedHosts(f"127.0.0.1:{self.port}", f"127.0.0.1:{self.tls_port}", schemes=["http", "https"])
        hosts(about, url)
        if urlsplit(url).path in self.denied:
            raise URLRefusedError("Not that page.")

    def close(self) -> None:
        for server in self.servers:
            server.shutdown()
            server.server_close()

    def respond(self, path: str) -> tuple[int, str, str]:
        if path.startswith("/leave"):
            target = {"/leave-secretly": f"https://localhost:{self.tls_port}/cart", "/leave-inside": "/cart"}
            return 302, "text/plain", target.get(path, f"http://localhost:{self.port}/cart")
        if path == "/report.csv":
            return 200, "text/csv", "a,b\n"
        page = path.partition("?")[0]
        found = {
            "/": SHOP.format(port=self.port),
            "/frame": FRAME,
            "/cart": "<title>Cart</title><p>Your cart is empty.</p>",
            "/ordered": f"<title>Ordered</title><p>{path}</p>",
        }
        return (200 if page in found else 404), "text/html", found.get(page, "<title>Missing</title>")


@pytest.fixture(scope="module")
def pages() -> Iterator[Pages]:
    pages = Pages()
    yield pages
    pages.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("files")
    for name in ("up", "down"):
        (directory / name).mkdir()
    (directory / "up" / "note.txt").write_text("a note")
    return directory


def options(pages: Pages, files: Path) -> dict[str, Any]:
    dangerous = ("file_upload", "javascript_exec", "read_console", "read_network")
    return {
        "url_policy": pages.policy,
        "file_policy": LocalFilePolicy(
            upload_roots=[files / "up"], download_dir=files / "down", expose_download_paths=True
        ),
        "confirm": lambda about: True,
        "configs": {name: {"enabled": True} for name in dangerous},
        # Chromium refuses to protect itself as root.
        "sandbox": os.geteuid() != 0,
        "viewport": (800, 600),
        "args": ["--ignore-certificate-errors"],
    }


@pytest.fixture(scope="module")
def browser(pages: Pages, files: Path) -> Iterator[ChromiumBrowser]:
    with ChromiumBrowser(**options(pages, files)) as browser:
        yield browser


class User:
    """Calls members, as a model does."""

    def __init__(self, browser: ChromiumBrowser, pages: Pages) -> None:
        self.browser = browser
        self.pages = pages
        self.state: Any = None

    def __call__(self, name: str, **input: Any) -> str:
        content = self.browser.call(ToolsetCallContext(), name, input)
        self.state = content[-1]
        return "\n".join(block.get("text", "") for block in content).strip()

    def picture(self, name: str, **input: Any) -> tuple[int, int]:
        """The size of a picture."""
        image = self.browser.call(ToolsetCallContext(), name, input)[0]["source"]
        data = base64.b64decode(image["data"])
        assert (image["media_type"], data[:4]) == ("image/png", b"\x89PNG")
        width, height = struct.unpack(">II", data[16:24])
        return width, height

    def ref(self, query: str) -> dict[str, str]:
        """The element that fits best, as a target."""
        found = self("find", query=query)
        return {"type": "ref", "ref": found.partition("[ref=")[2].partition("]")[0]}

    @property
    def tab(self) -> Any:
        (tab,) = [tab for tab in self.state["tabs"] if tab["active"]]
        return tab

    def run(self, script: str) -> str:
        return self("javascript_exec", text=script)

    def said(self) -> str:
        return self.run("document.getElementById('said').textContent")

    def at(self, element: str) -> dict[str, Any]:
        """A place in the middle of an element."""
        x, y = self.run(
            f"(b => [b.x + b.width / 2, b.y + b.height / 2].map(Math.round).join())(document.querySelector('{element}')"
            ".getBoundingClientRect())"
        ).split(",")
        return {"type": "coordinate", "x": int(x), "y": int(y)}


@pytest.fixture
def user(browser: ChromiumBrowser, pages: Pages) -> User:
    """On the page of the shop, in the only tab."""
    user = User(browser, pages)
    pages.denied.clear()
    user("list_tabs")
    for tab in user.state["tabs"][1:]:
        user("close_tab", tab_id=tab["tab_id"])
    user("navigate", url=pages.url)
    return user


# ---- a session ----------------------------------------------------------------------------------------------


def test_a_model_orders_something_in_ten_steps(
    both: Both, told: Sandbox, pages: Pages, files: Path, browser: ChromiumBrowser
) -> None:
    toolset: Any = AsyncChromiumBrowser(**options(pages, files)) if both.kind == "asyncio" else browser
    steps: list[tuple[str, dict[str, Any]]] = [
        ("navigate", {"url": pages.url}),
        ("screenshot", {}),
        ("read_page", {"filter": "interactive"}),
        ("find", {"query": "name textbox"}),
        ("left_click", {"target": "name"}),
        ("type", {"text": "Ada"}),
        ("form_input", {"target": "size", "value": "Large"}),
        ("form_input", {"target": "gift", "value": True}),
        ("left_click", {"target": "order"}),
        ("get_page_text", {}),
    ]
    labels = {"name": 'textbox "Name"', "size": 'combobox "Size"', "gift": 'checkbox "Gift"', "order": 'button "Order"'}
    refs: dict[str, str] = {}

    def body(client: Any) -> Any:
        conversation: list[Any] = [{"role": "user", "content": "Order a large gift for Ada."}]
        found: list[Any] = []
        for number, (name, input) in enumerate(steps):
            target = input.get("target")
            given = {**input, "target": {"type": "ref", "ref": refs[target]}} if target else input
            call = {
                "type": "tool_use",
                "id": f"toolu_{number}",
                "name": name,
                "input": given,
                "toolset_name": "browser",
            }
            told.reply(content=[call], stop_reason="tool_use")
            runner = client.messages.run_tools(
                model="claude-opus-5", max_tokens=1000, messages=conversation, tools=[toolset], max_iterations=1
            )
            yield runner.until_done()
            conversation = runner.messages
            (block,) = conversation[-1]["content"]
            found.append(block)
            if name == "read_page":
                text = block["content"][0]["text"]
                for each, label in labels.items():
                    line = next(line for line in text.splitlines() if line.startswith(label))
                    refs[each] = line.partition("[ref=")[2].partition("]")[0]
        if both.kind == "asyncio":
            yield toolset.close()
        return found

    results = both.run(body)

    assert [result.get("is_error") for result in results] == [None] * len(steps)
    assert results[1]["content"][0]["type"] == "image"
    assert all(result["content"][-1]["type"] == "browser_state" for result in results)
    assert "/ordered?name=Ada&size=l&gift=on" in results[-1]["content"][0]["text"]
    assert pages.seen[-1][1].startswith("/ordered?name=Ada&size=l&gift=on")


# ---- where it may go ----------------------------------------------------------------------------------------


def test_an_address_that_is_not_allowed_is_never_asked_for(user: User) -> None:
    user.pages.seen.clear()

    for url in (f"http://localhost:{user.pages.port}/", "file:///etc/hostname", "javascript:1", "data:text/html,x"):
        with pytest.raises(URLRefusedError):
            user("navigate", url=url)
    with pytest.raises(URLRefusedError, match="led to"):
        user("navigate", url=f"{user.pages.url}/leave")

    assert {host for host, _ in user.pages.seen} <= {"127.0.0.1"}


@pytest.mark.parametrize("link", ["Elsewhere", "Leaving"])
def test_a_link_or_redirect_to_an_address_that_is_not_allowed_leads_nowhere(user: User, link: str) -> None:
    user.pages.seen.clear()

    assert "not allowed" in user("left_click", target=user.ref(f"link {link}"))

    assert {host for host, _ in user.pages.seen} <= {"127.0.0.1"}
    assert not user.tab["url"].startswith("http://localhost")


@pytest.mark.parametrize(
    "script",
    [
        "await fetch('http://localhost:{port}/cart', {{mode: 'no-cors'}}).then(() => 'passed', () => 'blocked')",
        "await fetch('/leave', {{mode: 'no-cors'}}).then(() => 'passed', () => 'blocked')",
        "await new Promise(done => {{ const i = new Image(); i.onload = () => done('passed'); i.onerror = () => "
        "done('blocked'); i.src = 'http://localhost:{port}/cart'; }})",
        "await new Promise(done => {{ const s = new WebSocket('ws://localhost:{port}/'); s.onopen = () => "
        "done('passed'); s.onerror = () => done('blocked'); }})",
        "navigator.sendBeacon('http://localhost:{port}/cart') && 'blocked'",
        "await new Promise(done => {{ const w = new Worker(URL.createObjectURL(new Blob(["
        '\'fetch("http://localhost:{port}/cart").then(() => postMessage("passed"), () => postMessage("blocked"))\']'
        "))); w.onmessage = event => done(event.data); }})",
    ],
    ids=["fetch", "redirected fetch", "image", "socket", "beacon", "worker"],
)
def test_a_page_reaches_nothing_that_is_not_allowed(user: User, script: str) -> None:
    user.pages.seen.clear()

    # What is refused of a request that follows a redirect ends in a response that the page cannot read.
    assert user.run(script.format(port=user.pages.port)) in ("blocked", "passed")

    assert [path for host, path in user.pages.seen if host != "127.0.0.1"] == []


@pytest.mark.parametrize("kind", ["open", "encrypted"])
def test_a_policy_holds_for_paths_and_for_encrypted_pages(user: User, kind: str) -> None:
    url = user.pages.tls_url if kind == "encrypted" else user.pages.url
    assert "status 200" in user("navigate", url=url)
    user.pages.seen.clear()
    user.pages.denied = {"/cart"}

    with pytest.raises(URLRefusedError, match="Not that page"):
        user("navigate", url=f"{url}/cart")
    assert "not allowed" in user("left_click", target=user.ref("cart"))
    user("navigate", url=url)
    user.run("await fetch('/cart', {mode: 'no-cors'}).catch(() => 0)")
    with pytest.raises(URLRefusedError, match="led to"):
        user("navigate", url=f"{url}/leave-secretly")
    assert {path for _, path in user.pages.seen} <= {"/", "/frame", "/leave-secretly", "/favicon.ico"}
    assert {host for host, _ in user.pages.seen} == {"127.0.0.1"}
    # Which path a redirect leads to is seen too late where it is encrypted: the page is left again.
    with pytest.raises(URLRefusedError, match="led to"):
        user("navigate", url=f"{url}/leave-inside")
    assert kind == "encrypted" or "/cart" not in {path for _, path in user.pages.seen}


def test_without_a_policy_nothing_is_loaded(pages: Pages, browser: ChromiumBrowser) -> None:
    pages.seen.clear()
    nowhere = ChromiumBrowser(sandbox=False)

    with pytest.raises(URLRefusedError):
        nowhere.call(ToolsetCallContext(), "navigate", {"url": pages.url})
    nowhere.close()

    assert pages.seen == []


def test_the_proxy_serves_nobody_else(user: User) -> None:
    host, port = user.browser._driver._proxy.url.removeprefix("http://").split(":")

    def ask(request: bytes) -> bytes:
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(request)
            return connection.recv(4096).partition(b"\r\n")[0]

    target = user.pages.url.encode()
    assert ask(b"GET %s/ HTTP/1.1\r\nHost: x\r\n\r\n" % target) == b"HTTP/1.1 407 Proxy Authentication Required"
    wrong = base64.b64encode(b"browser:wrong")
    for line in (b"GET %s/" % target, b"CONNECT 127.0.0.1:%d" % user.pages.port):
        request = b"%s HTTP/1.1\r\nProxy-Authorization: Basic %s\r\n\r\n" % (line, wrong)
        assert ask(request) == b"HTTP/1.1 407 Proxy Authentication Required"
    assert "FilteringProxy('http" in repr(user.browser._driver._proxy)
    assert user.browser._driver._proxy.password not in repr(user.browser._driver._proxy)


# ---- members ------------------------------------------------------------------------------------------------


def test_what_is_on_a_page_is_read(user: User) -> None:
    everything = user("read_page")
    fields = user("read_page", filter="interactive")
    form = next(line for line in everything.splitlines() if line.strip().startswith("form"))

    assert 'heading "Shop"' in everything
    assert 'paragraph "The end"' in everything
    assert "heading" not in fields
    assert 'combobox "Size"' in fields
    assert 'value "Small" of ["Small","Large"]' in fields
    assert 'checkbox "Gift"' in fields
    assert "1234" not in everything
    assert "frame http" in everything
    assert 'button "Order"' in user("read_page", ref=form.partition("[ref=")[2].partition("]")[0])
    assert "option" not in user("read_page", depth=1)
    assert "The end" in user("get_page_text")
    assert "Say hello" in user("get_page_text")
    assert user("find", query="no such thing") == "(nothing)"
    assert user("find", query="size").startswith('combobox "Size"')


def test_pictures_are_taken(user: User) -> None:
    assert user.picture("screenshot") == (800, 600)
    assert user.picture("zoom", region=[0, 0, 200, 150]) == (800, 600)
    for region in ([0, 0, 0, 10], [0, 0, 900, 10], [5, 5, 1, 1], [1, 2]):
        with pytest.raises(ToolError, match="region takes"):
            user("zoom", region=region)


def test_the_mouse_does_what_mice_do(user: User) -> None:
    pad = user.at("#pad")
    aside = {**pad, "x": pad["x"] - 20}

    for name, happened in {
        "left_click": "mousedown:0 mouseup:0 click:0",
        "right_click": "mousedown:2 contextmenu:2 mouseup:2",
        "middle_click": "mousedown:1 mouseup:1 auxclick:1",
        "double_click": "mousedown:0 mouseup:0 click:0 mousedown:0 mouseup:0 click:0 dblclick:0",
        "left_mouse_down": "mousedown:0",
        "left_mouse_up": "mouseup:0",
    }.items():
        user.run("said.textContent = ''")
        user(name, target=pad)
        assert happened in user.said(), name
    user.run("said.textContent = ''")
    user("triple_click", target=pad)
    assert user.said().count("click:0") == 4
    user.run("said.textContent = ''")
    user("left_click", target=pad, modifiers="shift")
    assert "click:0+shift" in user.said()
    user("left_click_drag", **{"from": aside, "target": pad})
    user("mouse_move", target={**pad, "x": 1, "y": 1})
    user.run("said.textContent = ''")
    user("hover", target=pad)
    assert "mouseover" in user.said()
    user("hover", target=user.ref("cart"))
    for name in ("left_click", "mouse_move", "scroll"):
        given = {"scroll_direction": "down"} if name == "scroll" else {}
        with pytest.raises(ToolError, match="800 x 600"):
            user(name, target={**pad, "x": 5000}, **given)


def test_the_page_is_scrolled(user: User) -> None:
    place = {"type": "coordinate", "x": 400, "y": 300}

    user("scroll", target=place, scroll_direction="down", scroll_amount=5)
    down = float(user.run("scrollY"))
    user("scroll", target=place, scroll_direction="up", scroll_amount=2)
    up = float(user.run("scrollY"))
    user("scroll_to", target=user.ref("the end"))

    assert down > up
    assert float(user.run("scrollY")) > 3000
    with pytest.raises(ToolError, match="scroll_amount"):
        user("scroll", target=place, scroll_direction="down", scroll_amount=0)


def test_keys_are_pressed_and_text_is_typed(user: User) -> None:
    name = user.ref("name textbox")

    user("left_click", target=name)
    user("type", text="Ada L")
    user("key", text="BackSpace", repeat=2)
    user("key", text="shift+Home")
    user("type", text="Bo")
    assert user.run("document.querySelector('[name=name]').value") == "Bo"
    user.run("document.activeElement.blur(); said.textContent = ''")
    user("key", text="Escape Page_Down")
    user("hold_key", text="a", duration=0.01)
    assert user.said().startswith("Escape PageDown a")
    for text in ("ctrl+nothing", "NoKey"):
        with pytest.raises(ToolError):
            user("key", text=text)
    with pytest.raises(ToolError, match="modifiers"):
        user("left_click", target=name, modifiers="a")
    with pytest.raises(ToolError, match="repeat"):
        user("key", text="a", repeat=1000)
    user("left_click", target=name)
    user("key", text="Return")
    assert user.tab["url"].startswith(f"{user.pages.url}/ordered?name=Bo")
    for member in ("wait", "hold_key"):
        with pytest.raises(ToolError, match="duration"):
            user(member, duration=61, **({"text": "a"} if member == "hold_key" else {}))
    user("wait", duration=0.01)


def test_fields_are_set(user: User) -> None:
    user("form_input", target=user.ref("name textbox"), value="Ada")
    user("form_input", target=user.ref("size"), value="l")
    user("form_input", target=user.ref("gift checkbox"), value=True)
    user("form_input", target=user.ref("count slider"), value=7)
    values = user.run("[...new FormData(document.forms[0])].filter(each => !each[1].size).map(String).join(' ')")

    assert "name,Ada size,l gift,on count,7" in values
    with pytest.raises(ToolError, match="There are: Small, Large"):
        user("form_input", target=user.ref("size"), value="Huge")
    with pytest.raises(ToolError, match="true or false"):
        user("form_input", target=user.ref("gift checkbox"), value="yes")
    with pytest.raises(ToolError, match="file_upload"):
        user("form_input", target=user.ref("note file"), value="x")


def test_files_are_uploaded_from_where_it_is_allowed(user: User, files: Path) -> None:
    note = user.ref("note file")

    user("file_upload", target=note, paths=[str(files / "up" / "note.txt")])

    names = "[...document.querySelector('[name=note]').files].map(each => each.name + each.size).join()"
    assert user.run(names) == "note.txt6"
    for given in ({"paths": ["/etc/hostname"]}, {"document_ids": ["doc_1"]}, {"paths": [str(files / "up")]}, {}):
        with pytest.raises(UploadRefusedError):
            user("file_upload", target=note, **given)


def test_a_reference_is_good_only_on_its_page(user: User) -> None:
    link = user.ref("cart")
    frame = user.ref("say hello")
    assert frame["ref"].startswith("f1")

    user("left_click", target=frame)
    assert "Hello from the frame" in user("get_page_text")
    user("navigate", url=f"{user.pages.url}/cart")
    for target in (link, frame, {"type": "ref", "ref": "e999"}, {"type": "ref", "ref": "nonsense"}):
        with pytest.raises(ToolError, match=r"page"):
            user("left_click", target=target)


def test_tabs_are_opened_switched_and_closed(user: User) -> None:
    first = user.tab["tab_id"]
    link = user.ref("cart")

    user("left_click", target=user.ref("in a tab"))
    while user.tab["url"] != f"{user.pages.url}/cart":
        user("wait", duration=0.02)
    opened = user.tab["tab_id"]
    assert opened != first
    assert "Your cart is empty" in user("get_page_text")
    with pytest.raises(ToolError, match="another tab"):
        user("left_click", target=link)
    user("new_tab")
    assert user.state["state_changes"] == [{"type": "tab_opened", "tab_id": user.tab["tab_id"]}]
    user("switch_tab", tab_id=first)
    assert user.tab["tab_id"] == first
    user("list_tabs")
    assert len(user.state["tabs"]) == 3
    assert "Shop" in user("get_page_text", tab_id=first)
    user("close_tab", tab_id=opened)
    assert len(user.state["tabs"]) == 2
    for name in ("switch_tab", "close_tab", "screenshot"):
        with pytest.raises(TabMissingError):
            user(name, tab_id=opened)


def test_a_dialog_is_dismissed_and_told(user: User) -> None:
    assert "Sale!" in user("left_click", target=user.ref("offers"))


def test_a_download_is_kept_where_it_is_allowed(user: User, files: Path) -> None:
    user("left_click", target=user.ref("report"))
    changes = list(user.state.get("state_changes", ()))
    while not any(change["type"] == "download_completed" for change in changes):
        user("wait", duration=0.02)
        changes += user.state.get("state_changes", ())

    started, completed = changes
    assert started["type"] == "download_started"
    assert completed["size_bytes"] == 4
    path = Path(completed["path"])
    assert path.parent == files / "down"
    assert path.read_text() == "a,b\n"


def test_the_console_and_the_requests_are_read(user: User) -> None:
    assert "log: the shop is open" in user("read_console")
    assert f"GET 200 {user.pages.url}/" in user("read_network")


def test_scripts_run_and_their_errors_are_told(user: User) -> None:
    assert user.run("await Promise.resolve([1, {a: 'ü'}])") == '[1, {"a": "ü"}]'
    assert user.run("undefined") == "undefined"
    assert user.run("'text'") == "text"
    with pytest.raises(ToolError, match="boom"):
        user.run("throw new Error('boom')")


def test_a_browser_that_cannot_be_started_ends_the_run(tmp_path: Path) -> None:
    with (
        ChromiumBrowser(executable_path=tmp_path / "none", url_policy=AllowedHosts("x")) as browser,
        pytest.raises(ToolsetConfigError, match="cannot be started"),
    ):
        browser.call(ToolsetCallContext(), "new_tab", {})


@pytest.mark.parametrize("backend", ["trio"])
def test_the_asynchronous_browser_says_that_it_needs_asyncio(backend: str) -> None:
    async def call() -> None:
        await AsyncChromiumBrowser().call(ToolsetCallContext(), "new_tab", {})

    with pytest.raises(ToolsetConfigError, match="use ChromiumBrowser on trio"):
        anyio.run(call, backend=backend)


def test_options_are_checked(tmp_path: Path) -> None:
    with pytest.raises(ToolsetConfigError, match="confirm="):
        ChromiumBrowser(configs={"javascript_exec": {"enabled": True}})
    offered: Any = ChromiumBrowser().to_dict()
    assert offered == {"type": "browser_toolset_20260801"}
