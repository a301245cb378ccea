"""Amazon Bedrock by `InvokeModel`: the model stands in the path, and streams are AWS event streams.

Requests are signed in `aws`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar, Final
from urllib.parse import quote

from ..core.json_encoding import JSONBody, encode_json
from ..errors import mapping
from .aws import AWS_HAS_IT, AWSPlatform
from .base import PROFILE_HEADER, betas_of, body_fields
from .features import FEATURES
from .token_counts import BedrockTokenCount

if TYPE_CHECKING:
    from ..core.platform import CallContext
    from ..core.request import Request

VERSIONS: Final = {"2023-06-01": "bedrock-2023-05-31"}
"""What the version is called in the body; later versions are called as on the Claude API."""


@dataclass(frozen=True)
class Bedrock(AWSPlatform):
    """Amazon Bedrock: messages, streamed or whole, and token counts.

        client = Client(platform=Bedrock(region="us-east-1"))
        client.messages.create(model="anthropic.claude-opus-4-20250514-v1:0", ...)

    The model is a model id of Bedrock, the id of an inference profile, or an ARN.

    API: https://platform.claude.com/docs/en/build-with-claude/claude-on-amazon-bedrock-legacy
    """

    title: ClassVar[str] = "Amazon Bedrock"
    gen_ai_provider: ClassVar[str] = "aws.bedrock"
    service: ClassVar[str] = "bedrock"
    key_variables: ClassVar[tuple[str, ...]] = ("AWS_BEARER_TOKEN_BEDROCK",)
    base_url_variable: ClassVar[str] = "ANTHROPIC_BEDROCK_BASE_URL"
    sends_version: ClassVar[bool] = False
    features: ClassVar[frozenset[str]] = frozenset({"messages", "streaming", "count_tokens", "completions"})
    alternatives: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(FEATURES - features, AWS_HAS_IT),
        "batches": (
            "Bedrock has batch inference of its own (CreateModelInvocationJob); "
            "message batches are at Client(platform=BedrockMantle(...))"
        ),
        "models": "boto3's client 'bedrock' lists them (list_foundation_models, list_inference_profiles)",
        "files": "send documents and images in the message itself, as base64",
    }

    @property
    def sandbox_path(self) -> str:
        """Where the sandbox has the platform."""
        return "/bedrock"

    def default_base_url(self, region: str) -> str:
        """Where the platform is in `region`."""
        return f"https://bedrock-runtime.{region}.amazonaws.com"

    def rewrite(self, request: Request[Any, Any], context: CallContext) -> Request[Any, Any]:
        """`request` as `InvokeModel` takes it."""
        feature = self.check_supported(request.path)
        if request.method != "POST" or feature not in self.features:
            return request
        fields = body_fields(request)
        model = model_segment(fields.pop("model", None))
        streamed = bool(fields.pop("stream", False))
        fields["anthropic_version"] = VERSIONS.get(context.api_version, context.api_version)
        if betas := betas_of(request, context.betas):
            fields["anthropic_beta"] = betas
        headers = dict(request.headers)
        if (profile := headers.pop(PROFILE_HEADER, None)) is not None:
            fields["user_profile_id"] = profile
        if feature == "count_tokens":
            return _count_tokens(request, model, fields, headers)
        action = "invoke-with-response-stream" if streamed else "invoke"
        return request.replace(path=f"/model/{model}/{action}", query={}, body=JSONBody(fields), headers=headers)


@lru_cache(maxsize=256)
def model_segment(model: object) -> str:
    """`model` as one segment of a path.

    Raises:
        ValueError: It cannot be one.
    """
    if not isinstance(model, str) or model.partition(";")[0] in ("", ".", ".."):
        raise ValueError(f"model={model!r} cannot stand in a path: expected a model id, an inference profile or an ARN")
    return quote(model, safe=":;")


def _count_tokens(
    request: Request[Any, Any], model: str, fields: dict[str, object], headers: Mapping[str, str]
) -> Request[Any, Any]:
    # It counts what `InvokeModel` would be sent, which has to have a bound of tokens, over that of thinking.
    budget = mapping(fields.get("thinking")).get("budget_tokens")
    invocation = {"max_tokens": 1 + budget if isinstance(budget, int) else 1, **fields}
    body = {"input": {"invokeModel": {"body": b64encode(encode_json(invocation)).decode("ascii")}}}
    return request.replace(
        path=f"/model/{model}/count-tokens",
        query={},
        body=JSONBody(body),
        headers=headers,
        response_format=BedrockTokenCount(),
    )
