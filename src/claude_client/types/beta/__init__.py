"""The types that the official package has in `types.beta`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._official import importer

if TYPE_CHECKING:
    from ..params.content import AdvisorRedactedResultBlockParam as BetaAdvisorRedactedResultBlockParam
    from ..params.content import AdvisorResultBlockParam as BetaAdvisorResultBlockParam
    from ..params.content import AdvisorToolResultBlockParam as BetaAdvisorToolResultBlockParam
    from ..params.content import AdvisorToolResultErrorParam as BetaAdvisorToolResultErrorParam
    from ..params.content import AssistantMessageParam as BetaAssistantMessageParam
    from ..params.content import Base64ImageSourceParam as BetaBase64ImageSourceParam
    from ..params.content import Base64PDFSourceParam as BetaBase64PDFSourceParam
    from ..params.content import BashCodeExecutionOutputBlockParam as BetaBashCodeExecutionOutputBlockParam
    from ..params.content import BashCodeExecutionResultBlockParam as BetaBashCodeExecutionResultBlockParam
    from ..params.content import BashCodeExecutionToolResultBlockParam as BetaBashCodeExecutionToolResultBlockParam
    from ..params.content import BashCodeExecutionToolResultErrorParam as BetaBashCodeExecutionToolResultErrorParam
    from ..params.content import BrowserStateBlockParam as BetaBrowserStateBlockParam
    from ..params.content import (
        BrowserStateChangeDownloadCompletedParam as BetaBrowserStateChangeDownloadCompletedParam,
    )
    from ..params.content import BrowserStateChangeDownloadFailedParam as BetaBrowserStateChangeDownloadFailedParam
    from ..params.content import BrowserStateChangeDownloadStartedParam as BetaBrowserStateChangeDownloadStartedParam
    from ..params.content import BrowserStateChangeParam as BetaBrowserStateChangeParam
    from ..params.content import BrowserStateChangeTabOpenedParam as BetaBrowserStateChangeTabOpenedParam
    from ..params.content import BrowserStateTabEntryParam as BetaBrowserStateTabEntryParam
    from ..params.content import CitationCharLocationParam as BetaCitationCharLocationParam
    from ..params.content import CitationContentBlockLocationParam as BetaCitationContentBlockLocationParam
    from ..params.content import CitationPageLocationParam as BetaCitationPageLocationParam
    from ..params.content import CitationSearchResultLocationParam as BetaCitationSearchResultLocationParam
    from ..params.content import CitationWebSearchResultLocationParam as BetaCitationWebSearchResultLocationParam
    from ..params.content import CodeExecutionOutputBlockParam as BetaCodeExecutionOutputBlockParam
    from ..params.content import CodeExecutionResultBlockParam as BetaCodeExecutionResultBlockParam
    from ..params.content import CodeExecutionToolResultBlockParam as BetaCodeExecutionToolResultBlockParam
    from ..params.content import (
        CodeExecutionToolResultBlockParamContentParam as BetaCodeExecutionToolResultBlockParamContentParam,
    )
    from ..params.content import CodeExecutionToolResultErrorParam as BetaCodeExecutionToolResultErrorParam
    from ..params.content import CompactionBlockParam as BetaCompactionBlockParam
    from ..params.content import ContainerUploadBlockParam as BetaContainerUploadBlockParam
    from ..params.content import ContentBlockParam as BetaContentBlockParam
    from ..params.content import ContentBlockSourceContentParam as BetaContentBlockSourceContentParam
    from ..params.content import ContentBlockSourceParam as BetaContentBlockSourceParam
    from ..params.content import DirectCallerParam as BetaDirectCallerParam
    from ..params.content import DocumentBlockParam as BetaRequestDocumentBlockParam
    from ..params.content import EncryptedCodeExecutionResultBlockParam as BetaEncryptedCodeExecutionResultBlockParam
    from ..params.content import FallbackBlockParam as BetaFallbackBlockParam
    from ..params.content import FallbackInfoParam as BetaFallbackInfoParam
    from ..params.content import FileDocumentSourceParam as BetaFileDocumentSourceParam
    from ..params.content import FileImageSourceParam as BetaFileImageSourceParam
    from ..params.content import ImageBlockParam as BetaImageBlockParam
    from ..params.content import ImageTransformationsParam as BetaImageTransformationsParam
    from ..params.content import MCPToolListingBlockParam as BetaMCPToolListingBlockParam
    from ..params.content import MCPToolUseBlockParam as BetaMCPToolUseBlockParam
    from ..params.content import MessageContentParam as BetaMessageContentParam
    from ..params.content import MessageParam as BetaMessageParam
    from ..params.content import PlainTextSourceParam as BetaPlainTextSourceParam
    from ..params.content import RedactedThinkingBlockParam as BetaRedactedThinkingBlockParam
    from ..params.content import RequestMCPToolResultBlockParam as BetaRequestMCPToolResultBlockParam
    from ..params.content import RequestToolAdditionBlockParam as BetaRequestToolAdditionBlockParam
    from ..params.content import RequestToolRemovalBlockParam as BetaRequestToolRemovalBlockParam
    from ..params.content import SearchResultBlockParam as BetaSearchResultBlockParam
    from ..params.content import ServerToolCaller20260120Param as BetaServerToolCaller20260120Param
    from ..params.content import ServerToolCallerParam as BetaServerToolCallerParam
    from ..params.content import ServerToolUseBlockParam as BetaServerToolUseBlockParam
    from ..params.content import SystemMessageOutputConfigParam as BetaSystemMessageOutputConfigParam
    from ..params.content import SystemMessageParam as BetaSystemMessageParam
    from ..params.content import TextBlockParam as BetaTextBlockParam
    from ..params.content import TextCitationParam as BetaTextCitationParam
    from ..params.content import (
        TextEditorCodeExecutionCreateResultBlockParam as BetaTextEditorCodeExecutionCreateResultBlockParam,
    )
    from ..params.content import (
        TextEditorCodeExecutionStrReplaceResultBlockParam as BetaTextEditorCodeExecutionStrReplaceResultBlockParam,
    )
    from ..params.content import (
        TextEditorCodeExecutionToolResultBlockParam as BetaTextEditorCodeExecutionToolResultBlockParam,
    )
    from ..params.content import (
        TextEditorCodeExecutionToolResultErrorParam as BetaTextEditorCodeExecutionToolResultErrorParam,
    )
    from ..params.content import (
        TextEditorCodeExecutionViewResultBlockParam as BetaTextEditorCodeExecutionViewResultBlockParam,
    )
    from ..params.content import ThinkingBlockParam as BetaThinkingBlockParam
    from ..params.content import ToolChangeMCPToolReferenceParam as BetaToolChangeMCPToolReferenceParam
    from ..params.content import ToolChangeMCPToolsetReferenceParam as BetaToolChangeMCPToolsetReferenceParam
    from ..params.content import ToolChangeToolDefinitionParam as BetaToolChangeToolDefinitionParam
    from ..params.content import ToolChangeToolReferenceParam as BetaToolChangeToolReferenceParam
    from ..params.content import ToolReferenceBlockParam as BetaToolReferenceBlockParam
    from ..params.content import ToolResultBlockParam as BetaToolResultBlockParam
    from ..params.content import ToolSearchToolResultBlockParam as BetaToolSearchToolResultBlockParam
    from ..params.content import ToolSearchToolResultErrorParam as BetaToolSearchToolResultErrorParam
    from ..params.content import ToolSearchToolSearchResultBlockParam as BetaToolSearchToolSearchResultBlockParam
    from ..params.content import ToolUseBlockParam as BetaToolUseBlockParam
    from ..params.content import URLImageSourceParam as BetaURLImageSourceParam
    from ..params.content import URLPDFSourceParam as BetaURLPDFSourceParam
    from ..params.content import UserMessageParam as BetaUserMessageParam
    from ..params.content import WebFetchBlockParam as BetaWebFetchBlockParam
    from ..params.content import WebFetchToolResultBlockParam as BetaWebFetchToolResultBlockParam
    from ..params.content import WebFetchToolResultErrorBlockParam as BetaWebFetchToolResultErrorBlockParam
    from ..params.content import WebSearchResultBlockParam as BetaWebSearchResultBlockParam
    from ..params.content import WebSearchToolRequestErrorObjectParam as BetaWebSearchToolRequestErrorObjectParam
    from ..params.content import WebSearchToolRequestErrorObjectParam as BetaWebSearchToolRequestErrorParam
    from ..params.content import WebSearchToolResultBlockParam as BetaWebSearchToolResultBlockParam
    from ..params.content import (
        WebSearchToolResultBlockParamContentParam as BetaWebSearchToolResultBlockParamContentParam,
    )
    from ..params.files import FileListParams, FileUploadParams
    from ..params.messages import AllThinkingTurnsParam as BetaAllThinkingTurnsParam
    from ..params.messages import BillingPolicyParam as BetaBillingPolicyParam
    from ..params.messages import BillTo as BetaBillTo
    from ..params.messages import ClearThinking20251015EditParam as BetaClearThinking20251015EditParam
    from ..params.messages import ClearToolUses20250919EditParam as BetaClearToolUses20250919EditParam
    from ..params.messages import Compact20260112EditParam as BetaCompact20260112EditParam
    from ..params.messages import CompactionConfigParam as BetaCompactionConfigParam
    from ..params.messages import ContainerParams as BetaContainerParams
    from ..params.messages import ContextManagementConfigParam as BetaContextManagementConfigParam
    from ..params.messages import DiagnosticsParam as BetaDiagnosticsParam
    from ..params.messages import FallbackCreditTokenParam as BetaFallbackCreditTokenParam
    from ..params.messages import FallbackParam as BetaFallbackParam
    from ..params.messages import FallbacksParam as BetaFallbacksParam
    from ..params.messages import InputTokensClearAtLeastParam as BetaInputTokensClearAtLeastParam
    from ..params.messages import InputTokensTriggerParam as BetaInputTokensTriggerParam
    from ..params.messages import JSONOutputFormatParam as BetaJSONOutputFormatParam
    from ..params.messages import MessageCountTokensParams, MessageCreateParams, ThreadCreateParams
    from ..params.messages import MessageThreadParam as BetaMessageThreadParam
    from ..params.messages import MetadataParam as BetaMetadataParam
    from ..params.messages import OutputConfigParam as BetaOutputConfigParam
    from ..params.messages import RequestMCPServerToolConfigurationParam as BetaRequestMCPServerToolConfigurationParam
    from ..params.messages import RequestMCPServerURLDefinitionParam as BetaRequestMCPServerURLDefinitionParam
    from ..params.messages import SkillParams as BetaManagedAgentsSkillParams
    from ..params.messages import SkillParams as BetaSkillParams
    from ..params.messages import ThinkingBlockBindingParam as BetaThinkingBlockBindingParam
    from ..params.messages import ThinkingConfigAdaptiveParam as BetaThinkingConfigAdaptiveParam
    from ..params.messages import ThinkingConfigBetweenToolsParam as BetaThinkingConfigBetweenToolsParam
    from ..params.messages import ThinkingConfigDisabledParam as BetaThinkingConfigDisabledParam
    from ..params.messages import ThinkingConfigEnabledParam as BetaThinkingConfigEnabledParam
    from ..params.messages import ThinkingConfigParam as BetaThinkingConfigParam
    from ..params.messages import ThinkingPrefixMismatchBehavior as BetaThinkingPrefixMismatchBehavior
    from ..params.messages import ThinkingTurnsParam as BetaThinkingTurnsParam
    from ..params.messages import ThreadContinueParams as BetaThreadContinueParams
    from ..params.messages import ThreadCreateParams as BetaThreadCreateParams
    from ..params.messages import TokenTaskBudgetParam as BetaTokenTaskBudgetParam
    from ..params.messages import ToolUsesKeepParam as BetaToolUsesKeepParam
    from ..params.messages import ToolUsesTriggerParam as BetaToolUsesTriggerParam
    from ..params.models import ModelListParams
    from ..params.skills import SkillCreateParams, SkillListParams
    from ..params.tools import AdvisorTool20260301Param as BetaAdvisorTool20260301Param
    from ..params.tools import BrowserCloseTabConfigParam as BetaBrowserCloseTabConfigParam
    from ..params.tools import BrowserDoubleClickConfigParam as BetaBrowserDoubleClickConfigParam
    from ..params.tools import BrowserFileUploadConfigParam as BetaBrowserFileUploadConfigParam
    from ..params.tools import BrowserFindConfigParam as BetaBrowserFindConfigParam
    from ..params.tools import BrowserFormInputConfigParam as BetaBrowserFormInputConfigParam
    from ..params.tools import BrowserGetPageTextConfigParam as BetaBrowserGetPageTextConfigParam
    from ..params.tools import BrowserHoldKeyConfigParam as BetaBrowserHoldKeyConfigParam
    from ..params.tools import BrowserHoverConfigParam as BetaBrowserHoverConfigParam
    from ..params.tools import BrowserJavascriptExecConfigParam as BetaBrowserJavascriptExecConfigParam
    from ..params.tools import BrowserKeyConfigParam as BetaBrowserKeyConfigParam
    from ..params.tools import BrowserLeftClickConfigParam as BetaBrowserLeftClickConfigParam
    from ..params.tools import BrowserLeftClickDragConfigParam as BetaBrowserLeftClickDragConfigParam
    from ..params.tools import BrowserLeftMouseDownConfigParam as BetaBrowserLeftMouseDownConfigParam
    from ..params.tools import BrowserLeftMouseUpConfigParam as BetaBrowserLeftMouseUpConfigParam
    from ..params.tools import BrowserListTabsConfigParam as BetaBrowserListTabsConfigParam
    from ..params.tools import BrowserMiddleClickConfigParam as BetaBrowserMiddleClickConfigParam
    from ..params.tools import BrowserMouseMoveConfigParam as BetaBrowserMouseMoveConfigParam
    from ..params.tools import BrowserNavigateConfigParam as BetaBrowserNavigateConfigParam
    from ..params.tools import BrowserNewTabConfigParam as BetaBrowserNewTabConfigParam
    from ..params.tools import BrowserReadConsoleConfigParam as BetaBrowserReadConsoleConfigParam
    from ..params.tools import BrowserReadNetworkConfigParam as BetaBrowserReadNetworkConfigParam
    from ..params.tools import BrowserReadPageConfigParam as BetaBrowserReadPageConfigParam
    from ..params.tools import BrowserRightClickConfigParam as BetaBrowserRightClickConfigParam
    from ..params.tools import BrowserScreenshotConfigParam as BetaBrowserScreenshotConfigParam
    from ..params.tools import BrowserScrollConfigParam as BetaBrowserScrollConfigParam
    from ..params.tools import BrowserScrollToConfigParam as BetaBrowserScrollToConfigParam
    from ..params.tools import BrowserSwitchTabConfigParam as BetaBrowserSwitchTabConfigParam
    from ..params.tools import BrowserToolset20260801Param as BetaBrowserToolset20260801Param
    from ..params.tools import BrowserToolsetConfigsParam as BetaBrowserToolsetConfigsParam
    from ..params.tools import BrowserTripleClickConfigParam as BetaBrowserTripleClickConfigParam
    from ..params.tools import BrowserTypeConfigParam as BetaBrowserTypeConfigParam
    from ..params.tools import BrowserWaitConfigParam as BetaBrowserWaitConfigParam
    from ..params.tools import BrowserZoomConfigParam as BetaBrowserZoomConfigParam
    from ..params.tools import CacheControlEphemeralParam as BetaCacheControlEphemeralParam
    from ..params.tools import CitationsConfigParam as BetaCitationsConfigParam
    from ..params.tools import CitationsConfigParam as BetaCitationsConfigParamParam
    from ..params.tools import CodeExecutionTool20250522Param as BetaCodeExecutionTool20250522Param
    from ..params.tools import CodeExecutionTool20250825Param as BetaCodeExecutionTool20250825Param
    from ..params.tools import CodeExecutionTool20260120Param as BetaCodeExecutionTool20260120Param
    from ..params.tools import CodeExecutionTool20260521Param as BetaCodeExecutionTool20260521Param
    from ..params.tools import ComputerCursorPositionConfigParam as BetaComputerCursorPositionConfigParam
    from ..params.tools import ComputerDoubleClickConfigParam as BetaComputerDoubleClickConfigParam
    from ..params.tools import ComputerHoldKeyConfigParam as BetaComputerHoldKeyConfigParam
    from ..params.tools import ComputerKeyConfigParam as BetaComputerKeyConfigParam
    from ..params.tools import ComputerLeftClickConfigParam as BetaComputerLeftClickConfigParam
    from ..params.tools import ComputerLeftClickDragConfigParam as BetaComputerLeftClickDragConfigParam
    from ..params.tools import ComputerLeftMouseDownConfigParam as BetaComputerLeftMouseDownConfigParam
    from ..params.tools import ComputerLeftMouseUpConfigParam as BetaComputerLeftMouseUpConfigParam
    from ..params.tools import ComputerMiddleClickConfigParam as BetaComputerMiddleClickConfigParam
    from ..params.tools import ComputerMouseMoveConfigParam as BetaComputerMouseMoveConfigParam
    from ..params.tools import ComputerRightClickConfigParam as BetaComputerRightClickConfigParam
    from ..params.tools import ComputerScreenshotConfigParam as BetaComputerScreenshotConfigParam
    from ..params.tools import ComputerScrollConfigParam as BetaComputerScrollConfigParam
    from ..params.tools import ComputerToolset20260801Param as BetaComputerToolset20260801Param
    from ..params.tools import ComputerToolsetConfigsParam as BetaComputerToolsetConfigsParam
    from ..params.tools import ComputerTripleClickConfigParam as BetaComputerTripleClickConfigParam
    from ..params.tools import ComputerTypeConfigParam as BetaComputerTypeConfigParam
    from ..params.tools import ComputerWaitConfigParam as BetaComputerWaitConfigParam
    from ..params.tools import ComputerZoomConfigParam as BetaComputerZoomConfigParam
    from ..params.tools import MCPToolConfigParam as BetaMCPToolConfigParam
    from ..params.tools import MCPToolDefaultConfigParam as BetaMCPToolDefaultConfigParam
    from ..params.tools import MCPToolParamParam as BetaMCPToolParamParam
    from ..params.tools import MCPToolsetParam as BetaMCPToolsetParam
    from ..params.tools import MemoryTool20250818Param as BetaMemoryTool20250818Param
    from ..params.tools import ToolBash20241022Param as BetaToolBash20241022Param
    from ..params.tools import ToolBash20250124Param as BetaToolBash20250124Param
    from ..params.tools import ToolChoiceAnyParam as BetaToolChoiceAnyParam
    from ..params.tools import ToolChoiceAutoParam as BetaToolChoiceAutoParam
    from ..params.tools import ToolChoiceNoneParam as BetaToolChoiceNoneParam
    from ..params.tools import ToolChoiceParam as BetaToolChoiceParam
    from ..params.tools import ToolChoiceToolParam as BetaToolChoiceToolParam
    from ..params.tools import ToolComputerUse20241022Param as BetaToolComputerUse20241022Param
    from ..params.tools import ToolComputerUse20250124Param as BetaToolComputerUse20250124Param
    from ..params.tools import ToolComputerUse20251124Param as BetaToolComputerUse20251124Param
    from ..params.tools import ToolParam as BetaToolParam
    from ..params.tools import ToolSearchToolBm25_20251119Param as BetaToolSearchToolBm25_20251119Param
    from ..params.tools import ToolSearchToolRegex20251119Param as BetaToolSearchToolRegex20251119Param
    from ..params.tools import ToolTextEditor20241022Param as BetaToolTextEditor20241022Param
    from ..params.tools import ToolTextEditor20250124Param as BetaToolTextEditor20250124Param
    from ..params.tools import ToolTextEditor20250429Param as BetaToolTextEditor20250429Param
    from ..params.tools import ToolTextEditor20250728Param as BetaToolTextEditor20250728Param
    from ..params.tools import ToolUnionParam as BetaToolUnionParam
    from ..params.tools import UserLocationParam as BetaManagedAgentsUserLocationParam
    from ..params.tools import UserLocationParam as BetaUserLocationParam
    from ..params.tools import WebFetchTool20250910Param as BetaWebFetchTool20250910Param
    from ..params.tools import WebFetchTool20260209Param as BetaWebFetchTool20260209Param
    from ..params.tools import WebFetchTool20260309Param as BetaWebFetchTool20260309Param
    from ..params.tools import WebFetchTool20260318Param as BetaWebFetchTool20260318Param
    from ..params.tools import WebFetchURLSourceAllParam as BetaManagedAgentsWebFetchURLSourceAllParam
    from ..params.tools import WebFetchURLSourceAllParam as BetaWebFetchURLSourceAllParam
    from ..params.tools import WebFetchURLSourceExceptParam as BetaManagedAgentsWebFetchURLSourceExceptParam
    from ..params.tools import WebFetchURLSourceExceptParam as BetaWebFetchURLSourceExceptParam
    from ..params.tools import WebFetchURLSourceNoneParam as BetaManagedAgentsWebFetchURLSourceNoneParam
    from ..params.tools import WebFetchURLSourceNoneParam as BetaWebFetchURLSourceNoneParam
    from ..params.tools import WebFetchURLSourceOnlyParam as BetaManagedAgentsWebFetchURLSourceOnlyParam
    from ..params.tools import WebFetchURLSourceOnlyParam as BetaWebFetchURLSourceOnlyParam
    from ..params.tools import WebFetchURLSourcesParam as BetaWebFetchURLSourcesParam
    from ..params.tools import (
        WebFetchURLSourceToolReferenceParam as BetaManagedAgentsWebFetchURLSourceToolReferenceParam,
    )
    from ..params.tools import WebFetchURLSourceToolReferenceParam as BetaWebFetchURLSourceToolReferenceParam
    from ..params.tools import WebSearchTool20250305Param as BetaWebSearchTool20250305Param
    from ..params.tools import WebSearchTool20260209Param as BetaWebSearchTool20260209Param
    from ..params.tools import WebSearchTool20260318Param as BetaWebSearchTool20260318Param
    from ..responses.citations import CitationCharLocation as BetaCitationCharLocation
    from ..responses.citations import CitationContentBlockLocation as BetaCitationContentBlockLocation
    from ..responses.citations import CitationPageLocation as BetaCitationPageLocation
    from ..responses.citations import CitationsSearchResultLocation as BetaCitationSearchResultLocation
    from ..responses.citations import CitationsWebSearchResultLocation as BetaCitationsWebSearchResultLocation
    from ..responses.citations import TextCitation as BetaTextCitation
    from ..responses.content import ContentBlock as BetaContentBlock
    from ..responses.content import DirectCaller as BetaDirectCaller
    from ..responses.content import RedactedThinkingBlock as BetaRedactedThinkingBlock
    from ..responses.content import ServerToolCaller as BetaServerToolCaller
    from ..responses.content import ServerToolCaller20260120 as BetaServerToolCaller20260120
    from ..responses.content import TextBlock as BetaTextBlock
    from ..responses.content import ThinkingBlock as BetaThinkingBlock
    from ..responses.content import ToolUseBlock as BetaToolUseBlock
    from ..responses.events import CitationsDelta as BetaCitationsDelta
    from ..responses.events import CompactionContentBlockDelta as BetaCompactionContentBlockDelta
    from ..responses.events import InputJSONDelta as BetaInputJSONDelta
    from ..responses.events import MessageDeltaUsage as BetaMessageDeltaUsage
    from ..responses.events import RawContentBlockDelta as BetaRawContentBlockDelta
    from ..responses.events import RawContentBlockDeltaEvent as BetaRawContentBlockDeltaEvent
    from ..responses.events import RawContentBlockStartEvent as BetaRawContentBlockStartEvent
    from ..responses.events import RawContentBlockStopEvent as BetaRawContentBlockStopEvent
    from ..responses.events import RawMessageDeltaEvent as BetaRawMessageDeltaEvent
    from ..responses.events import RawMessageStartEvent as BetaRawMessageStartEvent
    from ..responses.events import RawMessageStopEvent as BetaRawMessageStopEvent
    from ..responses.events import RawMessageStreamEvent as BetaRawMessageStreamEvent
    from ..responses.events import SignatureDelta as BetaSignatureDelta
    from ..responses.events import TextDelta as BetaTextDelta
    from ..responses.events import ThinkingDelta as BetaThinkingDelta
    from ..responses.files import DeletedFile as BetaDeletedFile
    from ..responses.files import FileMetadata as BetaFileMetadata
    from ..responses.files import FileScope as BetaFileScope
    from ..responses.invites import OrganizationRole as BetaOrganizationRole
    from ..responses.message_details import AdvisorMessageIterationUsage as BetaAdvisorMessageIterationUsage
    from ..responses.message_details import CacheMissMessagesChanged as BetaCacheMissMessagesChanged
    from ..responses.message_details import CacheMissModelChanged as BetaCacheMissModelChanged
    from ..responses.message_details import CacheMissPreviousMessageNotFound as BetaCacheMissPreviousMessageNotFound
    from ..responses.message_details import CacheMissReason as BetaCacheMissReason
    from ..responses.message_details import CacheMissSystemChanged as BetaCacheMissSystemChanged
    from ..responses.message_details import CacheMissToolsChanged as BetaCacheMissToolsChanged
    from ..responses.message_details import CacheMissUnavailable as BetaCacheMissUnavailable
    from ..responses.message_details import ClearThinking20251015EditResponse as BetaClearThinking20251015EditResponse
    from ..responses.message_details import ClearToolUses20250919EditResponse as BetaClearToolUses20250919EditResponse
    from ..responses.message_details import CompactionIterationUsage as BetaCompactionIterationUsage
    from ..responses.message_details import Container as BetaContainer
    from ..responses.message_details import ContainerSkill as BetaContainerSkill
    from ..responses.message_details import ContextManagementResponse as BetaContextManagementResponse
    from ..responses.message_details import Diagnostics as BetaDiagnostics
    from ..responses.message_details import FallbackCreditNotApplied as BetaFallbackCreditNotApplied
    from ..responses.message_details import FallbackCreditRedeemed as BetaFallbackCreditRedeemed
    from ..responses.message_details import FallbackCreditUsage as BetaFallbackCreditUsage
    from ..responses.message_details import FallbackMessageIterationUsage as BetaFallbackMessageIterationUsage
    from ..responses.message_details import InputTransformation as BetaInputTransformation
    from ..responses.message_details import IterationsUsage as BetaIterationsUsage
    from ..responses.message_details import MessageIterationUsage as BetaMessageIterationUsage
    from ..responses.message_details import RefusalStopDetails as BetaRefusalStopDetails
    from ..responses.message_details import ThinkingDroppedInputTransformation as BetaThinkingDroppedInputTransformation
    from ..responses.message_details import (
        ThinkingMismatchAllowedInputTransformation as BetaThinkingMismatchAllowedInputTransformation,
    )
    from ..responses.messages import CacheCreation as BetaCacheCreation
    from ..responses.messages import Message as BetaMessage
    from ..responses.messages import OutputTokensDetails as BetaOutputTokensDetails
    from ..responses.messages import ServerToolUsage as BetaManagedAgentsServerToolUsage
    from ..responses.messages import ServerToolUsage as BetaServerToolUsage
    from ..responses.messages import StopReason as BetaStopReason
    from ..responses.messages import Usage as BetaUsage
    from ..responses.model_names import ModelParam as BetaManagedAgentsModel
    from ..responses.model_names import ModelParam as BetaManagedAgentsModelParam
    from ..responses.models import CapabilitySupport as BetaCapabilitySupport
    from ..responses.models import CompactionCapability as BetaCompactionCapability
    from ..responses.models import ContextManagementCapability as BetaContextManagementCapability
    from ..responses.models import EffortCapability as BetaEffortCapability
    from ..responses.models import ModelCapabilities as BetaModelCapabilities
    from ..responses.models import ModelInfo as BetaModelInfo
    from ..responses.models import ModelLine as BetaModelLine
    from ..responses.models import ServerToolsCapability as BetaServerToolsCapability
    from ..responses.models import ThinkingCapability as BetaThinkingCapability
    from ..responses.models import ThinkingTypes as BetaThinkingTypes
    from ..responses.organization import OrganizationInfo as BetaOrganization
    from ..responses.server_content import AdvisorRedactedResultBlock as BetaAdvisorRedactedResultBlock
    from ..responses.server_content import AdvisorResultBlock as BetaAdvisorResultBlock
    from ..responses.server_content import AdvisorToolResultBlock as BetaAdvisorToolResultBlock
    from ..responses.server_content import AdvisorToolResultErrorObject as BetaAdvisorToolResultError
    from ..responses.server_content import AdvisorToolResultErrorObject as BetaAdvisorToolResultErrorObject
    from ..responses.server_content import Base64PDFSource as BetaBase64PDFSource
    from ..responses.server_content import BashCodeExecutionOutputBlock as BetaBashCodeExecutionOutputBlock
    from ..responses.server_content import BashCodeExecutionResultBlock as BetaBashCodeExecutionResultBlock
    from ..responses.server_content import BashCodeExecutionToolResultBlock as BetaBashCodeExecutionToolResultBlock
    from ..responses.server_content import (
        BashCodeExecutionToolResultErrorObject as BetaBashCodeExecutionToolResultError,
    )
    from ..responses.server_content import (
        BashCodeExecutionToolResultErrorObject as BetaBashCodeExecutionToolResultErrorObject,
    )
    from ..responses.server_content import CitationsConfig as BetaCitationConfig
    from ..responses.server_content import CodeExecutionOutputBlock as BetaCodeExecutionOutputBlock
    from ..responses.server_content import CodeExecutionResultBlock as BetaCodeExecutionResultBlock
    from ..responses.server_content import CodeExecutionToolResultBlock as BetaCodeExecutionToolResultBlock
    from ..responses.server_content import (
        CodeExecutionToolResultBlockContent as BetaCodeExecutionToolResultBlockContent,
    )
    from ..responses.server_content import CodeExecutionToolResultErrorCode as BetaCodeExecutionToolResultErrorCode
    from ..responses.server_content import CodeExecutionToolResultErrorObject as BetaCodeExecutionToolResultError
    from ..responses.server_content import CodeExecutionToolResultErrorObject as BetaCodeExecutionToolResultErrorObject
    from ..responses.server_content import CompactionBlock as BetaCompactionBlock
    from ..responses.server_content import ContainerUploadBlock as BetaContainerUploadBlock
    from ..responses.server_content import DocumentBlock as BetaDocumentBlock
    from ..responses.server_content import EncryptedCodeExecutionResultBlock as BetaEncryptedCodeExecutionResultBlock
    from ..responses.server_content import FallbackBlock as BetaFallbackBlock
    from ..responses.server_content import FallbackInfo as BetaFallbackInfo
    from ..responses.server_content import FallbackRefusalTrigger as BetaFallbackRefusalTrigger
    from ..responses.server_content import MCPTool as BetaMCPTool
    from ..responses.server_content import MCPToolListingBlock as BetaMCPToolListingBlock
    from ..responses.server_content import MCPToolResultBlock as BetaMCPToolResultBlock
    from ..responses.server_content import MCPToolUseBlock as BetaMCPToolUseBlock
    from ..responses.server_content import PlainTextSource as BetaPlainTextSource
    from ..responses.server_content import ResponseToolAdditionBlock as BetaResponseToolAdditionBlock
    from ..responses.server_content import ResponseToolChangeMCPToolReference as BetaResponseToolChangeMCPToolReference
    from ..responses.server_content import (
        ResponseToolChangeMCPToolsetReference as BetaResponseToolChangeMCPToolsetReference,
    )
    from ..responses.server_content import ResponseToolChangeToolReference as BetaResponseToolChangeToolReference
    from ..responses.server_content import ResponseToolRemovalBlock as BetaResponseToolRemovalBlock
    from ..responses.server_content import ServerToolUseBlock as BetaServerToolUseBlock
    from ..responses.server_content import (
        TextEditorCodeExecutionCreateResultBlock as BetaTextEditorCodeExecutionCreateResultBlock,
    )
    from ..responses.server_content import (
        TextEditorCodeExecutionStrReplaceResultBlock as BetaTextEditorCodeExecutionStrReplaceResultBlock,
    )
    from ..responses.server_content import (
        TextEditorCodeExecutionToolResultBlock as BetaTextEditorCodeExecutionToolResultBlock,
    )
    from ..responses.server_content import (
        TextEditorCodeExecutionToolResultErrorObject as BetaTextEditorCodeExecutionToolResultError,
    )
    from ..responses.server_content import (
        TextEditorCodeExecutionToolResultErrorObject as BetaTextEditorCodeExecutionToolResultErrorObject,
    )
    from ..responses.server_content import (
        TextEditorCodeExecutionViewResultBlock as BetaTextEditorCodeExecutionViewResultBlock,
    )
    from ..responses.server_content import ToolChangeToolDefinition as BetaToolChangeToolDefinition
    from ..responses.server_content import ToolReferenceBlock as BetaToolReferenceBlock
    from ..responses.server_content import ToolSearchToolResultBlock as BetaToolSearchToolResultBlock
    from ..responses.server_content import ToolSearchToolResultErrorObject as BetaToolSearchToolResultError
    from ..responses.server_content import ToolSearchToolResultErrorObject as BetaToolSearchToolResultErrorObject
    from ..responses.server_content import ToolSearchToolSearchResultBlock as BetaToolSearchToolSearchResultBlock
    from ..responses.server_content import WebFetchBlock as BetaWebFetchBlock
    from ..responses.server_content import WebFetchToolResultBlock as BetaWebFetchToolResultBlock
    from ..responses.server_content import WebFetchToolResultErrorBlock as BetaWebFetchToolResultErrorBlock
    from ..responses.server_content import WebFetchToolResultErrorCode as BetaWebFetchToolResultErrorCode
    from ..responses.server_content import WebSearchResultBlock as BetaWebSearchResultBlock
    from ..responses.server_content import WebSearchToolResultBlock as BetaWebSearchToolResultBlock
    from ..responses.server_content import WebSearchToolResultBlockContent as BetaWebSearchToolResultBlockContent
    from ..responses.server_content import WebSearchToolResultErrorCode as BetaWebSearchToolResultErrorCode
    from ..responses.server_content import WebSearchToolResultErrorObject as BetaWebSearchToolResultError
    from ..responses.server_content import WebSearchToolResultErrorObject as BetaWebSearchToolResultErrorObject
    from ..responses.skills import DeletedSkill as BetaDeletedSkill
    from ..responses.skills import Skill as BetaSkill
    from ..responses.skills import SkillSource as BetaSkillSource
    from ..responses.token_counts import (
        CountTokensContextManagementResponse as BetaCountTokensContextManagementResponse,
    )
    from ..responses.token_counts import MessageTokensCount as BetaMessageTokensCount
    from ..responses.tools import AdvisorTool20260301 as BetaAdvisorTool20260301
    from ..responses.tools import BrowserCloseTabConfig as BetaBrowserCloseTabConfig
    from ..responses.tools import BrowserDoubleClickConfig as BetaBrowserDoubleClickConfig
    from ..responses.tools import BrowserFileUploadConfig as BetaBrowserFileUploadConfig
    from ..responses.tools import BrowserFindConfig as BetaBrowserFindConfig
    from ..responses.tools import BrowserFormInputConfig as BetaBrowserFormInputConfig
    from ..responses.tools import BrowserGetPageTextConfig as BetaBrowserGetPageTextConfig
    from ..responses.tools import BrowserHoldKeyConfig as BetaBrowserHoldKeyConfig
    from ..responses.tools import BrowserHoverConfig as BetaBrowserHoverConfig
    from ..responses.tools import BrowserJavascriptExecConfig as BetaBrowserJavascriptExecConfig
    from ..responses.tools import BrowserKeyConfig as BetaBrowserKeyConfig
    from ..responses.tools import BrowserLeftClickConfig as BetaBrowserLeftClickConfig
    from ..responses.tools import BrowserLeftClickDragConfig as BetaBrowserLeftClickDragConfig
    from ..responses.tools import BrowserLeftMouseDownConfig as BetaBrowserLeftMouseDownConfig
    from ..responses.tools import BrowserLeftMouseUpConfig as BetaBrowserLeftMouseUpConfig
    from ..responses.tools import BrowserListTabsConfig as BetaBrowserListTabsConfig
    from ..responses.tools import BrowserMiddleClickConfig as BetaBrowserMiddleClickConfig
    from ..responses.tools import BrowserMouseMoveConfig as BetaBrowserMouseMoveConfig
    from ..responses.tools import BrowserNavigateConfig as BetaBrowserNavigateConfig
    from ..responses.tools import BrowserNewTabConfig as BetaBrowserNewTabConfig
    from ..responses.tools import BrowserReadConsoleConfig as BetaBrowserReadConsoleConfig
    from ..responses.tools import BrowserReadNetworkConfig as BetaBrowserReadNetworkConfig
    from ..responses.tools import BrowserReadPageConfig as BetaBrowserReadPageConfig
    from ..responses.tools import BrowserRightClickConfig as BetaBrowserRightClickConfig
    from ..responses.tools import BrowserScreenshotConfig as BetaBrowserScreenshotConfig
    from ..responses.tools import BrowserScrollConfig as BetaBrowserScrollConfig
    from ..responses.tools import BrowserScrollToConfig as BetaBrowserScrollToConfig
    from ..responses.tools import BrowserSwitchTabConfig as BetaBrowserSwitchTabConfig
    from ..responses.tools import BrowserToolset20260801 as BetaBrowserToolset20260801
    from ..responses.tools import BrowserToolsetConfigs as BetaBrowserToolsetConfigs
    from ..responses.tools import BrowserTripleClickConfig as BetaBrowserTripleClickConfig
    from ..responses.tools import BrowserTypeConfig as BetaBrowserTypeConfig
    from ..responses.tools import BrowserWaitConfig as BetaBrowserWaitConfig
    from ..responses.tools import BrowserZoomConfig as BetaBrowserZoomConfig
    from ..responses.tools import CacheControlEphemeral as BetaCacheControlEphemeral
    from ..responses.tools import CodeExecutionTool20250522 as BetaCodeExecutionTool20250522
    from ..responses.tools import CodeExecutionTool20250825 as BetaCodeExecutionTool20250825
    from ..responses.tools import CodeExecutionTool20260120 as BetaCodeExecutionTool20260120
    from ..responses.tools import CodeExecutionTool20260521 as BetaCodeExecutionTool20260521
    from ..responses.tools import ComputerCursorPositionConfig as BetaComputerCursorPositionConfig
    from ..responses.tools import ComputerDoubleClickConfig as BetaComputerDoubleClickConfig
    from ..responses.tools import ComputerHoldKeyConfig as BetaComputerHoldKeyConfig
    from ..responses.tools import ComputerKeyConfig as BetaComputerKeyConfig
    from ..responses.tools import ComputerLeftClickConfig as BetaComputerLeftClickConfig
    from ..responses.tools import ComputerLeftClickDragConfig as BetaComputerLeftClickDragConfig
    from ..responses.tools import ComputerLeftMouseDownConfig as BetaComputerLeftMouseDownConfig
    from ..responses.tools import ComputerLeftMouseUpConfig as BetaComputerLeftMouseUpConfig
    from ..responses.tools import ComputerMiddleClickConfig as BetaComputerMiddleClickConfig
    from ..responses.tools import ComputerMouseMoveConfig as BetaComputerMouseMoveConfig
    from ..responses.tools import ComputerRightClickConfig as BetaComputerRightClickConfig
    from ..responses.tools import ComputerScreenshotConfig as BetaComputerScreenshotConfig
    from ..responses.tools import ComputerScrollConfig as BetaComputerScrollConfig
    from ..responses.tools import ComputerToolset20260801 as BetaComputerToolset20260801
    from ..responses.tools import ComputerToolsetConfigs as BetaComputerToolsetConfigs
    from ..responses.tools import ComputerTripleClickConfig as BetaComputerTripleClickConfig
    from ..responses.tools import ComputerTypeConfig as BetaComputerTypeConfig
    from ..responses.tools import ComputerWaitConfig as BetaComputerWaitConfig
    from ..responses.tools import ComputerZoomConfig as BetaComputerZoomConfig
    from ..responses.tools import MCPToolConfig as BetaMCPToolConfig
    from ..responses.tools import MCPToolConfig as BetaManagedAgentsMCPToolConfig
    from ..responses.tools import MCPToolDefaultConfig as BetaMCPToolDefaultConfig
    from ..responses.tools import MCPToolParam as BetaMCPToolParam
    from ..responses.tools import MCPToolset as BetaMCPToolset
    from ..responses.tools import MCPToolset as BetaManagedAgentsMCPToolset
    from ..responses.tools import MemoryTool20250818 as BetaMemoryTool20250818
    from ..responses.tools import ResponseTool as BetaResponseTool
    from ..responses.tools import ResponseToolInputSchema as BetaResponseToolInputSchema
    from ..responses.tools import ResponseToolUnion as BetaResponseToolUnion
    from ..responses.tools import ToolBash20241022 as BetaToolBash20241022
    from ..responses.tools import ToolBash20250124 as BetaToolBash20250124
    from ..responses.tools import ToolComputerUse20241022 as BetaToolComputerUse20241022
    from ..responses.tools import ToolComputerUse20250124 as BetaToolComputerUse20250124
    from ..responses.tools import ToolComputerUse20251124 as BetaToolComputerUse20251124
    from ..responses.tools import ToolSearchToolBm25_20251119 as BetaToolSearchToolBm25_20251119
    from ..responses.tools import ToolSearchToolRegex20251119 as BetaToolSearchToolRegex20251119
    from ..responses.tools import ToolTextEditor20241022 as BetaToolTextEditor20241022
    from ..responses.tools import ToolTextEditor20250124 as BetaToolTextEditor20250124
    from ..responses.tools import ToolTextEditor20250429 as BetaToolTextEditor20250429
    from ..responses.tools import ToolTextEditor20250728 as BetaToolTextEditor20250728
    from ..responses.tools import UserLocation as BetaManagedAgentsUserLocation
    from ..responses.tools import UserLocation as BetaUserLocation
    from ..responses.tools import WebFetchTool20250910 as BetaWebFetchTool20250910
    from ..responses.tools import WebFetchTool20260209 as BetaWebFetchTool20260209
    from ..responses.tools import WebFetchTool20260309 as BetaWebFetchTool20260309
    from ..responses.tools import WebFetchTool20260318 as BetaWebFetchTool20260318
    from ..responses.tools import WebFetchURLSourceAll as BetaManagedAgentsWebFetchURLSourceAll
    from ..responses.tools import WebFetchURLSourceAll as BetaWebFetchURLSourceAll
    from ..responses.tools import WebFetchURLSourceExcept as BetaManagedAgentsWebFetchURLSourceExcept
    from ..responses.tools import WebFetchURLSourceExcept as BetaWebFetchURLSourceExcept
    from ..responses.tools import WebFetchURLSourceNone as BetaManagedAgentsWebFetchURLSourceNone
    from ..responses.tools import WebFetchURLSourceNone as BetaWebFetchURLSourceNone
    from ..responses.tools import WebFetchURLSourceOnly as BetaManagedAgentsWebFetchURLSourceOnly
    from ..responses.tools import WebFetchURLSourceOnly as BetaWebFetchURLSourceOnly
    from ..responses.tools import WebFetchURLSources as BetaManagedAgentsWebFetchURLSources
    from ..responses.tools import WebFetchURLSources as BetaWebFetchURLSources
    from ..responses.tools import WebFetchURLSourceToolReference as BetaManagedAgentsWebFetchURLSourceToolReference
    from ..responses.tools import WebFetchURLSourceToolReference as BetaWebFetchURLSourceToolReference
    from ..responses.tools import WebSearchTool20250305 as BetaWebSearchTool20250305
    from ..responses.tools import WebSearchTool20260209 as BetaWebSearchTool20260209
    from ..responses.tools import WebSearchTool20260318 as BetaWebSearchTool20260318
else:
    __getattr__ = importer(__name__)

__all__ = [
    "BetaAdvisorMessageIterationUsage",
    "BetaAdvisorRedactedResultBlock",
    "BetaAdvisorRedactedResultBlockParam",
    "BetaAdvisorResultBlock",
    "BetaAdvisorResultBlockParam",
    "BetaAdvisorTool20260301",
    "BetaAdvisorTool20260301Param",
    "BetaAdvisorToolResultBlock",
    "BetaAdvisorToolResultBlockParam",
    "BetaAdvisorToolResultError",
    "BetaAdvisorToolResultErrorObject",
    "BetaAdvisorToolResultErrorParam",
    "BetaAllThinkingTurnsParam",
    "BetaAssistantMessageParam",
    "BetaBase64ImageSourceParam",
    "BetaBase64PDFSource",
    "BetaBase64PDFSourceParam",
    "BetaBashCodeExecutionOutputBlock",
    "BetaBashCodeExecutionOutputBlockParam",
    "BetaBashCodeExecutionResultBlock",
    "BetaBashCodeExecutionResultBlockParam",
    "BetaBashCodeExecutionToolResultBlock",
    "BetaBashCodeExecutionToolResultBlockParam",
    "BetaBashCodeExecutionToolResultError",
    "BetaBashCodeExecutionToolResultErrorObject",
    "BetaBashCodeExecutionToolResultErrorParam",
    "BetaBillTo",
    "BetaBillingPolicyParam",
    "BetaBrowserCloseTabConfig",
    "BetaBrowserCloseTabConfigParam",
    "BetaBrowserDoubleClickConfig",
    "BetaBrowserDoubleClickConfigParam",
    "BetaBrowserFileUploadConfig",
    "BetaBrowserFileUploadConfigParam",
    "BetaBrowserFindConfig",
    "BetaBrowserFindConfigParam",
    "BetaBrowserFormInputConfig",
    "BetaBrowserFormInputConfigParam",
    "BetaBrowserGetPageTextConfig",
    "BetaBrowserGetPageTextConfigParam",
    "BetaBrowserHoldKeyConfig",
    "BetaBrowserHoldKeyConfigParam",
    "BetaBrowserHoverConfig",
    "BetaBrowserHoverConfigParam",
    "BetaBrowserJavascriptExecConfig",
    "BetaBrowserJavascriptExecConfigParam",
    "BetaBrowserKeyConfig",
    "BetaBrowserKeyConfigParam",
    "BetaBrowserLeftClickConfig",
    "BetaBrowserLeftClickConfigParam",
    "BetaBrowserLeftClickDragConfig",
    "BetaBrowserLeftClickDragConfigParam",
    "BetaBrowserLeftMouseDownConfig",
    "BetaBrowserLeftMouseDownConfigParam",
    "BetaBrowserLeftMouseUpConfig",
    "BetaBrowserLeftMouseUpConfigParam",
    "BetaBrowserListTabsConfig",
    "BetaBrowserListTabsConfigParam",
    "BetaBrowserMiddleClickConfig",
    "BetaBrowserMiddleClickConfigParam",
    "BetaBrowserMouseMoveConfig",
    "BetaBrowserMouseMoveConfigParam",
    "BetaBrowserNavigateConfig",
    "BetaBrowserNavigateConfigParam",
    "BetaBrowserNewTabConfig",
    "BetaBrowserNewTabConfigParam",
    "BetaBrowserReadConsoleConfig",
    "BetaBrowserReadConsoleConfigParam",
    "BetaBrowserReadNetworkConfig",
    "BetaBrowserReadNetworkConfigParam",
    "BetaBrowserReadPageConfig",
    "BetaBrowserReadPageConfigParam",
    "BetaBrowserRightClickConfig",
    "BetaBrowserRightClickConfigParam",
    "BetaBrowserScreenshotConfig",
    "BetaBrowserScreenshotConfigParam",
    "BetaBrowserScrollConfig",
    "BetaBrowserScrollConfigParam",
    "BetaBrowserScrollToConfig",
    "BetaBrowserScrollToConfigParam",
    "BetaBrowserStateBlockParam",
    "BetaBrowserStateChangeDownloadCompletedParam",
    "BetaBrowserStateChangeDownloadFailedParam",
    "BetaBrowserStateChangeDownloadStartedParam",
    "BetaBrowserStateChangeParam",
    "BetaBrowserStateChangeTabOpenedParam",
    "BetaBrowserStateTabEntryParam",
    "BetaBrowserSwitchTabConfig",
    "BetaBrowserSwitchTabConfigParam",
    "BetaBrowserToolset20260801",
    "BetaBrowserToolset20260801Param",
    "BetaBrowserToolsetConfigs",
    "BetaBrowserToolsetConfigsParam",
    "BetaBrowserTripleClickConfig",
    "BetaBrowserTripleClickConfigParam",
    "BetaBrowserTypeConfig",
    "BetaBrowserTypeConfigParam",
    "BetaBrowserWaitConfig",
    "BetaBrowserWaitConfigParam",
    "BetaBrowserZoomConfig",
    "BetaBrowserZoomConfigParam",
    "BetaCacheControlEphemeral",
    "BetaCacheControlEphemeralParam",
    "BetaCacheCreation",
    "BetaCacheMissMessagesChanged",
    "BetaCacheMissModelChanged",
    "BetaCacheMissPreviousMessageNotFound",
    "BetaCacheMissReason",
    "BetaCacheMissSystemChanged",
    "BetaCacheMissToolsChanged",
    "BetaCacheMissUnavailable",
    "BetaCapabilitySupport",
    "BetaCitationCharLocation",
    "BetaCitationCharLocationParam",
    "BetaCitationConfig",
    "BetaCitationContentBlockLocation",
    "BetaCitationContentBlockLocationParam",
    "BetaCitationPageLocation",
    "BetaCitationPageLocationParam",
    "BetaCitationSearchResultLocation",
    "BetaCitationSearchResultLocationParam",
    "BetaCitationWebSearchResultLocationParam",
    "BetaCitationsConfigParam",
    "BetaCitationsConfigParamParam",
    "BetaCitationsDelta",
    "BetaCitationsWebSearchResultLocation",
    "BetaClearThinking20251015EditParam",
    "BetaClearThinking20251015EditResponse",
    "BetaClearToolUses20250919EditParam",
    "BetaClearToolUses20250919EditResponse",
    "BetaCodeExecutionOutputBlock",
    "BetaCodeExecutionOutputBlockParam",
    "BetaCodeExecutionResultBlock",
    "BetaCodeExecutionResultBlockParam",
    "BetaCodeExecutionTool20250522",
    "BetaCodeExecutionTool20250522Param",
    "BetaCodeExecutionTool20250825",
    "BetaCodeExecutionTool20250825Param",
    "BetaCodeExecutionTool20260120",
    "BetaCodeExecutionTool20260120Param",
    "BetaCodeExecutionTool20260521",
    "BetaCodeExecutionTool20260521Param",
    "BetaCodeExecutionToolResultBlock",
    "BetaCodeExecutionToolResultBlockContent",
    "BetaCodeExecutionToolResultBlockParam",
    "BetaCodeExecutionToolResultBlockParamContentParam",
    "BetaCodeExecutionToolResultError",
    "BetaCodeExecutionToolResultErrorCode",
    "BetaCodeExecutionToolResultErrorObject",
    "BetaCodeExecutionToolResultErrorParam",
    "BetaCompact20260112EditParam",
    "BetaCompactionBlock",
    "BetaCompactionBlockParam",
    "BetaCompactionCapability",
    "BetaCompactionConfigParam",
    "BetaCompactionContentBlockDelta",
    "BetaCompactionIterationUsage",
    "BetaComputerCursorPositionConfig",
    "BetaComputerCursorPositionConfigParam",
    "BetaComputerDoubleClickConfig",
    "BetaComputerDoubleClickConfigParam",
    "BetaComputerHoldKeyConfig",
    "BetaComputerHoldKeyConfigParam",
    "BetaComputerKeyConfig",
    "BetaComputerKeyConfigParam",
    "BetaComputerLeftClickConfig",
    "BetaComputerLeftClickConfigParam",
    "BetaComputerLeftClickDragConfig",
    "BetaComputerLeftClickDragConfigParam",
    "BetaComputerLeftMouseDownConfig",
    "BetaComputerLeftMouseDownConfigParam",
    "BetaComputerLeftMouseUpConfig",
    "BetaComputerLeftMouseUpConfigParam",
    "BetaComputerMiddleClickConfig",
    "BetaComputerMiddleClickConfigParam",
    "BetaComputerMouseMoveConfig",
    "BetaComputerMouseMoveConfigParam",
    "BetaComputerRightClickConfig",
    "BetaComputerRightClickConfigParam",
    "BetaComputerScreenshotConfig",
    "BetaComputerScreenshotConfigParam",
    "BetaComputerScrollConfig",
    "BetaComputerScrollConfigParam",
    "BetaComputerToolset20260801",
    "BetaComputerToolset20260801Param",
    "BetaComputerToolsetConfigs",
    "BetaComputerToolsetConfigsParam",
    "BetaComputerTripleClickConfig",
    "BetaComputerTripleClickConfigParam",
    "BetaComputerTypeConfig",
    "BetaComputerTypeConfigParam",
    "BetaComputerWaitConfig",
    "BetaComputerWaitConfigParam",
    "BetaComputerZoomConfig",
    "BetaComputerZoomConfigParam",
    "BetaContainer",
    "BetaContainerParams",
    "BetaContainerSkill",
    "BetaContainerUploadBlock",
    "BetaContainerUploadBlockParam",
    "BetaContentBlock",
    "BetaContentBlockParam",
    "BetaContentBlockSourceContentParam",
    "BetaContentBlockSourceParam",
    "BetaContextManagementCapability",
    "BetaContextManagementConfigParam",
    "BetaContextManagementResponse",
    "BetaCountTokensContextManagementResponse",
    "BetaDeletedFile",
    "BetaDeletedSkill",
    "BetaDiagnostics",
    "BetaDiagnosticsParam",
    "BetaDirectCaller",
    "BetaDirectCallerParam",
    "BetaDocumentBlock",
    "BetaEffortCapability",
    "BetaEncryptedCodeExecutionResultBlock",
    "BetaEncryptedCodeExecutionResultBlockParam",
    "BetaFallbackBlock",
    "BetaFallbackBlockParam",
    "BetaFallbackCreditNotApplied",
    "BetaFallbackCreditRedeemed",
    "BetaFallbackCreditTokenParam",
    "BetaFallbackCreditUsage",
    "BetaFallbackInfo",
    "BetaFallbackInfoParam",
    "BetaFallbackMessageIterationUsage",
    "BetaFallbackParam",
    "BetaFallbackRefusalTrigger",
    "BetaFallbacksParam",
    "BetaFileDocumentSourceParam",
    "BetaFileImageSourceParam",
    "BetaFileMetadata",
    "BetaFileScope",
    "BetaImageBlockParam",
    "BetaImageTransformationsParam",
    "BetaInputJSONDelta",
    "BetaInputTokensClearAtLeastParam",
    "BetaInputTokensTriggerParam",
    "BetaInputTransformation",
    "BetaIterationsUsage",
    "BetaJSONOutputFormatParam",
    "BetaMCPTool",
    "BetaMCPToolConfig",
    "BetaMCPToolConfigParam",
    "BetaMCPToolDefaultConfig",
    "BetaMCPToolDefaultConfigParam",
    "BetaMCPToolListingBlock",
    "BetaMCPToolListingBlockParam",
    "BetaMCPToolParam",
    "BetaMCPToolParamParam",
    "BetaMCPToolResultBlock",
    "BetaMCPToolUseBlock",
    "BetaMCPToolUseBlockParam",
    "BetaMCPToolset",
    "BetaMCPToolsetParam",
    "BetaManagedAgentsMCPToolConfig",
    "BetaManagedAgentsMCPToolset",
    "BetaManagedAgentsModel",
    "BetaManagedAgentsModelParam",
    "BetaManagedAgentsServerToolUsage",
    "BetaManagedAgentsSkillParams",
    "BetaManagedAgentsUserLocation",
    "BetaManagedAgentsUserLocationParam",
    "BetaManagedAgentsWebFetchURLSourceAll",
    "BetaManagedAgentsWebFetchURLSourceAllParam",
    "BetaManagedAgentsWebFetchURLSourceExcept",
    "BetaManagedAgentsWebFetchURLSourceExceptParam",
    "BetaManagedAgentsWebFetchURLSourceNone",
    "BetaManagedAgentsWebFetchURLSourceNoneParam",
    "BetaManagedAgentsWebFetchURLSourceOnly",
    "BetaManagedAgentsWebFetchURLSourceOnlyParam",
    "BetaManagedAgentsWebFetchURLSourceToolReference",
    "BetaManagedAgentsWebFetchURLSourceToolReferenceParam",
    "BetaManagedAgentsWebFetchURLSources",
    "BetaMemoryTool20250818",
    "BetaMemoryTool20250818Param",
    "BetaMessage",
    "BetaMessageContentParam",
    "BetaMessageDeltaUsage",
    "BetaMessageIterationUsage",
    "BetaMessageParam",
    "BetaMessageThreadParam",
    "BetaMessageTokensCount",
    "BetaMetadataParam",
    "BetaModelCapabilities",
    "BetaModelInfo",
    "BetaModelLine",
    "BetaOrganization",
    "BetaOrganizationRole",
    "BetaOutputConfigParam",
    "BetaOutputTokensDetails",
    "BetaPlainTextSource",
    "BetaPlainTextSourceParam",
    "BetaRawContentBlockDelta",
    "BetaRawContentBlockDeltaEvent",
    "BetaRawContentBlockStartEvent",
    "BetaRawContentBlockStopEvent",
    "BetaRawMessageDeltaEvent",
    "BetaRawMessageStartEvent",
    "BetaRawMessageStopEvent",
    "BetaRawMessageStreamEvent",
    "BetaRedactedThinkingBlock",
    "BetaRedactedThinkingBlockParam",
    "BetaRefusalStopDetails",
    "BetaRequestDocumentBlockParam",
    "BetaRequestMCPServerToolConfigurationParam",
    "BetaRequestMCPServerURLDefinitionParam",
    "BetaRequestMCPToolResultBlockParam",
    "BetaRequestToolAdditionBlockParam",
    "BetaRequestToolRemovalBlockParam",
    "BetaResponseTool",
    "BetaResponseToolAdditionBlock",
    "BetaResponseToolChangeMCPToolReference",
    "BetaResponseToolChangeMCPToolsetReference",
    "BetaResponseToolChangeToolReference",
    "BetaResponseToolInputSchema",
    "BetaResponseToolRemovalBlock",
    "BetaResponseToolUnion",
    "BetaSearchResultBlockParam",
    "BetaServerToolCaller",
    "BetaServerToolCaller20260120",
    "BetaServerToolCaller20260120Param",
    "BetaServerToolCallerParam",
    "BetaServerToolUsage",
    "BetaServerToolUseBlock",
    "BetaServerToolUseBlockParam",
    "BetaServerToolsCapability",
    "BetaSignatureDelta",
    "BetaSkill",
    "BetaSkillParams",
    "BetaSkillSource",
    "BetaStopReason",
    "BetaSystemMessageOutputConfigParam",
    "BetaSystemMessageParam",
    "BetaTextBlock",
    "BetaTextBlockParam",
    "BetaTextCitation",
    "BetaTextCitationParam",
    "BetaTextDelta",
    "BetaTextEditorCodeExecutionCreateResultBlock",
    "BetaTextEditorCodeExecutionCreateResultBlockParam",
    "BetaTextEditorCodeExecutionStrReplaceResultBlock",
    "BetaTextEditorCodeExecutionStrReplaceResultBlockParam",
    "BetaTextEditorCodeExecutionToolResultBlock",
    "BetaTextEditorCodeExecutionToolResultBlockParam",
    "BetaTextEditorCodeExecutionToolResultError",
    "BetaTextEditorCodeExecutionToolResultErrorObject",
    "BetaTextEditorCodeExecutionToolResultErrorParam",
    "BetaTextEditorCodeExecutionViewResultBlock",
    "BetaTextEditorCodeExecutionViewResultBlockParam",
    "BetaThinkingBlock",
    "BetaThinkingBlockBindingParam",
    "BetaThinkingBlockParam",
    "BetaThinkingCapability",
    "BetaThinkingConfigAdaptiveParam",
    "BetaThinkingConfigBetweenToolsParam",
    "BetaThinkingConfigDisabledParam",
    "BetaThinkingConfigEnabledParam",
    "BetaThinkingConfigParam",
    "BetaThinkingDelta",
    "BetaThinkingDroppedInputTransformation",
    "BetaThinkingMismatchAllowedInputTransformation",
    "BetaThinkingPrefixMismatchBehavior",
    "BetaThinkingTurnsParam",
    "BetaThinkingTypes",
    "BetaThreadContinueParams",
    "BetaThreadCreateParams",
    "BetaTokenTaskBudgetParam",
    "BetaToolBash20241022",
    "BetaToolBash20241022Param",
    "BetaToolBash20250124",
    "BetaToolBash20250124Param",
    "BetaToolChangeMCPToolReferenceParam",
    "BetaToolChangeMCPToolsetReferenceParam",
    "BetaToolChangeToolDefinition",
    "BetaToolChangeToolDefinitionParam",
    "BetaToolChangeToolReferenceParam",
    "BetaToolChoiceAnyParam",
    "BetaToolChoiceAutoParam",
    "BetaToolChoiceNoneParam",
    "BetaToolChoiceParam",
    "BetaToolChoiceToolParam",
    "BetaToolComputerUse20241022",
    "BetaToolComputerUse20241022Param",
    "BetaToolComputerUse20250124",
    "BetaToolComputerUse20250124Param",
    "BetaToolComputerUse20251124",
    "BetaToolComputerUse20251124Param",
    "BetaToolParam",
    "BetaToolReferenceBlock",
    "BetaToolReferenceBlockParam",
    "BetaToolResultBlockParam",
    "BetaToolSearchToolBm25_20251119",
    "BetaToolSearchToolBm25_20251119Param",
    "BetaToolSearchToolRegex20251119",
    "BetaToolSearchToolRegex20251119Param",
    "BetaToolSearchToolResultBlock",
    "BetaToolSearchToolResultBlockParam",
    "BetaToolSearchToolResultError",
    "BetaToolSearchToolResultErrorObject",
    "BetaToolSearchToolResultErrorParam",
    "BetaToolSearchToolSearchResultBlock",
    "BetaToolSearchToolSearchResultBlockParam",
    "BetaToolTextEditor20241022",
    "BetaToolTextEditor20241022Param",
    "BetaToolTextEditor20250124",
    "BetaToolTextEditor20250124Param",
    "BetaToolTextEditor20250429",
    "BetaToolTextEditor20250429Param",
    "BetaToolTextEditor20250728",
    "BetaToolTextEditor20250728Param",
    "BetaToolUnionParam",
    "BetaToolUseBlock",
    "BetaToolUseBlockParam",
    "BetaToolUsesKeepParam",
    "BetaToolUsesTriggerParam",
    "BetaURLImageSourceParam",
    "BetaURLPDFSourceParam",
    "BetaUsage",
    "BetaUserLocation",
    "BetaUserLocationParam",
    "BetaUserMessageParam",
    "BetaWebFetchBlock",
    "BetaWebFetchBlockParam",
    "BetaWebFetchTool20250910",
    "BetaWebFetchTool20250910Param",
    "BetaWebFetchTool20260209",
    "BetaWebFetchTool20260209Param",
    "BetaWebFetchTool20260309",
    "BetaWebFetchTool20260309Param",
    "BetaWebFetchTool20260318",
    "BetaWebFetchTool20260318Param",
    "BetaWebFetchToolResultBlock",
    "BetaWebFetchToolResultBlockParam",
    "BetaWebFetchToolResultErrorBlock",
    "BetaWebFetchToolResultErrorBlockParam",
    "BetaWebFetchToolResultErrorCode",
    "BetaWebFetchURLSourceAll",
    "BetaWebFetchURLSourceAllParam",
    "BetaWebFetchURLSourceExcept",
    "BetaWebFetchURLSourceExceptParam",
    "BetaWebFetchURLSourceNone",
    "BetaWebFetchURLSourceNoneParam",
    "BetaWebFetchURLSourceOnly",
    "BetaWebFetchURLSourceOnlyParam",
    "BetaWebFetchURLSourceToolReference",
    "BetaWebFetchURLSourceToolReferenceParam",
    "BetaWebFetchURLSources",
    "BetaWebFetchURLSourcesParam",
    "BetaWebSearchResultBlock",
    "BetaWebSearchResultBlockParam",
    "BetaWebSearchTool20250305",
    "BetaWebSearchTool20250305Param",
    "BetaWebSearchTool20260209",
    "BetaWebSearchTool20260209Param",
    "BetaWebSearchTool20260318",
    "BetaWebSearchTool20260318Param",
    "BetaWebSearchToolRequestErrorObjectParam",
    "BetaWebSearchToolRequestErrorParam",
    "BetaWebSearchToolResultBlock",
    "BetaWebSearchToolResultBlockContent",
    "BetaWebSearchToolResultBlockParam",
    "BetaWebSearchToolResultBlockParamContentParam",
    "BetaWebSearchToolResultError",
    "BetaWebSearchToolResultErrorCode",
    "BetaWebSearchToolResultErrorObject",
    "FileListParams",
    "FileUploadParams",
    "MessageCountTokensParams",
    "MessageCreateParams",
    "ModelListParams",
    "SkillCreateParams",
    "SkillListParams",
    "ThreadCreateParams",
]
