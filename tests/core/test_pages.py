"""Lists that never come to an end, or do not say how to go on, end in an error: on both clients, by id and by token."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from both import Both, items
from claude_client import APIResponseValidationError
from claude_client.core.pages import MAX_EMPTY_PAGES
from server import Received, Reply, Server, reply

BY_ID = "models"
BY_TOKEN = "files"


def entry(id: str) -> dict[str, Any]:
    return {"id": id, "type": "model", "display_name": id, "created_at": "2026-01-02T03:04:05Z"}


def page(*ids: str, style: str = BY_ID, more: bool | None = True, cursor: str | None = None) -> Reply:
    """A page of items with these ids, that leads on by `cursor`."""
    listed: dict[str, Any] = {"data": [entry(id) for id in ids]}
    if more is not None:
        listed["has_more"] = more
    if style == BY_ID:
        listed |= {"first_id": ids[0] if ids else None, "last_id": cursor}
    else:
        listed |= {"next_page": cursor}
    return reply(listed)


def read_all(both: Both, style: str, **query: Any) -> list[str]:
    """The ids that a loop gets before it raises; both ways to loop have to get the same."""
    seen: list[list[str]] = [[], []]

    def body(client: Any) -> Any:
        listing = getattr(client, style)
        with pytest.raises(APIResponseValidationError) as caught:
            yield items(collecting(listing.list(**query), seen[0]))
        with pytest.raises(APIResponseValidationError):
            current = yield listing.list(**query)
            while True:
                seen[1] += [item.id for item in current.data]
                assert current.has_next_page()
                current = yield current.get_next_page()
        assert seen[0] == seen[1]
        raise caught.value

    both.run(body)
    raise AssertionError("it raised before")


def collecting(listed: Any, seen: list[str]) -> Any:
    if hasattr(listed, "__aiter__"):

        async def over() -> Any:
            async for item in listed:
                seen.append(item.id)
                yield item

        return over()

    def over_sync() -> Any:
        for item in listed:
            seen.append(item.id)
            yield item

    return over_sync()


STYLES = pytest.mark.parametrize("style", [BY_ID, BY_TOKEN])


@STYLES
def test_a_cursor_that_leads_to_its_own_page_is_an_error(both: Both, server: Server, style: str) -> None:
    server.replies(page("a", style=style, cursor="c"))

    with pytest.raises(APIResponseValidationError, match="='c' leads back to a page that was read before"):
        read_all(both, style)

    assert len(server.received) == 4  # two pages for each of the two loops


@STYLES
def test_cursors_that_go_round_are_an_error(both: Both, server: Server, style: str) -> None:
    following = {None: "a", "a": "b", "b": "c", "c": "a"}

    def next_page(request: Received) -> Reply:
        query = dict(request.query)
        return page("x", style=style, cursor=following[query.get("after_id", query.get("page"))])

    server.replies(next_page)

    with pytest.raises(APIResponseValidationError, match="='a' leads back"):
        read_all(both, style)


def test_a_list_that_is_walked_backwards_in_a_circle_is_an_error(both: Both, server: Server) -> None:
    server.replies(page("a", cursor="a"))

    with pytest.raises(APIResponseValidationError, match="before_id='a' leads back"):
        read_all(both, BY_ID, before_id="z")


def test_pages_without_items_that_go_on_are_an_error(both: Both, server: Server) -> None:
    number = iter(range(1000))
    server.replies(lambda request: page(style=BY_TOKEN, cursor=f"p{next(number)}"))

    with pytest.raises(APIResponseValidationError, match=f"{MAX_EMPTY_PAGES} pages in a row have no items"):
        read_all(both, BY_TOKEN)


def test_a_few_pages_that_a_filter_left_empty_are_passed_over(both: Both, server: Server) -> None:
    def count(request: Received) -> Reply:
        at = int(dict(request.query).get("page", "0"))
        ids = ["x"] if at % MAX_EMPTY_PAGES == 0 else []
        return page(*ids, style=BY_TOKEN, cursor=str(at + 1) if at < 25 else None, more=at < 25)

    server.replies(count)

    assert len(both.run(lambda client: iterate(client.files.list()))) == 3


def iterate(listed: Any) -> Any:
    return (yield items(listed))


@pytest.mark.parametrize(
    ("style", "make"),
    [
        (BY_ID, lambda: page("a", style=BY_ID, cursor=None)),
        (BY_ID, lambda: page(style=BY_ID, cursor="x")),
        (BY_TOKEN, lambda: page("a", style=BY_TOKEN, cursor=None)),
        (BY_TOKEN, lambda: page("a", style=BY_TOKEN, cursor="")),
    ],
)
def test_a_page_that_says_that_there_is_more_and_not_how_to_get_it_is_an_error(
    both: Both, server: Server, style: str, make: Callable[[], Reply]
) -> None:
    server.replies(make())

    with pytest.raises(APIResponseValidationError, match="has_more is true, and there is no cursor"):
        read_all(both, style)


@STYLES
@pytest.mark.parametrize("more", [False, None])
def test_a_page_that_does_not_say_that_there_is_more_is_the_last(
    both: Both, server: Server, style: str, more: bool | None
) -> None:
    server.replies(page("a", style=style, more=more))

    assert [item.id for item in both.run(lambda client: iterate(getattr(client, style).list()))] == ["a"]


@STYLES
def test_a_page_can_be_asked_for_again(both: Both, server: Server, style: str) -> None:
    server.replies(page("a", style=style, cursor="c"), page("b", style=style, more=False))

    def body(client: Any) -> Any:
        first = yield getattr(client, style).list()
        for _ in range(3):
            following = yield first.get_next_page()
            assert [item.id for item in following.data] == ["b"]
            assert not following.has_next_page()

    both.run(body)
