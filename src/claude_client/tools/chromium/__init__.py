"""A browser toolset that works: the system's own Chromium, driven by Playwright (extra `browser`).

    with ChromiumBrowser(url_policy=AllowedHosts("example.com")) as browser:
        client.messages.run_tools(tools=[browser], ...)

`driver` carries out the members, `proxy` bounds what the browser reaches.
"""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections.abc import Coroutine
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ..browser import BrowserState, BrowserToolset
from .driver import AsyncChromiumBrowser as AsyncChromiumBrowser

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from ...types import BrowserToolsetConfigsParam
    from ..browser import Confirm, FilePolicy, ToolConfigs, ToolsetCallContext, URLPolicy

T = TypeVar("T")

_CLOSE_SECONDS: Final = 30.0


class ChromiumBrowser(BrowserToolset):
    """`AsyncChromiumBrowser` for `Client`, and for `AsyncClient` on trio: it runs on an event loop of its own."""

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
        """Args and errors: as for `AsyncChromiumBrowser`."""
        super().__init__(
            configs=configs,
            confirm=confirm,
            url_policy=url_policy,
            file_policy=file_policy,
            tool_configs=tool_configs,
        )
        self._driver = AsyncChromiumBrowser(
            configs=configs,
            confirm=confirm,
            url_policy=url_policy,
            file_policy=file_policy,
            executable_path=executable_path,
            headless=headless,
            sandbox=sandbox,
            args=args,
            viewport=viewport,
            load_timeout=load_timeout,
            allow_subresources=allow_subresources,
        )
        self._loop: asyncio.AbstractEventLoop | None = None
        self._end: weakref.finalize[..., ChromiumBrowser] | None = None

    def execute(self, context: ToolsetCallContext, name: str, input: Any) -> Any:
        return self._run(self._driver.execute(context, name, input))

    def _browser_state(self, context: ToolsetCallContext) -> BrowserState:
        return self._run(self._driver._browser_state(context))  # pyright: ignore[reportPrivateUsage]  # its own driver

    def close(self) -> None:
        """End the browser."""
        super().close()
        if self._end is not None:
            self._end()

    def _run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            # A daemon: a browser that nobody closed does not keep the program from ending.
            thread = threading.Thread(target=self._loop.run_forever, name="claude-client-browser", daemon=True)
            thread.start()
            self._end = weakref.finalize(self, _close, self._driver, self._loop, thread)
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result()


def _close(driver: AsyncChromiumBrowser, loop: asyncio.AbstractEventLoop, thread: threading.Thread) -> None:
    with suppress(Exception):
        asyncio.run_coroutine_threadsafe(driver.close(), loop).result(_CLOSE_SECONDS)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(_CLOSE_SECONDS)
    if not thread.is_alive():
        loop.close()
