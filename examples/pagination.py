"""Lists come in pages. Iterating walks through all of them; a page at a time is there too."""

from __future__ import annotations

import asyncio

from claude_client import AsyncClient, Client


def main() -> None:
    with Client() as client:
        # All models, two a page: the next page is fetched when the loop comes to it.
        print([model.id for model in client.models.list(limit=2)])

        # `break` leaves the rest where it is.
        for model in client.models.list(limit=2):
            print("the newest is", model.display_name)
            break

        # By hand, page by page.
        page = client.models.list(limit=3)
        while page.has_next_page():
            page = page.get_next_page()
        print(f"the last page has {len(page.data)}")

        # A program that shows pages to somebody keeps the id that it stopped at.
        first = client.models.list(limit=2)
        second = client.models.list(limit=2, after_id=first.data[-1].id)
        print([model.id for model in second.data])


async def on_the_async_client() -> None:
    async with AsyncClient() as client:
        # Without `await` it is walked through, with `await` it is the first page.
        print(len([model async for model in client.models.list(limit=2)]))
        page = await client.models.list(limit=2)
        print([model.id for model in page.data], page.has_more)
        async for each in client.models.list(limit=3).iter_pages():
            print(f"a page of {len(each.data)}")


if __name__ == "__main__":
    main()
    asyncio.run(on_the_async_client())
