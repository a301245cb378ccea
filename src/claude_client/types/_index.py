"""Where each type is, and what it is called in the official package.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MODULES: Final[Mapping[str, str]] = {
    "_batched": ("BatchMessageParams"),
    "_model": ("Unknown"),
    "_parsed": ("ParsedContentBlock ParsedMessage ParsedTextBlock"),
    "params.api_keys": ("APIKeyListParams APIKeyListParamsBase APIKeyUpdateParams APIKeyUpdateParamsBase"),
    "params.batches": (
        "BatchCreateParams BatchCreateParamsBase BatchCreateParamsRequest BatchListParams BatchListParamsBase"
    ),
    "params.betas": ("AnthropicBeta"),
    "params.completions": (
        "CompletionCreateParams CompletionCreateParamsBase CompletionCreateParamsNonStreaming "
        "CompletionCreateParamsStreaming"
    ),
    "params.content": (
        "AdvisorRedactedResultBlockParam AdvisorResultBlockParam AdvisorToolResultBlockParam "
        "AdvisorToolResultBlockParamContent AdvisorToolResultErrorParam AssistantMessageParam Base64ImageSourceParam "
        "Base64PDFSourceParam BashCodeExecutionOutputBlockParam BashCodeExecutionResultBlockParam "
        "BashCodeExecutionToolResultBlockParam BashCodeExecutionToolResultBlockParamContent "
        "BashCodeExecutionToolResultErrorParam BrowserStateBlockParam BrowserStateChangeDownloadCompletedParam "
        "BrowserStateChangeDownloadFailedParam BrowserStateChangeDownloadStartedParam BrowserStateChangeParam "
        "BrowserStateChangeTabOpenedParam BrowserStateTabEntryParam CitationCharLocationParam "
        "CitationContentBlockLocationParam CitationPageLocationParam CitationSearchResultLocationParam "
        "CitationWebSearchResultLocationParam CodeExecutionOutputBlockParam CodeExecutionResultBlockParam "
        "CodeExecutionToolResultBlockParam CodeExecutionToolResultBlockParamContentParam "
        "CodeExecutionToolResultErrorParam CompactionBlockParam CompactionBlockParamToolChange "
        "ContainerUploadBlockParam ContentBlockParam ContentBlockSourceContentParam ContentBlockSourceParam "
        "DirectCallerParam DocumentBlockParam DocumentBlockParamSource EncryptedCodeExecutionResultBlockParam "
        "FallbackBlockParam FallbackInfoParam FileDocumentSourceParam FileImageSourceParam ImageBlockParam "
        "ImageBlockParamSource ImageTransformationsParam MCPToolListingBlockParam MCPToolUseBlockParam "
        "MessageContentParam MessageParam PlainTextSourceParam RedactedThinkingBlockParam "
        "RequestMCPToolResultBlockParam RequestToolAdditionBlockParam RequestToolAdditionBlockParamTool "
        "RequestToolRemovalBlockParam RequestToolRemovalBlockParamTool SearchResultBlockParam "
        "ServerToolCaller20260120Param ServerToolCallerParam ServerToolUseBlockParam ServerToolUseBlockParamCaller "
        "SystemMessageOutputConfigParam SystemMessageParam TextBlockParam TextCitationParam "
        "TextEditorCodeExecutionCreateResultBlockParam TextEditorCodeExecutionStrReplaceResultBlockParam "
        "TextEditorCodeExecutionToolResultBlockParam TextEditorCodeExecutionToolResultBlockParamContent "
        "TextEditorCodeExecutionToolResultErrorParam TextEditorCodeExecutionViewResultBlockParam ThinkingBlockParam "
        "ToolChangeMCPToolReferenceParam ToolChangeMCPToolsetReferenceParam ToolChangeToolDefinitionParam "
        "ToolChangeToolReferenceParam ToolReferenceBlockParam ToolResultBlockParam ToolResultBlockParamContent "
        "ToolSearchToolResultBlockParam ToolSearchToolResultBlockParamContent ToolSearchToolResultErrorParam "
        "ToolSearchToolSearchResultBlockParam ToolUseBlockParam ToolUseBlockParamCaller URLImageSourceParam "
        "URLPDFSourceParam UserMessageParam WebFetchBlockParam WebFetchToolResultBlockParam "
        "WebFetchToolResultBlockParamCaller WebFetchToolResultBlockParamContent WebFetchToolResultErrorBlockParam "
        "WebSearchResultBlockParam WebSearchToolRequestErrorObjectParam WebSearchToolResultBlockParam "
        "WebSearchToolResultBlockParamCaller WebSearchToolResultBlockParamContentParam"
    ),
    "params.cost_report": ("CostReportRetrieveParams CostReportRetrieveParamsBase"),
    "params.files": ("FileListParams FileListParamsBase FileUploadParams FileUploadParamsBase"),
    "params.invites": ("InviteCreateParams InviteCreateParamsBase InviteListParams InviteListParamsBase"),
    "params.messages": (
        "AllThinkingTurnsParam BillTo BillingPolicyParam ClearThinking20251015EditParam "
        "ClearThinking20251015EditParamKeep ClearToolUses20250919EditParam ClearToolUses20250919EditParamTrigger "
        "Compact20260112EditParam CompactionConfigParam ContainerParams ContextManagementConfigParam "
        "ContextManagementConfigParamEdit DiagnosticsParam FallbackCreditTokenParam FallbackParam "
        "FallbackParamThinking FallbacksParam InputTokensClearAtLeastParam InputTokensTriggerParam "
        "JSONOutputFormatParam MessageCountTokensParams MessageCountTokensParamsBase MessageCreateParams "
        "MessageCreateParamsBase MessageCreateParamsContainer MessageCreateParamsFallbackCreditToken "
        "MessageCreateParamsNonStreaming MessageCreateParamsStreaming MessageThreadParam MetadataParam "
        "OutputConfigParam RequestMCPServerToolConfigurationParam RequestMCPServerURLDefinitionParam SkillParams "
        "ThinkingBlockBindingParam ThinkingConfigAdaptiveParam ThinkingConfigBetweenToolsParam "
        "ThinkingConfigDisabledParam ThinkingConfigEnabledParam ThinkingConfigParam ThinkingPrefixMismatchBehavior "
        "ThinkingTurnsParam ThreadContinueParams ThreadCreateParams TokenTaskBudgetParam ToolUsesKeepParam "
        "ToolUsesTriggerParam"
    ),
    "params.models": ("ModelListParams ModelListParamsBase"),
    "params.skills": (
        "SkillCreateParams SkillCreateParamsBase SkillListParams SkillListParamsBase SkillVersionCreateParams "
        "SkillVersionCreateParamsBase SkillVersionListParams SkillVersionListParamsBase"
    ),
    "params.tools": (
        "AdvisorTool20260301Param BrowserCloseTabConfigParam BrowserDoubleClickConfigParam "
        "BrowserFileUploadConfigParam BrowserFindConfigParam BrowserFormInputConfigParam "
        "BrowserGetPageTextConfigParam BrowserHoldKeyConfigParam BrowserHoverConfigParam "
        "BrowserJavascriptExecConfigParam BrowserKeyConfigParam BrowserLeftClickConfigParam "
        "BrowserLeftClickDragConfigParam BrowserLeftMouseDownConfigParam BrowserLeftMouseUpConfigParam "
        "BrowserListTabsConfigParam BrowserMiddleClickConfigParam BrowserMouseMoveConfigParam "
        "BrowserNavigateConfigParam BrowserNewTabConfigParam BrowserReadConsoleConfigParam "
        "BrowserReadNetworkConfigParam BrowserReadPageConfigParam BrowserRightClickConfigParam "
        "BrowserScreenshotConfigParam BrowserScrollConfigParam BrowserScrollToConfigParam BrowserSwitchTabConfigParam "
        "BrowserToolset20260801Param BrowserToolsetConfigsParam BrowserTripleClickConfigParam BrowserTypeConfigParam "
        "BrowserWaitConfigParam BrowserZoomConfigParam CacheControlEphemeralParam CitationsConfigParam "
        "CodeExecutionTool20250522Param CodeExecutionTool20250825Param CodeExecutionTool20260120Param "
        "CodeExecutionTool20260521Param ComputerCursorPositionConfigParam ComputerDoubleClickConfigParam "
        "ComputerHoldKeyConfigParam ComputerKeyConfigParam ComputerLeftClickConfigParam "
        "ComputerLeftClickDragConfigParam ComputerLeftMouseDownConfigParam ComputerLeftMouseUpConfigParam "
        "ComputerMiddleClickConfigParam ComputerMouseMoveConfigParam ComputerRightClickConfigParam "
        "ComputerScreenshotConfigParam ComputerScrollConfigParam ComputerToolset20260801Param "
        "ComputerToolsetConfigsParam ComputerTripleClickConfigParam ComputerTypeConfigParam ComputerWaitConfigParam "
        "ComputerZoomConfigParam MCPToolConfigParam MCPToolDefaultConfigParam MCPToolParamParam MCPToolsetParam "
        "MemoryTool20250818Param MessageCountTokensToolParam ToolBash20241022Param ToolBash20250124Param "
        "ToolChoiceAnyParam ToolChoiceAutoParam ToolChoiceNoneParam ToolChoiceParam ToolChoiceToolParam "
        "ToolComputerUse20241022Param ToolComputerUse20250124Param ToolComputerUse20251124Param ToolParam "
        "ToolParamInputSchema ToolParamInputSchemaTyped ToolSearchToolBm25_20251119Param "
        "ToolSearchToolRegex20251119Param ToolTextEditor20241022Param ToolTextEditor20250124Param "
        "ToolTextEditor20250429Param ToolTextEditor20250728Param ToolUnionParam UserLocationParam "
        "WebFetchTool20250910Param WebFetchTool20260209Param WebFetchTool20260309Param WebFetchTool20260318Param "
        "WebFetchURLSourceAllParam WebFetchURLSourceExceptParam WebFetchURLSourceNoneParam WebFetchURLSourceOnlyParam "
        "WebFetchURLSourceToolReferenceParam WebFetchURLSourcesParam WebFetchURLSourcesParamClientToolResults "
        "WebFetchURLSourcesParamServerToolResults WebFetchURLSourcesParamUserInput WebSearchTool20250305Param "
        "WebSearchTool20260209Param WebSearchTool20260318Param"
    ),
    "params.usage_report": (
        "UsageReportRetrieveClaudeCodeParams UsageReportRetrieveClaudeCodeParamsBase "
        "UsageReportRetrieveMessagesParams UsageReportRetrieveMessagesParamsBase"
    ),
    "params.users": ("UserListParams UserListParamsBase UserUpdateParams UserUpdateParamsBase"),
    "params.workspaces": (
        "DataResidencyCreateConfigParam DataResidencyUpdateConfigParam NoBillingWorkspaceRole WorkspaceCreateParams "
        "WorkspaceCreateParamsBase WorkspaceListParams WorkspaceListParamsBase WorkspaceMemberAddParams "
        "WorkspaceMemberAddParamsBase WorkspaceMemberListParams WorkspaceMemberListParamsBase "
        "WorkspaceMemberUpdateParams WorkspaceMemberUpdateParamsBase WorkspaceUpdateParams WorkspaceUpdateParamsBase"
    ),
    "responses.api_keys": (
        "APIKey APIKeyCreatedBy APIKeyOrganizationScope APIKeyPrincipal APIKeyScope APIKeyServiceAccountActor "
        "APIKeyUserActor APIKeyWorkspaceScope"
    ),
    "responses.batches": (
        "DeletedMessageBatch MessageBatch MessageBatchCanceledResult MessageBatchErroredResult "
        "MessageBatchExpiredResult MessageBatchIndividualResponse MessageBatchRequestCounts MessageBatchResult "
        "MessageBatchSucceededResult"
    ),
    "responses.citations": (
        "CitationCharLocation CitationContentBlockLocation CitationPageLocation CitationsSearchResultLocation "
        "CitationsWebSearchResultLocation TextCitation"
    ),
    "responses.completions": ("Completion"),
    "responses.content": (
        "ContentBlock DirectCaller RedactedThinkingBlock ServerToolCaller ServerToolCaller20260120 TextBlock "
        "ThinkingBlock ToolUseBlock ToolUseBlockCaller"
    ),
    "responses.cost_report": ("CostReport CostReportBucket CostReportItem"),
    "responses.errors": (
        "APIErrorObject AuthenticationErrorObject BillingErrorObject ErrorObject ErrorResponse ErrorType "
        "GatewayTimeoutErrorObject InvalidRequestErrorObject NotFoundErrorObject OverloadedErrorObject "
        "PermissionErrorObject RateLimitErrorObject"
    ),
    "responses.events": (
        "CitationsDelta CitationsDeltaCitation CompactionContentBlockDelta InputJSONDelta MessageDeltaUsage "
        "RawContentBlockDelta RawContentBlockDeltaEvent RawContentBlockStartEvent "
        "RawContentBlockStartEventContentBlock RawContentBlockStopEvent RawMessageDeltaEvent "
        "RawMessageDeltaEventDelta RawMessageStartEvent RawMessageStopEvent RawMessageStreamEvent SignatureDelta "
        "TextDelta ThinkingDelta"
    ),
    "responses.files": ("DeletedFile FileMetadata FileScope"),
    "responses.invites": ("InviteDeleteResponse OrganizationInvite OrganizationRole"),
    "responses.message_details": (
        "AdvisorMessageIterationUsage CacheMissMessagesChanged CacheMissModelChanged CacheMissPreviousMessageNotFound "
        "CacheMissReason CacheMissSystemChanged CacheMissToolsChanged CacheMissUnavailable "
        "ClearThinking20251015EditResponse ClearToolUses20250919EditResponse CompactionIterationUsage Container "
        "ContainerSkill ContextManagementResponse ContextManagementResponseAppliedEdit Diagnostics "
        "FallbackCreditNotApplied FallbackCreditRedeemed FallbackCreditUsage FallbackCreditUsageStatus "
        "FallbackMessageIterationUsage InputTransformation IterationsUsage IterationsUsageItem MessageIterationUsage "
        "RefusalStopDetails ThinkingDroppedInputTransformation ThinkingMismatchAllowedInputTransformation"
    ),
    "responses.messages": ("CacheCreation Message OutputTokensDetails ServerToolUsage StopReason Usage"),
    "responses.model_names": ("ModelParam"),
    "responses.models": (
        "CapabilitySupport CompactionCapability ContextManagementCapability EffortCapability ModelCapabilities "
        "ModelInfo ModelLine ServerToolsCapability ThinkingCapability ThinkingTypes"
    ),
    "responses.organization": ("OrganizationInfo"),
    "responses.server_content": (
        "AdvisorRedactedResultBlock AdvisorResultBlock AdvisorToolResultBlock AdvisorToolResultBlockContent "
        "AdvisorToolResultErrorObject Base64PDFSource BashCodeExecutionOutputBlock BashCodeExecutionResultBlock "
        "BashCodeExecutionToolResultBlock BashCodeExecutionToolResultBlockContent "
        "BashCodeExecutionToolResultErrorCode BashCodeExecutionToolResultErrorObject CitationsConfig "
        "CodeExecutionOutputBlock CodeExecutionResultBlock CodeExecutionToolResultBlock "
        "CodeExecutionToolResultBlockContent CodeExecutionToolResultErrorCode CodeExecutionToolResultErrorObject "
        "CompactionBlock CompactionBlockToolChange ContainerUploadBlock DocumentBlock DocumentBlockSource "
        "EncryptedCodeExecutionResultBlock FallbackBlock FallbackInfo FallbackRefusalTrigger MCPTool "
        "MCPToolListingBlock MCPToolResultBlock MCPToolUseBlock PlainTextSource ResponseToolAdditionBlock "
        "ResponseToolAdditionBlockTool ResponseToolChangeMCPToolReference ResponseToolChangeMCPToolsetReference "
        "ResponseToolChangeToolReference ResponseToolRemovalBlock ResponseToolRemovalBlockTool ServerToolUseBlock "
        "ServerToolUseBlockCaller TextEditorCodeExecutionCreateResultBlock "
        "TextEditorCodeExecutionStrReplaceResultBlock TextEditorCodeExecutionToolResultBlock "
        "TextEditorCodeExecutionToolResultBlockContent TextEditorCodeExecutionToolResultErrorCode "
        "TextEditorCodeExecutionToolResultErrorObject TextEditorCodeExecutionViewResultBlock ToolChangeToolDefinition "
        "ToolReferenceBlock ToolSearchToolResultBlock ToolSearchToolResultBlockContent ToolSearchToolResultErrorCode "
        "ToolSearchToolResultErrorObject ToolSearchToolSearchResultBlock WebFetchBlock WebFetchToolResultBlock "
        "WebFetchToolResultBlockCaller WebFetchToolResultBlockContent WebFetchToolResultErrorBlock "
        "WebFetchToolResultErrorCode WebSearchResultBlock WebSearchToolResultBlock WebSearchToolResultBlockCaller "
        "WebSearchToolResultBlockContent WebSearchToolResultErrorCode WebSearchToolResultErrorObject"
    ),
    "responses.skills": ("DeletedSkill DeletedSkillVersion Skill SkillSource SkillVersion"),
    "responses.token_counts": ("CountTokensContextManagementResponse MessageTokensCount"),
    "responses.tools": (
        "AdvisorTool20260301 BrowserCloseTabConfig BrowserDoubleClickConfig BrowserFileUploadConfig BrowserFindConfig "
        "BrowserFormInputConfig BrowserGetPageTextConfig BrowserHoldKeyConfig BrowserHoverConfig "
        "BrowserJavascriptExecConfig BrowserKeyConfig BrowserLeftClickConfig BrowserLeftClickDragConfig "
        "BrowserLeftMouseDownConfig BrowserLeftMouseUpConfig BrowserListTabsConfig BrowserMiddleClickConfig "
        "BrowserMouseMoveConfig BrowserNavigateConfig BrowserNewTabConfig BrowserReadConsoleConfig "
        "BrowserReadNetworkConfig BrowserReadPageConfig BrowserRightClickConfig BrowserScreenshotConfig "
        "BrowserScrollConfig BrowserScrollToConfig BrowserSwitchTabConfig BrowserToolset20260801 "
        "BrowserToolsetConfigs BrowserTripleClickConfig BrowserTypeConfig BrowserWaitConfig BrowserZoomConfig "
        "CacheControlEphemeral CodeExecutionTool20250522 CodeExecutionTool20250825 CodeExecutionTool20260120 "
        "CodeExecutionTool20260521 ComputerCursorPositionConfig ComputerDoubleClickConfig ComputerHoldKeyConfig "
        "ComputerKeyConfig ComputerLeftClickConfig ComputerLeftClickDragConfig ComputerLeftMouseDownConfig "
        "ComputerLeftMouseUpConfig ComputerMiddleClickConfig ComputerMouseMoveConfig ComputerRightClickConfig "
        "ComputerScreenshotConfig ComputerScrollConfig ComputerToolset20260801 ComputerToolsetConfigs "
        "ComputerTripleClickConfig ComputerTypeConfig ComputerWaitConfig ComputerZoomConfig MCPToolConfig "
        "MCPToolDefaultConfig MCPToolParam MCPToolset MemoryTool20250818 ResponseCitationsConfigParam ResponseTool "
        "ResponseToolInputSchema ResponseToolUnion ToolBash20241022 ToolBash20250124 ToolComputerUse20241022 "
        "ToolComputerUse20250124 ToolComputerUse20251124 ToolSearchToolBm25_20251119 ToolSearchToolRegex20251119 "
        "ToolTextEditor20241022 ToolTextEditor20250124 ToolTextEditor20250429 ToolTextEditor20250728 UserLocation "
        "WebFetchTool20250910 WebFetchTool20260209 WebFetchTool20260309 WebFetchTool20260318 WebFetchURLSourceAll "
        "WebFetchURLSourceExcept WebFetchURLSourceNone WebFetchURLSourceOnly WebFetchURLSourceToolReference "
        "WebFetchURLSources WebFetchURLSourcesClientToolResults WebFetchURLSourcesServerToolResults "
        "WebFetchURLSourcesUserInput WebSearchTool20250305 WebSearchTool20260209 WebSearchTool20260318"
    ),
    "responses.usage_report": (
        "ClaudeCodeUsageAPIActor ClaudeCodeUsageActor ClaudeCodeUsageCoreMetrics ClaudeCodeUsageEstimatedCost "
        "ClaudeCodeUsageLinesOfCode ClaudeCodeUsageModelBreakdown ClaudeCodeUsageReport ClaudeCodeUsageReportItem "
        "ClaudeCodeUsageTokens ClaudeCodeUsageToolAction ClaudeCodeUsageUserActor MessagesUsageReport "
        "MessagesUsageReportBucket MessagesUsageReportItem MessagesUsageReportServerToolUse"
    ),
    "responses.users": ("OrganizationUser UserRemoveResponse"),
    "responses.workspaces": (
        "AllowedInferenceGeo DataResidency MemberRemoveResponse Workspace WorkspaceMember WorkspaceRole"
    ),
}
"""The types of each module."""

ALIASES: Final[Mapping[str, str]] = {
    "APIError": "APIErrorObject",
    "AdvisorToolResultError": "AdvisorToolResultErrorObject",
    "AnthropicBetaParam": "AnthropicBeta",
    "AuthenticationError": "AuthenticationErrorObject",
    "BashCodeExecutionToolResultError": "BashCodeExecutionToolResultErrorObject",
    "BillingError": "BillingErrorObject",
    "CitationConfig": "CitationsConfig",
    "CitationSearchResultLocation": "CitationsSearchResultLocation",
    "CitationsConfigParamParam": "CitationsConfigParam",
    "CodeExecutionToolResultError": "CodeExecutionToolResultErrorObject",
    "ContentBlockDeltaEvent": "RawContentBlockDeltaEvent",
    "ContentBlockStartEvent": "RawContentBlockStartEvent",
    "ContentBlockStopEvent": "RawContentBlockStopEvent",
    "Error": "ErrorObject",
    "GatewayTimeoutError": "GatewayTimeoutErrorObject",
    "InvalidRequestError": "InvalidRequestErrorObject",
    "MessageCreateParamsContainerParam": "MessageCreateParamsContainer",
    "MessageCreateParamsMetadata": "MetadataParam",
    "MessageCreateParamsToolChoice": "ToolChoiceParam",
    "MessageCreateParamsToolChoiceToolChoiceAny": "ToolChoiceAnyParam",
    "MessageCreateParamsToolChoiceToolChoiceAuto": "ToolChoiceAutoParam",
    "MessageCreateParamsToolChoiceToolChoiceTool": "ToolChoiceToolParam",
    "MessageDeltaEvent": "RawMessageDeltaEvent",
    "MessageStartEvent": "RawMessageStartEvent",
    "MessageStopEvent": "RawMessageStopEvent",
    "MessageStreamEvent": "RawMessageStreamEvent",
    "Model": "ModelParam",
    "NotFoundError": "NotFoundErrorObject",
    "Organization": "OrganizationInfo",
    "OverloadedError": "OverloadedErrorObject",
    "ParsedBetaContentBlock": "ParsedContentBlock",
    "ParsedBetaMessage": "ParsedMessage",
    "ParsedBetaTextBlock": "ParsedTextBlock",
    "PermissionError": "PermissionErrorObject",
    "RateLimitError": "RateLimitErrorObject",
    "RequestDocumentBlockParam": "DocumentBlockParam",
    "TextEditorCodeExecutionToolResultError": "TextEditorCodeExecutionToolResultErrorObject",
    "ToolSearchToolResultError": "ToolSearchToolResultErrorObject",
    "WebSearchToolRequestErrorParam": "WebSearchToolRequestErrorObjectParam",
    "WebSearchToolResultError": "WebSearchToolResultErrorObject",
    "organization.workspaces.MemberAddParams": "WorkspaceMemberAddParams",
    "organization.workspaces.MemberListParams": "WorkspaceMemberListParams",
    "organization.workspaces.MemberUpdateParams": "WorkspaceMemberUpdateParams",
    "skills.VersionCreateParams": "SkillVersionCreateParams",
    "skills.VersionListParams": "SkillVersionListParams",
}
"""Official names that differ from ours."""
