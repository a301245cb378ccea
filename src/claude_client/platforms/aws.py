"""AWS: credentials and signatures by botocore, and the two platforms that need nothing else.

`AWS` is the Claude Platform on AWS, run by Anthropic; `BedrockMantle` is Amazon Bedrock's endpoint for the Messages
API. Bedrock's `InvokeModel` is in `bedrock`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final

from ..errors import CredentialsError, UnsupportedFeatureError
from ..http.bodies import in_memory
from .base import Platform, host_label
from .features import FEATURES

if TYPE_CHECKING:
    import httpx

    from ..core.platform import Authorizer, SandboxKeys

AWS_HAS_IT: Final = "the Claude Platform on AWS has it: Client(platform=AWS(...))"
REGION_VARIABLES: Final = ("AWS_REGION", "AWS_DEFAULT_REGION")
SIGNED_AT_ONCE_BYTES: Final = 64 * 1024
"""Larger bodies are signed in a thread, where the client runs on an event loop: to hash this many takes a tenth of a
millisecond."""
_UNSIGNED: Final = frozenset({"connection", "user-agent", "authorization", "x-amz-date", "x-amz-security-token"})
"""Headers that are not signed, as what stands between client and service may change them, or that signing sets."""


@dataclass(frozen=True)
class AWSPlatform(Platform):
    """What the platforms of AWS have in common: a region, and credentials in the order of AWS.

    The first of these that is there is used: `api_key`; `access_key` and `secret_key`; `profile`; a key in the
    environment; the default chain of AWS (environment, files, SSO, roles of containers and instances).
    """

    region: str | None = None
    """The region; `AWS_REGION`, `AWS_DEFAULT_REGION` or that of the AWS profile when left out."""

    api_key: str | None = field(default=None, repr=False)
    """A key of the platform, sent as a bearer token in place of signatures."""

    access_key: str | None = field(default=None, repr=False)
    """An AWS access key id, with `secret_key`."""

    secret_key: str | None = field(default=None, repr=False)
    """The AWS secret access key."""

    session_token: str | None = field(default=None, repr=False)
    """The session token of temporary AWS keys."""

    profile: str | None = None
    """The AWS profile to take credentials and region from."""

    secrets: ClassVar[frozenset[str]] = frozenset({"api_key", "access_key", "secret_key", "session_token"})
    service: ClassVar[str]
    """The name that requests are signed for."""

    key_variables: ClassVar[tuple[str, ...]] = ()
    """Where the environment has a key of the platform."""

    base_url_variable: ClassVar[str]

    def __post_init__(self) -> None:
        for name in ("access_key", "secret_key", "api_key"):
            if (value := getattr(self, name)) is not None and not value.strip():
                raise ValueError(
                    f"{name}= of {type(self).__name__} is empty: leave it out for the credentials of the environment"
                )
        if (self.access_key is None) != (self.secret_key is None):
            given, other = ("access_key", "secret_key") if self.secret_key is None else ("secret_key", "access_key")
            raise ValueError(f"{given}= of {type(self).__name__} needs {other}= beside it")
        if self.session_token is not None and self.access_key is None:
            raise ValueError(f"session_token= of {type(self).__name__} needs access_key= and secret_key= beside it")
        if self.api_key is not None and (self.access_key is not None or self.profile is not None):
            raise ValueError(f"{type(self).__name__} takes an api_key= or AWS credentials, not both")
        if self.region is None:
            object.__setattr__(self, "region", environment(*REGION_VARIABLES) or _region_of_profile(self.profile))

    @property
    def base_url(self) -> str:
        """Where the platform is.

        Raises:
            ValueError: No region is known, or it cannot be one.
        """
        named = environment(self.base_url_variable)
        return named or self.default_base_url(host_label("region", self.required_region()))

    def default_base_url(self, region: str) -> str:
        """Where the platform is in `region`."""
        raise NotImplementedError

    def required_region(self) -> str:
        """The region.

        Raises:
            ValueError: None is known.
        """
        if not self.region:
            raise ValueError(
                f"{self.title} needs a region: pass region=, set AWS_REGION, or give the AWS profile a region"
            )
        return self.region

    @property
    def key(self) -> str | None:
        """The key of the platform, if requests are sent with one; the environment is asked last."""
        if self.api_key is not None or self.access_key is not None or self.profile is not None:
            return self.api_key
        return environment(*self.key_variables)

    @property
    def credential_headers(self) -> Mapping[str, str]:
        """The key, where there is one."""
        key = self.key
        return {} if key is None else {"authorization": f"Bearer {key}"}

    def make_authorizer(self) -> Authorizer | None:
        """What signs requests, unless they are sent with a key."""
        return SigV4Authorizer(self) if self.key is None else None

    def for_sandbox(self, keys: SandboxKeys) -> AWSPlatform:
        """The platform with the AWS keys of the sandbox, where it was given none in code."""
        if self.api_key is not None or self.access_key is not None:
            return self
        key_id, secret = keys.aws_access_key_id, keys.aws_secret_access_key
        return replace(self, access_key=key_id, secret_key=secret, profile=None)


class SigV4Authorizer:
    """Signs requests by AWS Signature Version 4. botocore does all of it; here it is called."""

    def __init__(self, platform: AWSPlatform) -> None:
        self._platform = platform
        self._lock = threading.Lock()
        self._credentials: Any = None

    def authorize_now(self, request: httpx.Request) -> bool:
        """Sign `request` if botocore has its credentials and the body is small: a thread takes longer than that."""
        if self._credentials is None or _must_renew(self._credentials) or not _is_small(request):
            return False
        self.authorize(request)
        return True

    def authorize(self, request: httpx.Request) -> None:
        """Sign `request`.

        Raises:
            CredentialsError: AWS has no credentials here, or they could not be renewed.
        """
        hold_in_memory(request)
        # Headers go through the library only once, as each look at them walks all of them.
        headers = dict(request.headers.items())
        to_sign: Any = self._requests.AWSRequest(
            method=request.method,
            url=str(request.url),
            headers={name: value for name, value in headers.items() if name not in _UNSIGNED},
            data=request.content,
        )
        problem = self._sign(to_sign)
        if problem is not None:
            raise CredentialsError(problem)
        headers.update((name.lower(), value) for name, value in to_sign.headers.items())
        request.headers = type(request.headers)(headers)
        del headers  # no frame of a traceback is to hold a session token

    async def authorize_async(self, request: httpx.Request) -> None:
        """The same in a thread: botocore may read files and ask servers, and hashes the whole body."""
        from anyio.to_thread import run_sync

        if not _is_in_memory(request):
            # Not left when the call ends, as the file that is read belongs to the caller.
            await run_sync(hold_in_memory, request)
        await run_sync(self.authorize, request, abandon_on_cancel=True)

    def renew(self, request: httpx.Request) -> bool:  # noqa: ARG002
        """False: botocore renews credentials itself before they expire."""
        return False

    @cached_property
    def _auth(self) -> Any:
        return botocore("auth")

    @cached_property
    def _requests(self) -> Any:
        return botocore("awsrequest")

    def _sign(self, to_sign: Any) -> str | None:
        """Sign, or tell what is wrong: the frames of botocore hold the secret key."""
        platform = self._platform
        try:
            credentials = self._find_credentials()
            if credentials is None:
                return (
                    "no AWS credentials were found: pass access_key= and secret_key= or profile=, set "
                    f"{' or '.join((*platform.key_variables, 'AWS_ACCESS_KEY_ID'))}, or log in by the AWS command line"
                )
            region = platform.required_region()
            # No variable of this frame holds the frozen credentials, whose `repr` has the secret key.
            signer = self._auth.SigV4Auth(credentials.get_frozen_credentials(), platform.service, region)
            signer.add_auth(to_sign)
        except ValueError:
            raise
        except Exception as error:  # of botocore, which names no secret in it
            return f"the AWS credentials cannot be used: {type(error).__name__}: {error}"
        return None

    def _find_credentials(self) -> Any:
        with self._lock:
            if self._credentials is None:
                platform = self._platform
                if platform.access_key is not None:
                    self._credentials = botocore("credentials").Credentials(
                        platform.access_key, platform.secret_key, platform.session_token
                    )
                else:
                    self._credentials = botocore("session").Session(profile=platform.profile).get_credentials()
            return self._credentials

    def __repr__(self) -> str:
        return f"SigV4Authorizer({self._platform!r})"


@dataclass(frozen=True)
class AWS(AWSPlatform):
    """The Claude Platform on AWS: the whole Claude API, run by Anthropic, paid for and authorized by AWS.

        client = Client(platform=AWS(region="us-east-1", workspace_id="wrkspc_..."))

    API: https://platform.claude.com/docs/en/build-with-claude/claude-platform-on-aws
    """

    workspace_id: str | None = None
    """The workspace that calls act in; `ANTHROPIC_AWS_WORKSPACE_ID` when left out."""

    skip_auth: bool = False
    """Send neither a signature nor a key: a gateway adds them."""

    title: ClassVar[str] = "the Claude Platform on AWS"
    service: ClassVar[str] = "aws-external-anthropic"
    key_variables: ClassVar[tuple[str, ...]] = ("ANTHROPIC_AWS_API_KEY",)
    base_url_variable: ClassVar[str] = "ANTHROPIC_AWS_BASE_URL"

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.workspace_id is None:
            object.__setattr__(self, "workspace_id", environment("ANTHROPIC_AWS_WORKSPACE_ID"))
        if not self.workspace_id and not self.skip_auth:
            raise CredentialsError(
                f"{self.title} needs a workspace: pass workspace_id= or set ANTHROPIC_AWS_WORKSPACE_ID"
            )

    @property
    def sandbox_path(self) -> str:
        """Where the sandbox has the platform."""
        return "/aws"

    def check_supported(self, path: str) -> str:
        """The part of the API that `path` belongs to."""
        if path.endswith("/action_urls"):
            raise UnsupportedFeatureError(
                f"{self.title} has no action URLs of user profiles, so nothing was sent: "
                "the Claude API itself has it: Client()",
                "user_profiles",
            )
        return super().check_supported(path)

    def default_base_url(self, region: str) -> str:
        """Where the platform is in `region`."""
        return f"https://aws-external-anthropic.{region}.api.aws"

    @property
    def credential_headers(self) -> Mapping[str, str]:
        """The workspace, and the key where there is one."""
        workspace = {"anthropic-workspace-id": self.workspace_id} if self.workspace_id else {}
        return workspace if self.skip_auth else {**workspace, **super().credential_headers}

    def make_authorizer(self) -> Authorizer | None:
        """What signs requests, unless they are sent with a key or without anything."""
        return None if self.skip_auth else super().make_authorizer()


@dataclass(frozen=True)
class BedrockMantle(AWSPlatform):
    """Amazon Bedrock's endpoint for the Messages API: the paths and bodies of the Claude API, with server-sent events.

    client = Client(platform=BedrockMantle(region="us-east-1"))

    API: https://platform.claude.com/docs/en/build-with-claude/claude-in-amazon-bedrock
    """

    skip_auth: bool = False
    """Send neither a signature nor a key: a gateway adds them."""

    title: ClassVar[str] = "Amazon Bedrock's Messages API"
    gen_ai_provider: ClassVar[str] = "aws.bedrock"
    service: ClassVar[str] = "bedrock-mantle"
    key_variables: ClassVar[tuple[str, ...]] = ("AWS_BEARER_TOKEN_BEDROCK", "ANTHROPIC_AWS_API_KEY")
    base_url_variable: ClassVar[str] = "ANTHROPIC_BEDROCK_MANTLE_BASE_URL"
    features: ClassVar[frozenset[str]] = frozenset({"messages", "streaming", "count_tokens", "batches"})
    alternatives: ClassVar[Mapping[str, str]] = dict.fromkeys(FEATURES - features, AWS_HAS_IT)
    profile_in_body: ClassVar[bool] = True

    @property
    def sandbox_path(self) -> str:
        """Where the sandbox has the platform."""
        return "/bedrock-mantle"

    def default_base_url(self, region: str) -> str:
        """Where the platform is in `region`."""
        return f"https://bedrock-mantle.{region}.api.aws/anthropic"

    @property
    def credential_headers(self) -> Mapping[str, str]:
        """The key, where there is one."""
        return {} if self.skip_auth else super().credential_headers

    def make_authorizer(self) -> Authorizer | None:
        """What signs requests, unless they are sent with a key or without anything."""
        return None if self.skip_auth else super().make_authorizer()


def hold_in_memory(request: httpx.Request) -> None:
    """Read the body of `request`, as the signature is over all of it."""
    if _is_in_memory(request):
        return
    stream: Any = request.stream
    content = b"".join(stream)
    import sys

    library = sys.modules[type(request).__module__.partition(".")[0]]
    request.stream = in_memory(content, library)
    request.headers.pop("transfer-encoding", None)
    request.headers["content-length"] = str(len(content))
    request.read()


def _is_in_memory(request: httpx.Request) -> bool:
    return "transfer-encoding" not in request.headers and hasattr(request, "_content")


def _is_small(request: httpx.Request) -> bool:
    size = request.headers.get("content-length", "0")
    return "transfer-encoding" not in request.headers and size.isdigit() and int(size) <= SIGNED_AT_ONCE_BYTES


def _must_renew(credentials: Any) -> bool:
    """Whether botocore would ask files or servers for others. Credentials without an end have no such method."""
    renewal_needed = getattr(credentials, "refresh_needed", None)
    return renewal_needed is not None and bool(renewal_needed())


def botocore(module: str) -> Any:
    """A module of botocore.

    Raises:
        ImportError: It is not installed.
    """
    from importlib import import_module

    try:
        return import_module(f"botocore.{module}")
    except ModuleNotFoundError as error:
        raise ImportError("AWS needs botocore: pip install 'claude-client[aws]'") from error


def environment(*names: str) -> str | None:
    """The first of these environment variables that has a value."""
    return next(filter(None, (os.environ.get(name, "").strip() for name in names)), None)


def _region_of_profile(profile: str | None) -> str | None:
    try:
        session = botocore("session").Session(profile=profile)
        return session.get_config_variable("region") or None
    except ImportError:
        return None
    except Exception as error:  # of botocore: there is no such profile, or its file cannot be read
        raise ValueError(f"the region of the AWS profile {profile!r} cannot be read: {error}") from None
