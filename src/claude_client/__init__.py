"""A Python SDK for the Claude API: `Client` and `AsyncClient`, typed answers, and a local sandbox.

Names are loaded when they are first used, so that importing this package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__ as __version__

if TYPE_CHECKING:
    from . import types as types
    from .client import Anthropic as Anthropic
    from .client import AsyncAnthropic as AsyncAnthropic
    from .client import AsyncClient as AsyncClient
    from .client import Client as Client
    from .core.middleware import APIRequest as APIRequest
    from .core.middleware import AsyncCallNext as AsyncCallNext
    from .core.middleware import AsyncMiddlewareCallable as AsyncMiddlewareCallable
    from .core.middleware import CallNext as CallNext
    from .core.middleware import Middleware as Middleware
    from .core.middleware import MiddlewareCallable as MiddlewareCallable
    from .core.pages import AsyncPage as AsyncPage
    from .core.pages import AsyncPaginator as AsyncPaginator
    from .core.pages import Page as Page
    from .core.response import APIResponse as APIResponse
    from .core.response import AsyncAPIResponse as AsyncAPIResponse
    from .core.response import AsyncResponse as AsyncResponse
    from .core.response import RateLimit as RateLimit
    from .core.response import RateLimits as RateLimits
    from .core.response import Response as Response
    from .core.response import ResponseInfo as ResponseInfo
    from .core.schemas import transform_schema as transform_schema
    from .core.settings import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
    from .core.settings import ClientOptions as ClientOptions
    from .core.settings import ResponseLimits as ResponseLimits
    from .core.settings import Settings as Settings
    from .errors import AnthropicError as AnthropicError
    from .errors import APIConnectionError as APIConnectionError
    from .errors import APIError as APIError
    from .errors import APIResponseValidationError as APIResponseValidationError
    from .errors import APIStatusError as APIStatusError
    from .errors import APITimeoutError as APITimeoutError
    from .errors import APIWebhookValidationError as APIWebhookValidationError
    from .errors import AttemptRecord as AttemptRecord
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import BillingError as BillingError
    from .errors import CallDeadlineError as CallDeadlineError
    from .errors import ClaudeCodeKeyCreatorNotMemberError as ClaudeCodeKeyCreatorNotMemberError
    from .errors import ClaudeCodeVersionTooOldError as ClaudeCodeVersionTooOldError
    from .errors import ClaudeError as ClaudeError
    from .errors import ClientClosedRequestError as ClientClosedRequestError
    from .errors import CMEKContextUnavailableError as CMEKContextUnavailableError
    from .errors import CMEKKeyDisabledError as CMEKKeyDisabledError
    from .errors import CMEKKeyNetworkBlockedError as CMEKKeyNetworkBlockedError
    from .errors import CMEKKeyUnreachableError as CMEKKeyUnreachableError
    from .errors import ConflictError as ConflictError
    from .errors import ConnectionFailedError as ConnectionFailedError
    from .errors import ConnectTimeoutError as ConnectTimeoutError
    from .errors import ContentTooLargeError as ContentTooLargeError
    from .errors import ContractSpendLimitReachedError as ContractSpendLimitReachedError
    from .errors import CredentialsError as CredentialsError
    from .errors import DeadlineExceededError as DeadlineExceededError
    from .errors import EnforcedSpendLimitReachedError as EnforcedSpendLimitReachedError
    from .errors import FirstEventTimeoutError as FirstEventTimeoutError
    from .errors import GatewayTimeoutError as GatewayTimeoutError
    from .errors import HTTPNotImplementedError as HTTPNotImplementedError
    from .errors import IdentityTokenFileError as IdentityTokenFileError
    from .errors import InternalServerError as InternalServerError
    from .errors import LinkedOrganizationBillingUnavailableError as LinkedOrganizationBillingUnavailableError
    from .errors import LinkedOrganizationSpendLimitReachedError as LinkedOrganizationSpendLimitReachedError
    from .errors import NotFoundError as NotFoundError
    from .errors import OrganizationOnHoldError as OrganizationOnHoldError
    from .errors import OrganizationTypeNotSupportedError as OrganizationTypeNotSupportedError
    from .errors import OutputParseError as OutputParseError
    from .errors import OverloadedError as OverloadedError
    from .errors import ParentOrganizationRequiredError as ParentOrganizationRequiredError
    from .errors import PaymentRequiredError as PaymentRequiredError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import PoolTimeoutError as PoolTimeoutError
    from .errors import PreconditionFailedError as PreconditionFailedError
    from .errors import RampLimitExceededError as RampLimitExceededError
    from .errors import RateLimitError as RateLimitError
    from .errors import RequestBodyEncodingInvalidError as RequestBodyEncodingInvalidError
    from .errors import RequestBodyEncodingUnsupportedError as RequestBodyEncodingUnsupportedError
    from .errors import RequestBodyTooLargeAfterDecodingError as RequestBodyTooLargeAfterDecodingError
    from .errors import RequestHeaderFieldsTooLargeError as RequestHeaderFieldsTooLargeError
    from .errors import RequestInterruptedError as RequestInterruptedError
    from .errors import RequestTimeoutError as RequestTimeoutError
    from .errors import RequestTooLargeError as RequestTooLargeError
    from .errors import ResponseInterruptedError as ResponseInterruptedError
    from .errors import ResponseTooLargeError as ResponseTooLargeError
    from .errors import RetryableError as RetryableError
    from .errors import SandboxEgressRestrictedError as SandboxEgressRestrictedError
    from .errors import ServiceUnavailableError as ServiceUnavailableError
    from .errors import StreamIdleTimeoutError as StreamIdleTimeoutError
    from .errors import StreamInterruptedError as StreamInterruptedError
    from .errors import UnprocessableEntityError as UnprocessableEntityError
    from .errors import UploadSourceError as UploadSourceError
    from .files.content_blocks import document as document
    from .files.content_blocks import image as image
    from .files.download import AsyncBinaryAPIResponse as AsyncBinaryAPIResponse
    from .files.download import AsyncDownload as AsyncDownload
    from .files.download import BinaryAPIResponse as BinaryAPIResponse
    from .files.download import Download as Download
    from .http.httpx_clients import DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS
    from .http.httpx_clients import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
    from .http.httpx_clients import DefaultAioHttpClient as DefaultAioHttpClient
    from .http.httpx_clients import DefaultAsyncHttpxClient as DefaultAsyncHttpxClient
    from .http.httpx_clients import DefaultHttpxClient as DefaultHttpxClient
    from .http.httpx_clients import NoneType as NoneType
    from .http.httpx_clients import Timeout as Timeout
    from .http.httpx_clients import __title__ as __title__
    from .http.httpx_clients import file_from_path as file_from_path
    from .middleware import GeneratorMiddleware as GeneratorMiddleware
    from .middleware import MiddlewareInput as MiddlewareInput
    from .resources.completions import AI_PROMPT as AI_PROMPT
    from .resources.completions import HUMAN_PROMPT as HUMAN_PROMPT
    from .streaming import AsyncBatchResults as AsyncBatchResults
    from .streaming import AsyncMessageStream as AsyncMessageStream
    from .streaming import AsyncMessageStreamManager as AsyncMessageStreamManager
    from .streaming import AsyncStream as AsyncStream
    from .streaming import BatchResults as BatchResults
    from .streaming import CitationEvent as CitationEvent
    from .streaming import ContentBlockStopEvent as ContentBlockStopEvent
    from .streaming import InputJsonEvent as InputJsonEvent
    from .streaming import MessageStopEvent as MessageStopEvent
    from .streaming import MessageStream as MessageStream
    from .streaming import MessageStreamEvent as MessageStreamEvent
    from .streaming import MessageStreamManager as MessageStreamManager
    from .streaming import ServerSentEvent as ServerSentEvent
    from .streaming import SignatureEvent as SignatureEvent
    from .streaming import Stream as Stream
    from .streaming import TextEvent as TextEvent
    from .streaming import ThinkingEvent as ThinkingEvent
    from .tools import AsyncToolRunner as AsyncToolRunner
    from .tools import FunctionTool as FunctionTool
    from .tools import Tool as Tool
    from .tools import ToolAbort as ToolAbort
    from .tools import ToolContext as ToolContext
    from .tools import ToolError as ToolError
    from .tools import ToolRunner as ToolRunner
    from .tools import beta_async_tool as beta_async_tool
    from .tools import beta_tool as beta_tool
    from .tools import tool as tool
    from .types._model import Model as BaseModel
    from .types.request_options import RequestOptions as RequestOptions
    from .types.sentinels import NOT_GIVEN as NOT_GIVEN
    from .types.sentinels import NotGiven as NotGiven
    from .types.sentinels import Omit as Omit
    from .types.sentinels import not_given as not_given
    from .types.sentinels import omit as omit

# Where each name is; the imports above tell type checkers the same.
_HOMES = {
    "files.download": (
        "Download",
        "AsyncDownload",
        "BinaryAPIResponse",
        "AsyncBinaryAPIResponse",
    ),
    "client": (
        "Anthropic",
        "AsyncAnthropic",
        "AsyncClient",
        "Client",
    ),
    "files.content_blocks": (
        "document",
        "image",
    ),
    "errors": (
        "APIConnectionError",
        "APIError",
        "APIResponseValidationError",
        "APIStatusError",
        "APITimeoutError",
        "APIWebhookValidationError",
        "AnthropicError",
        "AttemptRecord",
        "AuthenticationError",
        "BadRequestError",
        "BillingError",
        "CMEKContextUnavailableError",
        "CMEKKeyDisabledError",
        "CMEKKeyNetworkBlockedError",
        "CMEKKeyUnreachableError",
        "CallDeadlineError",
        "ClaudeCodeKeyCreatorNotMemberError",
        "ClaudeCodeVersionTooOldError",
        "ClaudeError",
        "ClientClosedRequestError",
        "ConflictError",
        "ConnectTimeoutError",
        "ConnectionFailedError",
        "ContentTooLargeError",
        "ContractSpendLimitReachedError",
        "CredentialsError",
        "DeadlineExceededError",
        "EnforcedSpendLimitReachedError",
        "FirstEventTimeoutError",
        "GatewayTimeoutError",
        "HTTPNotImplementedError",
        "IdentityTokenFileError",
        "InternalServerError",
        "LinkedOrganizationBillingUnavailableError",
        "LinkedOrganizationSpendLimitReachedError",
        "NotFoundError",
        "OrganizationOnHoldError",
        "OrganizationTypeNotSupportedError",
        "OutputParseError",
        "OverloadedError",
        "ParentOrganizationRequiredError",
        "PaymentRequiredError",
        "PermissionDeniedError",
        "PoolTimeoutError",
        "PreconditionFailedError",
        "RampLimitExceededError",
        "RateLimitError",
        "RequestBodyEncodingInvalidError",
        "RequestBodyEncodingUnsupportedError",
        "RequestBodyTooLargeAfterDecodingError",
        "RequestHeaderFieldsTooLargeError",
        "RequestInterruptedError",
        "RequestTimeoutError",
        "RequestTooLargeError",
        "ResponseInterruptedError",
        "RetryableError",
        "SandboxEgressRestrictedError",
        "ServiceUnavailableError",
        "StreamIdleTimeoutError",
        "StreamInterruptedError",
        "UnprocessableEntityError",
        "UploadSourceError",
        "ResponseTooLargeError",
    ),
    "middleware": (
        "GeneratorMiddleware",
        "MiddlewareInput",
    ),
    "core.middleware": (
        "APIRequest",
        "AsyncCallNext",
        "AsyncMiddlewareCallable",
        "CallNext",
        "Middleware",
        "MiddlewareCallable",
    ),
    "types.sentinels": (
        "NOT_GIVEN",
        "NotGiven",
        "Omit",
        "not_given",
        "omit",
    ),
    "http.httpx_clients": (
        "DEFAULT_CONNECTION_LIMITS",
        "DEFAULT_TIMEOUT",
        "DefaultAioHttpClient",
        "DefaultAsyncHttpxClient",
        "DefaultHttpxClient",
        "NoneType",
        "Timeout",
        "__title__",
        "file_from_path",
    ),
    "core.pages": (
        "AsyncPage",
        "AsyncPaginator",
        "Page",
    ),
    "resources.completions": (
        "AI_PROMPT",
        "HUMAN_PROMPT",
    ),
    "core.response": (
        "APIResponse",
        "AsyncAPIResponse",
        "AsyncResponse",
        "RateLimit",
        "RateLimits",
        "Response",
        "ResponseInfo",
    ),
    "core.schemas": ("transform_schema",),
    "core.settings": (
        "ClientOptions",
        "DEFAULT_MAX_RETRIES",
        "Settings",
        "ResponseLimits",
    ),
    "streaming": (
        "AsyncBatchResults",
        "AsyncMessageStream",
        "AsyncStream",
        "BatchResults",
        "MessageStream",
        "ServerSentEvent",
        "Stream",
        "TextEvent",
        "InputJsonEvent",
        "ThinkingEvent",
        "CitationEvent",
        "SignatureEvent",
        "ContentBlockStopEvent",
        "MessageStopEvent",
        "MessageStreamEvent",
        "MessageStreamManager",
        "AsyncMessageStreamManager",
    ),
    "tools": (
        "AsyncToolRunner",
        "FunctionTool",
        "Tool",
        "ToolAbort",
        "ToolContext",
        "ToolError",
        "ToolRunner",
        "beta_async_tool",
        "beta_tool",
        "tool",
    ),
    "types._model": ("BaseModel",),
    "types.request_options": ("RequestOptions",),
}
_ELSEWHERE_NAMED = {"BaseModel": "Model"}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "AI_PROMPT",
    "DEFAULT_CONNECTION_LIMITS",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "HUMAN_PROMPT",
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIRequest",
    "APIResponse",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "APIWebhookValidationError",
    "Anthropic",
    "AnthropicError",
    "AsyncAPIResponse",
    "AsyncAnthropic",
    "AsyncBatchResults",
    "AsyncBinaryAPIResponse",
    "AsyncCallNext",
    "AsyncClient",
    "AsyncDownload",
    "AsyncMessageStream",
    "AsyncMessageStreamManager",
    "AsyncMiddlewareCallable",
    "AsyncPage",
    "AsyncPaginator",
    "AsyncResponse",
    "AsyncStream",
    "AsyncToolRunner",
    "AttemptRecord",
    "AuthenticationError",
    "BadRequestError",
    "BaseModel",
    "BatchResults",
    "BillingError",
    "BinaryAPIResponse",
    "CMEKContextUnavailableError",
    "CMEKKeyDisabledError",
    "CMEKKeyNetworkBlockedError",
    "CMEKKeyUnreachableError",
    "CallDeadlineError",
    "CallNext",
    "CitationEvent",
    "ClaudeCodeKeyCreatorNotMemberError",
    "ClaudeCodeVersionTooOldError",
    "ClaudeError",
    "Client",
    "ClientClosedRequestError",
    "ClientOptions",
    "ConflictError",
    "ConnectTimeoutError",
    "ConnectionFailedError",
    "ContentBlockStopEvent",
    "ContentTooLargeError",
    "ContractSpendLimitReachedError",
    "CredentialsError",
    "DeadlineExceededError",
    "DefaultAioHttpClient",
    "DefaultAsyncHttpxClient",
    "DefaultHttpxClient",
    "Download",
    "EnforcedSpendLimitReachedError",
    "FirstEventTimeoutError",
    "FunctionTool",
    "GatewayTimeoutError",
    "GeneratorMiddleware",
    "HTTPNotImplementedError",
    "IdentityTokenFileError",
    "InputJsonEvent",
    "InternalServerError",
    "LinkedOrganizationBillingUnavailableError",
    "LinkedOrganizationSpendLimitReachedError",
    "MessageStopEvent",
    "MessageStream",
    "MessageStreamEvent",
    "MessageStreamManager",
    "Middleware",
    "MiddlewareCallable",
    "MiddlewareInput",
    "NoneType",
    "NotFoundError",
    "NotGiven",
    "Omit",
    "OrganizationOnHoldError",
    "OrganizationTypeNotSupportedError",
    "OutputParseError",
    "OverloadedError",
    "Page",
    "ParentOrganizationRequiredError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "PoolTimeoutError",
    "PreconditionFailedError",
    "RampLimitExceededError",
    "RateLimit",
    "RateLimitError",
    "RateLimits",
    "RequestBodyEncodingInvalidError",
    "RequestBodyEncodingUnsupportedError",
    "RequestBodyTooLargeAfterDecodingError",
    "RequestHeaderFieldsTooLargeError",
    "RequestInterruptedError",
    "RequestOptions",
    "RequestTimeoutError",
    "RequestTooLargeError",
    "Response",
    "ResponseInfo",
    "ResponseInterruptedError",
    "ResponseLimits",
    "ResponseTooLargeError",
    "RetryableError",
    "SandboxEgressRestrictedError",
    "ServerSentEvent",
    "ServiceUnavailableError",
    "Settings",
    "SignatureEvent",
    "Stream",
    "StreamIdleTimeoutError",
    "StreamInterruptedError",
    "TextEvent",
    "ThinkingEvent",
    "Timeout",
    "Tool",
    "ToolAbort",
    "ToolContext",
    "ToolError",
    "ToolRunner",
    "UnprocessableEntityError",
    "UploadSourceError",
    "__title__",
    "__version__",
    "beta_async_tool",
    "beta_tool",
    "document",
    "file_from_path",
    "image",
    "not_given",
    "omit",
    "tool",
    "transform_schema",
    "types",
]


def __getattr__(name: str) -> Any:
    if name == "types":
        return import_module(".types", __name__)
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME_OF[name]}", __name__), _ELSEWHERE_NAMED.get(name, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
