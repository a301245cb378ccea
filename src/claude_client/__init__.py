"""A Python SDK for the Claude API: `Client` and `AsyncClient`, typed messages, and a local sandbox.

Names are loaded when they are first used, so that importing this package costs next to nothing. Each public name stands
once, in `_EXPORTS`; `__init__.pyi`, which tells type checkers the same, is written by `scripts/generate_exports.py`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_EXPORTS = {
    "client": "Anthropic, AsyncAnthropic, AsyncClient, Client",
    "core.middleware": (
        "APIRequest, AsyncCallNext, AsyncMiddlewareCallable, CallNext, GeneratorMiddleware, Middleware, "
        "MiddlewareCallable, MiddlewareInput"
    ),
    "core.pages": "AsyncPage, AsyncPaginator, Page",
    "core.request": "ResponseLimits",
    "core.response": "APIResponse, AsyncAPIResponse, AsyncResponse, Response",
    "core.schemas": "transform_schema",
    "core.settings": "ClientOptions, DEFAULT_MAX_RETRIES, Settings",
    "credentials.authorization": "AccessTokenAuth",
    "credentials.cache": "TokenCache",
    "credentials.chain": "CredentialResult, default_credentials",
    "credentials.exchange": "WorkloadIdentityError",
    "credentials.identity": "IdentityTokenFile, WorkloadIdentityCredentials",
    "credentials.profiles": "CredentialsFile, InMemoryConfig",
    "credentials.tokens": (
        "AccessToken, AccessTokenProvider, AsyncAccessTokenProvider, BaseURLBoundProvider, EnvToken, "
        "IdentityTokenProvider, StaticToken"
    ),
    "errors": (
        "AnthropicError, APIConnectionError, APIError, APIResponseValidationError, APIStatusError, "
        "APITimeoutError, APIWebhookValidationError, AuthenticationError, BadRequestError, "
        "BillingError, BudgetExceededError, CallDeadlineError, ClaudeCodeKeyCreatorNotMemberError, "
        "ClaudeCodeVersionTooOldError, "
        "ClaudeError, ClientClosedRequestError, CMEKContextUnavailableError, CMEKKeyDisabledError, "
        "CMEKKeyNetworkBlockedError, CMEKKeyUnreachableError, ConflictError, ConnectionFailedError, "
        "ConnectTimeoutError, ContentTooLargeError, ContractSpendLimitReachedError, CredentialsError, "
        "DeadlineExceededError, EnforcedSpendLimitReachedError, FirstEventTimeoutError, GatewayTimeoutError, "
        "HTTPNotImplementedError, IdentityTokenFileError, InternalServerError, "
        "LinkedOrganizationBillingUnavailableError, LinkedOrganizationSpendLimitReachedError, NotFoundError, "
        "OrganizationOnHoldError, OrganizationTypeNotSupportedError, OutputParseError, OverloadedError, "
        "ParentOrganizationRequiredError, PaymentRequiredError, PermissionDeniedError, PoolTimeoutError, "
        "PreconditionFailedError, RampLimitExceededError, RateLimitError, RequestBodyEncodingInvalidError, "
        "RequestBodyEncodingUnsupportedError, RequestBodyTooLargeAfterDecodingError, "
        "RequestHeaderFieldsTooLargeError, RequestInterruptedError, RequestTimeoutError, RequestTooLargeError, "
        "ResponseInterruptedError, ResponseTooLargeError, RetryableError, SandboxEgressRestrictedError, "
        "ServiceUnavailableError, StreamIdleTimeoutError, StreamInterruptedError, UnprocessableEntityError, "
        "UnsupportedFeatureError, UploadSourceError, WorkspaceHumanReviewDisabledError"
    ),
    "files.content_blocks": "document, image",
    "files.download": "AsyncBinaryAPIResponse, AsyncDownload, BinaryAPIResponse, Download",
    "http.httpx_clients": (
        "__title__, DEFAULT_CONNECTION_LIMITS, DEFAULT_TIMEOUT, DefaultAioHttpClient, DefaultAsyncHttpxClient, "
        "DefaultHttpxClient, file_from_path, NoneType, Timeout"
    ),
    "jobs.batch": "AsyncBatchJob, BatchJob, BatchRequestError",
    "jobs.calling": "JobDeadlineError",
    "jobs.checkpoint": "CheckpointError",
    "jobs.items": "JobResult, JobSummary",
    "jobs.map": "AsyncJob, Job",
    "limits.budget": "Budget",
    "limits.estimates": "Estimate",
    "limits.limiter": "Limiter",
    "platforms.official": (
        "AnthropicAWS, AnthropicBedrock, AnthropicBedrockMantle, AnthropicFoundry, AnthropicGoogleCloud, "
        "AnthropicVertex, AsyncAnthropicAWS, AsyncAnthropicBedrock, AsyncAnthropicBedrockMantle, "
        "AsyncAnthropicFoundry, AsyncAnthropicGoogleCloud, AsyncAnthropicVertex"
    ),
    "resources.completions": "AI_PROMPT, HUMAN_PROMPT",
    "streaming": (
        "AsyncBatchResults, AsyncMessageStream, AsyncMessageStreamManager, AsyncStream, BatchResults, "
        "CitationEvent, ContentBlockStopEvent, InputJsonEvent, MessageStopEvent, MessageStream, "
        "MessageStreamEvent, MessageStreamManager, ServerSentEvent, SignatureEvent, Stream, TextEvent, "
        "ThinkingEvent"
    ),
    "telemetry.options": (
        "OpenTelemetryClientOption, OpenTelemetryOptions, OpenTelemetryTraces, ResolvedOpenTelemetryOptions, "
        "ResolvedOpenTelemetryTraces"
    ),
    "streaming.fallbacks": "BetaFallbackState, BetaRefusalFallbackMiddleware",
    "tools": (
        "AsyncToolRunner, beta_async_tool, beta_tool, FunctionTool, Tool, tool, ToolAbort, ToolContext, "
        "ToolError, ToolRunner"
    ),
    "tools.agent": "agent_toolset, AgentToolContext",
    "types._model": "Model as BaseModel",
    "types.cost": "Cost, ModelPrices, Spending, TokenPrices, UnknownPriceError",
    "types.request_options": "NOT_GIVEN, NotGiven, Omit, RequestOptions, not_given, omit",
    "types.response_info": "AttemptRecord, RateLimit, RateLimits, ResponseInfo",
}
"""The public names by the modules that they are in."""

_HOMES: dict[str, tuple[str, str]] = {}
"""For each public name its module, and what it is called there."""
for _module, _names in _EXPORTS.items():
    for _name in _names.split(", "):
        _inside, _, _public = _name.partition(" as ")
        _HOMES[_public or _inside] = (_module, _inside)

# Past pyright, which knows such a list only where every name is written out, as the stub does.
globals()["__all__"] = [*sorted(_HOMES), "__version__", "types"]


def __getattr__(name: str) -> Any:
    if name == "types":
        return import_module(".types", __name__)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, inside = _HOMES[name]
    value = getattr(import_module(f".{module}", __name__), inside)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted({*_HOMES, "types", *(name for name in globals() if name.startswith("__"))})
