"""What the modules of the official package have, where that is not a type of the API or a resource: a table, by hand.

A line is a module and its names. `name=home.other` stands for `other` in the module `home` of this package; a name
alone, for the public name of `claude_client`; `*home`, for the public names of that module; `@module`, for the names of
another line.
"""

from __future__ import annotations

from importlib import import_module
from typing import Final

OFFICIAL: Final = "anthropic"
OFFICIAL_VERSION: Final = "2.14.0"
"""The version whose names are found, and that `importlib.metadata` tells."""

_TABLE: Final = """
: * BetaMessageStream=MessageStream BetaAsyncMessageStream=AsyncMessageStream
: BetaMessageStreamManager=MessageStreamManager BetaAsyncMessageStreamManager=AsyncMessageStreamManager
: BetaTextEvent=TextEvent BetaInputJsonEvent=InputJsonEvent BetaMessageStopEvent=MessageStopEvent
: BetaContentBlockStopEvent=ContentBlockStopEvent BetaMessageStreamEvent=MessageStreamEvent *streaming.parsed
: ParsedBetaTextEvent=streaming.parsed.ParsedTextEvent
: ParsedBetaMessageStopEvent=streaming.parsed.ParsedMessageStopEvent
: ParsedBetaContentBlockStopEvent=streaming.parsed.ParsedContentBlockStopEvent
: ParsedBetaMessageStreamEvent=streaming.parsed.ParsedMessageStreamEvent *errors *credentials
: Transport=dropin.helpers.Transport ProxiesTypes=dropin.helpers.ProxiesTypes

_base_client: SyncAPIClient=Client AsyncAPIClient=AsyncClient BaseClient=client._AnyClient
_base_client: SyncHttpxClientWrapper=DefaultHttpxClient AsyncHttpxClientWrapper=DefaultAsyncHttpxClient
_base_client: DefaultHttpxClient DefaultAsyncHttpxClient DefaultAioHttpClient Timeout Stream AsyncStream
_base_client: BasePage=core.pages._AnyPage BaseSyncPage=Page BaseAsyncPage=AsyncPage AsyncPaginator
_base_client: APIResponse AsyncAPIResponse BaseAPIResponse=Response RequestOptions NotGiven Omit omit not_given
_base_client: DEFAULT_TIMEOUT DEFAULT_MAX_RETRIES DEFAULT_CONNECTION_LIMITS APIStatusError APITimeoutError
_base_client: APIConnectionError APIResponseValidationError AnthropicError RetryableError
_base_client: CallNext AsyncCallNext Middleware MiddlewareInput MiddlewareCallable AsyncMiddlewareCallable APIRequest
_base_client: is_given=dropin.helpers.is_given Headers=dropin.helpers.Headers Query=dropin.helpers.Query
_base_client: Body=dropin.helpers.Body ResponseT=dropin.helpers.ResponseT

_client: Anthropic AsyncAnthropic Client AsyncClient Stream AsyncStream Timeout RequestOptions NotGiven Omit not_given
_client: SyncAPIClient=Client AsyncAPIClient=AsyncClient MiddlewareInput *credentials
_client: DEFAULT_MAX_RETRIES Transport=dropin.helpers.Transport ProxiesTypes=dropin.helpers.ProxiesTypes

_compat: PYDANTIC_V1=dropin.helpers.PYDANTIC_V1 PYDANTIC_V2=dropin.helpers.PYDANTIC_V2
_compat: cached_property=dropin.helpers.cached_property model_dump=dropin.helpers.model_dump
_compat: model_copy=dropin.helpers.model_copy model_json=dropin.helpers.model_json
_compat: parse_obj=dropin.helpers.parse_obj model_parse=dropin.helpers.parse_obj

_constants: DEFAULT_TIMEOUT DEFAULT_MAX_RETRIES DEFAULT_CONNECTION_LIMITS HUMAN_PROMPT AI_PROMPT
_error_classes: *errors
_exceptions: *errors
_files: file_from_path
_legacy_response: LegacyAPIResponse=Response HttpxBinaryResponseContent=BinaryAPIResponse
_middleware: APIRequest CallNext AsyncCallNext Middleware MiddlewareInput MiddlewareCallable AsyncMiddlewareCallable
_models: BaseModel GenericModel=BaseModel NotGiven Timeout construct_type=dropin.helpers.construct_type
_models: construct_type_unchecked=dropin.helpers.construct_type build=dropin.helpers.build
_qs:
_request: APIRequest NotGiven not_given
_resource: SyncAPIResource=core.endpoint.Resource AsyncAPIResource=core.endpoint.Resource

_response: APIResponse AsyncAPIResponse BaseAPIResponse=Response BinaryAPIResponse AsyncBinaryAPIResponse
_response: StreamedBinaryAPIResponse=BinaryAPIResponse AsyncStreamedBinaryAPIResponse=AsyncBinaryAPIResponse
_response: ResponseContextManager=core.managers.ResponseManager Stream AsyncStream BaseModel NoneType
_response: AsyncResponseContextManager=core.managers.AsyncResponseManager APIResponseValidationError AnthropicError

_streaming: Stream AsyncStream ServerSentEvent SSEDecoder=streaming.sse.SSEDecoder

_types: NOT_GIVEN NotGiven not_given Omit omit NoneType Timeout RequestOptions
_types: OpenTelemetryTraces OpenTelemetryOptions OpenTelemetryClientOption
_types: Headers=dropin.helpers.Headers HeadersLike=dropin.helpers.Headers Query=dropin.helpers.Query
_types: Body=dropin.helpers.Body AnyMapping=dropin.helpers.AnyMapping ResponseT=dropin.helpers.ResponseT
_types: ModelT=dropin.helpers.ModelT SequenceNotStr=dropin.helpers.SequenceNotStr
_types: FileTypes=types.uploads.FileTypes FileContent=types.uploads.FileContent
_types: Base64FileInput=dropin.helpers.Base64FileInput RequestFiles=dropin.helpers.RequestFiles
_types: Transport=dropin.helpers.Transport ProxiesTypes=dropin.helpers.ProxiesTypes

_utils: is_given=dropin.helpers.is_given is_dict=dropin.helpers.is_dict is_list=dropin.helpers.is_list
_utils: is_mapping=dropin.helpers.is_mapping is_sequence=dropin.helpers.is_sequence is_tuple=dropin.helpers.is_tuple
_utils: is_iterable=dropin.helpers.is_iterable lru_cache=dropin.helpers.lru_cache file_from_path
_utils: maybe_transform=dropin.helpers.maybe_transform async_maybe_transform=dropin.helpers.async_maybe_transform
_utils: PropertyInfo=dropin.helpers.PropertyInfo json_safe=dropin.helpers.json_safe
_utils._utils: is_given=dropin.helpers.is_given is_dict=dropin.helpers.is_dict is_list=dropin.helpers.is_list
_utils._utils: is_mapping=dropin.helpers.is_mapping file_from_path lru_cache=dropin.helpers.lru_cache
_version: __version__ __title__

pagination: SyncPage=Page AsyncPage SyncTokenPage=Page AsyncTokenPage=AsyncPage
pagination: SyncPageCursor=Page AsyncPageCursor=AsyncPage
pagination: SyncBidirectionalPageCursor=Page AsyncBidirectionalPageCursor=AsyncPage
pagination: SyncReportPageCursor=Page AsyncReportPageCursor=AsyncPage
pagination: BasePage=core.pages._AnyPage BaseSyncPage=Page BaseAsyncPage=AsyncPage

lib: files_from_dir=dropin.helpers.files_from_dir async_files_from_dir=dropin.helpers.async_files_from_dir
lib._parse:
lib._parse._response: ResponseFormatT=dropin.helpers.ResponseT
lib._parse._transform: transform_schema
lib.aws: AnthropicAWS AsyncAnthropicAWS
lib.aws._client: AnthropicAWS AsyncAnthropicAWS
lib.bedrock: AnthropicBedrock AsyncAnthropicBedrock AnthropicBedrockMantle AsyncAnthropicBedrockMantle
lib.bedrock._client: AnthropicBedrock AsyncAnthropicBedrock
lib.bedrock._mantle: AnthropicBedrockMantle AsyncAnthropicBedrockMantle
lib.credentials: *credentials WorkloadIdentityError exchange_federation_assertion
lib.environments: EnvironmentWorker=sessions.AsyncEnvironmentWorker DispatchedToolCall=sessions.DispatchedToolCall
lib.environments: SessionToolRunner=sessions.AsyncSessionToolRunner
lib.foundry: AnthropicFoundry AsyncAnthropicFoundry
lib.google_cloud: AnthropicGoogleCloud AsyncAnthropicGoogleCloud
lib.google_cloud._client: AnthropicGoogleCloud AsyncAnthropicGoogleCloud
lib.middleware: BetaFallbackState BetaRefusalFallbackMiddleware DEFAULT_BETAS=streaming.fallbacks.DEFAULT_BETAS
lib.sessions: accumulate_managed_agents_event=sessions.accumulate_managed_agents_event
lib.streaming: *streaming BetaMessageStream=MessageStream BetaAsyncMessageStream=AsyncMessageStream
lib.streaming: BetaMessageStreamManager=MessageStreamManager BetaAsyncMessageStreamManager=AsyncMessageStreamManager
lib.streaming: BetaTextEvent=TextEvent BetaInputJsonEvent=InputJsonEvent BetaMessageStopEvent=MessageStopEvent
lib.streaming: BetaContentBlockStopEvent=ContentBlockStopEvent BetaMessageStreamEvent=MessageStreamEvent
lib.streaming: ParsedBetaTextEvent=streaming.parsed.ParsedTextEvent
lib.streaming: ParsedBetaMessageStopEvent=streaming.parsed.ParsedMessageStopEvent
lib.streaming: ParsedBetaContentBlockStopEvent=streaming.parsed.ParsedContentBlockStopEvent
lib.streaming: ParsedBetaMessageStreamEvent=streaming.parsed.ParsedMessageStreamEvent
lib.streaming._messages: MessageStream AsyncMessageStream MessageStreamManager AsyncMessageStreamManager
lib.streaming._messages: accumulate_event=dropin.helpers.accumulate_event
lib.streaming._beta_messages: BetaMessageStream=MessageStream BetaAsyncMessageStream=AsyncMessageStream
lib.streaming._beta_messages: accumulate_event=dropin.helpers.accumulate_event
lib.streaming._beta_messages: BetaMessageStreamManager=MessageStreamManager
lib.streaming._beta_messages: BetaAsyncMessageStreamManager=AsyncMessageStreamManager
lib.streaming._types: @lib.streaming *types
lib.streaming._beta_types: @lib.streaming *types.beta
lib.threads: BetaMessageThread=threads.MessageThread BetaAsyncMessageThread=threads.AsyncMessageThread
lib.threads: UnsupportedRequestBehavior=threads.UnsupportedRequestBehavior
lib.tools: *tools BetaToolRunner=ToolRunner BetaAsyncToolRunner=AsyncToolRunner BetaStreamingToolRunner=ToolRunner
lib.tools: BetaAsyncStreamingToolRunner=AsyncToolRunner BetaFunctionTool=FunctionTool
lib.tools: BetaAsyncFunctionTool=FunctionTool BetaBuiltinFunctionTool=tools.BuiltinTool
lib.tools: BetaAsyncBuiltinFunctionTool=tools.BuiltinTool
lib.tools: BetaRunnableTool=tools.ToolLike BetaAsyncRunnableTool=tools.ToolLike BetaToolLike=tools.ToolLike
lib.tools: BetaRunnableToolset=tools.toolsets.RunnableToolset
lib.tools: BetaAsyncRunnableToolset=tools.toolsets.AsyncRunnableToolset
lib.tools: BetaFunctionToolResultType=dropin.helpers.BetaFunctionToolResultType
lib.tools._beta_functions: BetaFunctionToolResultType=dropin.helpers.BetaFunctionToolResultType
lib.tools._beta_functions: *tools BetaFunctionTool=FunctionTool BetaAsyncFunctionTool=FunctionTool
lib.tools._beta_functions: BetaBuiltinFunctionTool=tools.BuiltinTool
lib.tools._beta_functions: BetaAsyncBuiltinFunctionTool=tools.BuiltinTool
lib.tools._beta_functions: BetaRunnableTool=tools.ToolLike BetaAsyncRunnableTool=tools.ToolLike
lib.tools: *tools.memory
lib.tools._beta_builtin_memory_tool: *tools.memory
lib.tools._beta_runner: BetaToolRunner=ToolRunner BetaAsyncToolRunner=AsyncToolRunner
lib.tools._beta_runner: BetaStreamingToolRunner=ToolRunner BetaAsyncStreamingToolRunner=AsyncToolRunner
lib.tools.agent_toolset: *tools.agent AgentToolContext=dropin.agent_context.AgentToolContext
lib.tools.mcp: *tools.mcp
lib.vertex: AnthropicVertex AsyncAnthropicVertex
lib.vertex._client: AnthropicVertex AsyncAnthropicVertex
tools: *tools *tools.toolset_errors *tools.memory
tools.browser: *tools.browser
tools.computer: *tools.computer
tools.memory: *tools.memory
"""

MODULES: dict[str, dict[str, str]] = {}
"""For each module, `""` being the package itself, where its names are; `*` lists modules whose public names it has."""
for _line in _TABLE.split("\n"):
    if _line:
        _path, _, _entries = _line.partition(":")
        _found = MODULES.setdefault(_path, {"*": ""})
        for _entry in _entries.split():
            if _entry[0] in "*@":
                _found["*"] += f" {_entry}"
            else:
                _name, _, _where = _entry.partition("=")
                _found[_name] = _where or _name


def resolve(module: str, name: str) -> object:
    """The counterpart of `name` in a module of the table.

    Raises:
        AttributeError: There is none.
    """
    if name == "__version__":
        return OFFICIAL_VERSION
    table = MODULES[module]
    if name in table and name != "*":
        home, _, other = table[name].rpartition(".")
        return getattr(_module(home), other)
    if name == "__title__" or not name.startswith("_"):
        for home in table["*"].split():
            if name in _public(home):
                return resolve(home[1:], name) if home[0] == "@" else getattr(_module(home[1:]), name)
    raise AttributeError(name)


def list_names(module: str) -> list[str]:
    """The names of a module of the table."""
    table = MODULES[module]
    return sorted({*table, *(name for home in table["*"].split() for name in _public(home))} - {"*"})


def _module(home: str) -> object:
    return import_module(f"claude_client.{home}".rstrip("."))


def _public(home: str) -> list[str]:
    """The names of `*module` or `@line`."""
    if home[0] == "@":
        return list_names(home[1:])
    module = _module(home[1:])
    names: list[str] = getattr(module, "__all__", None) or [name for name in dir(module) if not name.startswith("_")]
    return names
