"""An endpoint is written once: a method that builds a `Request`, called as the mode of its resource says.

    class Models(Resource[Mode]):
        @endpoint
        def retrieve(self, model_id: str, **options: Unpack[WorkspaceOptions]) -> Request[ModelInfo]: ...

On `Client` that is `(model_id, **options) -> ModelInfo`, on `AsyncClient` it gives a coroutine, under
`with_raw_response` a `Response`, under `with_streaming_response` a context manager. Type checkers read that from the
overloads of `__get__`; at run time the bound function shows its keywords to `help()`, `inspect` and notebooks.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from types import FunctionType, MethodType
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, Generic, NamedTuple, Protocol, TypeVar, cast, overload

from typing_extensions import ParamSpec, Self

from ..types.request_options import RequestOptions
from .decoding import json_response
from .json_encoding import JSONBody
from .preload import MethodPreparation
from .request import STANDARD_LIMIT, A, Body, Credential, Request, ResponseFormat, S, SizeLimit
from .signatures import Keywords, LateSignature, check_single

if TYPE_CHECKING:
    from types import TracebackType

    from ..rendering.progress import Meter, Progress
    from .managers import (
        AsyncClosable,
        AsyncResponseManager,
        AsyncStreamManager,
        Closable,
        ResponseManager,
        StreamManager,
    )
    from .pages import AsyncPage, AsyncPaginator, Page
    from .polling import Polling
    from .response import AsyncResponse, Response

P = ParamSpec("P")
_PACKAGE = __name__.partition(".")[0] + "."

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])
C = TypeVar("C", bound="Closable")
AC = TypeVar("AC", bound="AsyncClosable")
S_co = TypeVar("S_co", covariant=True)
A_co = TypeVar("A_co", covariant=True)


class Sync:
    """The mode of `Client`: a call gives its value."""


class Async:
    """The mode of `AsyncClient`: a call gives a coroutine."""


Mode = TypeVar("Mode", covariant=True)


class Raw(Generic[Mode]):
    """The mode of `with_raw_response`: a call gives its response."""


class Streamed(Generic[Mode]):
    """The mode of `with_streaming_response`: a call gives a context manager whose response is not read."""


class Binding(NamedTuple):
    """The ways a client sends a request, of which a resource uses the one that its mode stands for."""

    client: Any
    """The client, whose `settings` methods look at."""
    send: Callable[[Request[Any, Any]], Any]
    raw: Callable[[Request[Any, Any]], Any]
    streamed: Callable[[Request[Any, Any]], Any]
    paginate: Callable[[Request[Any, Any]], Any]
    manage: Callable[[Request[Any, Any]], Any]
    """A context manager over what the request streams."""
    run: Callable[[Any], Any]
    """The runner of a `ToolLoop`: requests, and calls of tools."""
    poll: Callable[[Polling[Any]], Any]
    """Poll a request until its work is done, and return the result."""
    beta: bool = False
    """Whether the methods send the beta values that the official package's beta variants send."""

    def as_raw(self) -> Binding:
        """The same client, giving responses."""
        return self._replace(send=self.raw, paginate=self.raw)

    def as_streamed(self) -> Binding:
        """The same client, giving context managers over responses that are not read."""
        return self._replace(send=self.streamed, paginate=self.streamed)

    def as_beta(self) -> Binding:
        """The same client, sending beta values."""
        return self._replace(beta=True)


_OPTIONS = frozenset(RequestOptions.__annotations__)
_HEADERS: Mapping[str, str] = {
    "workspace_id": "anthropic-workspace-id",
    "user_profile_id": "anthropic-user-profile-id",
    "anthropic_worker_id": "anthropic-worker-id",
}


class Resource(Generic[Mode]):
    """A part of the API, bound to the way its requests are sent."""

    _credential: ClassVar[Credential] = "api"
    _header_parameters: ClassVar[Mapping[str, str]] = _HEADERS
    """Parameters that are sent as headers, as the keywords of this resource's methods name them."""

    def __init__(self, binding: Binding) -> None:
        self._binding = binding

    @property
    def _client(self) -> Any:
        """The client that it hangs on, under the name that tracers know."""
        return self._binding.client

    def __repr__(self) -> str:
        client = self._client
        found = (name for name in dir(type(self)) if not name.startswith(("_", "with_")))
        return f"<{type(self).__name__} of {client!r}: {', '.join(found)}>"

    def _request(
        self,
        method: str,
        path: str,
        response_format: ResponseFormat[S, A],
        params: Mapping[str, Any],
        *,
        body: Body | None = None,
        betas: tuple[str, ...] = (),
        beta_variant: tuple[str, ...] = (),
        limit: SizeLimit = STANDARD_LIMIT,
        bodiless: bool = False,
        query: tuple[str, ...] = (),
        nested: tuple[str, ...] = (),
        whole: str | None = None,
        check_version: Callable[[str], None] | None = None,
        hint: str | None = None,
    ) -> Request[S, A]:
        """A request whose `params` are sorted into options, headers, and the query or the body.

        Args:
            method: The HTTP verb; with `GET` and `DELETE` the parameters go into the query.
            path: Escaped, from `path()`.
            response_format: How the response is read.
            params: What the method was given by keyword.
            body: In place of a JSON body made of the parameters.
            betas: Beta values that the endpoint needs.
            beta_variant: Beta values sent under `client.beta` only.
            limit: The size limit of the endpoint.
            bodiless: Send no body, where the parameters would make one.
            query: Parameters that go into the query where that is not told by the verb, or by their names.
            nested: The first halves of parameters such as `created_at_gte`, which is sent as `created_at[gte]`.
            whole: The parameter that is the whole JSON body.
            check_version: Raises where an API version does not take the parameters.
            hint: What to look at when the API knows no such thing.

        Raises:
            TypeError: `whole` is no mapping.
        """
        in_query = method in ("GET", "DELETE")
        fields: dict[str, object] = {}
        queries: dict[str, object] = fields if in_query else {}
        headers: dict[str, str] = {}
        options: dict[str, object] = {}
        for name, value in params.items():
            if name in _OPTIONS:
                options[name] = value
            elif name in query:
                queries[name] = value
            elif nested and name.rpartition("_")[0] in nested:
                start, _, bound = name.rpartition("_")
                queries[f"{start}[{bound}]"] = value
            elif name in self._header_parameters:
                headers[self._header_parameters[name]] = value
            else:
                fields[name] = value
        for name, value in queries.items():
            check_single(name, value)
        if whole is not None:
            body = JSONBody(_check_mapping(whole, fields[whole]))
        return Request(
            method,
            path,
            response_format,
            query=queries,
            body=body if body is not None or in_query or bodiless else JSONBody(fields),
            headers=headers,
            betas=(*betas, *beta_variant) if self._binding.beta else betas,
            options=cast("RequestOptions", options),
            limit=limit,
            credential=self._credential,
            check_version=check_version,
            hint=hint,
        )

    def _meter(self, progress: Progress | None, what: str, unit: str = "B") -> Meter | None:
        """What tells how far a call is; None where nobody asked for it.

        Raises:
            ImportError: A bar was asked for, and there is no tqdm.
        """
        if not progress:
            return None
        from ..rendering.progress import meter

        return meter(progress, what, unit)

    def _get(self, path: str, type_: type[T], params: Mapping[str, Any], **more: Any) -> Request[T]:
        return self._request("GET", path, json_response(type_), params, **more)

    def _post(self, path: str, type_: type[T], params: Mapping[str, Any], **more: Any) -> Request[T]:
        return self._request("POST", path, json_response(type_), params, **more)

    def _act(self, path: str, type_: type[T], options: Mapping[str, Any], **more: Any) -> Request[T]:
        """A `POST` that has nothing to say beyond its path."""
        return self._request("POST", path, json_response(type_), options, bodiless=True, **more)

    def _delete(self, path: str, type_: type[T], params: Mapping[str, Any], **more: Any) -> Request[T]:
        return self._request("DELETE", path, json_response(type_), params, **more)

    def _list(self, path: str, item: type[T], params: Mapping[str, Any], **more: Any) -> Request[Page[T], AsyncPage[T]]:
        from .pages import PageResponse

        return self._request("GET", path, PageResponse(item), params, **more)


def _check_mapping(name: str, value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise TypeError(f"invalid {name} {value!r}: expected a mapping, which is sent as the body")
    return cast("Mapping[str, object]", value)


_is_async = functools.lru_cache(maxsize=64)(inspect.iscoroutinefunction)


def _clear_frames(traceback: TracebackType | None) -> None:
    """Clear the frames of this package that an error came through: the arguments in them may be secrets."""
    while traceback is not None:
        frame, traceback = traceback.tb_frame, traceback.tb_next
        if frame.f_globals.get("__name__", "").startswith(_PACKAGE):
            with suppress(RuntimeError):  # of the frames that are still running
                frame.clear()


class _Method:
    """What the descriptors below have in common; they differ in what a call gives, which their overloads tell."""

    _way: ClassVar[str] = "send"
    """The way of the binding that calls take."""

    def __init__(self, build: Callable[..., Any]) -> None:
        self.build: Callable[..., Any] = build
        self.__doc__ = build.__doc__
        # By which tracers call it that wrap it.
        self.__name__: str = build.__name__
        self.__qualname__: str = build.__qualname__
        # What frameworks read of `Messages.create` to see which parameters this version takes.
        self.__signature__: LateSignature = LateSignature(build, keeps_self=True)

    @functools.cached_property
    def keywords(self) -> Keywords:
        """The keywords that the method takes."""
        return Keywords.of(self.build)

    def __call__(self, resource: Any, *args: Any, **kwargs: Any) -> Any:
        """Call it as a function of the class: `Messages.create(client.messages, ...)`."""
        return self.__get__(resource, type(resource))(*args, **kwargs)

    def __get__(self, resource: Any, owner: Any) -> Any:
        """The method of `resource`, or the descriptor itself where there is none."""
        if resource is None:
            return self
        call, call_async = self._functions
        # So that `inspect.iscoroutinefunction` says what a call gives.
        way = getattr(resource._binding, self._way)
        return MethodType(call_async if _is_async(getattr(way, "__func__", way)) else call, resource)

    @functools.cached_property
    def _functions(self) -> tuple[FunctionType, FunctionType]:
        """What Python binds to a resource: for ways that give a value, and for those that give a coroutine."""
        build, way, name = self.build, self._way, self.__qualname__
        select, needs_keywords = self.keywords.select, bool(self.keywords.required)
        preparation = MethodPreparation(build)

        def call(resource: Any, /, *args: Any, **kwargs: Any) -> Any:
            try:
                if kwargs or needs_keywords:
                    kwargs = select(name, kwargs)
                request = build(resource, *args, **kwargs)
            except BaseException as error:
                _clear_frames(error.__traceback__)
                raise
            finally:
                del args, kwargs  # which the traceback of an error would hold, and what is in them
            return getattr(resource._binding, way)(request)

        async def call_async(resource: Any, /, *args: Any, **kwargs: Any) -> Any:
            try:
                if kwargs or needs_keywords:
                    kwargs = select(name, kwargs)
                if not preparation.is_done:
                    await preparation.wait()
                request = build(resource, *args, **kwargs)
            except BaseException as error:
                _clear_frames(error.__traceback__)
                raise
            finally:
                del args, kwargs
            return await getattr(resource._binding, way)(request)

        functions = functools.wraps(build)(call), functools.wraps(build)(call_async)
        for each, tell in zip(functions, (self._tell_result, self._tell_awaited), strict=True):
            cast("Any", each).__signature__ = LateSignature(build, keeps_self=True, gives=tell)
        return cast("tuple[FunctionType, FunctionType]", functions)

    def _tell_result(self, of_client: str, of_async_client: str) -> str:
        """What a call gives that is not awaited, for `help()`: of what is paged or managed on either client."""
        if self._way == "paginate":
            return f"{of_client} | {of_async_client.replace('AsyncPage[', 'AsyncPaginator[', 1)}"
        if self._way == "manage":
            return f"StreamManager[{of_client}] | AsyncStreamManager[{of_async_client}]"
        return f"{of_client} | {of_async_client}" if self._way == "run" else of_client

    def _tell_awaited(self, of_client: str, of_async_client: str) -> str:  # noqa: ARG002  # as the one above
        """What a call gives that is awaited."""
        return of_async_client


class endpoint(_Method, Generic[P, S, A]):
    """A method that builds a `Request`, callable as the mode of its resource says."""

    if TYPE_CHECKING:

        def __init__(self, build: Callable[Concatenate[Any, P], Request[S, A]]) -> None: ...

        @overload
        def __get__(self, resource: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, resource: Resource[Sync], owner: Any) -> Callable[P, S]: ...
        @overload
        def __get__(self, resource: Resource[Async], owner: Any) -> Callable[P, Coroutine[Any, Any, A]]: ...
        @overload
        def __get__(self, resource: Resource[Raw[Sync]], owner: Any) -> Callable[P, Response[S]]: ...
        @overload
        def __get__(
            self, resource: Resource[Raw[Async]], owner: Any
        ) -> Callable[P, Coroutine[Any, Any, AsyncResponse[A]]]: ...
        @overload
        def __get__(self, resource: Resource[Streamed[Sync]], owner: Any) -> Callable[P, ResponseManager[S]]: ...
        @overload
        def __get__(self, resource: Resource[Streamed[Async]], owner: Any) -> Callable[P, AsyncResponseManager[A]]: ...
        def __get__(self, resource: Any, owner: Any) -> Any: ...


def endpoint_by_overloads(build: F) -> F:
    """`endpoint` for a method whose overloads already say, mode by mode, what a call gives."""
    return cast("F", endpoint(build))


class paginated(_Method, Generic[P, T]):
    """An endpoint whose items come by pages; on `AsyncClient` it gives an `AsyncPaginator`, to iterate or to await."""

    _way = "paginate"

    if TYPE_CHECKING:

        def __init__(self, build: Callable[Concatenate[Any, P], Request[Page[T], AsyncPage[T]]]) -> None: ...

        @overload
        def __get__(self, resource: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, resource: Resource[Sync], owner: Any) -> Callable[P, Page[T]]: ...
        @overload
        def __get__(self, resource: Resource[Async], owner: Any) -> Callable[P, AsyncPaginator[T]]: ...
        @overload
        def __get__(self, resource: Resource[Raw[Sync]], owner: Any) -> Callable[P, Response[Page[T]]]: ...
        @overload
        def __get__(
            self, resource: Resource[Raw[Async]], owner: Any
        ) -> Callable[P, Coroutine[Any, Any, AsyncResponse[AsyncPage[T]]]]: ...
        @overload
        def __get__(self, resource: Resource[Streamed[Sync]], owner: Any) -> Callable[P, ResponseManager[Page[T]]]: ...
        @overload
        def __get__(
            self, resource: Resource[Streamed[Async]], owner: Any
        ) -> Callable[P, AsyncResponseManager[AsyncPage[T]]]: ...
        def __get__(self, resource: Any, owner: Any) -> Any: ...


class managed(_Method, Generic[P, C, AC]):
    """A method whose call gives a context manager on either client; the request goes out when it is entered."""

    _way = "manage"

    if TYPE_CHECKING:

        def __init__(self, build: Callable[Concatenate[Any, P], Request[C, AC]]) -> None: ...

        @overload
        def __get__(self, resource: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, resource: Resource[Sync], owner: Any) -> Callable[P, StreamManager[C]]: ...
        @overload
        def __get__(self, resource: Resource[Async], owner: Any) -> Callable[P, AsyncStreamManager[AC]]: ...
        def __get__(self, resource: Any, owner: Any) -> Any: ...


def managed_by_overloads(build: F) -> F:
    """`managed` for a method whose overloads already say what a call gives: of its own type variables, not all type
    checkers know what comes through a descriptor.
    """
    return cast("F", managed(build))


class polled(_Method, Generic[P, T]):
    """A method that builds a `Polling`; a call gives, in the mode of its client, what that comes to."""

    _way = "poll"

    if TYPE_CHECKING:

        def __init__(self, build: Callable[Concatenate[Any, P], Polling[T]]) -> None: ...

        @overload
        def __get__(self, resource: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, resource: Resource[Sync], owner: Any) -> Callable[P, T]: ...
        @overload
        def __get__(self, resource: Resource[Async], owner: Any) -> Callable[P, Coroutine[Any, Any, T]]: ...
        def __get__(self, resource: Any, owner: Any) -> Any: ...


class Runnable(Protocol[S_co, A_co]):
    """What a client runs: it makes the runner for itself."""

    def on_client(self, send: Callable[[Any], Any]) -> S_co: ...
    def on_async_client(self, send: Callable[[Any], Any]) -> A_co: ...


class runs(_Method, Generic[P, S, A]):
    """A method that builds a `Runnable`; a call gives its runner, on either client."""

    _way = "run"

    if TYPE_CHECKING:

        def __init__(self, build: Callable[Concatenate[Any, P], Runnable[S, A]]) -> None: ...

        @overload
        def __get__(self, resource: None, owner: Any) -> Self: ...
        @overload
        def __get__(self, resource: Resource[Sync], owner: Any) -> Callable[P, S]: ...
        @overload
        def __get__(self, resource: Resource[Async], owner: Any) -> Callable[P, A]: ...
        def __get__(self, resource: Any, owner: Any) -> Any: ...

    @functools.cached_property
    def keywords(self) -> Keywords:
        """The keywords that the method takes. None is a value of each: it has a default that says something."""
        found = Keywords.of(self.build)
        return Keywords(found.names, found.required, found.names)


class _Run(_Method):
    """A method whose call gives the runner of a loop."""

    _way = "run"


def runner_by_overloads(build: F) -> F:
    """A method that builds a `ToolLoop`, and whose overloads say, mode by mode, what runs it."""
    return cast("F", _Run(build))
