"""Google Cloud: access tokens by google-auth, and the platform that needs nothing else.

`GoogleCloud` is the Claude API on Google Cloud, run by Anthropic. Vertex AI is in `vertex`.
"""

from __future__ import annotations

import re
import threading
from calendar import timegm
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias
from urllib.parse import quote

from ..credentials.authorization import CallableAuthorizer, TokenAuthorizer
from ..credentials.cache import TokenCache
from ..credentials.tokens import AccessToken
from ..errors import CredentialsError
from .aws import environment
from .base import Platform

if TYPE_CHECKING:
    import httpx

    from ..core.platform import Authorizer, CallContext, SandboxKeys
    from ..core.request import Request

SCOPE: Final = "https://www.googleapis.com/auth/cloud-platform"
PLACEHOLDER: Final = "-project-of-the-credentials-"
"""Stands for the project in URLs until the credentials have said which it is."""

TokenProvider: TypeAlias = Callable[[], "str | Awaitable[str]"]


class GoogleTokens:
    """Access tokens of google-auth, which finds credentials in the environment, in files and on machines of Google."""

    def __init__(self, credentials: Any = None) -> None:
        """Args:
        credentials: Credentials of google-auth; the application default ones when left out.
        """
        self._credentials = credentials
        self._lock = threading.Lock()
        self.project: str | None = getattr(credentials, "project_id", None)
        """The project of the credentials, once they have been looked for."""

    def __call__(self, *, force_refresh: bool = False) -> AccessToken:
        """A token.

        Raises:
            CredentialsError: There are no credentials, or Google refuses them.
        """
        problem: str
        try:
            with self._lock:
                credentials = self._find()
                if force_refresh or not credentials.valid:
                    credentials.refresh(google_auth(".transport.requests").Request())
                return AccessToken(
                    credentials.token, None if credentials.expiry is None else timegm(credentials.expiry.utctimetuple())
                )
        except ImportError:
            raise
        except Exception as error:  # of google-auth
            # Its frames hold the private key of a service account.
            problem = f"{type(error).__name__}: {error.args[0] if error.args else ''}"
        raise CredentialsError(
            f"Google gave no access token ({problem}): log in by `gcloud auth application-default login`, or set "
            "GOOGLE_APPLICATION_CREDENTIALS"
        )

    def _find(self) -> Any:
        if self._credentials is None:
            self._credentials, project = google_auth("").default(scopes=[SCOPE])
            self.project = self.project or project
        return self._credentials


def google_auth(module: str) -> Any:
    """A module of google-auth.

    Raises:
        ImportError: It is not installed, or lacks what it sends requests with.
    """
    try:
        return import_module(f"google.auth{module}")
    except ImportError as error:
        raise ImportError("Google Cloud needs google-auth and requests: pip install 'claude-client[vertex]'") from error


class GoogleAuthorizer(TokenAuthorizer):
    """Sends tokens of google-auth, and fills in the project where only the credentials know it."""

    def __init__(self, tokens: GoogleTokens, *, knows_project: bool) -> None:
        super().__init__(TokenCache(tokens))
        self._tokens = tokens
        self._knows_project = knows_project

    def _add_headers(self, request: httpx.Request) -> None:
        if self._knows_project:
            return
        url = str(request.url)
        if PLACEHOLDER in url:
            project = self._tokens.project
            if not project:
                raise CredentialsError(
                    "the credentials of Google name no project: pass it to the platform (project_id= of Vertex, "
                    "project= of GoogleCloud) or set it in the environment"
                )
            request.url = type(request.url)(url.replace(PLACEHOLDER, project))


@dataclass(frozen=True)
class GooglePlatform(Platform):
    """What the platforms of Google have in common: where their tokens come from."""

    credentials: Any = field(default=None, repr=False)
    """Credentials of google-auth; the application default ones when left out."""

    secrets: ClassVar[frozenset[str]] = frozenset({"credentials", "access_token", "token_provider"})

    @property
    def own_project(self) -> str | None:
        """The project, where it is not left to the credentials."""
        raise NotImplementedError

    @property
    def tokens(self) -> GoogleTokens:
        """What gives the tokens."""
        return self._tokens

    @cached_property
    def _tokens(self) -> GoogleTokens:
        # Kept with the value, like the authorizer that is made of it.
        return GoogleTokens(self.credentials)

    def make_authorizer(self) -> Authorizer | None:
        """What sends the tokens of the credentials."""
        return GoogleAuthorizer(self.tokens, knows_project=self.own_project is not None)


@dataclass(frozen=True)
class GoogleCloud(GooglePlatform):
    """Claude on Google Cloud, run by Anthropic: the whole Claude API, paid for and authorized by Google Cloud.

    client = Client(platform=GoogleCloud(project="my-project", workspace_id="wrkspc_..."))
    """

    project: str | None = None
    """The project; `ANTHROPIC_GOOGLE_CLOUD_PROJECT` or `GOOGLE_CLOUD_PROJECT` when left out, else that of the
    credentials."""

    location: str | None = None
    """The location; `ANTHROPIC_GOOGLE_CLOUD_LOCATION` when left out, else `global`."""

    workspace_id: str | None = None
    """The workspace that calls act in; `ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID` when left out."""

    token_provider: TokenProvider | None = field(default=None, repr=False)
    """A function that gives the token of each request, in place of credentials; on `AsyncClient` a coroutine function
    as well."""

    skip_auth: bool = False
    """Send no token: a gateway adds it."""

    title: ClassVar[str] = "Claude on Google Cloud"

    def __post_init__(self) -> None:
        found = {
            "project": environment("ANTHROPIC_GOOGLE_CLOUD_PROJECT", "GOOGLE_CLOUD_PROJECT"),
            "location": environment("ANTHROPIC_GOOGLE_CLOUD_LOCATION") or "global",
            "workspace_id": environment("ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID"),
        }
        for name, value in found.items():
            if getattr(self, name) is None:
                object.__setattr__(self, name, value)

    @property
    def own_project(self) -> str | None:
        """The project, where it is not left to the credentials."""
        return self.project

    @property
    def base_url(self) -> str:
        """Where the platform is.

        Raises:
            ValueError: No workspace is known.
        """
        named = environment("ANTHROPIC_GOOGLE_CLOUD_BASE_URL")
        if named is None:
            self._workspace_path()  # for its error
        return named or f"https://claude.googleapis.com{self._location_path()}"

    @property
    def sandbox_path(self) -> str:
        """Where the sandbox has the platform."""
        return f"/google-cloud{self._location_path()}"

    def _location_path(self) -> str:
        project = segment("project", self.project or self.tokens.project or PLACEHOLDER)
        return f"/v1/projects/{project}/locations/{segment('location', self.location)}"

    def _workspace_path(self) -> str:
        if not self.workspace_id:
            raise ValueError(
                f"{self.title} needs a workspace: pass workspace_id= or set ANTHROPIC_GOOGLE_CLOUD_WORKSPACE_ID"
            )
        return f"/workspaces/{segment('workspace_id', self.workspace_id)}"

    def rewrite(self, request: Request[Any, Any], context: CallContext) -> Request[Any, Any]:
        """`request`, which goes to the organization where it is about that and not about the workspace."""
        feature = self.check_supported(request.path)
        if not re.search(r"/projects/[^/]+/locations/[^/]+$", context.base_url.rstrip("/")):
            return request  # an address that somebody gave, which stands for the workspace
        of_organization = feature in ("admin", "user_profiles")
        prefix = "/claudeOrganization/invoke" if of_organization else f"{self._workspace_path()}/invoke"
        return request.replace(path=prefix + request.path)

    def for_sandbox(self, keys: SandboxKeys) -> GoogleCloud:
        """The platform with a key of the sandbox in place of tokens, where it was given no credentials in code."""
        project = self.project or "sandbox-project"
        if self.credentials is not None or self.token_provider is not None or self.skip_auth:
            return replace(self, project=project)
        key = keys.api_key
        return replace(self, project=project, token_provider=lambda: key)

    def make_authorizer(self) -> Authorizer | None:
        """What sends the tokens."""
        if self.skip_auth:
            return None
        if self.token_provider is not None:
            return CallableAuthorizer(self.token_provider, "token_provider")
        return super().make_authorizer()


@lru_cache(maxsize=256)
def segment(name: str, value: str | None) -> str:
    """`value` as one segment of a path of Google's.

    Raises:
        ValueError: It cannot be one.
    """
    if not isinstance(value, str) or value in ("", ".", ".."):
        raise ValueError(f"{name}={value!r} cannot stand in a path: expected its name")
    # The characters of a segment by RFC 3986, but for the semicolon, which separates parameters.
    return quote(value, safe=":@!$&'()*+,=~-._")
