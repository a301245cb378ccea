"""The official package's classes: each makes a client of ours for one platform, and adds nothing to it.

The arguments of a platform are those of the official class; all others are those of `Client` and `AsyncClient`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ..client import AsyncClient, Client
from ..core.signatures import shows_keywords
from .aws import AWS, BedrockMantle
from .bedrock import Bedrock
from .foundry import Foundry
from .google import GoogleCloud
from .vertex import Vertex

if TYPE_CHECKING:
    import httpx
    from typing_extensions import Unpack

    from ..core.settings import CommonOptions
    from .foundry import TokenProvider as EntraTokenProvider
    from .google import TokenProvider as GoogleTokenProvider


def _make(client: object, kind: type, platform: Any, http_client: Any, options: Any) -> None:
    """Make `client`, of the class `kind`, a client for `platform`."""
    cast("Any", super(kind, client)).__init__(platform=platform, http_client=http_client, **options)


class _Bedrock:
    @shows_keywords("core.settings", "CommonOptions")
    def __init__(
        self,
        aws_secret_key: str | None = None,
        aws_access_key: str | None = None,
        aws_region: str | None = None,
        aws_profile: str | None = None,
        aws_session_token: str | None = None,
        api_key: str | None = None,
        *,
        http_client: httpx.Client | httpx.AsyncClient | None = None,
        **options: Unpack[CommonOptions],
    ) -> None:
        platform = Bedrock(
            region=aws_region,
            api_key=api_key,
            access_key=aws_access_key,
            secret_key=aws_secret_key,
            session_token=aws_session_token,
            profile=aws_profile,
        )
        _make(self, _Bedrock, platform, http_client, options)


class AnthropicBedrock(_Bedrock, Client):
    """`Client(platform=Bedrock(...))`, with the arguments of the official class."""


class AsyncAnthropicBedrock(_Bedrock, AsyncClient):
    """`AsyncClient(platform=Bedrock(...))`, with the arguments of the official class."""


class _BedrockMantle:
    @shows_keywords("core.settings", "CommonOptions")
    def __init__(
        self,
        *,
        aws_access_key: str | None = None,
        aws_secret_key: str | None = None,
        aws_session_token: str | None = None,
        aws_region: str | None = None,
        aws_profile: str | None = None,
        api_key: str | None = None,
        skip_auth: bool = False,
        http_client: httpx.Client | httpx.AsyncClient | None = None,
        **options: Unpack[CommonOptions],
    ) -> None:
        platform = BedrockMantle(
            region=aws_region,
            api_key=api_key,
            access_key=aws_access_key,
            secret_key=aws_secret_key,
            session_token=aws_session_token,
            profile=aws_profile,
            skip_auth=skip_auth,
        )
        _make(self, _BedrockMantle, platform, http_client, options)


class AnthropicBedrockMantle(_BedrockMantle, Client):
    """`Client(platform=BedrockMantle(...))`, with the arguments of the official class."""


class AsyncAnthropicBedrockMantle(_BedrockMantle, AsyncClient):
    """`AsyncClient(platform=BedrockMantle(...))`, with the arguments of the official class."""


class _AWS:
    @shows_keywords("core.settings", "CommonOptions")
    def __init__(
        self,
        *,
        api_key: str | None = None,
        aws_access_key: str | None = None,
        aws_secret_key: str | None = None,
        aws_region: str | None = None,
        aws_profile: str | None = None,
        aws_session_token: str | None = None,
        workspace_id: str | None = None,
        skip_auth: bool = False,
        http_client: httpx.Client | httpx.AsyncClient | None = None,
        **options: Unpack[CommonOptions],
    ) -> None:
        platform = AWS(
            region=aws_region,
            api_key=api_key,
            access_key=aws_access_key,
            secret_key=aws_secret_key,
            session_token=aws_session_token,
            profile=aws_profile,
            workspace_id=workspace_id,
            skip_auth=skip_auth,
        )
        _make(self, _AWS, platform, http_client, options)


class AnthropicAWS(_AWS, Client):
    """`Client(platform=AWS(...))`, with the arguments of the official class."""


class AsyncAnthropicAWS(_AWS, AsyncClient):
    """`AsyncClient(platform=AWS(...))`, with the arguments of the official class."""


class _Vertex:
    @shows_keywords("core.settings", "CommonOptions")
    def __init__(
        self,
        *,
        region: str | None = None,
        project_id: str | None = None,
        access_token: str | None = None,
        credentials: Any = None,
        http_client: httpx.Client | httpx.AsyncClient | None = None,
        **options: Unpack[CommonOptions],
    ) -> None:
        platform = Vertex(region=region, project_id=project_id, access_token=access_token, credentials=credentials)
        _make(self, _Vertex, platform, http_client, options)


class AnthropicVertex(_Vertex, Client):
    """`Client(platform=Vertex(...))`, with the arguments of the official class."""


class AsyncAnthropicVertex(_Vertex, AsyncClient):
    """`AsyncClient(platform=Vertex(...))`, with the arguments of the official class."""


class _GoogleCloud:
    @shows_keywords("core.settings", "CommonOptions")
    def __init__(
        self,
        *,
        project: str | None = None,
        location: str | None = None,
        workspace_id: str | None = None,
        token_provider: GoogleTokenProvider | None = None,
        credentials: Any = None,
        skip_auth: bool = False,
        http_client: httpx.Client | httpx.AsyncClient | None = None,
        **options: Unpack[CommonOptions],
    ) -> None:
        platform = GoogleCloud(
            project=project,
            location=location,
            workspace_id=workspace_id,
            token_provider=token_provider,
            credentials=credentials,
            skip_auth=skip_auth,
        )
        _make(self, _GoogleCloud, platform, http_client, options)


class AnthropicGoogleCloud(_GoogleCloud, Client):
    """`Client(platform=GoogleCloud(...))`, with the arguments of the official class."""


class AsyncAnthropicGoogleCloud(_GoogleCloud, AsyncClient):
    """`AsyncClient(platform=GoogleCloud(...))`, with the arguments of the official class."""


class _Foundry:
    @shows_keywords("core.settings", "CommonOptions")
    def __init__(
        self,
        *,
        resource: str | None = None,
        api_key: str | None = None,
        azure_ad_token_provider: EntraTokenProvider | None = None,
        http_client: httpx.Client | httpx.AsyncClient | None = None,
        **options: Unpack[CommonOptions],
    ) -> None:
        platform = Foundry(resource=resource, api_key=api_key, azure_ad_token_provider=azure_ad_token_provider)
        if resource is not None and options.get("base_url") is not None:
            raise ValueError("AnthropicFoundry takes a resource= or a base_url=, not both")
        _make(self, _Foundry, platform, http_client, options)


class AnthropicFoundry(_Foundry, Client):
    """`Client(platform=Foundry(...))`, with the arguments of the official class."""


class AsyncAnthropicFoundry(_Foundry, AsyncClient):
    """`AsyncClient(platform=Foundry(...))`, with the arguments of the official class."""
