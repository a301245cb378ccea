"""Vertex AI of Google Cloud: the model stands in the path, and the API version in the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar, Final, cast

from ..core.json_encoding import JSONBody
from .aws import environment
from .base import body_fields, host_label
from .features import FEATURES
from .google import PLACEHOLDER, GooglePlatform, segment

if TYPE_CHECKING:
    from ..core.platform import Authorizer, CallContext, SandboxKeys
    from ..core.request import Request

VERSIONS: Final = {"2023-06-01": "vertex-2023-10-16"}
"""What the version is called in the body; later versions are called as on the Claude API."""


@dataclass(frozen=True)
class Vertex(GooglePlatform):
    """Vertex AI of Google Cloud: messages, streamed or whole, and token counts.

        client = Client(platform=Vertex(region="global", project_id="my-project"))
        client.messages.create(model="claude-opus-4@20250514", ...)

    API: https://platform.claude.com/docs/en/build-with-claude/claude-on-vertex-ai
    """

    region: str | None = None
    """`global`, `us`, `eu` or a region such as `us-east5`; `CLOUD_ML_REGION` when left out."""

    project_id: str | None = None
    """The project; `ANTHROPIC_VERTEX_PROJECT_ID` when left out, else that of the credentials."""

    access_token: str | None = field(default=None, repr=False)
    """A token of Google in place of credentials; it is not refreshed."""

    title: ClassVar[str] = "Vertex AI"
    gen_ai_provider: ClassVar[str] = "gcp.vertex_ai"
    sends_version: ClassVar[bool] = False
    features: ClassVar[frozenset[str]] = frozenset({"messages", "streaming", "count_tokens"})
    alternatives: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(
            FEATURES - features, "Claude on Google Cloud, run by Anthropic, has it: Client(platform=GoogleCloud(...))"
        ),
        "batches": (
            "Vertex AI has batch predictions of its own; message batches are at Client(platform=GoogleCloud(...))"
        ),
        "files": "send documents and images in the message itself, as base64",
    }

    def __post_init__(self) -> None:
        if self.region is None:
            object.__setattr__(self, "region", environment("CLOUD_ML_REGION"))
        if not self.region:
            raise ValueError("Vertex AI needs a region: pass region= or set CLOUD_ML_REGION, such as 'global'")
        if self.project_id is None:
            object.__setattr__(self, "project_id", environment("ANTHROPIC_VERTEX_PROJECT_ID"))
        if self.project_id == "":
            raise ValueError("project_id='' cannot stand in a path: expected a project, or None for the credentials'")
        if self.access_token is not None and self.credentials is not None:
            raise ValueError("Vertex takes an access_token= or credentials=, not both")
        if self.access_token is not None and self.project_id is None:
            raise ValueError(
                "access_token= of Vertex needs project_id= beside it: credentials tell their project, a token does not"
            )

    @property
    def own_project(self) -> str | None:
        """The project, where it is not left to the credentials."""
        return self.project_id

    @property
    def base_url(self) -> str:
        """Where the platform is."""
        named = environment("ANTHROPIC_VERTEX_BASE_URL")
        if named is not None:
            return named
        if self.region == "global":
            return "https://aiplatform.googleapis.com/v1"
        if self.region in ("us", "eu"):
            return f"https://aiplatform.{self.region}.rep.googleapis.com/v1"
        return f"https://{host_label('region', str(self.region))}-aiplatform.googleapis.com/v1"

    @property
    def sandbox_path(self) -> str:
        """Where the sandbox has the platform."""
        return "/vertex"

    @property
    def credential_headers(self) -> Mapping[str, str]:
        """The token, where one was given."""
        return {} if self.access_token is None else {"authorization": f"Bearer {self.access_token}"}

    def make_authorizer(self) -> Authorizer | None:
        """What sends the tokens of the credentials."""
        return None if self.access_token is not None else super().make_authorizer()

    def for_sandbox(self, keys: SandboxKeys) -> Vertex:
        """The platform with a key of the sandbox as its token, where it was given no credentials in code."""
        if self.credentials is not None or self.access_token is not None:
            return self
        return replace(self, project_id=self.project_id or "sandbox-project", access_token=keys.api_key)

    def rewrite(self, request: Request[Any, Any], context: CallContext) -> Request[Any, Any]:
        """`request` as Vertex AI takes it."""
        feature = self.check_supported(request.path)
        if request.method != "POST" or feature not in self.features:
            return request
        fields = body_fields(request)
        if feature == "count_tokens":
            action = "count-tokens:rawPredict"
        else:
            model = segment("model", cast("str | None", fields.pop("model", None)))
            action = f"{model}:{'streamRawPredict' if fields.get('stream') else 'rawPredict'}"
        fields["anthropic_version"] = VERSIONS.get(context.api_version, context.api_version)
        project = segment("project_id", self.project_id or self.tokens.project or PLACEHOLDER)
        location = segment("region", self.region)
        return request.replace(
            path=f"/projects/{project}/locations/{location}/publishers/anthropic/models/{action}",
            query={},
            body=JSONBody(fields),
        )
