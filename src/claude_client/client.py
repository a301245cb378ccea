"""`Client` and `AsyncClient`: settings, the way requests are sent, and the resources of the API on top of both.

What can be called stands in `API`, once for both clients and for each of their views.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .core import logs
from .core.decoding import json_response
from .core.drivers import AsyncConnections, AsyncDriver, Connections, Driver
from .core.endpoint import AC, Async, Binding, C, Mode, Raw, Streamed, Sync
from .core.managers import AsyncResponseManager, AsyncStreamManager, ResponseManager, StreamManager
from .core.preload import Preparation, load_tls
from .core.request import Request
from .core.response import AsyncResponse, Response
from .core.settings import LIBRARY_TIMEOUT_SECONDS, SANDBOX_SCHEME, ClientOptions, Settings, from_arguments
from .core.signatures import shows_keywords
from .resources.verbs import Verbs

if TYPE_CHECKING:
    import httpx
    from typing_extensions import Self, Unpack

    from .core.middleware import MiddlewareInput
    from .core.pages import AsyncPage, AsyncPaginator
    from .core.platform import Platform
    from .core.polling import Polling
    from .jobs.jobs import AsyncJobs, Jobs
    from .platforms.features import Feature
    from .resources.admin import Organization
    from .resources.agents import Agents
    from .resources.completions import Completions
    from .resources.compliance import Compliance
    from .resources.deployment_runs import DeploymentRuns
    from .resources.deployments import Deployments
    from .resources.dreams import Dreams
    from .resources.environments import Environments
    from .resources.files import Files
    from .resources.memory_stores import MemoryStores
    from .resources.messages import Messages
    from .resources.models import Models
    from .resources.sessions import Sessions
    from .resources.skills import Skills
    from .resources.tunnels import Tunnels
    from .resources.user_profiles import UserProfiles
    from .resources.vaults import Vaults
    from .resources.webhook_events import Webhooks
    from .sessions.steps import Runnable
    from .telemetry.options import ResolvedOpenTelemetryOptions
    from .tools import ToolLoop
    from .types.request_options import WebhookKey

T = TypeVar("T")

_CREDENTIAL_OPTIONS = frozenset({"credentials", "profile", "config", "auth_token"})
"""Options that may be something else than a fixed key or token."""


class API(Verbs[Mode]):
    """Everything that can be called, in the mode of the client or view that it hangs on."""

    # Resources are imported when they are first used: most programs need one of them.

    @cached_property
    def messages(self) -> Messages[Mode]:
        """Messages: create, stream and count."""
        from .resources.messages import Messages

        return Messages(self._binding)

    @cached_property
    def models(self) -> Models[Mode]:
        """The models that the key can use."""
        from .resources.models import Models

        return Models(self._binding)

    @cached_property
    def completions(self) -> Completions[Mode]:
        """Text Completions, the API before messages."""
        from .resources.completions import Completions

        return Completions(self._binding)

    @cached_property
    def files(self) -> Files[Mode]:
        """Files that are uploaded once and then named by id in messages."""
        from .resources.files import Files

        return Files(self._binding)

    @cached_property
    def skills(self) -> Skills[Mode]:
        """Folders of instructions, scripts and data that the model uses where they fit."""
        from .resources.skills import Skills

        return Skills(self._binding)

    @cached_property
    def agents(self) -> Agents[Mode]:
        """Agents: a model with instructions, tools and skills, to be run in sessions."""
        from .resources.agents import Agents

        return Agents(self._binding)

    @cached_property
    def sessions(self) -> Sessions[Mode]:
        """Sessions: runs of an agent in an environment."""
        from .resources.sessions import Sessions

        return Sessions(self._binding)

    @cached_property
    def environments(self) -> Environments[Mode]:
        """Environments: where sessions run, on Anthropic's machines or your own."""
        from .resources.environments import Environments

        return Environments(self._binding)

    @cached_property
    def vaults(self) -> Vaults[Mode]:
        """Vaults: credentials with which agents reach MCP servers."""
        from .resources.vaults import Vaults

        return Vaults(self._binding)

    @cached_property
    def memory_stores(self) -> MemoryStores[Mode]:
        """Memory stores: what agents remember from one session to the next."""
        from .resources.memory_stores import MemoryStores

        return MemoryStores(self._binding)

    @cached_property
    def deployments(self) -> Deployments[Mode]:
        """Deployments: agents that start on a schedule or when they are told to."""
        from .resources.deployments import Deployments

        return Deployments(self._binding)

    @cached_property
    def deployment_runs(self) -> DeploymentRuns[Mode]:
        """What deployments started, run by run."""
        from .resources.deployment_runs import DeploymentRuns

        return DeploymentRuns(self._binding)

    @cached_property
    def dreams(self) -> Dreams[Mode]:
        """Dreams: jobs that rewrite a memory store from what past sessions learnt."""
        from .resources.dreams import Dreams

        return Dreams(self._binding)

    @cached_property
    def tunnels(self) -> Tunnels[Mode]:
        """Tunnels to MCP servers in private networks."""
        from .resources.tunnels import Tunnels

        return Tunnels(self._binding)

    @cached_property
    def user_profiles(self) -> UserProfiles[Mode]:
        """The end customers of a platform, on whose behalf it calls."""
        from .resources.user_profiles import UserProfiles

        return UserProfiles(self._binding)

    @cached_property
    def compliance(self) -> Compliance[Mode]:
        """Compliance: what safeguards decided, and how to respond."""
        from .resources.compliance import Compliance

        return Compliance(self._binding)

    @cached_property
    def organization(self) -> Organization[Mode]:
        """The Admin API: the organization, its people, workspaces, keys and reports."""
        from .resources.admin import Organization

        return Organization(self._binding)

    @property
    def admin(self) -> Organization[Mode]:
        """The Admin API, under its other name."""
        return self.organization

    @cached_property
    def webhooks(self) -> Webhooks[Mode]:
        """Events that the API posts to you."""
        from .resources.webhook_events import Webhooks

        return Webhooks(self._binding)

    @cached_property
    def beta(self) -> API[Mode]:
        """The same calls, sending the beta values that the official package sends under this name."""
        return API(self._binding.as_beta())

    @cached_property
    def with_raw_response(self) -> API[Raw[Mode]]:
        """The same calls, giving the response: headers, status, and by `parse()` the value."""
        return API(self._binding.as_raw())

    @cached_property
    def with_streaming_response(self) -> API[Streamed[Mode]]:
        """The same calls, giving a context manager over a response whose body has not been read."""
        return API(self._binding.as_streamed())


class _AnyClient(API[Mode]):
    """What both clients have in common: settings, and copies of themselves."""

    def __init__(self, settings: Settings, connections: Any) -> None:
        self._set_up(settings, connections)

    def _set_up(self, settings: Settings, connections: Any) -> None:
        logs.set_up()
        self.settings = settings
        self._connections = connections
        self._driver = self._make_driver(connections, partial(start_sandbox, settings))
        super().__init__(
            Binding(
                self,
                self._driver.call,
                self._respond,
                self._stream,
                self._paginate,
                self._manage,
                self._run,
                self._poll,
            ),
        )

    @shows_keywords("core.settings", "ClientOptions")
    def with_options(
        self,
        *,
        api_key: str | Callable[[], str] | Callable[[], Awaitable[str]] | None = None,
        http_client: Any = None,
        **options: Unpack[ClientOptions],
    ) -> Self:
        """A client with other settings on the same connections. Headers and query parameters are added to its own."""
        made = _try_settings(self.settings, api_key, self._connections, http_client, options)
        if isinstance(made, Exception):
            del api_key, options  # so that no frame of the traceback has a key
            raise made
        copy = object.__new__(type(self))
        copy._set_up(*made)
        return copy

    copy = with_options

    def with_middleware(self, *middleware: MiddlewareInput) -> Self:
        """A client on the same connections whose calls go through `middleware` too, inside of its own.

        Args:
            middleware: Generator functions (see `claude_client.middleware`), and what the official package takes.
        """
        return self.with_options(middleware=[*self.settings.middleware, *middleware])

    @property
    def api_key(self) -> str | None:
        """The API key."""
        return self.settings.api_key

    @property
    def auth_token(self) -> str | None:
        """The bearer token."""
        return self.settings.auth_token

    @property
    def open_telemetry(self) -> ResolvedOpenTelemetryOptions:
        """The options of OpenTelemetry in force. A copy with a part changed: `{**client.open_telemetry, ...}`."""
        from .telemetry.options import resolve

        telemetry = self.settings.telemetry
        return resolve(False) if telemetry is None else telemetry.options

    @property
    def webhook_key(self) -> WebhookKey | None:
        """The key with which webhooks are checked."""
        return self.settings.webhook_key

    @property
    def base_url(self) -> str:
        """Where the API is."""
        return self.settings.base_url

    @property
    def default_headers(self) -> Mapping[str, str]:
        """Headers that were given for all calls, in lower case; those that the client makes are not among them."""
        return dict(self.settings.default_headers)

    @property
    def default_query(self) -> Mapping[str, object]:
        """Query parameters that were given for all calls."""
        return dict(self.settings.default_query)

    @property
    def timeout(self) -> float | httpx.Timeout:
        """Seconds without progress before an attempt fails."""
        return self.settings.timeout

    @property
    def max_retries(self) -> int:
        """Retries after a failure that is worth one."""
        return self.settings.max_retries

    def is_closed(self) -> bool:
        """Whether the client was closed and has not been used since: a later call opens new connections.

        With an `http_client` it tells whether that is closed, for good.
        """
        return bool(self._connections.is_closed)

    def supports(self, feature: Feature) -> bool:
        """Whether the platform of the client has a part of the API; the Claude API itself has all of them.

        Args:
            feature: Such as `batches`, `files` or `count_tokens`.

        Raises:
            ValueError: There is no such part.
        """
        from .platforms.features import check_feature

        platform = self.settings.platform
        check_feature(feature)
        return platform is None or platform.supports(feature)

    def __copy__(self) -> Self:
        return self.with_options()

    def __deepcopy__(self, memo: object) -> Self:
        """The same settings on connections of its own, as of a pickle; a given `http_client` is shared."""
        copy = object.__new__(type(self))
        copy._set_up(self.settings.__deepcopy__(memo), type(self._connections)(self._connections.given))
        return copy

    def __getstate__(self) -> Settings:
        if self._connections.given is not None:
            raise TypeError("a client with http_client= cannot be pickled: connections belong to their process")
        return self.settings

    def __setstate__(self, settings: Settings) -> None:
        self._set_up(settings, self._new_connections())

    def __repr__(self) -> str:
        if "settings" not in self.__dict__:  # in a traceback of what its arguments were refused with
            return f"<{type(self).__name__} that was not made>"
        return f"{type(self).__name__}(base_url={self.base_url!r}, api_version={self.settings.api_version!r})"

    @property
    def call_settings(self) -> Settings:
        """The settings that calls go out with: those of the client, with the address of a sandbox that runs."""
        return cast("Settings", self._driver.settings)

    def _load(self) -> None:
        """Import and build what the first calls need.

        Raises:
            Exception: Whatever would prevent each call, such as certificates that cannot be read.
        """
        from .streaming.preparations import message_preparation
        from .types import Message

        for each in (json_response(Message).preparation, message_preparation):
            each.run()
            if each.error is not None:
                raise each.error
        if self._connections.given is None and self.call_settings.base_url.startswith("https:"):
            load_tls()

    def _new_connections(self) -> Any:
        raise NotImplementedError

    def _make_driver(self, connections: Any, start: Callable[[], Settings]) -> Any:
        raise NotImplementedError

    # The ways of a binding, beside the call of the driver; what each gives depends on the client.
    def _respond(self, request: Request[Any, Any]) -> Any:
        raise NotImplementedError

    _stream = _paginate = _manage = _respond

    def _run(self, loop: ToolLoop | Runnable) -> Any:
        raise NotImplementedError

    def _poll(self, polling: Polling[Any]) -> Any:
        raise NotImplementedError


class Client(_AnyClient[Sync]):
    """A client of the Claude API that blocks while it waits. It may be shared by threads.

    Making one needs no key; a call without a usable key raises `CredentialsError`. Where nothing else is set, the
    profile of a login on disk is used.
    The other arguments are those of `ClientOptions`; what they leave out comes from the environment.

    Args:
        api_key: An API key, or a function that gives the key of each request; `ANTHROPIC_API_KEY` when left out.
        platform: A cloud platform to call, such as `Bedrock(region=...)`, in place of the Claude API itself; see
            `claude_client.platforms`.
        http_client: A client of `httpx` or `httpx2` to send with. It is used as it is, its time-out too where none is
            given here, and closed with this client.
    """

    _connections: Connections
    _driver: Driver

    @shows_keywords("core.settings", "ClientOptions")
    def __init__(
        self,
        api_key: str | Callable[[], str] | None = None,
        *,
        platform: Platform | None = None,
        http_client: httpx.Client | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        made = _try_settings(None, api_key, Connections(), http_client, options, platform)
        if isinstance(made, Exception):
            del api_key, options  # so that no frame of the traceback has a key
            raise made
        super().__init__(*made)

    @cached_property
    def jobs(self) -> Jobs:
        """Many requests as one job: bounded, resumable, with their cost."""
        from .jobs.jobs import Jobs

        return Jobs(self)

    def _new_connections(self) -> Connections:
        return Connections()

    def _make_driver(self, connections: Connections, start: Callable[[], Settings]) -> Driver:
        return Driver(connections, start)

    def _respond(self, request: Request[T, Any]) -> Response[T]:
        return self._driver.send(self._driver.begin(request))

    def _stream(self, request: Request[T, Any]) -> ResponseManager[T]:
        return ResponseManager(lambda: self._driver.send(self._driver.begin(request, streamed=True)))

    def _paginate(self, request: Request[T, Any]) -> T:
        return self._driver.call(request)

    def _manage(self, request: Request[C, Any]) -> StreamManager[C]:
        return StreamManager(lambda: self._driver.call(request))

    def _run(self, loop: ToolLoop | Runnable) -> Any:
        from .tools import ToolLoop, ToolRunner

        if isinstance(loop, ToolLoop):
            return ToolRunner[Any](loop, self._driver.call, self._manage)
        return loop.on_client(self._driver.call)

    def _poll(self, polling: Polling[T]) -> T:
        with polling:
            while (step := polling.next_step()) is not None:
                if isinstance(step, Request):
                    polling.update(self._driver.call(step))
                else:
                    time.sleep(step)
        return polling.value

    def preload(self) -> None:
        """Import and build now what the first calls need, messages and streams of them; nothing is sent.

        Otherwise the first call does it, which then takes some tenths of a second longer.
        """
        self._load()

    def close(self) -> None:
        """Close the connections, those of a given `http_client` too."""
        if "jobs" in self.__dict__:  # their calls under way have been paid for
            self.jobs.close()
        self._connections.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncClient(_AnyClient[Async]):
    """A client of the Claude API for asyncio and trio.

    Making one needs no key; a call without a usable key raises `CredentialsError`. Where nothing else is set, the
    profile of a login on disk is used.
    The other arguments are those of `ClientOptions`; what they leave out comes from the environment.

    Args:
        api_key: An API key, or a function that gives the key of each request; `ANTHROPIC_API_KEY` when left out.
        platform: A cloud platform to call, such as `Bedrock(region=...)`, in place of the Claude API itself; see
            `claude_client.platforms`.
        http_client: An `AsyncClient` of `httpx` or `httpx2` to send with. It is used as it is, its time-out too where
            none is given here, and closed with this client.
    """

    _connections: AsyncConnections
    _driver: AsyncDriver

    @shows_keywords("core.settings", "ClientOptions")
    def __init__(
        self,
        api_key: str | Callable[[], str] | Callable[[], Awaitable[str]] | None = None,
        *,
        platform: Platform | None = None,
        http_client: httpx.AsyncClient | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        made = _try_settings(None, api_key, AsyncConnections(), http_client, options, platform)
        if isinstance(made, Exception):
            del api_key, options  # so that no frame of the traceback has a key
            raise made
        super().__init__(*made)

    @cached_property
    def jobs(self) -> AsyncJobs:
        """Many requests as one job: bounded, resumable, with their cost."""
        from .jobs.jobs import AsyncJobs

        return AsyncJobs(self)

    def _new_connections(self) -> AsyncConnections:
        return AsyncConnections()

    def _make_driver(self, connections: AsyncConnections, start: Callable[[], Settings]) -> AsyncDriver:
        return AsyncDriver(connections, start)

    async def _respond(self, request: Request[Any, T]) -> AsyncResponse[T]:
        return await self._driver.send(self._driver.begin(request))

    def _stream(self, request: Request[Any, T]) -> AsyncResponseManager[T]:
        return AsyncResponseManager(lambda: self._driver.send(self._driver.begin(request, streamed=True)))

    def _paginate(self, request: Request[Any, AsyncPage[T]]) -> AsyncPaginator[T]:
        from .core.pages import AsyncPaginator

        return AsyncPaginator(lambda: self._driver.call(request))

    def _manage(self, request: Request[Any, AC]) -> AsyncStreamManager[AC]:
        return AsyncStreamManager(lambda: self._driver.call(request))

    def _run(self, loop: ToolLoop | Runnable) -> Any:
        from .tools import AsyncToolRunner, ToolLoop

        if isinstance(loop, ToolLoop):
            return AsyncToolRunner[Any](loop, self._driver.call, self._manage)
        return loop.on_async_client(self._driver.call)

    async def _poll(self, polling: Polling[T]) -> T:
        import anyio

        with polling:
            while (step := polling.next_step()) is not None:
                if isinstance(step, Request):
                    polling.update(await self._driver.call(step))
                else:
                    await anyio.sleep(step)
        return polling.value

    async def preload(self) -> None:
        """Import and build now what the first calls need, messages and streams of them; nothing is sent.

        Otherwise the first call does it, which then takes some tenths of a second longer. Either way a thread does the
        work, and the event loop goes on meanwhile.
        """
        preparation = Preparation(self._load)
        await preparation.wait()
        if preparation.error is not None:
            raise preparation.error

    async def close(self) -> None:
        """Close the connections, those of a given `http_client` too."""
        await self._connections.close()

    aclose = close

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


def _try_settings(
    settings: Settings | None,
    api_key: Any,
    connections: Any,
    http_client: Any,
    options: ClientOptions,
    platform: Platform | None = None,
) -> tuple[Settings, Any] | Exception:
    """Settings and connections for the arguments of a client, made of those there are; or what is wrong with them.

    The error has no traceback yet: its frames would hold the keys.
    """
    try:
        if http_client is not None:
            connections = type(connections)(http_client)
            options = with_timeout_of(http_client, options)
        credentials = None
        if callable(api_key) or not _CREDENTIAL_OPTIONS.isdisjoint(options):
            from .credentials.arguments import take_credentials

            api_key, options, credentials = take_credentials(api_key, options)
        if settings is not None:
            return settings.replace(options, api_key, credentials), connections
        if platform is not None and (isinstance(platform, type) or not hasattr(platform, "rewrite")):
            given = f"the class {platform.__name__}" if isinstance(platform, type) else type(platform).__name__
            raise TypeError(f"platform= takes a platform such as Bedrock(region='us-east-1'), not {given}")
        made = from_arguments(api_key, options, credentials, platform)
        if not made.has_credentials and not made.base_url.startswith(SANDBOX_SCHEME):
            from .credentials.discovery import may_be_configured

            if may_be_configured():
                from .credentials.arguments import find_credentials

                made = from_arguments(api_key, options, find_credentials())
        return made, connections
    except (TypeError, ValueError) as error:
        return error.with_traceback(None)


def start_sandbox(settings: Settings) -> Settings:
    """The settings that calls go out with. The embedded sandbox is started, where its address is asked for."""
    if not settings.base_url.startswith(SANDBOX_SCHEME):
        return settings
    from . import sandbox
    from .core.platform import SandboxKeys

    url = sandbox.resolve(settings.base_url)
    keys = SandboxKeys(sandbox.API_KEY, sandbox.ADMIN_API_KEY, sandbox.AWS_ACCESS_KEY_ID, sandbox.AWS_SECRET_ACCESS_KEY)
    return settings.for_sandbox(url, keys)


def with_timeout_of(http_client: httpx.Client | httpx.AsyncClient | None, options: ClientOptions) -> ClientOptions:
    """`options`, with the time-out of a given HTTP client where they have none."""
    if http_client is None or options.get("timeout") is not None or not hasattr(http_client, "timeout"):
        return options
    # What the library sets where nothing is said is nobody's choice.
    chosen = set(http_client.timeout.as_dict().values()) != {LIBRARY_TIMEOUT_SECONDS}
    return {**options, "timeout": http_client.timeout} if chosen else options


if sys.platform == "jedi":  # no platform: true for nobody, and looked into by editors that are built on jedi alone
    from .resources._editors import AsyncClient, Client

Anthropic = Client
AsyncAnthropic = AsyncClient
