"""Lists that the API gives page by page: one page, the next one, and iteration over all items of all pages.

A list goes on by the id of the last item (`after_id`, or backwards `before_id`), or by a token (`page`). A page is
fetched when the one before it is used up, never ahead. A list that would never end, or that says that there is more and
not how to get it, ends in an error.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterable, Iterator
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, Optional, TypeVar, cast, get_args

from ..types._model import Model
from .decoding import invalid, json_response
from .signatures import Keywords, shows_keywords

if TYPE_CHECKING:
    import httpx
    import pandas as pd
    from matplotlib.axes import Axes
    from typing_extensions import Unpack

    from ..errors import APIResponseValidationError
    from ..rendering.charts import PlotOptions
    from ..rendering.progress import Progress
    from ..types import (
        AnalyticsCostItem,
        AnalyticsCostReportTimeBucket,
        AnalyticsUsageItem,
        AnalyticsUsageReportTimeBucket,
        CostReportBucket,
        MessagesUsageReportBucket,
    )
    from .preload import Preparation
    from .request import Request
    from .response import AsyncResponse, Response

MAX_EMPTY_PAGES = 10
"""Pages in a row without an item that may say that there is more; a filter can leave a few of them empty."""

T = TypeVar("T")
Bucket = TypeVar(
    "Bucket",
    "MessagesUsageReportBucket",
    "CostReportBucket",
    "AnalyticsUsageItem",
    "AnalyticsCostItem",
    "AnalyticsUsageReportTimeBucket",
    "AnalyticsCostReportTimeBucket",
)


class _AnyPage(Model, Generic[T]):
    """What both pages have in common: everything that needs no I/O."""

    __slots__ = ("_broken", "_origin", "_trail")

    data: list[T]
    """The items of this page."""

    # `Optional`, as pydantic evaluates these on Python 3.10 too.
    has_more: Optional[bool] = None  # noqa: UP045
    """Whether there are items beyond this page, where the API tells."""

    first_id: Optional[str] = None  # noqa: UP045
    """The id of the first item, in lists that go on by id."""

    last_id: Optional[str] = None  # noqa: UP045
    """The id of the last item, in lists that go on by id."""

    next_page: Optional[str] = None  # noqa: UP045
    """The token of the next page, in lists that go on by token."""

    prev_page: Optional[str] = None  # noqa: UP045
    """The token of the page before, where the API tells."""

    data_refreshed_at: Optional[datetime] = None  # noqa: UP045
    """When the data of a report was last brought up to date, where the API tells."""

    def has_next_page(self) -> bool:
        """Whether there is another page in the direction of the listing."""
        return self._next_cursor() is not None or self._failure() is not None

    def _next_cursor(self) -> tuple[str, str] | None:
        """The parameter that leads to the next page, and its value."""
        if self.next_page:
            return "page", self.next_page
        if self.has_more is False or not self.data:
            return None
        backwards = self._source()[0].query.get("before_id")
        cursor = ("before_id", self.first_id) if backwards else ("after_id", self.last_id)
        return cast("tuple[str, str]", cursor) if cursor[1] else None

    def _next_request(self) -> Request[Any, Any] | None:
        request, cursor = self._source()[0], self._next_cursor()
        if cursor is None:
            return None
        # Only a `PageResponse` makes pages that came from a request.
        response_format = cast("PageResponse[T]", request.response_format).of_next_page(cast("Any", self)._trail)
        return replace(request, query={**request.query, cursor[0]: cursor[1]}, response_format=response_format)

    def _find_problem(self, trail: Trail) -> str | None:
        """Why no page can follow this one, although the server says that one does."""
        cursor = self._next_cursor()
        if cursor is None:
            return "has_more is true, and there is no cursor to the next page" if self.has_more else None
        if trail.has_visited(cursor):
            return f"the cursor {cursor[0]}={cursor[1]!r} leads back to a page that was read before"
        if trail.empty_pages >= MAX_EMPTY_PAGES:
            return f"{trail.empty_pages} pages in a row have no items, and the last one leads to another"
        return None

    def _failure(self) -> APIResponseValidationError | None:
        """What asking for the next page raises."""
        return getattr(self, "_broken", None)

    def came_from(
        self,
        request: Request[Any, Any],
        send: Callable[[Request[Any, Any]], Any],
        trail: Trail,
        response: httpx.Response,
    ) -> None:
        """Remember the request for this page, and how to send one for another. For clients, not for their users."""
        object.__setattr__(self, "_origin", (request, send))
        cursors = ((name, request.query.get(name)) for name in ("page", "after_id", "before_id"))
        here = trail.visit([cursor for cursor in cursors if cursor[1]], is_empty=not self.data)
        object.__setattr__(self, "_trail", here)
        problem = self._find_problem(here)
        # Made now, as a page does not keep the response, and raised when the next page is asked for.
        failure = None if problem is None else invalid(response, problem)
        object.__setattr__(self, "_broken", failure)

    def _source(self) -> tuple[Request[Any, Any], Callable[[Request[Any, Any]], Any]]:
        """The request for this page, and the way to send one for another."""
        try:
            return cast("tuple[Request[Any, Any], Callable[[Request[Any, Any]], Any]]", cast("Any", self)._origin)
        except AttributeError:
            raise RuntimeError("this page has no client to load others with: call list() of a client") from None

    def _item_type(self) -> object:
        """What the items are."""
        return next(iter(get_args(type(self).model_fields["data"].annotation)), None)

    def _find_grouping(self) -> Iterable[str]:
        """What a report was asked to tell apart, where that is known."""
        request = getattr(self, "_origin", (None,))[0]
        return cast("Iterable[str]", (request.query.get("group_by") if request is not None else None) or ())

    def _name_of_items(self) -> str:
        return getattr(self._item_type(), "__name__", "list")

    def _fetch_next(self) -> Any:
        if (failure := self._failure()) is not None:
            raise failure
        request = self._next_request()
        if request is None:
            raise RuntimeError("there is no next page: check has_next_page() first")
        return self._source()[1](request)


class Page(_AnyPage[T]):
    """One page of a list on `Client`. Iterating goes over the items of this page and of all that follow."""

    def get_next_page(self) -> Page[T]:
        """The next page.

        Raises:
            RuntimeError: There is none; `has_next_page()` tells.
            APIResponseValidationError: The list goes in a circle, or says that there is more and not how to get it.
        """
        return cast("Page[T]", self._fetch_next())

    def iter_pages(self) -> Iterator[Page[T]]:
        """This page and all that follow."""
        page = self
        yield page
        while page.has_next_page():
            page = page.get_next_page()
            yield page

    def to_pandas(self, *, all_pages: bool = True) -> pd.DataFrame:
        """The items as a data frame, those of the pages that follow too, as in a loop. It needs the extra `pandas`.

        A row for each item; of a report, one for each result of each bucket, with the bucket's `starting_at` and
        `ending_at`. Fields of nested objects have dotted names. Times are in UTC. An `amount` is in cents, the
        `Decimal` that the API sent; `amount_usd` is the same in dollars, as a float that is right to about 15 digits.

        Args:
            all_pages: False takes this page alone, and asks for nothing.

        Raises:
            ModuleNotFoundError: There is no pandas: `pip install 'claude-client[pandas]'`.
        """
        from ..rendering.data_frames import frame_of_items

        return frame_of_items(self if all_pages else self.data, self._item_type())

    @shows_keywords("rendering.charts", "PlotOptions")
    def plot(self: Page[Bucket], *, all_pages: bool = True, **options: Unpack[PlotOptions]) -> Axes:
        """A chart of a usage or cost report: tokens or money over time, in UTC. It needs the extra `plot`.

        Nothing is shown by a script before `matplotlib.pyplot.show()`; a notebook shows it below the cell.

        Args:
            all_pages: False takes this page alone, and asks for nothing.
            by: What to tell apart, if the report was grouped by it: `model`, `workspace`, `api_key` or `token_type`, or
                `total`. When left out, the first of model, workspace and key that it was grouped by, else the total.
            most: How many get a colour of their own, the largest; the rest is shown as one.
            names: Names to show for ids: `{key.id: key.name for key in client.admin.api_keys.list()}`.
            title: The first line above the chart.
            ax: Where to draw; a new figure when left out.

        Raises:
            ModuleNotFoundError: There is no matplotlib: `pip install 'claude-client[plot]'`.
            TypeError: This is not a page of such a report.
            ValueError: The report does not tell apart what is asked for; the message says how to get one that does.
        """
        from ..rendering.charts import plot_report

        return plot_report(self if all_pages else self.data, self._find_grouping(), _check_options(options))

    def iter_items(self, *, progress: Progress | None = None) -> Iterator[T]:
        """The items of this page and of all that follow, as a loop over the page gives them.

        Args:
            progress: True shows a bar (extra `notebook`); a function is called with the number of items so far, and
                None, as nothing tells here how many there are.

        Raises:
            ImportError: A bar was asked for, and there is no tqdm. Nothing was sent.
        """
        if not progress:
            return iter(self)
        from ..rendering.progress import meter

        return meter(progress, self._name_of_items(), "items").over(self)

    # A list is iterated for its items; pydantic would give the names and values of the fields.
    def __iter__(self) -> Iterator[T]:  # type: ignore[override]
        for page in self.iter_pages():
            yield from page.data


def _check_options(options: PlotOptions) -> PlotOptions:
    """What is given of the keywords of `plot()`; a `TypeError` where one of them is unknown."""
    from ..rendering.charts import PlotOptions

    return cast("PlotOptions", Keywords(frozenset(PlotOptions.__annotations__)).select("plot", options))


class _AsyncList(Generic[T]):
    """What a page on `AsyncClient`, and a list that has not been asked for, have in common."""

    __slots__ = ()

    async def _first(self) -> AsyncPage[T]:
        """The page that this begins with."""
        raise NotImplementedError

    def _name_of_items(self) -> str:
        return "list"

    async def __aiter__(self) -> AsyncIterator[T]:
        # Left halfway, a generator is not to be left to the event loop to end.
        async with aclosing(cast("AsyncGenerator[AsyncPage[T]]", (await self._first()).iter_pages())) as pages:
            async for page in pages:
                for item in page.data:
                    yield item

    async def to_pandas(self, *, all_pages: bool = True) -> pd.DataFrame:
        """The items as a data frame, those of the pages that follow too; all is as for `Page.to_pandas()`.

        Args:
            all_pages: False takes the first page alone: of a page itself, without asking for anything.

        Raises:
            ModuleNotFoundError: There is no pandas: `pip install 'claude-client[pandas]'`. Nothing was sent.
        """
        from ..rendering.data_frames import check_pandas, frame_of_items

        check_pandas()
        first = await self._first()
        items = [item async for item in first] if all_pages else first.data
        return frame_of_items(items, first._item_type())  # pyright: ignore[reportPrivateUsage]  # a page is one of these

    @shows_keywords("rendering.charts", "PlotOptions")
    async def plot(self: _AsyncList[Bucket], *, all_pages: bool = True, **options: Unpack[PlotOptions]) -> Axes:
        """A chart of a usage or cost report; all is as for `Page.plot()`.

        Raises:
            ModuleNotFoundError: There is no matplotlib: `pip install 'claude-client[plot]'`. Nothing was sent.
            TypeError: This is not a list of such a report.
            ValueError: The report does not tell apart what is asked for; the message says how to get one that does.
        """
        from ..rendering.charts import check_matplotlib, plot_report

        check_matplotlib()
        options = _check_options(options)
        first = await self._first()
        items = [item async for item in first] if all_pages else first.data
        return plot_report(items, first._find_grouping(), options)  # pyright: ignore[reportPrivateUsage]  # as above

    def iter_items(self, *, progress: Progress | None = None) -> AsyncIterator[T]:
        """The items of all pages, as a loop gives them; all is as for `Page.iter_items()`.

        Args:
            progress: True shows a bar (extra `notebook`); a function is called with the number of items so far, and
                None, as nothing tells here how many there are.

        Raises:
            ImportError: A bar was asked for, and there is no tqdm. Nothing was sent.
        """
        if not progress:
            return aiter(self)
        from ..rendering.progress import meter

        return meter(progress, self._name_of_items(), "items").over_async(self)


class AsyncPage(_AnyPage[T], _AsyncList[T]):
    """One page of a list on `AsyncClient`. Iterating goes over the items of this page and of all that follow."""

    async def _first(self) -> AsyncPage[T]:
        return self

    async def get_next_page(self) -> AsyncPage[T]:
        """The next page.

        Raises:
            RuntimeError: There is none; `has_next_page()` tells.
            APIResponseValidationError: The list goes in a circle, or says that there is more and not how to get it.
        """
        return cast("AsyncPage[T]", await self._fetch_next())

    async def iter_pages(self) -> AsyncIterator[AsyncPage[T]]:
        """This page and all that follow."""
        page = self
        yield page
        while page.has_next_page():
            page = await page.get_next_page()
            yield page


class AsyncPaginator(_AsyncList[T]):
    """A list that has not been asked for: `await` gives its first page, `async for` all items of all pages."""

    def __init__(self, first_page: Callable[[], Awaitable[AsyncPage[T]]]) -> None:
        self._first_page = first_page

    def __repr__(self) -> str:
        return "<AsyncPaginator: `await` gives its first page, `async for` all items; nothing has been sent>"

    def __await__(self) -> Generator[Any, None, AsyncPage[T]]:
        return self._first_page().__await__()

    async def _first(self) -> AsyncPage[T]:
        return await self._first_page()

    async def iter_pages(self) -> AsyncIterator[AsyncPage[T]]:
        """The pages one after the other."""
        async for page in (await self).iter_pages():
            yield page


class Trail:
    """The way from the first page of a list to the one at hand, by which a circle is noticed."""

    def __init__(self, seen: dict[object, int] | None = None, number: int = 1, empty_pages: int = 0) -> None:
        # Shared along the way, so that the last page of a long list costs no more than the first.
        self._seen = {} if seen is None else seen
        self._number = number
        self.empty_pages: int = empty_pages
        """Pages in a row without an item, the last one read included."""

    def visit(self, cursors: Iterable[object], *, is_empty: bool) -> Trail:
        """The way up to the page at hand, to which `cursors` led."""
        for cursor in cursors:
            self._seen.setdefault(cursor, self._number)
        return Trail(self._seen, self._number, self.empty_pages + 1 if is_empty else 0)

    def has_visited(self, cursor: object) -> bool:
        """Whether it led to this page or an earlier one. The one that leads to the next page may be requested again."""
        return self._seen.get(cursor, self._number + 1) <= self._number

    def go_on(self) -> Trail:
        """The way to the next page."""
        return Trail(self._seen, self._number + 1, self.empty_pages)


class PageResponse(Generic[T]):
    """A response that is one page of items of type `T`."""

    accept = "application/json"
    whole = True

    def __init__(self, item: type[T], trail: Trail | None = None) -> None:
        self.item = item
        self._trail = trail or Trail()

    @property
    def preparation(self) -> Preparation:
        """Makes what reads a page, before the first response on an event loop."""
        return json_response(AsyncPage[self.item]).preparation  # type: ignore[name-defined]

    def of_next_page(self, here: Trail) -> PageResponse[T]:
        """The same for the page behind the one that `here` leads to."""
        return PageResponse(self.item, here.go_on())

    def parse(self, response: Response[Any]) -> Page[T]:
        """The page on `Client`."""
        driver, call = response.driver, response.call
        page = cast("Page[T]", json_response(Page[self.item]).parse(response))  # type: ignore[name-defined]
        page.came_from(
            call.request,
            lambda request: driver.send_request(request, like=call),
            self._trail,
            response.http_response,
        )
        return page

    def parse_async(self, response: AsyncResponse[Any]) -> AsyncPage[T]:
        """The page on `AsyncClient`."""
        driver, call = response.driver, response.call
        page = cast("AsyncPage[T]", json_response(AsyncPage[self.item]).parse(response))  # type: ignore[name-defined]
        page.came_from(
            call.request,
            lambda request: driver.send_request(request, like=call),
            self._trail,
            response.http_response,
        )
        return page
