"""A body that is read to its end, within what the client allows it to hold.

What a server sends is not trusted: a few compressed bytes can stand for more than there is memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..errors import ResponseTooLargeError
from ..http.bodies import InMemory
from ..http.clients import check_decompressed

if TYPE_CHECKING:
    import httpx

    from .call import Call


def is_bounded(response: httpx.Response, call: Call[Any, Any]) -> bool:
    """Whether the headers promise a body within the limits, so that it can be read in one go."""
    length = response.headers.get("content-length", "")
    return (
        length.isdecimal()
        and len(length) < 20
        and int(length) <= call.settings.response_limits.json_bytes
        and "content-encoding" not in response.headers
        and call.settings.deadline is None
    )


def read_from_memory(response: httpx.Response, call: Call[Any, Any]) -> bool:
    """Read the body of a response whose bytes came with its head, which neither client has to wait for.

    Returns:
        Whether they did.

    Raises:
        ResponseTooLargeError, CallDeadlineError: As `WholeBody` does.
    """
    stream = response.stream
    if not isinstance(stream, InMemory):
        return False
    body = WholeBody(response, call)
    if "content-encoding" in response.headers:
        for chunk in response.iter_bytes():
            body.add(chunk)
        check_decompressed(response)
    else:
        # Past the generators of the library, which have nothing to do.
        body.add(stream.content)
        response.is_stream_consumed = response.is_closed = True
        cast("Any", response)._num_bytes_downloaded = len(stream.content)
    body.finish()
    return True


class WholeBody:
    """Takes the decompressed chunks of a body, and in the end gives them to its response.

    Raises:
        ResponseTooLargeError: They are more than the client allows.
        CallDeadlineError: The call has no time left.
    """

    def __init__(self, response: httpx.Response, call: Call[Any, Any], max_bytes: int | None = None) -> None:
        self._response = response
        self._call = call
        self._limit = call.settings.response_limits.json_bytes if max_bytes is None else max_bytes
        self._chunks: list[bytes] = []
        self._size = 0

    def add(self, chunk: bytes) -> None:
        """Take a chunk, in the order they come."""
        self._size += len(chunk)
        if self._size > self._limit:
            raise ResponseTooLargeError(
                self._response,
                None,
                message=f"the body is over the {self._limit:,} bytes of response_limits.json_bytes, decompressed",
            )
        self._call.check_deadline()
        self._chunks.append(chunk)

    def finish(self) -> None:
        """Make the response one that has been read."""
        # What `httpx.Response.read()` does, which has no bound.
        cast("Any", self._response)._content = b"".join(self._chunks)
