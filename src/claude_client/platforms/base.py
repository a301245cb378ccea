"""`Platform`, the base of all platforms: a frozen value without I/O, and what most of them do in the same way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Final

from ..core.json_encoding import JSONBody
from ..errors import UnsupportedFeatureError
from .features import FEATURES, check_feature, feature_of

if TYPE_CHECKING:
    from ..core.platform import Authorizer, CallContext, SandboxKeys
    from ..core.request import Request

BETA_HEADER: Final = "anthropic-beta"
PROFILE_HEADER: Final = "anthropic-user-profile-id"
_ANYWHERE: Final = "the Claude API itself has it: Client()"


@dataclass(frozen=True)
class Platform:
    """A cloud platform as a value: where it is, how it takes requests, and with which credentials.

    Give it to a client: `Client(platform=Bedrock(region="us-east-1"))`. It can be compared, shared and, as long as no
    secret was given in code, pickled.
    """

    title: ClassVar[str]
    """What the platform is called in messages."""

    gen_ai_provider: ClassVar[str] = "anthropic"
    """What OpenTelemetry calls it, as `gen_ai.provider.name`."""

    secrets: ClassVar[frozenset[str]] = frozenset()
    """The fields that are secrets."""

    features: ClassVar[frozenset[str]] = FEATURES
    """The parts of the API that it has."""

    alternatives: ClassVar[Mapping[str, str]] = {}
    """What to do instead, for parts of the API that it lacks."""

    sends_version: ClassVar[bool] = True
    """Whether the API version is a header, as on the Claude API, or a field of the body."""

    profile_in_body: ClassVar[bool] = False
    """Whether the user profile of a message is a field of the body."""

    @property
    def base_url(self) -> str:
        """Where the platform is."""
        raise NotImplementedError

    @property
    def sandbox_path(self) -> str:
        """Where the sandbox has the platform, below its own address."""
        raise NotImplementedError

    # ---- what it has ------------------------------------------------------------------------------------

    def supports(self, feature: str) -> bool:
        """Whether the platform has a part of the API.

        Raises:
            ValueError: There is no such part.
        """
        return check_feature(feature) in self.features

    def check_supported(self, path: str) -> str:
        """The part of the API that `path` belongs to.

        Raises:
            UnsupportedFeatureError: The platform does not have it.
        """
        feature = feature_of(path)
        # A path that this package does not know may be anything; the platform will say what it thinks of it.
        if feature in FEATURES and feature not in self.features:
            raise UnsupportedFeatureError(
                f"{self.title} has no {feature.replace('_', ' ')}, so nothing was sent: "
                f"{self.alternatives.get(feature, _ANYWHERE)}",
                feature,
            )
        return feature

    # ---- requests ---------------------------------------------------------------------------------------

    def rewrite(self, request: Request[Any, Any], context: CallContext) -> Request[Any, Any]:  # noqa: ARG002  # for subclasses
        """`request` as the platform takes it.

        Args:
            request: The call as it goes to the Claude API.
            context: What the client says of all its calls.

        Raises:
            UnsupportedFeatureError: The platform has no such call.
        """
        feature = self.check_supported(request.path)
        if self.profile_in_body and feature in ("messages", "count_tokens"):
            return move_profile_to_body(request)
        return request

    def prepare_headers(self, headers: Mapping[str, str]) -> Mapping[str, str]:
        """The headers that all calls of a client have, as the platform takes them."""
        prepared = {**self.credential_headers, **headers}
        if not self.sends_version:
            prepared.pop("anthropic-version", None)
        return prepared

    @property
    def credential_headers(self) -> Mapping[str, str]:
        """Headers that authenticate each request, where those are always the same."""
        return {}

    # ---- credentials ------------------------------------------------------------------------------------

    def authorizer(self) -> Authorizer | None:
        """What authorizes requests; `None` where headers that are always the same do."""
        return self._authorizer

    @cached_property
    def _authorizer(self) -> Authorizer | None:
        # Kept with the value, which copies of a client share: credentials are fetched once for all of them.
        return self.make_authorizer()

    def make_authorizer(self) -> Authorizer | None:
        """A new authorizer."""
        return None

    # ---- the sandbox ------------------------------------------------------------------------------------

    def for_sandbox(self, keys: SandboxKeys) -> Platform:  # noqa: ARG002  # for subclasses
        """The platform with credentials of the sandbox, where it was given none in code."""
        return self

    # ---- copies -----------------------------------------------------------------------------------------

    def pickle_with_secrets(self) -> object:
        """What becomes this platform when it is unpickled, secrets included."""
        return _WithSecrets(self)

    def __reduce__(self) -> tuple[Any, ...]:
        told = _arguments(self)
        given = [name for name in told if name in self.secrets and told[name] is not None]
        if given:
            raise TypeError(
                f"{', '.join(given)} of {type(self).__name__} would be in the pickle: leave it to the environment, "
                "to a profile or to the credentials of the machine, or pass pickle_secrets=True to the client"
            )
        return _restore, (type(self), told)

    def __copy__(self) -> Platform:
        return self

    def __deepcopy__(self, memo: object) -> Platform:
        return self


class _WithSecrets:
    def __init__(self, platform: Platform) -> None:
        self._platform = platform

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self._platform), _arguments(self._platform))


def _arguments(platform: Platform) -> dict[str, Any]:
    return {each.name: getattr(platform, each.name) for each in fields(platform) if each.init}


def _restore(kind: type[Platform], told: Mapping[str, Any]) -> Platform:
    return kind(**told)


def host_label(name: str, value: str) -> str:
    """`value` as a part of a host: whatever else is in it could lead to another host, and credentials with it.

    Raises:
        ValueError: It cannot be one.
    """
    if not re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?", value):
        raise ValueError(f"{name}={value!r} cannot stand in a host: expected letters, digits and hyphens")
    return value


# ---- parts of requests ----------------------------------------------------------------------------------


def body_fields(request: Request[Any, Any]) -> dict[str, object]:
    """The fields of the JSON body of `request`, in a dictionary of their own."""
    body = request.body
    return dict(body.fields) if isinstance(body, JSONBody) else {}


def move_profile_to_body(request: Request[Any, Any]) -> Request[Any, Any]:
    """`request` with its user profile as a field of the body instead of a header."""
    profile = request.headers.get(PROFILE_HEADER)
    if profile is None:
        return request
    headers = {name: value for name, value in request.headers.items() if name != PROFILE_HEADER}
    return request.replace(headers=headers, body=JSONBody({**body_fields(request), "user_profile_id": profile}))


def betas_of(request: Request[Any, Any], client_betas: str) -> list[str]:
    """The beta values that `request` goes out with, in their order."""
    given = (request.options.get("extra_headers") or {}).get(BETA_HEADER)
    if isinstance(given, str):  # it takes the place of all others
        found = given.split(",")
    else:
        found = [*client_betas.split(","), *request.betas, *(request.options.get("betas") or ())]
    return list(dict.fromkeys(beta.strip() for beta in found if beta.strip()))
