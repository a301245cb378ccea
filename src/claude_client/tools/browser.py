"""The browser toolset: a browser that you run and the model operates, as abstract classes.

A class for a browser extends `BrowserToolset`, or `AsyncBrowserToolset` on an event loop. It defines
`_browser_state()` and a method for each member that it has; the model is offered no others. `chromium` is one.

API: https://platform.claude.com/docs/en/agents-and-tools/tool-use/browser-use-tool
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Final, Literal, TypeAlias, cast

from .members import (
    Ask,
    AsyncMembers,
    CallFlow,
    CheckURL,
    Family,
    MemberToolset,
    ReadState,
    RunMember,
    SyncMembers,
    to_blocks,
)
from .members import ScreenshotResult as ScreenshotResult
from .members import ToolConfigs as ToolConfigs
from .members import ToolsetContent as ToolsetContent
from .policies import Confirm as Confirm
from .policies import ConfirmContext as ConfirmContext
from .policies import FilePolicy as FilePolicy
from .policies import LocalFilePolicy as LocalFilePolicy
from .policies import ToolsetCallContext as ToolsetCallContext
from .policies import URLContext as URLContext
from .policies import URLPolicy as URLPolicy
from .policies import check_upload_path as check_upload_path
from .policies import check_uploads, is_path_visible
from .toolset_errors import TabMissingError as TabMissingError
from .toolset_errors import ToolsetContractError
from .toolset_errors import UploadRefusedError as UploadRefusedError
from .toolset_errors import URLRefusedError as URLRefusedError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from ..types import (
        BrowserCloseTabInput,
        BrowserDoubleClickInput,
        BrowserFileUploadInput,
        BrowserFindInput,
        BrowserFormInputInput,
        BrowserGetPageTextInput,
        BrowserHoldKeyInput,
        BrowserHoverInput,
        BrowserJavascriptExecInput,
        BrowserKeyInput,
        BrowserLeftClickDragInput,
        BrowserLeftClickInput,
        BrowserLeftMouseDownInput,
        BrowserLeftMouseUpInput,
        BrowserListTabsInput,
        BrowserMiddleClickInput,
        BrowserMouseMoveInput,
        BrowserNavigateInput,
        BrowserNewTabInput,
        BrowserReadConsoleInput,
        BrowserReadNetworkInput,
        BrowserReadPageInput,
        BrowserRightClickInput,
        BrowserScreenshotInput,
        BrowserScrollInput,
        BrowserScrollToInput,
        BrowserStateChangeParam,
        BrowserStateTabEntryParam,
        BrowserSwitchTabInput,
        BrowserToolset20260801Param,
        BrowserToolsetConfigsParam,
        BrowserTripleClickInput,
        BrowserTypeInput,
        BrowserWaitInput,
        BrowserZoomInput,
    )

BROWSER: Final = Family(
    toolset_name="browser",
    type="browser_toolset_20260801",
    inputs={
        "navigate": "BrowserNavigateInput",
        "list_tabs": "BrowserListTabsInput",
        "new_tab": "BrowserNewTabInput",
        "switch_tab": "BrowserSwitchTabInput",
        "close_tab": "BrowserCloseTabInput",
        "read_page": "BrowserReadPageInput",
        "get_page_text": "BrowserGetPageTextInput",
        "read_console": "BrowserReadConsoleInput",
        "read_network": "BrowserReadNetworkInput",
        "find": "BrowserFindInput",
        "form_input": "BrowserFormInputInput",
        "file_upload": "BrowserFileUploadInput",
        "scroll_to": "BrowserScrollToInput",
        "screenshot": "BrowserScreenshotInput",
        "zoom": "BrowserZoomInput",
        "left_click": "BrowserLeftClickInput",
        "right_click": "BrowserRightClickInput",
        "middle_click": "BrowserMiddleClickInput",
        "double_click": "BrowserDoubleClickInput",
        "triple_click": "BrowserTripleClickInput",
        "hover": "BrowserHoverInput",
        "left_click_drag": "BrowserLeftClickDragInput",
        "left_mouse_down": "BrowserLeftMouseDownInput",
        "left_mouse_up": "BrowserLeftMouseUpInput",
        "mouse_move": "BrowserMouseMoveInput",
        "scroll": "BrowserScrollInput",
        "type": "BrowserTypeInput",
        "key": "BrowserKeyInput",
        "hold_key": "BrowserHoldKeyInput",
        "wait": "BrowserWaitInput",
        "javascript_exec": "BrowserJavascriptExecInput",
    },
    off=frozenset({"file_upload", "javascript_exec", "read_console", "read_network"}),
    asks=frozenset({"file_upload", "javascript_exec"}),
)
"""What the API says of the toolset."""

# The API refuses a state with any other.
_TAB_FIELDS: Final = frozenset({"tab_id", "title", "url", "active"})
_CHANGE_FIELDS: Final = frozenset({"type", "tab_id", "download_id", "url", "path", "size_bytes", "error"})

# Their result is the state of the browser, which follows each call anyway.
_STATE_ONLY: Final = frozenset({"list_tabs", "new_tab", "switch_tab", "close_tab"})


@dataclass(frozen=True, kw_only=True)
class NavigateResult:
    """Where a navigation ended."""

    url: str
    status: int | None = None
    """The status of the HTTP response."""

    title: str | None = None


@dataclass(frozen=True, kw_only=True)
class NavigationRefused:
    """Among the changes of a state: the page tried to go where it may not."""

    type: Literal["navigation_refused"] = "navigation_refused"


@dataclass(frozen=True, kw_only=True)
class DialogDismissed:
    """Among the changes of a state: the page opened a dialog, which was dismissed."""

    kind: str
    """Such as `alert` or `confirm`."""

    message: str = ""
    type: Literal["dialog_dismissed"] = "dialog_dismissed"


StateChange: TypeAlias = "BrowserStateChangeParam | NavigationRefused | DialogDismissed"


@dataclass(frozen=True, kw_only=True)
class BrowserState:
    """The tabs that are open, and what happened since the state was read before."""

    tabs: Sequence[BrowserStateTabEntryParam]
    """One of them has `active`."""

    state_changes: Sequence[StateChange] = ()


BrowserMemberResult: TypeAlias = "NavigateResult | ScreenshotResult | str | None"
"""What a member returns."""


class BrowserMembers(MemberToolset):
    """The members of a browser, and what a call of them goes through.

    A member gets the call's context and its checked input. An error that it raises goes to the model.
    """

    toolset_name: ClassVar[str] = "browser"
    family: ClassVar[Family] = BROWSER
    _declares_members: ClassVar[bool] = True

    def __init__(
        self,
        *,
        configs: BrowserToolsetConfigsParam | None = None,
        confirm: Confirm | None = None,
        url_policy: URLPolicy | None = None,
        file_policy: FilePolicy | None = None,
        tool_configs: ToolConfigs | None = None,
    ) -> None:
        """Args:
        configs: Which members are on: `{"javascript_exec": {"enabled": True}}`. `file_upload`, `javascript_exec`,
            `read_console` and `read_network` are off unless they stand here.
        confirm: Asked before each call with a `ConfirmContext`; only True lets it run. `file_upload` and
            `javascript_exec` can be on only with it.
        url_policy: Asked before the model goes to an address; raises `ToolError` to refuse. Left out, all are refused.
        file_policy: Says which files may be uploaded, and which paths of downloads the model sees. Left out, none.
        tool_configs: Other fields for the API: `cache_control`.

        Raises:
            ToolsetConfigError: `configs` turns on what the class does not have, or what needs `confirm`.
        """
        super().__init__(configs=cast("Mapping[str, Any] | None", configs), confirm=confirm, tool_configs=tool_configs)
        self._url_policy = url_policy
        self._file_policy = file_policy
        self._latest_tabs: Sequence[Any] = ()

    def to_dict(self) -> BrowserToolset20260801Param:
        """The toolset as the API takes it. Members that the class lacks are turned off."""
        return cast("BrowserToolset20260801Param", self._to_param())

    @abstractmethod
    def _browser_state(self, context: ToolsetCallContext) -> Any:
        """The `BrowserState` after a call; the changes are those since it was read before."""

    def execute(self, context: ToolsetCallContext, name: str, input: Any) -> Any:
        """Run a member by its name. A class that defines this, and nothing else, has all members."""
        return getattr(self, name)(context, input)

    def _flow(self, context: ToolsetCallContext, name: str, raw: Mapping[str, object]) -> CallFlow:
        input = self._read_input(name, raw)
        tab_id: str | None = getattr(input, "tab_id", None)
        about = URLContext(
            member=name, tab_id=tab_id, tool_use_id=None if context.tool_use is None else context.tool_use.id
        )
        if name == "navigate":
            yield CheckURL(about, input.url)
        if name == "file_upload":
            paths, documents = check_uploads(self._file_policy, about, input.paths or (), input.document_ids or ())
            input = input.model_copy(update={"paths": paths or None, "document_ids": documents or None})
        if self._asks(name):
            tab = self._find_tab(tab_id)
            yield Ask(
                ConfirmContext(
                    tool_use=context.tool_use,
                    member=name,
                    input=input,
                    tab_id=tab.get("tab_id"),
                    tab_url=tab.get("url"),
                )
            )
        result = yield RunMember(context, name, input)
        state = yield ReadState(context)
        if not isinstance(state, BrowserState):
            raise ToolsetContractError(
                f"_browser_state() of {type(self).__name__} returned {type(state).__name__}: expected BrowserState"
            )
        self._latest_tabs = [*state.tabs]
        blocks = [] if name in _STATE_ONLY and not isinstance(result, str) else _to_blocks(result)
        return [*blocks, *self._tell(state)]

    def _find_tab(self, tab_id: str | None) -> Mapping[str, Any]:
        """The tab that a call is for, as the model read of it last."""
        found = (tab for tab in self._latest_tabs if (tab["tab_id"] == tab_id if tab_id else tab.get("active")))
        return next(found, {"tab_id": tab_id})

    def _tell(self, state: BrowserState) -> list[dict[str, Any]]:
        """The state, and words for what it has no form for."""
        changes: list[Any] = []
        texts: list[str] = []
        for change in state.state_changes:
            if isinstance(change, NavigationRefused):
                texts.append("The page tried to go to an address that is not allowed, and stayed where it was.")
            elif isinstance(change, DialogDismissed):
                texts.append(f"A dialog of the page ({change.kind}) was dismissed. It said: {change.message[:1000]!r}")
            else:
                changes.append(self._hide_path(cast("Any", change)))
        block: dict[str, Any] = {"type": "browser_state", "tabs": [_keep(tab, _TAB_FIELDS) for tab in state.tabs]}
        if changes:
            block["state_changes"] = changes
        _check_state(block, self)
        return [*({"type": "text", "text": text} for text in texts), block]

    def _hide_path(self, change: Mapping[str, Any]) -> dict[str, Any]:
        """A change, without the path of a download that the model may not see."""
        path = change.get("path")
        is_visible = path is not None and is_path_visible(self._file_policy, path)
        return _keep(change, _CHANGE_FIELDS if is_visible else _CHANGE_FIELDS - {"path"})

    # ---- members ----

    def navigate(self, context: ToolsetCallContext, input: BrowserNavigateInput) -> Any:
        """Go to `url` in the tab. `url_policy` has allowed it. Gives a `NavigateResult`."""
        raise NotImplementedError

    def list_tabs(self, context: ToolsetCallContext, input: BrowserListTabsInput) -> Any:
        """Nothing is to be done: the state of the browser has the tabs. Gives nothing."""
        raise NotImplementedError

    def new_tab(self, context: ToolsetCallContext, input: BrowserNewTabInput) -> Any:
        """Open a tab and make it the active one. Gives nothing."""
        raise NotImplementedError

    def switch_tab(self, context: ToolsetCallContext, input: BrowserSwitchTabInput) -> Any:
        """Make a tab the active one. `TabMissingError` where it is not open. Gives nothing."""
        raise NotImplementedError

    def close_tab(self, context: ToolsetCallContext, input: BrowserCloseTabInput) -> Any:
        """Close a tab. `TabMissingError` where it is not open. Gives nothing."""
        raise NotImplementedError

    def read_page(self, context: ToolsetCallContext, input: BrowserReadPageInput) -> Any:
        """The elements of the page, with references that other members take. Gives a string.

        All or the interactive ones (`filter`), down to a `depth`, or those below one (`ref`).
        """
        raise NotImplementedError

    def get_page_text(self, context: ToolsetCallContext, input: BrowserGetPageTextInput) -> Any:
        """The text of the page. Gives a string."""
        raise NotImplementedError

    def read_console(self, context: ToolsetCallContext, input: BrowserReadConsoleInput) -> Any:
        """What the page wrote to its console. Gives a string."""
        raise NotImplementedError

    def read_network(self, context: ToolsetCallContext, input: BrowserReadNetworkInput) -> Any:
        """The requests of the page. Gives a string."""
        raise NotImplementedError

    def find(self, context: ToolsetCallContext, input: BrowserFindInput) -> Any:
        """The elements that fit a description, with their references. Gives a string."""
        raise NotImplementedError

    def form_input(self, context: ToolsetCallContext, input: BrowserFormInputInput) -> Any:
        """Set the value of a field. Gives a string or nothing."""
        raise NotImplementedError

    def file_upload(self, context: ToolsetCallContext, input: BrowserFileUploadInput) -> Any:
        """Give files to a file field. Gives a string or nothing.

        `file_policy` has allowed them, and the paths are those that it gave.
        """
        raise NotImplementedError

    def scroll_to(self, context: ToolsetCallContext, input: BrowserScrollToInput) -> Any:
        """Bring an element into view. Gives a string or nothing."""
        raise NotImplementedError

    def screenshot(self, context: ToolsetCallContext, input: BrowserScreenshotInput) -> Any:
        """A picture of what is visible of the page. Gives a `ScreenshotResult`."""
        raise NotImplementedError

    def zoom(self, context: ToolsetCallContext, input: BrowserZoomInput) -> Any:
        """A picture of `region`, [x0, y0, x1, y1] in pixels. Gives a `ScreenshotResult`."""
        raise NotImplementedError

    def left_click(self, context: ToolsetCallContext, input: BrowserLeftClickInput) -> Any:
        """Click on an element or a place, with modifier keys such as `ctrl+shift`. Gives a string or nothing."""
        raise NotImplementedError

    def right_click(self, context: ToolsetCallContext, input: BrowserRightClickInput) -> Any:
        """Click with the right button. Gives a string or nothing."""
        raise NotImplementedError

    def middle_click(self, context: ToolsetCallContext, input: BrowserMiddleClickInput) -> Any:
        """Click with the middle button. Gives a string or nothing."""
        raise NotImplementedError

    def double_click(self, context: ToolsetCallContext, input: BrowserDoubleClickInput) -> Any:
        """Click twice. Gives a string or nothing."""
        raise NotImplementedError

    def triple_click(self, context: ToolsetCallContext, input: BrowserTripleClickInput) -> Any:
        """Click three times. Gives a string or nothing."""
        raise NotImplementedError

    def hover(self, context: ToolsetCallContext, input: BrowserHoverInput) -> Any:
        """Move the mouse over an element or a place. Gives a string or nothing."""
        raise NotImplementedError

    def left_click_drag(self, context: ToolsetCallContext, input: BrowserLeftClickDragInput) -> Any:
        """Press the left button at `from_`, move to `target` and release it. Gives a string or nothing."""
        raise NotImplementedError

    def left_mouse_down(self, context: ToolsetCallContext, input: BrowserLeftMouseDownInput) -> Any:
        """Press the left button and keep it down. Gives a string or nothing."""
        raise NotImplementedError

    def left_mouse_up(self, context: ToolsetCallContext, input: BrowserLeftMouseUpInput) -> Any:
        """Release the left button. Gives a string or nothing."""
        raise NotImplementedError

    def mouse_move(self, context: ToolsetCallContext, input: BrowserMouseMoveInput) -> Any:
        """Move the mouse. Gives a string or nothing."""
        raise NotImplementedError

    def scroll(self, context: ToolsetCallContext, input: BrowserScrollInput) -> Any:
        """Scroll at a place, by `scroll_amount` steps. Gives a string or nothing."""
        raise NotImplementedError

    def type(self, context: ToolsetCallContext, input: BrowserTypeInput) -> Any:
        """Type text. Gives a string or nothing."""
        raise NotImplementedError

    def key(self, context: ToolsetCallContext, input: BrowserKeyInput) -> Any:
        """Press a key, or several at once such as `ctrl+a`, `repeat` times. Gives a string or nothing."""
        raise NotImplementedError

    def hold_key(self, context: ToolsetCallContext, input: BrowserHoldKeyInput) -> Any:
        """Hold a key for `duration` seconds. Gives a string or nothing."""
        raise NotImplementedError

    def wait(self, context: ToolsetCallContext, input: BrowserWaitInput) -> Any:
        """Wait for `duration` seconds. Gives a string or nothing."""
        raise NotImplementedError

    def javascript_exec(self, context: ToolsetCallContext, input: BrowserJavascriptExecInput) -> Any:
        """Run JavaScript in the page, and give what it returns as text. Gives a string."""
        raise NotImplementedError


class BrowserToolset(BrowserMembers, SyncMembers):
    """A browser whose members are functions. It runs on both clients; on `AsyncClient` they run in threads."""


class AsyncBrowserToolset(BrowserMembers, AsyncMembers):
    """A browser whose members are coroutine functions. It runs on `AsyncClient`."""


def _to_blocks(result: object) -> list[dict[str, Any]]:
    if not isinstance(result, NavigateResult):
        return to_blocks(result)
    status = "" if result.status is None else f" (status {result.status})"
    return to_blocks(f"The page is now {result.url}{status}: {result.title or 'it has no title'}")


def _keep(given: Any, fields: frozenset[str]) -> dict[str, Any]:
    return {key: value for key, value in cast("Mapping[str, Any]", given).items() if key in fields}


def _check_state(block: dict[str, Any], toolset: BrowserMembers) -> None:
    """Raise `ToolsetContractError` where the API would refuse the state."""
    from pydantic import ValidationError

    try:
        _state_adapter().validate_python(block)
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise ToolsetContractError(
            f"_browser_state() of {type(toolset).__name__} returned an invalid state: {problems}"
        ) from error


@cache
def _state_adapter() -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    from ..types import BrowserStateBlockParam

    return TypeAdapter(BrowserStateBlockParam)


# The official names.
BetaAbstractBrowserToolset20260801 = BrowserToolset
BetaAsyncAbstractBrowserToolset20260801 = AsyncBrowserToolset
BetaAsyncConfirmCallable = Confirm
BetaAsyncURLPolicy = URLPolicy
BetaBrowserMemberResult = BrowserMemberResult
BetaBrowserNavigateResult = NavigateResult
BetaBrowserState = BrowserState
BetaConfirmCallable = Confirm
BetaConfirmContext = ConfirmContext
BetaDialogDismissed = DialogDismissed
BetaFilePolicy = FilePolicy
BetaLocalFilePolicy = LocalFilePolicy
BetaNavigationRefused = NavigationRefused
BetaScreenshotResult = ScreenshotResult
BetaToolConfigs = ToolConfigs
BetaToolsetCallContext = ToolsetCallContext
BetaToolsetContent = ToolsetContent
BetaURLContext = URLContext
BetaURLPolicy = URLPolicy
beta_check_upload_path = check_upload_path
