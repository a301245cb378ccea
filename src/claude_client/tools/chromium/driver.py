"""`AsyncChromiumBrowser`: all members of a browser, carried out by Playwright in a Chromium of this machine."""

from __future__ import annotations

import asyncio
import base64
import os
import re
import secrets
import shutil
import stat
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from ...core.logs import logger
from ..browser import (
    AsyncBrowserToolset,
    BrowserState,
    DialogDismissed,
    NavigateResult,
    NavigationRefused,
    ScreenshotResult,
    TabMissingError,
    UploadRefusedError,
    URLRefusedError,
)
from ..policies import URLContext, check_url_async
from ..results import ToolError
from ..toolset_errors import ToolsetConfigError, ToolsetContractError
from .keys import to_key, to_modifiers
from .proxy import FilteringProxy

if TYPE_CHECKING:
    from playwright.async_api import BrowserContext, Download, ElementHandle, Frame, Page, Playwright, Request, Route
    from playwright.async_api import Response as PageResponse

    from ...types import BrowserStateChangeParam, BrowserStateTabEntryParam, BrowserToolsetConfigsParam
    from ..browser import Confirm, FilePolicy, StateChange, ToolConfigs, ToolsetCallContext, URLPolicy

Button = Literal["left", "middle", "right"]

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_SCHEMES: Final = ("http:", "https:")
_ATTEMPTS: Final = 3
_ACTION_MS: Final = 10_000
_SCRIPT_MS: Final = 30_000
_REACTION_SECONDS: Final = 0.05
_SETTLE_SECONDS: Final = 5.0
_MAY_LEAVE: Final = frozenset(
    {"left_click", "middle_click", "double_click", "triple_click", "left_mouse_up", "key", "type", "javascript_exec"}
)
"""Members after which the page may be on its way to another address."""

_MAX_SECONDS: Final = 60.0
"""Seconds that `wait` and `hold_key` take at most."""
_MAX_REPEAT: Final = 100
_MAX_TYPED: Final = 10_000
_MAX_LINES: Final = 1000
_MAX_FOUND: Final = 20
_KEPT: Final = 200
"""Lines of the console, and requests, that are kept of a page."""
_STEP_PIXELS: Final = 100
_MAX_UPLOAD: Final = 50 * 1024 * 1024

# What Chromium does by itself, without a page of the model.
_QUIET: Final = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    # Past the proxy would be past the policy.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)


class _Tab:
    """A page, and what it did."""

    def __init__(self, id: str, page: Page) -> None:
        self.id = id
        self.page = page
        self.console: deque[str] = deque(maxlen=_KEPT)
        self.requests: deque[str] = deque(maxlen=_KEPT)
        self.has_settled = asyncio.Event()
        """Whether it is on no way to another address."""
        self.has_settled.set()

    def note_request(self, request: Request) -> None:
        """Take in that the page asks for something."""
        if request.is_navigation_request() and request.frame == self.page.main_frame:
            self.has_settled.clear()

    def note_arrival(self, frame: Frame) -> None:
        """Take in that a frame of the page is at another address."""
        if frame == self.page.main_frame:
            self.has_settled.set()


class AsyncChromiumBrowser(AsyncBrowserToolset):
    """A browser that the model operates: the system's own Chromium, driven by Playwright (extra `browser`), on asyncio.

    It starts with the first call and has no cookies or logins but those that it gets meanwhile. Nothing is loaded that
    `url_policy` does not allow: no page, nothing that a page loads, and nothing that a redirect leads to. Of encrypted
    connections that Playwright does not announce (those of redirects, workers and sockets) only the host is known; the
    policy is asked about the root of that host then.
    """

    def __init__(
        self,
        *,
        configs: BrowserToolsetConfigsParam | None = None,
        confirm: Confirm | None = None,
        url_policy: URLPolicy | None = None,
        file_policy: FilePolicy | None = None,
        tool_configs: ToolConfigs | None = None,
        executable_path: str | os.PathLike[str] | None = None,
        headless: bool = True,
        sandbox: bool = True,
        args: Sequence[str] = (),
        viewport: tuple[int, int] = (1280, 800),
        load_timeout: float = 30.0,
        allow_subresources: bool = False,
    ) -> None:
        """Args:
        configs: Which members are on. `file_upload`, `javascript_exec`, `read_console` and `read_network` are off
            unless they stand here.
        confirm: Asked before each call; only True lets it run. `file_upload` and `javascript_exec` need it.
        url_policy: Asked before each request of the browser, such as `AllowedHosts("example.com")`. Left out, all are
            refused.
        file_policy: Says which files may be uploaded. Downloads are kept where it has a `download_dir`, and are
            cancelled otherwise.
        tool_configs: Other fields for the API: `cache_control`.
        executable_path: The browser; a Chromium or Chrome that is on the `PATH` when left out.
        headless: Without a window.
        sandbox: Chromium's own protection against pages. It cannot start so as root; False leaves it off.
        args: Other flags of the browser.
        viewport: Width and height of a page in pixels.
        load_timeout: Seconds that a page may take to load.
        allow_subresources: Let allowed pages load scripts, images and data from any host. A page can then send what it
            shows to any host too.

        Raises:
            ToolsetConfigError: Options do not go together, or there is no browser.
        """
        super().__init__(
            configs=configs,
            confirm=confirm,
            url_policy=url_policy,
            file_policy=file_policy,
            tool_configs=tool_configs,
        )
        self._executable = _find_browser(executable_path)
        self._launch: dict[str, Any] = {"headless": headless, "chromium_sandbox": sandbox, "args": [*_QUIET, *args]}
        self._viewport = viewport
        self._load_ms = load_timeout * 1000
        self._allow_subresources = allow_subresources
        # A page that knew the name could give references to other elements than the model read of.
        self._key = f"_{secrets.token_hex(8)}"
        self._download_dir: str | None = getattr(file_policy, "download_dir", None)
        self._starting = asyncio.Lock()
        self._playwright: Playwright | None = None
        self._context: BrowserContext | None = None
        self._proxy = FilteringProxy(self._may_connect)
        self._tabs: dict[str, _Tab] = {}
        self._active: str | None = None
        self._count = 0
        self._changes: list[StateChange] = []
        self._frames: dict[str, Frame] = {}
        self._about = URLContext()
        self._origins: set[str] = set()
        """Those of addresses that the policy allowed."""
        self._refusals = 0
        """How many connections and pages were refused."""

    # ---- its life ----

    async def _start(self) -> BrowserContext:
        async with self._starting:
            if self._context is None:
                self._context = await self._open()
            return self._context

    async def _open(self) -> BrowserContext:
        try:
            from playwright.async_api import Error, async_playwright
        except ImportError as error:
            raise ToolsetConfigError("a browser needs Playwright: pip install 'claude-client[browser]'") from error
        await self._proxy.start()
        self._playwright = await async_playwright().start()
        try:
            browser = await self._playwright.chromium.launch(
                executable_path=self._executable,
                # No name of its own: it would be shown with a traceback.
                proxy={"server": self._proxy.url, "username": self._proxy.username, "password": self._proxy.password},
                **self._launch,
            )
        except Error as error:
            await self._stop()
            # What Chromium says of it is further down, among much else.
            hint = "as root it starts only with sandbox=False" if "without --no-sandbox" in str(error) else ""
            raise ToolsetConfigError(f"{self._executable} cannot be started: {hint or _first_line(error)}") from error
        width, height = self._viewport
        context = await browser.new_context(
            viewport={"width": width, "height": height},
            accept_downloads=self._download_dir is not None,
            # Their requests would be made where no page shows them.
            service_workers="block",
        )
        context.set_default_timeout(_ACTION_MS)
        context.on("page", self._add_tab)
        await context.route("**/*", self._on_request)
        return context

    async def close(self) -> None:
        """End the browser."""
        await super().close()
        context, self._context = self._context, None
        try:
            if context is not None and context.browser is not None:
                await context.browser.close()
        finally:
            await self._stop()

    async def _stop(self) -> None:
        playwright, self._playwright = self._playwright, None
        if playwright is not None:
            await playwright.stop()
        await self._proxy.close()

    async def execute(self, context: ToolsetCallContext, name: str, input: Any) -> Any:
        """Run a member by its name. What Playwright says of an error goes to the model in one line."""
        from playwright.async_api import Error

        try:
            asyncio.get_running_loop()
        except RuntimeError:
            raise ToolsetConfigError("AsyncChromiumBrowser needs asyncio: use ChromiumBrowser on trio") from None
        self._about = URLContext(
            member=name,
            tab_id=getattr(input, "tab_id", None),
            tool_use_id=None if context.tool_use is None else context.tool_use.id,
        )
        await self._start()
        try:
            return await getattr(self, name)(context, input)
        except Error as error:
            raise ToolError(_first_line(error)) from error

    # ---- what it may load ----

    async def _is_allowed(self, url: str) -> bool:
        try:
            await check_url_async(self._url_policy, self._about, url)
        except ToolsetContractError:
            logger.exception("the url_policy of a browser does not work, so that it loads nothing")
            return False
        except ToolError:
            return False
        self._origins.add(_origin_of(url))
        return True

    async def _may_connect(self, url: str, is_tunnel: bool) -> bool:
        if self._allow_subresources:
            return True
        is_allowed = False
        if is_tunnel:
            # The path is not known here; Playwright asked about it where it could. Neither is it known whether what
            # goes through is encrypted.
            origin = _origin_of(url).removeprefix("https:")
            is_allowed = not self._origins.isdisjoint((f"http:{origin}", f"https:{origin}"))
        is_allowed = is_allowed or await self._is_allowed(url)
        self._refusals += not is_allowed
        return is_allowed

    async def _on_request(self, route: Route) -> None:
        from playwright.async_api import Error

        request = route.request
        is_page = request.is_navigation_request()
        is_allowed = request.url.startswith(_SCHEMES) and (
            (self._allow_subresources and not is_page) or await self._is_allowed(request.url)
        )
        if is_page and not is_allowed:
            self._refusals += 1
            self._changes.append(NavigationRefused())
        with suppress(Error):  # the page may be gone meanwhile
            await (route.continue_() if is_allowed else route.abort("blockedbyclient"))

    async def _check_page(self, page: Page) -> None:
        """Leave a page that a redirect led to and that the policy does not allow."""
        if page.url.startswith(_SCHEMES) and not await self._is_allowed(page.url):
            await self._leave(page)
            raise URLRefusedError("The page led to an address that is not allowed, and was left.")

    async def _leave(self, page: Page) -> None:
        """Leave a page, or close its tab where it does not let itself be left."""
        from playwright.async_api import Error

        for _ in range(_ATTEMPTS):
            with suppress(Error):
                await page.goto("about:blank", timeout=_ACTION_MS)
            if page.url == "about:blank":
                return
        with suppress(Error):
            await page.close()

    # ---- tabs ----

    def _add_tab(self, page: Page) -> None:
        self._count += 1
        tab = _Tab(f"tab_{self._count}", page)
        self._tabs[tab.id] = tab
        self._active = tab.id
        self._changes.append({"type": "tab_opened", "tab_id": tab.id})
        page.on("close", lambda _: self._drop_tab(tab.id))
        page.on("console", lambda message: tab.console.append(f"{message.type}: {message.text[:1000]}"))
        page.on("pageerror", lambda error: tab.console.append(f"error: {str(error)[:1000]}"))
        page.on("response", lambda each: tab.requests.append(f"{each.request.method} {each.status} {each.url[:1000]}"))
        page.on("requestfailed", lambda each: self._note_failure(tab, each))
        page.on("request", tab.note_request)
        page.on("framenavigated", lambda frame: self._check_arrival(tab, frame))
        page.on("dialog", self._dismiss)
        page.on("download", self._keep_download)

    def _note_failure(self, tab: _Tab, request: Request) -> None:
        tab.requests.append(f"{request.method} failed {request.url[:1000]}")
        if request.is_navigation_request():
            tab.has_settled.set()
        # The proxy refuses what a redirect leads to, and does not know of pages.
        if request.is_navigation_request() and request.redirected_from and _origin_of(request.url) not in self._origins:
            self._changes.append(NavigationRefused())

    async def _check_arrival(self, tab: _Tab, frame: Frame) -> None:
        """Leave a page that only its arrival tells of, as where all hosts may be connected to."""
        tab.note_arrival(frame)
        if frame != tab.page.main_frame or not frame.url.startswith(_SCHEMES):
            return
        if _origin_of(frame.url) not in self._origins and not await self._is_allowed(frame.url):
            self._changes.append(NavigationRefused())
            await self._leave(tab.page)

    def _drop_tab(self, id: str) -> None:
        self._tabs.pop(id, None)
        if self._active == id:
            self._active = next(reversed(self._tabs), None)

    async def _tab(self, id: str | None) -> _Tab:
        """The tab of that id, or the active one; one is opened where there is none."""
        if id is not None:
            if id not in self._tabs:
                raise TabMissingError
            return self._tabs[id]
        if self._active is None:
            await (await self._start()).new_page()
            self._changes = [each for each in self._changes if not _is_opening(each)]
        assert self._active is not None, "a new page is the active tab"
        return self._tabs[self._active]

    async def _page(self, input: Any) -> Page:
        return (await self._tab(input.tab_id)).page

    async def _dismiss(self, dialog: Any) -> None:
        self._changes.append(DialogDismissed(kind=dialog.type, message=dialog.message))
        # To dismiss that one would be to stay on the page.
        await (dialog.accept() if dialog.type == "beforeunload" else dialog.dismiss())

    async def _keep_download(self, download: Download) -> None:
        id = f"download_{secrets.token_hex(4)}"
        url = download.url[:2000]
        self._changes.append({"type": "download_started", "download_id": id, "url": url})
        try:
            path = await self._save(download, id)
        except Exception as error:
            reason = str(error) if isinstance(error, ToolError) else "The download did not come to its end."
            self._changes.append({"type": "download_failed", "download_id": id, "url": url, "error": reason})
        else:
            size = os.stat(path).st_size  # noqa: PTH116  # a look at one file, and no thread for it
            told: BrowserStateChangeParam = {"type": "download_completed", "download_id": id, "url": url, "path": path}
            self._changes.append(cast("BrowserStateChangeParam", {**told, "size_bytes": size}))

    async def _save(self, download: Download, id: str) -> str:
        if self._download_dir is None:
            await download.cancel()
            raise ToolError("The program allows no downloads.")
        # The name is the page's, and could be any path.
        name = re.sub(r"[^\w.-]+", "_", Path(download.suggested_filename).name).lstrip(".")[:100] or "file"
        path = str(Path(self._download_dir) / f"{id}_{name}")
        await download.save_as(path)
        return path

    async def _browser_state(self, context: ToolsetCallContext) -> BrowserState:
        del context
        if self._about.member in _MAY_LEAVE and self._active is not None:
            await self._settle(self._tabs[self._active])
        # A page may open or close one meanwhile.
        open_, active = [*self._tabs.values()], self._active
        tabs = [await self._describe(tab, tab.id == active) for tab in open_]
        changes, self._changes = self._changes, []
        return BrowserState(tabs=tabs, state_changes=changes)

    async def _settle(self, tab: _Tab) -> None:
        """Wait for the page that a click or key may lead to."""
        with suppress(Exception):  # of a page that is gone already
            # What the page does about a click it has done by then, however busy the machine is.
            await asyncio.wait_for(tab.page.evaluate(_TWO_FRAMES), 1)
        await asyncio.sleep(_REACTION_SECONDS)
        with suppress(Exception):  # a page that takes longer is told as it is
            await asyncio.wait_for(tab.has_settled.wait(), _SETTLE_SECONDS)
            await tab.page.wait_for_load_state("domcontentloaded", timeout=_SETTLE_SECONDS * 1000)

    async def _describe(self, tab: _Tab, is_active: bool) -> BrowserStateTabEntryParam:
        title = ""
        with suppress(Exception):  # of a page that is being left, or does not respond
            title = await asyncio.wait_for(tab.page.title(), 2)
        return {"tab_id": tab.id, "title": title[:500], "url": tab.page.url[:2000], "active": is_active}

    async def new_tab(self, context: ToolsetCallContext, input: Any) -> None:
        await (await self._start()).new_page()

    async def list_tabs(self, context: ToolsetCallContext, input: Any) -> None:
        await self._start()

    async def switch_tab(self, context: ToolsetCallContext, input: Any) -> None:
        tab = await self._tab(input.tab_id)
        await tab.page.bring_to_front()
        self._active = tab.id

    async def close_tab(self, context: ToolsetCallContext, input: Any) -> None:
        tab = await self._tab(input.tab_id)
        await tab.page.close()
        self._drop_tab(tab.id)

    # ---- pages ----

    async def navigate(self, context: ToolsetCallContext, input: Any) -> NavigateResult:
        from playwright.async_api import Error

        url: str = input.url
        if url != "about:blank" and not url.lower().startswith(("http://", "https://")):
            raise URLRefusedError("Only addresses with http:// or https:// are opened.")
        page = await self._page(input)
        refusals = self._refusals
        try:
            response = await self._go(page, url)
        except Error as error:
            if self._refusals > refusals:
                self._changes = [each for each in self._changes if not isinstance(each, NavigationRefused)]
                raise URLRefusedError("The page led to an address that is not allowed.") from error
            if "Download is starting" not in error.message and "ERR_ABORTED" not in error.message:
                raise
            response = None  # it was a file, and the page is the one that was there
        await self._check_page(page)
        status = None if response is None else response.status
        return NavigateResult(url=page.url, status=status, title=await page.title())

    async def _go(self, page: Page, url: str) -> PageResponse | None:
        from playwright.async_api import Error

        for _ in range(_ATTEMPTS - 1):
            try:
                return await page.goto(url, timeout=self._load_ms)
            except Error as error:
                if "interrupted by another navigation" not in error.message:
                    raise
            # The page was on its way to an earlier address, or to the report of an error; or it is there already.
            with suppress(Error):
                await page.wait_for_load_state(timeout=self._load_ms)
            if page.url.startswith(_SCHEMES):
                return None
        return await page.goto(url, timeout=self._load_ms)

    async def screenshot(self, context: ToolsetCallContext, input: Any) -> ScreenshotResult:
        page = await self._page(input)
        return ScreenshotResult(data=base64.b64encode(await page.screenshot(scale="css")).decode())

    async def zoom(self, context: ToolsetCallContext, input: Any) -> ScreenshotResult:
        page = await self._page(input)
        width, height = self._viewport
        if len(input.region) != 4:
            raise ToolError("region takes [x0, y0, x1, y1].")
        x0, y0, x1, y1 = input.region
        if not (0 <= x0 < x1 <= width and 0 <= y0 < y1 <= height):
            raise ToolError(f"region takes [x0, y0, x1, y1] within {width} x {height} pixels.")
        session: Any = await page.context.new_cdp_session(page)
        try:
            left, top = await page.evaluate("[scrollX, scrollY]")
            # Its own pixels would be no larger than they are on the screenshot.
            scale = min(width / (x1 - x0), height / (y1 - y0))
            clip = {"x": left + x0, "y": top + y0, "width": x1 - x0, "height": y1 - y0, "scale": scale}
            taken = await session.send("Page.captureScreenshot", {"format": "png", "clip": clip})
        finally:
            await session.detach()
        return ScreenshotResult(data=taken["data"])

    async def read_page(self, context: ToolsetCallContext, input: Any) -> str:
        page = await self._page(input)
        interactive = input.filter == "interactive"
        lines: list[str] = []
        frames = [self._frame_of(input.ref)] if input.ref else self._name_frames(page)
        for prefix, frame in frames:
            wanted = {
                "ref": input.ref and input.ref.removeprefix(prefix),
                "interactive": interactive,
                "depth": input.depth,
                "most": _MAX_LINES - len(lines),
            }
            found = await self._run(frame, "read", wanted)
            if found is None:
                raise ToolError(f"{input.ref} is not on the page any more. Read the page again.")
            if prefix and found:
                lines.append(f"frame {frame.url[:200]}")
            lines += [line.replace("[ref=", f"[ref={prefix}", 1) if prefix else line for line in found]
        if len(lines) >= _MAX_LINES:
            lines.append(f"[cut after {_MAX_LINES} elements: read below one of them by ref, or to a depth]")
        return "\n".join(lines)

    async def find(self, context: ToolsetCallContext, input: Any) -> str:
        page = await self._page(input)
        given = re.findall(r"\w+", input.query.lower())
        words = [word for word in given if len(word) > 2] or given
        if not words:
            raise ToolError("query has no words. Describe the element, such as 'search field'.")
        found: list[tuple[float, str]] = []
        for prefix, frame in self._name_frames(page):
            for hits, line in await self._run(frame, "find", {"words": words, "most": _MAX_FOUND}):
                found.append((hits, line.replace("[ref=", f"[ref={prefix}", 1) if prefix else line))
        found.sort(key=lambda each: -each[0])
        return "\n".join(line for _, line in found[:_MAX_FOUND])

    async def get_page_text(self, context: ToolsetCallContext, input: Any) -> str:
        page = await self._page(input)
        texts = [f"{await page.title()}\n{page.url}"]
        for frame in page.frames:
            with suppress(Exception):  # of a frame that is gone, or has no body
                texts.append(await asyncio.wait_for(frame.evaluate("document.body.innerText"), _ACTION_MS / 1000))
        return "\n\n".join(text for text in texts if text.strip())

    async def read_console(self, context: ToolsetCallContext, input: Any) -> str:
        return "\n".join((await self._tab(input.tab_id)).console)

    async def read_network(self, context: ToolsetCallContext, input: Any) -> str:
        return "\n".join((await self._tab(input.tab_id)).requests)

    async def javascript_exec(self, context: ToolsetCallContext, input: Any) -> str:
        page = await self._page(input)
        session: Any = await page.context.new_cdp_session(page)
        try:
            # With await at its top, past the page's content security policy, and ended when it takes too long.
            given = {"expression": input.text, "awaitPromise": True, "returnByValue": True, "replMode": True}
            running = session.send("Runtime.evaluate", {**given, "timeout": _SCRIPT_MS})
            outcome = await asyncio.wait_for(running, _SCRIPT_MS / 1000 + 1)
        except asyncio.TimeoutError:
            raise ToolError(f"The script was not done within {_SCRIPT_MS // 1000} seconds.") from None
        finally:
            with suppress(Exception):
                await session.detach()
        if "exceptionDetails" in outcome:
            details = outcome["exceptionDetails"]
            described = details.get("exception", {}).get("description") or details.get("text", "")
            raise ToolError(f"The script failed: {described[:2000]}")
        return _to_text(outcome["result"])

    async def wait(self, context: ToolsetCallContext, input: Any) -> None:
        await asyncio.sleep(_check_seconds(input.duration))

    # ---- mouse ----

    async def _click(self, input: Any, button: Button = "left", count: int = 1) -> None:
        modifiers = to_modifiers(input.modifiers)
        page = await self._page(input)
        if input.target.type == "ref":
            element = await self._element(page, input.target.ref)
            await element.click(button=button, click_count=count, modifiers=cast("Any", modifiers))
            return
        self._check_place(input.target)
        for modifier in modifiers:
            await page.keyboard.down(modifier)
        try:
            await page.mouse.click(input.target.x, input.target.y, button=button, click_count=count)
        finally:
            for modifier in reversed(modifiers):
                await page.keyboard.up(modifier)

    async def left_click(self, context: ToolsetCallContext, input: Any) -> None:
        await self._click(input)

    async def right_click(self, context: ToolsetCallContext, input: Any) -> None:
        await self._click(input, "right")

    async def middle_click(self, context: ToolsetCallContext, input: Any) -> None:
        await self._click(input, "middle")

    async def double_click(self, context: ToolsetCallContext, input: Any) -> None:
        await self._click(input, count=2)

    async def triple_click(self, context: ToolsetCallContext, input: Any) -> None:
        await self._click(input, count=3)

    async def hover(self, context: ToolsetCallContext, input: Any) -> None:
        page = await self._page(input)
        if input.target.type == "ref":
            await (await self._element(page, input.target.ref)).hover()
        else:
            await self._move(page, input.target)

    async def mouse_move(self, context: ToolsetCallContext, input: Any) -> None:
        await self._move(await self._page(input), input.target)

    async def left_mouse_down(self, context: ToolsetCallContext, input: Any) -> None:
        page = await self._page(input)
        await self._move(page, input.target)
        await page.mouse.down()

    async def left_mouse_up(self, context: ToolsetCallContext, input: Any) -> None:
        page = await self._page(input)
        await self._move(page, input.target)
        await page.mouse.up()

    async def left_click_drag(self, context: ToolsetCallContext, input: Any) -> None:
        page = await self._page(input)
        self._check_place(input.target)
        await self._move(page, input.from_)
        await page.mouse.down()
        try:
            # In steps: what is dragged follows the mouse.
            await page.mouse.move(input.target.x, input.target.y, steps=10)
        finally:
            await page.mouse.up()

    async def scroll(self, context: ToolsetCallContext, input: Any) -> None:
        page = await self._page(input)
        amount = 3 if input.scroll_amount is None else input.scroll_amount
        if not 0 < amount <= _MAX_REPEAT:
            raise ToolError(f"scroll_amount takes 1 to {_MAX_REPEAT}.")
        await self._move(page, input.target)
        x, y = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}[input.scroll_direction]
        await page.mouse.wheel(x * amount * _STEP_PIXELS, y * amount * _STEP_PIXELS)
        # The wheel is turned before the page has scrolled.
        with suppress(Exception):
            await asyncio.wait_for(page.evaluate(_TWO_FRAMES), 1)

    async def scroll_to(self, context: ToolsetCallContext, input: Any) -> None:
        page = await self._page(input)
        await (await self._element(page, input.target.ref)).scroll_into_view_if_needed()

    async def _move(self, page: Page, target: Any) -> None:
        self._check_place(target)
        await page.mouse.move(target.x, target.y)

    def _check_place(self, target: Any) -> None:
        width, height = self._viewport
        if not (0 <= target.x < width and 0 <= target.y < height):
            raise ToolError(f"({target.x}, {target.y}) is not on the page, which shows {width} x {height} pixels.")

    # ---- keyboard and fields ----

    async def type(self, context: ToolsetCallContext, input: Any) -> None:
        if len(input.text) > _MAX_TYPED:
            raise ToolError(f"At most {_MAX_TYPED} characters are typed at once.")
        await (await self._page(input)).keyboard.type(input.text)

    async def key(self, context: ToolsetCallContext, input: Any) -> None:
        repeat = 1 if input.repeat is None else input.repeat
        if not 0 < repeat <= _MAX_REPEAT:
            raise ToolError(f"repeat takes 1 to {_MAX_REPEAT}.")
        page = await self._page(input)
        for _ in range(repeat):
            for each in input.text.split() or [" "]:
                await self._press(page, to_key(each))

    async def _press(self, page: Page, key: str) -> None:
        from playwright.async_api import Error

        try:
            await page.keyboard.press(key)
        except Error:
            # Playwright presses one after the other, and leaves those down that came before an unknown one.
            for each in key.split("+")[:-1]:
                with suppress(Error):
                    await page.keyboard.up(each)
            raise

    async def hold_key(self, context: ToolsetCallContext, input: Any) -> None:
        seconds, key = _check_seconds(input.duration), to_key(input.text)
        page = await self._page(input)
        down: list[str] = []
        try:
            for each in [key] if key == "+" else key.split("+"):
                await page.keyboard.down(each)
                down.append(each)
            await asyncio.sleep(seconds)
        finally:
            for each in reversed(down):
                await page.keyboard.up(each)

    async def form_input(self, context: ToolsetCallContext, input: Any) -> None:
        element = await self._element(await self._page(input), input.target.ref)
        kind = await element.evaluate("each => each.tagName === 'INPUT' ? each.type : each.tagName.toLowerCase()")
        value = input.value
        if kind == "file":
            raise ToolError("This is a file field: use file_upload.")
        if kind in ("checkbox", "radio"):
            if not isinstance(value, bool):
                raise ToolError("The value of this field is true or false.")
            await element.set_checked(value)
        elif kind == "select":
            await _select(element, str(value))
        elif kind in ("range", "color"):
            await element.evaluate(_SET_VALUE, str(value))
        else:
            number = isinstance(value, float) and value.is_integer()
            await element.fill(str(int(value) if number else value))

    async def file_upload(self, context: ToolsetCallContext, input: Any) -> None:
        from playwright.async_api import FilePayload

        if input.document_ids:
            raise UploadRefusedError("Documents cannot be uploaded by their ids here. Give paths.")
        files = [
            FilePayload(name=Path(path).name, mimeType="application/octet-stream", buffer=_read_file(path))
            for path in input.paths or ()
        ]
        if not files:
            raise UploadRefusedError("Give paths of files.")
        element = await self._element(await self._page(input), input.target.ref)
        await element.set_input_files(files)

    # ---- references ----

    def _name_frames(self, page: Page) -> list[tuple[str, Frame]]:
        """The frames of a page, and what stands in front of references in them."""
        named = [("" if number == 0 else f"f{number}", frame) for number, frame in enumerate(page.frames)]
        self._frames = dict(named)
        return named

    def _frame_of(self, ref: str) -> tuple[str, Frame]:
        prefix = ref.rpartition("e")[0]
        if prefix not in self._frames or self._frames[prefix].is_detached():
            raise ToolError(f"There is no element {ref!r}. Read the page, or find the element.")
        return prefix, self._frames[prefix]

    async def _element(self, page: Page, ref: str) -> ElementHandle:
        prefix, frame = self._frame_of(ref)
        if frame.page is not page:
            raise ToolError(f"{ref!r} is of another tab. Read the page of this one.")
        given = [self._key, "element", ref.removeprefix(prefix)]
        element = (await frame.evaluate_handle(_script(), given)).as_element()
        if element is None:
            raise ToolError(f"{ref!r} is not on the page any more. Read the page again.")
        return element

    async def _run(self, frame: Frame, command: str, input: Mapping[str, object]) -> Any:
        return await asyncio.wait_for(frame.evaluate(_script(), [self._key, command, input]), _ACTION_MS / 1000)


_TWO_FRAMES: Final = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
_SET_VALUE: Final = """(each, value) => {
  each.value = value;
  for (const kind of ["input", "change"]) each.dispatchEvent(new Event(kind, { bubbles: true }));
}"""


@cache
def _script() -> str:
    return Path(__file__).with_name("page_script.js").read_text("utf-8").strip()


def _find_browser(given: str | os.PathLike[str] | None) -> str:
    if given is not None:
        return os.fspath(given)
    found = next((path for path in map(shutil.which, _NAMES) if path), None)
    if found is None:
        raise ToolsetConfigError("there is no Chromium on the PATH: install one, or give executable_path=")
    return found


def _origin_of(url: str) -> str:
    from urllib.parse import urlsplit

    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.hostname}:{parts.port or {'http': 80, 'https': 443}.get(parts.scheme)}"


def _is_opening(change: StateChange) -> bool:
    return isinstance(change, dict) and change["type"] == "tab_opened"


def _check_seconds(seconds: float) -> float:
    if not 0 <= seconds <= _MAX_SECONDS:
        raise ToolError(f"duration takes 0 to {_MAX_SECONDS:g} seconds.")
    return seconds


async def _select(element: ElementHandle, value: str) -> None:
    """Choose by what the user sees of an option or, where nothing is called so, by its value."""
    options = await element.evaluate("each => [...each.options].map(option => [option.label.trim(), option.value])")
    if value in (label for label, _ in options):
        await element.select_option(label=value)
    elif value in (each for _, each in options):
        await element.select_option(value=value)
    else:
        raise ToolError(f"There is no such option. There are: {', '.join(label for label, _ in options[:50])}.")


def _read_file(path: str) -> bytes:
    """A file that the policy allowed; not through a link that stands in its place by now."""
    try:
        with os.fdopen(
            os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)), "rb"
        ) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UploadRefusedError("Only regular files are uploaded.")
            data = file.read(_MAX_UPLOAD + 1)
    except OSError as error:
        raise UploadRefusedError(f"The file cannot be read: {error.strerror}.") from error
    if len(data) > _MAX_UPLOAD:
        raise UploadRefusedError(f"At most {_MAX_UPLOAD // 1024**2} MB are uploaded.")
    return data


def _to_text(result: Mapping[str, Any]) -> str:
    import json

    if "value" in result:
        value = result["value"]
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return str(result.get("unserializableValue") or result.get("description") or result.get("type"))


def _first_line(error: Exception) -> str:
    # What follows is a log of what Playwright tried.
    return str(error).partition("\n")[0].partition("Call log:")[0].strip() or type(error).__name__
