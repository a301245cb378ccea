"""Calls that have no method here: any path of the API, with a response of any type.

    client.post("/v1/new_thing", cast_to=dict, body={"name": "x"})

They go the way of every other call: credentials, retries, errors, views and both clients.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from typing_extensions import TypedDict

from ..core.decoding import JSONResponse
from ..core.endpoint import Mode, Resource, endpoint
from ..core.json_encoding import JSONBody
from ..core.request import Request, ResponseFormat

if TYPE_CHECKING:
    import httpx
    from typing_extensions import Unpack

    from ..core.response import AsyncResponse, Response
    from ..types.request_options import RequestOptions

T = TypeVar("T")


class VerbOptions(TypedDict, total=False):
    """The options of these calls under the names that the official package gives them."""

    headers: Mapping[str, str]
    """Headers added to the request."""

    params: Mapping[str, object]
    """Query parameters."""

    timeout: float | httpx.Timeout | None
    """Seconds without progress before an attempt fails."""

    max_retries: int
    """Further attempts after a failure that is worth one."""

    extra_json: Mapping[str, object]
    """Fields added to the JSON body."""


class Verbs(Resource[Mode]):
    """HTTP's own verbs, for what the API has and this version does not know."""

    @endpoint
    def get(
        self, path: str, *, cast_to: type[T], options: VerbOptions | None = None, **call: Unpack[RequestOptions]
    ) -> Request[T]:
        """Get what is at `path`.

        Args:
            path: Below the base URL, already escaped.
            cast_to: What the response is read as: a model, any type that pydantic knows, `str`, `bytes`, `type(None)`,
                or `httpx.Response`.
            options: Headers, query parameters, ... by the official package's names.
        """
        return _request("GET", path, cast_to, None, options, call)

    @endpoint
    def post(
        self,
        path: str,
        *,
        cast_to: type[T],
        body: Mapping[str, object] | None = None,
        options: VerbOptions | None = None,
        **call: Unpack[RequestOptions],
    ) -> Request[T]:
        """Send `body` as JSON to `path`, by the verb that the method is called after; the rest as for `get()`."""
        return _request("POST", path, cast_to, body, options, call)

    @endpoint
    def put(
        self,
        path: str,
        *,
        cast_to: type[T],
        body: Mapping[str, object] | None = None,
        options: VerbOptions | None = None,
        **call: Unpack[RequestOptions],
    ) -> Request[T]:
        """As `post()`, by the verb PUT."""
        return _request("PUT", path, cast_to, body, options, call)

    @endpoint
    def patch(
        self,
        path: str,
        *,
        cast_to: type[T],
        body: Mapping[str, object] | None = None,
        options: VerbOptions | None = None,
        **call: Unpack[RequestOptions],
    ) -> Request[T]:
        """As `post()`, by the verb PATCH."""
        return _request("PATCH", path, cast_to, body, options, call)

    @endpoint
    def delete(
        self,
        path: str,
        *,
        cast_to: type[T],
        body: Mapping[str, object] | None = None,
        options: VerbOptions | None = None,
        **call: Unpack[RequestOptions],
    ) -> Request[T]:
        """As `post()`, by the verb DELETE."""
        return _request("DELETE", path, cast_to, body, options, call)


class CastResponse(Generic[T]):
    """A response read as what the caller asks for, JSON or not."""

    accept = "application/json"
    whole = True

    def __init__(self, cast_to: type[T]) -> None:
        self.cast_to = cast_to

    def parse(self, response: Response[Any] | AsyncResponse[Any]) -> T:
        """The body as the type asked for."""
        http = response.http_response
        if self.cast_to in type(http).__mro__[:-1]:  # all but `object`, which asks for JSON
            return cast("T", http)
        plain: dict[Any, Any] = {str: http.text, bytes: http.content, type(None): None}
        if self.cast_to in plain:
            return cast("T", plain[self.cast_to])
        return JSONResponse(self.cast_to).parse(response)

    parse_async = parse


def _request(
    method: str,
    path: str,
    cast_to: type[T],
    body: Mapping[str, object] | None,
    options: VerbOptions | None,
    call: RequestOptions,
) -> Request[T]:
    if not isinstance(path, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
        raise TypeError(f"invalid path {path!r}: expected a str")
    given = options or {}
    renamed = {"timeout": given.get("timeout"), "max_retries": given.get("max_retries")}
    fields = None if body is None else {**body, **given.get("extra_json", {})}
    response_format: ResponseFormat[T, T] = CastResponse(cast_to)
    return Request(
        method,
        path if path.startswith("/") else f"/{path}",
        response_format,
        query=given.get("params", {}),
        headers={name.lower(): value for name, value in given.get("headers", {}).items()},
        body=None if fields is None else JSONBody(fields),
        options=cast("RequestOptions", {**{k: v for k, v in renamed.items() if v is not None}, **call}),
    )
