# Written by `scripts/generate_types.py`.

from ..params.agents import AdvisorParams as BetaManagedAgentsAdvisorParams
from ..params.agents import AgentCreateParams, AgentListParams, AgentRetrieveParams, AgentUpdateParams
from ..params.agents import AgentParams as BetaManagedAgentsAgentParams
from ..params.agents import AgentToolConfigParams as BetaManagedAgentsAgentToolConfigParams
from ..params.agents import AgentToolset20260401Params as BetaManagedAgentsAgentToolset20260401Params
from ..params.agents import AgentToolsetDefaultConfigParams as BetaManagedAgentsAgentToolsetDefaultConfigParams
from ..params.agents import AlwaysAllowPolicyParam as BetaManagedAgentsAlwaysAllowPolicyParam
from ..params.agents import AlwaysAskPolicyParam as BetaManagedAgentsAlwaysAskPolicyParam
from ..params.agents import AnthropicSkillParams as BetaManagedAgentsAnthropicSkillParams
from ..params.agents import AutoPolicyParam as BetaManagedAgentsAutoPolicyParam
from ..params.agents import AWSRoleExecutionIdentityParams as BetaManagedAgentsAWSRoleExecutionIdentityParams
from ..params.agents import BashToolConfigParams as BetaManagedAgentsBashToolConfigParams
from ..params.agents import CustomSkillParams as BetaManagedAgentsCustomSkillParams
from ..params.agents import CustomToolInputSchemaParam as BetaManagedAgentsCustomToolInputSchemaParam
from ..params.agents import CustomToolParams as BetaManagedAgentsCustomToolParams
from ..params.agents import EditToolConfigParams as BetaManagedAgentsEditToolConfigParams
from ..params.agents import EffortHighParam as BetaManagedAgentsEffortHighParam
from ..params.agents import EffortLowParam as BetaManagedAgentsEffortLowParam
from ..params.agents import EffortMaxParam as BetaManagedAgentsEffortMaxParam
from ..params.agents import EffortMediumParam as BetaManagedAgentsEffortMediumParam
from ..params.agents import EffortXhighParam as BetaManagedAgentsEffortXhighParam
from ..params.agents import ExecutionIdentityParams as BetaManagedAgentsExecutionIdentityParams
from ..params.agents import GlobToolConfigParams as BetaManagedAgentsGlobToolConfigParams
from ..params.agents import GrepToolConfigParams as BetaManagedAgentsGrepToolConfigParams
from ..params.agents import MCPToolConfigParams as BetaManagedAgentsMCPToolConfigParams
from ..params.agents import MCPToolsetDefaultConfigParams as BetaManagedAgentsMCPToolsetDefaultConfigParams
from ..params.agents import MCPToolsetParams as BetaManagedAgentsMCPToolsetParams
from ..params.agents import ModelConfigParams as BetaManagedAgentsModelConfigParams
from ..params.agents import Multiagent20261001Params as BetaManagedAgentsMultiagent20261001Params
from ..params.agents import MultiagentAdvisorDisabledParams as BetaManagedAgentsMultiagentAdvisorDisabledParams
from ..params.agents import MultiagentAdvisorEnabledParams as BetaManagedAgentsMultiagentAdvisorEnabledParams
from ..params.agents import MultiagentAdvisorParams as BetaManagedAgentsMultiagentAdvisorParams
from ..params.agents import MultiagentCoordinatorParams as BetaManagedAgentsMultiagentCoordinatorParams
from ..params.agents import (
    MultiagentInlineAgentsDisabledParams as BetaManagedAgentsMultiagentInlineAgentsDisabledParams,
)
from ..params.agents import MultiagentInlineAgentsEnabledParams as BetaManagedAgentsMultiagentInlineAgentsEnabledParams
from ..params.agents import MultiagentInlineAgentsParams as BetaManagedAgentsMultiagentInlineAgentsParams
from ..params.agents import MultiagentParams as BetaManagedAgentsMultiagentParams
from ..params.agents import MultiagentPredefinedAgentParams as BetaManagedAgentsMultiagentPredefinedAgentParams
from ..params.agents import MultiagentRosterEntryParams as BetaManagedAgentsMultiagentRosterEntryParams
from ..params.agents import MultiagentSelfParams as BetaManagedAgentsMultiagentSelfParams
from ..params.agents import MultiagentSubagentsDisabledParams as BetaManagedAgentsMultiagentSubagentsDisabledParams
from ..params.agents import MultiagentSubagentsEnabledParams as BetaManagedAgentsMultiagentSubagentsEnabledParams
from ..params.agents import MultiagentSubagentsParams as BetaManagedAgentsMultiagentSubagentsParams
from ..params.agents import MultiagentWorkflowsDisabledParams as BetaManagedAgentsMultiagentWorkflowsDisabledParams
from ..params.agents import MultiagentWorkflowsEnabledParams as BetaManagedAgentsMultiagentWorkflowsEnabledParams
from ..params.agents import MultiagentWorkflowsParams as BetaManagedAgentsMultiagentWorkflowsParams
from ..params.agents import ReadToolConfigParams as BetaManagedAgentsReadToolConfigParams
from ..params.agents import (
    ServiceAccountExecutionIdentityParams as BetaManagedAgentsServiceAccountExecutionIdentityParams,
)
from ..params.agents import URLMCPServerParams as BetaManagedAgentsURLMCPServerParams
from ..params.agents import WebFetchToolConfigParams as BetaManagedAgentsWebFetchToolConfigParams
from ..params.agents import WebFetchURLSourceShorthand as BetaManagedAgentsWebFetchURLSourceShorthand
from ..params.agents import WebFetchURLSourcesParams as BetaManagedAgentsWebFetchURLSourcesParams
from ..params.agents import WebFetchURLSourceToolFilterParam as BetaManagedAgentsWebFetchURLSourceToolFilterParam
from ..params.agents import WebFetchURLSourceToolFilterParams as BetaManagedAgentsWebFetchURLSourceToolFilterParams
from ..params.agents import WebFetchURLSourceUserInputParam as BetaManagedAgentsWebFetchURLSourceUserInputParam
from ..params.agents import WebFetchURLSourceUserInputParams as BetaManagedAgentsWebFetchURLSourceUserInputParams
from ..params.agents import WebSearchToolConfigParams as BetaManagedAgentsWebSearchToolConfigParams
from ..params.agents import WriteToolConfigParams as BetaManagedAgentsWriteToolConfigParams
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
from ..params.content import BrowserStateChangeDownloadCompletedParam as BetaBrowserStateChangeDownloadCompletedParam
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
from ..params.content import WebSearchToolResultBlockParamContentParam as BetaWebSearchToolResultBlockParamContentParam
from ..params.deployment_runs import DeploymentRunListParams
from ..params.deployment_runs import TriggerType as BetaManagedAgentsTriggerType
from ..params.deployments import BranchCheckoutParam as BetaManagedAgentsBranchCheckoutParam
from ..params.deployments import BudgetLimitParam as BetaManagedAgentsBudgetLimitParam
from ..params.deployments import CommitCheckoutParam as BetaManagedAgentsCommitCheckoutParam
from ..params.deployments import DeploymentCreateParams, DeploymentListParams, DeploymentUpdateParams
from ..params.deployments import DeploymentInitialEventParams as BetaManagedAgentsDeploymentInitialEventParams
from ..params.deployments import FileResourceParams as BetaManagedAgentsFileResourceParams
from ..params.deployments import GitHubRepositoryResourceParams as BetaManagedAgentsGitHubRepositoryResourceParams
from ..params.deployments import MemoryStoreResourceParam as BetaManagedAgentsMemoryStoreResourceParam
from ..params.deployments import ScheduleParams as BetaManagedAgentsScheduleParams
from ..params.deployments import SystemContentBlockParam as BetaManagedAgentsSystemContentBlockParam
from ..params.dreams import DreamCreateParams, DreamListParams
from ..params.dreams import DreamInputParam as BetaDreamInputParam
from ..params.dreams import DreamMemoryStoreInputParam as BetaDreamMemoryStoreInputParam
from ..params.dreams import DreamModelConfigParam as BetaDreamModelConfigParam
from ..params.dreams import DreamSessionsInputParam as BetaDreamSessionsInputParam
from ..params.dreams import OutputBehaviorCreateNewParam as BetaOutputBehaviorCreateNewParam
from ..params.dreams import OutputBehaviorParam as BetaOutputBehaviorParam
from ..params.dreams import OutputBehaviorUpdateExistingParam as BetaOutputBehaviorUpdateExistingParam
from ..params.environments import CloudConfigParams as BetaCloudConfigParams
from ..params.environments import EnvironmentCreateParams, EnvironmentListParams, EnvironmentUpdateParams
from ..params.environments import LimitedNetworkParams as BetaLimitedNetworkParams
from ..params.environments import PackagesParams as BetaPackagesParams
from ..params.environments import SelfHostedConfigParams as BetaSelfHostedConfigParams
from ..params.environments import UnrestrictedNetworkParam as BetaUnrestrictedNetworkParam
from ..params.files import FileListParams, FileUploadParams
from ..params.memory_stores import MemoryStoreCreateParams, MemoryStoreListParams, MemoryStoreUpdateParams
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
from ..params.sessions import AgentWithOverridesParams as BetaManagedAgentsAgentWithOverridesParams
from ..params.sessions import DeltaType as BetaManagedAgentsDeltaType
from ..params.sessions import SessionAgentUpdateParam as BetaManagedAgentsSessionAgentUpdateParam
from ..params.sessions import SessionCreateParams, SessionListParams, SessionUpdateParams
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
from ..params.tools import WebFetchURLSourceToolReferenceParam as BetaManagedAgentsWebFetchURLSourceToolReferenceParam
from ..params.tools import WebFetchURLSourceToolReferenceParam as BetaWebFetchURLSourceToolReferenceParam
from ..params.tools import WebSearchTool20250305Param as BetaWebSearchTool20250305Param
from ..params.tools import WebSearchTool20260209Param as BetaWebSearchTool20260209Param
from ..params.tools import WebSearchTool20260318Param as BetaWebSearchTool20260318Param
from ..params.tunnels import TunnelCreateParams, TunnelListParams, TunnelRotateTokenParams
from ..params.user_profiles import UserProfileCreateParams, UserProfileListParams, UserProfileUpdateParams
from ..params.user_profiles import UserProfileExternalUserDetailsParams as BetaUserProfileExternalUserDetailsParams
from ..params.vaults import VaultCreateParams, VaultListParams, VaultUpdateParams
from ..responses.agents import Advisor as BetaManagedAgentsAdvisor
from ..responses.agents import Agent as BetaManagedAgentsAgent
from ..responses.agents import AgentReference as BetaManagedAgentsAgentReference
from ..responses.agents import AgentToolConfig as BetaManagedAgentsAgentToolConfig
from ..responses.agents import AgentToolset20260401 as BetaManagedAgentsAgentToolset20260401
from ..responses.agents import AgentToolsetDefaultConfig as BetaManagedAgentsAgentToolsetDefaultConfig
from ..responses.agents import AlwaysAllowPolicy as BetaManagedAgentsAlwaysAllowPolicy
from ..responses.agents import AlwaysAskPolicy as BetaManagedAgentsAlwaysAskPolicy
from ..responses.agents import AnthropicSkill as BetaManagedAgentsAnthropicSkill
from ..responses.agents import AutoPolicy as BetaManagedAgentsAutoPolicy
from ..responses.agents import AWSRoleExecutionIdentity as BetaManagedAgentsAWSRoleExecutionIdentity
from ..responses.agents import BashToolConfig as BetaManagedAgentsBashToolConfig
from ..responses.agents import CustomSkill as BetaManagedAgentsCustomSkill
from ..responses.agents import CustomTool as BetaManagedAgentsCustomTool
from ..responses.agents import CustomToolInputSchema as BetaManagedAgentsCustomToolInputSchema
from ..responses.agents import EditToolConfig as BetaManagedAgentsEditToolConfig
from ..responses.agents import EffortHigh as BetaManagedAgentsEffortHigh
from ..responses.agents import EffortLow as BetaManagedAgentsEffortLow
from ..responses.agents import EffortMax as BetaManagedAgentsEffortMax
from ..responses.agents import EffortMedium as BetaManagedAgentsEffortMedium
from ..responses.agents import EffortXhigh as BetaManagedAgentsEffortXhigh
from ..responses.agents import ExecutionIdentity as BetaManagedAgentsExecutionIdentity
from ..responses.agents import GlobToolConfig as BetaManagedAgentsGlobToolConfig
from ..responses.agents import GrepToolConfig as BetaManagedAgentsGrepToolConfig
from ..responses.agents import MCPServerURLDefinition as BetaManagedAgentsMCPServerURLDefinition
from ..responses.agents import MCPToolsetDefaultConfig as BetaManagedAgentsMCPToolsetDefaultConfig
from ..responses.agents import ModelConfig as BetaManagedAgentsModelConfig
from ..responses.agents import Multiagent as BetaManagedAgentsMultiagent
from ..responses.agents import Multiagent20261001 as BetaManagedAgentsMultiagent20261001
from ..responses.agents import MultiagentAdvisor as BetaManagedAgentsMultiagentAdvisor
from ..responses.agents import MultiagentAdvisorDisabled as BetaManagedAgentsMultiagentAdvisorDisabled
from ..responses.agents import MultiagentAdvisorEnabled as BetaManagedAgentsMultiagentAdvisorEnabled
from ..responses.agents import MultiagentCoordinator as BetaManagedAgentsMultiagentCoordinator
from ..responses.agents import MultiagentInlineAgents as BetaManagedAgentsMultiagentInlineAgents
from ..responses.agents import MultiagentInlineAgentsDisabled as BetaManagedAgentsMultiagentInlineAgentsDisabled
from ..responses.agents import MultiagentInlineAgentsEnabled as BetaManagedAgentsMultiagentInlineAgentsEnabled
from ..responses.agents import MultiagentSubagents as BetaManagedAgentsMultiagentSubagents
from ..responses.agents import MultiagentSubagentsDisabled as BetaManagedAgentsMultiagentSubagentsDisabled
from ..responses.agents import MultiagentSubagentsEnabled as BetaManagedAgentsMultiagentSubagentsEnabled
from ..responses.agents import MultiagentWorkflows as BetaManagedAgentsMultiagentWorkflows
from ..responses.agents import MultiagentWorkflowsDisabled as BetaManagedAgentsMultiagentWorkflowsDisabled
from ..responses.agents import MultiagentWorkflowsEnabled as BetaManagedAgentsMultiagentWorkflowsEnabled
from ..responses.agents import ReadToolConfig as BetaManagedAgentsReadToolConfig
from ..responses.agents import ServiceAccountExecutionIdentity as BetaManagedAgentsServiceAccountExecutionIdentity
from ..responses.agents import WebFetchToolConfig as BetaManagedAgentsWebFetchToolConfig
from ..responses.agents import WebFetchURLSourceToolFilter as BetaManagedAgentsWebFetchURLSourceToolFilter
from ..responses.agents import WebFetchURLSourceUserInput as BetaManagedAgentsWebFetchURLSourceUserInput
from ..responses.agents import WebSearchToolConfig as BetaManagedAgentsWebSearchToolConfig
from ..responses.agents import WriteToolConfig as BetaManagedAgentsWriteToolConfig
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
from ..responses.deployment_runs import AgentArchivedRunErrorObject as BetaManagedAgentsAgentArchivedRunError
from ..responses.deployment_runs import AgentArchivedRunErrorObject as BetaManagedAgentsAgentArchivedRunErrorObject
from ..responses.deployment_runs import DeploymentRun as BetaManagedAgentsDeploymentRun
from ..responses.deployment_runs import (
    EnvironmentArchivedRunErrorObject as BetaManagedAgentsEnvironmentArchivedRunError,
)
from ..responses.deployment_runs import (
    EnvironmentArchivedRunErrorObject as BetaManagedAgentsEnvironmentArchivedRunErrorObject,
)
from ..responses.deployment_runs import (
    EnvironmentNotFoundRunErrorObject as BetaManagedAgentsEnvironmentNotFoundRunError,
)
from ..responses.deployment_runs import (
    EnvironmentNotFoundRunErrorObject as BetaManagedAgentsEnvironmentNotFoundRunErrorObject,
)
from ..responses.deployment_runs import FileNotFoundRunErrorObject as BetaManagedAgentsFileNotFoundRunError
from ..responses.deployment_runs import FileNotFoundRunErrorObject as BetaManagedAgentsFileNotFoundRunErrorObject
from ..responses.deployment_runs import ManualTriggerContext as BetaManagedAgentsManualTriggerContext
from ..responses.deployment_runs import MCPEgressBlockedRunErrorObject as BetaManagedAgentsMCPEgressBlockedRunError
from ..responses.deployment_runs import (
    MCPEgressBlockedRunErrorObject as BetaManagedAgentsMCPEgressBlockedRunErrorObject,
)
from ..responses.deployment_runs import (
    MemoryStoreArchivedRunErrorObject as BetaManagedAgentsMemoryStoreArchivedRunError,
)
from ..responses.deployment_runs import (
    MemoryStoreArchivedRunErrorObject as BetaManagedAgentsMemoryStoreArchivedRunErrorObject,
)
from ..responses.deployment_runs import (
    OrganizationDisabledRunErrorObject as BetaManagedAgentsOrganizationDisabledRunError,
)
from ..responses.deployment_runs import (
    OrganizationDisabledRunErrorObject as BetaManagedAgentsOrganizationDisabledRunErrorObject,
)
from ..responses.deployment_runs import ScheduleTriggerContext as BetaManagedAgentsScheduleTriggerContext
from ..responses.deployment_runs import (
    SelfHostedResourcesUnsupportedRunErrorObject as BetaManagedAgentsSelfHostedResourcesUnsupportedRunError,
)
from ..responses.deployment_runs import (
    SelfHostedResourcesUnsupportedRunErrorObject as BetaManagedAgentsSelfHostedResourcesUnsupportedRunErrorObject,
)
from ..responses.deployment_runs import (
    SessionCreationRejectedRunErrorObject as BetaManagedAgentsSessionCreationRejectedRunError,
)
from ..responses.deployment_runs import (
    SessionCreationRejectedRunErrorObject as BetaManagedAgentsSessionCreationRejectedRunErrorObject,
)
from ..responses.deployment_runs import SessionRateLimitedRunErrorObject as BetaManagedAgentsSessionRateLimitedRunError
from ..responses.deployment_runs import (
    SessionRateLimitedRunErrorObject as BetaManagedAgentsSessionRateLimitedRunErrorObject,
)
from ..responses.deployment_runs import (
    SessionResourceNotFoundRunErrorObject as BetaManagedAgentsSessionResourceNotFoundRunError,
)
from ..responses.deployment_runs import (
    SessionResourceNotFoundRunErrorObject as BetaManagedAgentsSessionResourceNotFoundRunErrorObject,
)
from ..responses.deployment_runs import SkillNotFoundRunErrorObject as BetaManagedAgentsSkillNotFoundRunError
from ..responses.deployment_runs import SkillNotFoundRunErrorObject as BetaManagedAgentsSkillNotFoundRunErrorObject
from ..responses.deployment_runs import TriggerContext as BetaManagedAgentsTriggerContext
from ..responses.deployment_runs import UnknownRunErrorObject as BetaManagedAgentsUnknownRunError
from ..responses.deployment_runs import UnknownRunErrorObject as BetaManagedAgentsUnknownRunErrorObject
from ..responses.deployment_runs import VaultArchivedRunErrorObject as BetaManagedAgentsVaultArchivedRunError
from ..responses.deployment_runs import VaultArchivedRunErrorObject as BetaManagedAgentsVaultArchivedRunErrorObject
from ..responses.deployment_runs import VaultNotFoundRunErrorObject as BetaManagedAgentsVaultNotFoundRunError
from ..responses.deployment_runs import VaultNotFoundRunErrorObject as BetaManagedAgentsVaultNotFoundRunErrorObject
from ..responses.deployment_runs import WorkspaceArchivedRunErrorObject as BetaManagedAgentsWorkspaceArchivedRunError
from ..responses.deployment_runs import (
    WorkspaceArchivedRunErrorObject as BetaManagedAgentsWorkspaceArchivedRunErrorObject,
)
from ..responses.deployments import (
    AgentArchivedDeploymentPausedReasonErrorObject as BetaManagedAgentsAgentArchivedDeploymentPausedReasonError,
)
from ..responses.deployments import (
    AgentArchivedDeploymentPausedReasonErrorObject as BetaManagedAgentsAgentArchivedDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import BranchCheckout as BetaManagedAgentsBranchCheckout
from ..responses.deployments import BudgetLimit as BetaManagedAgentsBudgetLimit
from ..responses.deployments import CommitCheckout as BetaManagedAgentsCommitCheckout
from ..responses.deployments import Deployment as BetaManagedAgentsDeployment
from ..responses.deployments import DeploymentInitialEvent as BetaManagedAgentsDeploymentInitialEvent
from ..responses.deployments import DeploymentPausedReason as BetaManagedAgentsDeploymentPausedReason
from ..responses.deployments import DeploymentPausedReasonErrorObject as BetaManagedAgentsDeploymentPausedReasonError
from ..responses.deployments import (
    DeploymentPausedReasonErrorObject as BetaManagedAgentsDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import DeploymentStatus as BetaManagedAgentsDeploymentStatus
from ..responses.deployments import DeploymentSystemMessageEvent as BetaManagedAgentsDeploymentSystemMessageEvent
from ..responses.deployments import (
    DeploymentUserDefineOutcomeEvent as BetaManagedAgentsDeploymentUserDefineOutcomeEvent,
)
from ..responses.deployments import DeploymentUserMessageEvent as BetaManagedAgentsDeploymentUserMessageEvent
from ..responses.deployments import (
    EnvironmentArchivedDeploymentPausedReasonErrorObject as BetaManagedAgentsEnvironmentArchivedDeploymentPausedReasonError,
)
from ..responses.deployments import (
    EnvironmentArchivedDeploymentPausedReasonErrorObject as BetaManagedAgentsEnvironmentArchivedDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import (
    EnvironmentNotFoundDeploymentPausedReasonErrorObject as BetaManagedAgentsEnvironmentNotFoundDeploymentPausedReasonError,
)
from ..responses.deployments import (
    EnvironmentNotFoundDeploymentPausedReasonErrorObject as BetaManagedAgentsEnvironmentNotFoundDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import ErrorDeploymentPausedReason as BetaManagedAgentsErrorDeploymentPausedReason
from ..responses.deployments import (
    FileNotFoundDeploymentPausedReasonErrorObject as BetaManagedAgentsFileNotFoundDeploymentPausedReasonError,
)
from ..responses.deployments import (
    FileNotFoundDeploymentPausedReasonErrorObject as BetaManagedAgentsFileNotFoundDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import FileResourceConfig as BetaManagedAgentsFileResourceConfig
from ..responses.deployments import GitHubRepositoryResourceConfig as BetaManagedAgentsGitHubRepositoryResourceConfig
from ..responses.deployments import ManualDeploymentPausedReason as BetaManagedAgentsManualDeploymentPausedReason
from ..responses.deployments import (
    MCPEgressBlockedDeploymentPausedReasonErrorObject as BetaManagedAgentsMCPEgressBlockedDeploymentPausedReasonError,
)
from ..responses.deployments import (
    MCPEgressBlockedDeploymentPausedReasonErrorObject as BetaManagedAgentsMCPEgressBlockedDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import (
    MemoryStoreArchivedDeploymentPausedReasonErrorObject as BetaManagedAgentsMemoryStoreArchivedDeploymentPausedReasonError,
)
from ..responses.deployments import (
    MemoryStoreArchivedDeploymentPausedReasonErrorObject as BetaManagedAgentsMemoryStoreArchivedDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import MemoryStoreResourceConfig as BetaManagedAgentsMemoryStoreResourceConfig
from ..responses.deployments import (
    OrganizationDisabledDeploymentPausedReasonErrorObject as BetaManagedAgentsOrganizationDisabledDeploymentPausedReasonError,
)
from ..responses.deployments import (
    OrganizationDisabledDeploymentPausedReasonErrorObject as BetaManagedAgentsOrganizationDisabledDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import Schedule as BetaManagedAgentsSchedule
from ..responses.deployments import (
    SelfHostedResourcesUnsupportedDeploymentPausedReasonErrorObject as BetaManagedAgentsSelfHostedResourcesUnsupportedDeploymentPausedReasonError,
)
from ..responses.deployments import (
    SelfHostedResourcesUnsupportedDeploymentPausedReasonErrorObject as BetaManagedAgentsSelfHostedResourcesUnsupportedDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import SessionResourceConfig as BetaManagedAgentsSessionResourceConfig
from ..responses.deployments import (
    SessionResourceNotFoundDeploymentPausedReasonErrorObject as BetaManagedAgentsSessionResourceNotFoundDeploymentPausedReasonError,
)
from ..responses.deployments import (
    SessionResourceNotFoundDeploymentPausedReasonErrorObject as BetaManagedAgentsSessionResourceNotFoundDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import (
    SkillNotFoundDeploymentPausedReasonErrorObject as BetaManagedAgentsSkillNotFoundDeploymentPausedReasonError,
)
from ..responses.deployments import (
    SkillNotFoundDeploymentPausedReasonErrorObject as BetaManagedAgentsSkillNotFoundDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import SystemContentBlock as BetaManagedAgentsSystemContentBlock
from ..responses.deployments import (
    UnknownDeploymentPausedReasonErrorObject as BetaManagedAgentsUnknownDeploymentPausedReasonError,
)
from ..responses.deployments import (
    UnknownDeploymentPausedReasonErrorObject as BetaManagedAgentsUnknownDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import (
    VaultArchivedDeploymentPausedReasonErrorObject as BetaManagedAgentsVaultArchivedDeploymentPausedReasonError,
)
from ..responses.deployments import (
    VaultArchivedDeploymentPausedReasonErrorObject as BetaManagedAgentsVaultArchivedDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import (
    VaultNotFoundDeploymentPausedReasonErrorObject as BetaManagedAgentsVaultNotFoundDeploymentPausedReasonError,
)
from ..responses.deployments import (
    VaultNotFoundDeploymentPausedReasonErrorObject as BetaManagedAgentsVaultNotFoundDeploymentPausedReasonErrorObject,
)
from ..responses.deployments import (
    WorkspaceArchivedDeploymentPausedReasonErrorObject as BetaManagedAgentsWorkspaceArchivedDeploymentPausedReasonError,
)
from ..responses.deployments import (
    WorkspaceArchivedDeploymentPausedReasonErrorObject as BetaManagedAgentsWorkspaceArchivedDeploymentPausedReasonErrorObject,
)
from ..responses.dreams import Dream as BetaDream
from ..responses.dreams import DreamErrorObject as BetaDreamError
from ..responses.dreams import DreamErrorObject as BetaDreamErrorObject
from ..responses.dreams import DreamInput as BetaDreamInput
from ..responses.dreams import DreamMemoryStoreInput as BetaDreamMemoryStoreInput
from ..responses.dreams import DreamModelConfig as BetaDreamModelConfig
from ..responses.dreams import DreamOutput as BetaDreamOutput
from ..responses.dreams import DreamSessionsInput as BetaDreamSessionsInput
from ..responses.dreams import DreamStatus as BetaDreamStatus
from ..responses.dreams import DreamUsage as BetaDreamUsage
from ..responses.dreams import OutputBehavior as BetaOutputBehavior
from ..responses.dreams import OutputBehaviorCreateNew as BetaOutputBehaviorCreateNew
from ..responses.dreams import OutputBehaviorUpdateExisting as BetaOutputBehaviorUpdateExisting
from ..responses.environments import CloudConfig as BetaCloudConfig
from ..responses.environments import Environment as BetaEnvironment
from ..responses.environments import EnvironmentDeleteResponse as BetaEnvironmentDeleteResponse
from ..responses.environments import LimitedNetwork as BetaLimitedNetwork
from ..responses.environments import Packages as BetaPackages
from ..responses.environments import SelfHostedConfig as BetaSelfHostedConfig
from ..responses.environments import UnrestrictedNetwork as BetaUnrestrictedNetwork
from ..responses.error_details import ApprovalRequiredErrorDetails as BetaApprovalRequiredErrorDetails
from ..responses.error_details import (
    AuthorizationCheckUnavailableErrorDetails as BetaAuthorizationCheckUnavailableErrorDetails,
)
from ..responses.error_details import EnvironmentArchivedErrorDetails as BetaEnvironmentArchivedErrorDetails
from ..responses.error_details import EnvironmentCreateDisabledErrorDetails as BetaEnvironmentCreateDisabledErrorDetails
from ..responses.error_details import EnvironmentNotFoundErrorDetails as BetaEnvironmentNotFoundErrorDetails
from ..responses.error_details import EnvironmentUpdateDisabledErrorDetails as BetaEnvironmentUpdateDisabledErrorDetails
from ..responses.error_details import HumanReviewNotAvailableErrorDetails as BetaHumanReviewNotAvailableErrorDetails
from ..responses.error_details import InvalidConfigTypeChangeErrorDetails as BetaInvalidConfigTypeChangeErrorDetails
from ..responses.error_details import InvalidMetadataErrorDetails as BetaInvalidMetadataErrorDetails
from ..responses.error_details import OrganizationNotEligibleErrorDetails as BetaOrganizationNotEligibleErrorDetails
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
from ..responses.memory_stores import DeletedMemoryStore as BetaManagedAgentsDeletedMemoryStore
from ..responses.memory_stores import MemoryStore as BetaManagedAgentsMemoryStore
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
from ..responses.server_content import BashCodeExecutionToolResultErrorObject as BetaBashCodeExecutionToolResultError
from ..responses.server_content import (
    BashCodeExecutionToolResultErrorObject as BetaBashCodeExecutionToolResultErrorObject,
)
from ..responses.server_content import CitationsConfig as BetaCitationConfig
from ..responses.server_content import CodeExecutionOutputBlock as BetaCodeExecutionOutputBlock
from ..responses.server_content import CodeExecutionResultBlock as BetaCodeExecutionResultBlock
from ..responses.server_content import CodeExecutionToolResultBlock as BetaCodeExecutionToolResultBlock
from ..responses.server_content import CodeExecutionToolResultBlockContent as BetaCodeExecutionToolResultBlockContent
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
from ..responses.sessions import AgentMessagePreview as BetaManagedAgentsAgentMessagePreview
from ..responses.sessions import AgentThinkingPreview as BetaManagedAgentsAgentThinkingPreview
from ..responses.sessions import CacheCreationUsage as BetaManagedAgentsCacheCreationUsage
from ..responses.sessions import DeletedSession as BetaManagedAgentsDeletedSession
from ..responses.sessions import DeltaContent as BetaManagedAgentsDeltaContent
from ..responses.sessions import DeltaEvent as BetaManagedAgentsDeltaEvent
from ..responses.sessions import OutcomeEvaluationResource as BetaManagedAgentsOutcomeEvaluationResource
from ..responses.sessions import Session as BetaManagedAgentsSession
from ..responses.sessions import SessionAgent as BetaManagedAgentsSessionAgent
from ..responses.sessions import SessionMultiagent as BetaManagedAgentsSessionMultiagent
from ..responses.sessions import SessionMultiagent20261001 as BetaManagedAgentsSessionMultiagent20261001
from ..responses.sessions import SessionMultiagentCoordinator as BetaManagedAgentsSessionMultiagentCoordinator
from ..responses.sessions import SessionMultiagentSubagents as BetaManagedAgentsSessionMultiagentSubagents
from ..responses.sessions import SessionMultiagentSubagentsEnabled as BetaManagedAgentsSessionMultiagentSubagentsEnabled
from ..responses.sessions import SessionMultiagentWorkflows as BetaManagedAgentsSessionMultiagentWorkflows
from ..responses.sessions import SessionMultiagentWorkflowsEnabled as BetaManagedAgentsSessionMultiagentWorkflowsEnabled
from ..responses.sessions import SessionStats as BetaManagedAgentsSessionStats
from ..responses.sessions import SessionThreadAgent as BetaManagedAgentsSessionThreadAgent
from ..responses.sessions import SessionUpdatedEvent as BetaManagedAgentsSessionUpdatedEvent
from ..responses.sessions import SessionUsage as BetaManagedAgentsSessionUsage
from ..responses.sessions import SessionUsageEvent as BetaManagedAgentsSessionUsageEvent
from ..responses.sessions import StartEvent as BetaManagedAgentsStartEvent
from ..responses.sessions import StartEventPreview as BetaManagedAgentsStartEventPreview
from ..responses.sessions import SystemMessageEvent as BetaManagedAgentsSystemMessageEvent
from ..responses.sessions import UserToolResultEvent as BetaManagedAgentsUserToolResultEvent
from ..responses.skills import DeletedSkill as BetaDeletedSkill
from ..responses.skills import Skill as BetaSkill
from ..responses.skills import SkillSource as BetaSkillSource
from ..responses.token_counts import CountTokensContextManagementResponse as BetaCountTokensContextManagementResponse
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
from ..responses.toolset_calls import BrowserClickTarget as BetaBrowserClickTarget
from ..responses.toolset_calls import BrowserCloseTabInput as BetaBrowserCloseTabInput
from ..responses.toolset_calls import BrowserCloseTabToolUseBlock as BetaBrowserCloseTabToolUseBlock
from ..responses.toolset_calls import BrowserCloseTabToolUseBlock as BetaResponseBrowserCloseTabToolUseBlock
from ..responses.toolset_calls import BrowserCoordinateTarget as BetaBrowserCoordinateTarget
from ..responses.toolset_calls import BrowserDoubleClickInput as BetaBrowserDoubleClickInput
from ..responses.toolset_calls import BrowserDoubleClickToolUseBlock as BetaBrowserDoubleClickToolUseBlock
from ..responses.toolset_calls import BrowserDoubleClickToolUseBlock as BetaResponseBrowserDoubleClickToolUseBlock
from ..responses.toolset_calls import BrowserFileUploadInput as BetaBrowserFileUploadInput
from ..responses.toolset_calls import BrowserFileUploadToolUseBlock as BetaBrowserFileUploadToolUseBlock
from ..responses.toolset_calls import BrowserFileUploadToolUseBlock as BetaResponseBrowserFileUploadToolUseBlock
from ..responses.toolset_calls import BrowserFindInput as BetaBrowserFindInput
from ..responses.toolset_calls import BrowserFindToolUseBlock as BetaBrowserFindToolUseBlock
from ..responses.toolset_calls import BrowserFindToolUseBlock as BetaResponseBrowserFindToolUseBlock
from ..responses.toolset_calls import BrowserFormInputInput as BetaBrowserFormInputInput
from ..responses.toolset_calls import BrowserFormInputToolUseBlock as BetaBrowserFormInputToolUseBlock
from ..responses.toolset_calls import BrowserFormInputToolUseBlock as BetaResponseBrowserFormInputToolUseBlock
from ..responses.toolset_calls import BrowserFormInputValue as BetaBrowserFormInputValue
from ..responses.toolset_calls import BrowserGetPageTextInput as BetaBrowserGetPageTextInput
from ..responses.toolset_calls import BrowserGetPageTextToolUseBlock as BetaBrowserGetPageTextToolUseBlock
from ..responses.toolset_calls import BrowserGetPageTextToolUseBlock as BetaResponseBrowserGetPageTextToolUseBlock
from ..responses.toolset_calls import BrowserHoldKeyInput as BetaBrowserHoldKeyInput
from ..responses.toolset_calls import BrowserHoldKeyToolUseBlock as BetaBrowserHoldKeyToolUseBlock
from ..responses.toolset_calls import BrowserHoldKeyToolUseBlock as BetaResponseBrowserHoldKeyToolUseBlock
from ..responses.toolset_calls import BrowserHoverInput as BetaBrowserHoverInput
from ..responses.toolset_calls import BrowserHoverToolUseBlock as BetaBrowserHoverToolUseBlock
from ..responses.toolset_calls import BrowserHoverToolUseBlock as BetaResponseBrowserHoverToolUseBlock
from ..responses.toolset_calls import BrowserJavascriptExecInput as BetaBrowserJavascriptExecInput
from ..responses.toolset_calls import BrowserJavascriptExecToolUseBlock as BetaBrowserJavascriptExecToolUseBlock
from ..responses.toolset_calls import BrowserJavascriptExecToolUseBlock as BetaResponseBrowserJavascriptExecToolUseBlock
from ..responses.toolset_calls import BrowserKeyInput as BetaBrowserKeyInput
from ..responses.toolset_calls import BrowserKeyToolUseBlock as BetaBrowserKeyToolUseBlock
from ..responses.toolset_calls import BrowserKeyToolUseBlock as BetaResponseBrowserKeyToolUseBlock
from ..responses.toolset_calls import BrowserLeftClickDragInput as BetaBrowserLeftClickDragInput
from ..responses.toolset_calls import BrowserLeftClickDragToolUseBlock as BetaBrowserLeftClickDragToolUseBlock
from ..responses.toolset_calls import BrowserLeftClickDragToolUseBlock as BetaResponseBrowserLeftClickDragToolUseBlock
from ..responses.toolset_calls import BrowserLeftClickInput as BetaBrowserLeftClickInput
from ..responses.toolset_calls import BrowserLeftClickToolUseBlock as BetaBrowserLeftClickToolUseBlock
from ..responses.toolset_calls import BrowserLeftClickToolUseBlock as BetaResponseBrowserLeftClickToolUseBlock
from ..responses.toolset_calls import BrowserLeftMouseDownInput as BetaBrowserLeftMouseDownInput
from ..responses.toolset_calls import BrowserLeftMouseDownToolUseBlock as BetaBrowserLeftMouseDownToolUseBlock
from ..responses.toolset_calls import BrowserLeftMouseDownToolUseBlock as BetaResponseBrowserLeftMouseDownToolUseBlock
from ..responses.toolset_calls import BrowserLeftMouseUpInput as BetaBrowserLeftMouseUpInput
from ..responses.toolset_calls import BrowserLeftMouseUpToolUseBlock as BetaBrowserLeftMouseUpToolUseBlock
from ..responses.toolset_calls import BrowserLeftMouseUpToolUseBlock as BetaResponseBrowserLeftMouseUpToolUseBlock
from ..responses.toolset_calls import BrowserListTabsInput as BetaBrowserListTabsInput
from ..responses.toolset_calls import BrowserListTabsToolUseBlock as BetaBrowserListTabsToolUseBlock
from ..responses.toolset_calls import BrowserListTabsToolUseBlock as BetaResponseBrowserListTabsToolUseBlock
from ..responses.toolset_calls import BrowserMiddleClickInput as BetaBrowserMiddleClickInput
from ..responses.toolset_calls import BrowserMiddleClickToolUseBlock as BetaBrowserMiddleClickToolUseBlock
from ..responses.toolset_calls import BrowserMiddleClickToolUseBlock as BetaResponseBrowserMiddleClickToolUseBlock
from ..responses.toolset_calls import BrowserMouseMoveInput as BetaBrowserMouseMoveInput
from ..responses.toolset_calls import BrowserMouseMoveToolUseBlock as BetaBrowserMouseMoveToolUseBlock
from ..responses.toolset_calls import BrowserMouseMoveToolUseBlock as BetaResponseBrowserMouseMoveToolUseBlock
from ..responses.toolset_calls import BrowserNavigateInput as BetaBrowserNavigateInput
from ..responses.toolset_calls import BrowserNavigateToolUseBlock as BetaBrowserNavigateToolUseBlock
from ..responses.toolset_calls import BrowserNavigateToolUseBlock as BetaResponseBrowserNavigateToolUseBlock
from ..responses.toolset_calls import BrowserNewTabInput as BetaBrowserNewTabInput
from ..responses.toolset_calls import BrowserNewTabToolUseBlock as BetaBrowserNewTabToolUseBlock
from ..responses.toolset_calls import BrowserNewTabToolUseBlock as BetaResponseBrowserNewTabToolUseBlock
from ..responses.toolset_calls import BrowserReadConsoleInput as BetaBrowserReadConsoleInput
from ..responses.toolset_calls import BrowserReadConsoleToolUseBlock as BetaBrowserReadConsoleToolUseBlock
from ..responses.toolset_calls import BrowserReadConsoleToolUseBlock as BetaResponseBrowserReadConsoleToolUseBlock
from ..responses.toolset_calls import BrowserReadNetworkInput as BetaBrowserReadNetworkInput
from ..responses.toolset_calls import BrowserReadNetworkToolUseBlock as BetaBrowserReadNetworkToolUseBlock
from ..responses.toolset_calls import BrowserReadNetworkToolUseBlock as BetaResponseBrowserReadNetworkToolUseBlock
from ..responses.toolset_calls import BrowserReadPageFilter as BetaBrowserReadPageFilter
from ..responses.toolset_calls import BrowserReadPageInput as BetaBrowserReadPageInput
from ..responses.toolset_calls import BrowserReadPageToolUseBlock as BetaBrowserReadPageToolUseBlock
from ..responses.toolset_calls import BrowserReadPageToolUseBlock as BetaResponseBrowserReadPageToolUseBlock
from ..responses.toolset_calls import BrowserRefTarget as BetaBrowserRefTarget
from ..responses.toolset_calls import BrowserRightClickInput as BetaBrowserRightClickInput
from ..responses.toolset_calls import BrowserRightClickToolUseBlock as BetaBrowserRightClickToolUseBlock
from ..responses.toolset_calls import BrowserRightClickToolUseBlock as BetaResponseBrowserRightClickToolUseBlock
from ..responses.toolset_calls import BrowserScreenshotInput as BetaBrowserScreenshotInput
from ..responses.toolset_calls import BrowserScreenshotToolUseBlock as BetaBrowserScreenshotToolUseBlock
from ..responses.toolset_calls import BrowserScreenshotToolUseBlock as BetaResponseBrowserScreenshotToolUseBlock
from ..responses.toolset_calls import BrowserScrollDirection as BetaBrowserScrollDirection
from ..responses.toolset_calls import BrowserScrollInput as BetaBrowserScrollInput
from ..responses.toolset_calls import BrowserScrollToInput as BetaBrowserScrollToInput
from ..responses.toolset_calls import BrowserScrollToolUseBlock as BetaBrowserScrollToolUseBlock
from ..responses.toolset_calls import BrowserScrollToolUseBlock as BetaResponseBrowserScrollToolUseBlock
from ..responses.toolset_calls import BrowserScrollToToolUseBlock as BetaBrowserScrollToToolUseBlock
from ..responses.toolset_calls import BrowserScrollToToolUseBlock as BetaResponseBrowserScrollToToolUseBlock
from ..responses.toolset_calls import BrowserSwitchTabInput as BetaBrowserSwitchTabInput
from ..responses.toolset_calls import BrowserSwitchTabToolUseBlock as BetaBrowserSwitchTabToolUseBlock
from ..responses.toolset_calls import BrowserSwitchTabToolUseBlock as BetaResponseBrowserSwitchTabToolUseBlock
from ..responses.toolset_calls import BrowserToolUseBlock as BetaBrowserToolUseBlock
from ..responses.toolset_calls import BrowserToolUseBlock as BetaResponseBrowserToolUseBlock
from ..responses.toolset_calls import BrowserTripleClickInput as BetaBrowserTripleClickInput
from ..responses.toolset_calls import BrowserTripleClickToolUseBlock as BetaBrowserTripleClickToolUseBlock
from ..responses.toolset_calls import BrowserTripleClickToolUseBlock as BetaResponseBrowserTripleClickToolUseBlock
from ..responses.toolset_calls import BrowserTypeInput as BetaBrowserTypeInput
from ..responses.toolset_calls import BrowserTypeToolUseBlock as BetaBrowserTypeToolUseBlock
from ..responses.toolset_calls import BrowserTypeToolUseBlock as BetaResponseBrowserTypeToolUseBlock
from ..responses.toolset_calls import BrowserWaitInput as BetaBrowserWaitInput
from ..responses.toolset_calls import BrowserWaitToolUseBlock as BetaBrowserWaitToolUseBlock
from ..responses.toolset_calls import BrowserWaitToolUseBlock as BetaResponseBrowserWaitToolUseBlock
from ..responses.toolset_calls import BrowserZoomInput as BetaBrowserZoomInput
from ..responses.toolset_calls import BrowserZoomToolUseBlock as BetaBrowserZoomToolUseBlock
from ..responses.toolset_calls import BrowserZoomToolUseBlock as BetaResponseBrowserZoomToolUseBlock
from ..responses.toolset_calls import ComputerCursorPositionInput as BetaComputerCursorPositionInput
from ..responses.toolset_calls import ComputerCursorPositionToolUseBlock as BetaComputerCursorPositionToolUseBlock
from ..responses.toolset_calls import (
    ComputerCursorPositionToolUseBlock as BetaResponseComputerCursorPositionToolUseBlock,
)
from ..responses.toolset_calls import ComputerDoubleClickInput as BetaComputerDoubleClickInput
from ..responses.toolset_calls import ComputerDoubleClickToolUseBlock as BetaComputerDoubleClickToolUseBlock
from ..responses.toolset_calls import ComputerDoubleClickToolUseBlock as BetaResponseComputerDoubleClickToolUseBlock
from ..responses.toolset_calls import ComputerHoldKeyInput as BetaComputerHoldKeyInput
from ..responses.toolset_calls import ComputerHoldKeyToolUseBlock as BetaComputerHoldKeyToolUseBlock
from ..responses.toolset_calls import ComputerHoldKeyToolUseBlock as BetaResponseComputerHoldKeyToolUseBlock
from ..responses.toolset_calls import ComputerKeyInput as BetaComputerKeyInput
from ..responses.toolset_calls import ComputerKeyToolUseBlock as BetaComputerKeyToolUseBlock
from ..responses.toolset_calls import ComputerKeyToolUseBlock as BetaResponseComputerKeyToolUseBlock
from ..responses.toolset_calls import ComputerLeftClickDragInput as BetaComputerLeftClickDragInput
from ..responses.toolset_calls import ComputerLeftClickDragToolUseBlock as BetaComputerLeftClickDragToolUseBlock
from ..responses.toolset_calls import ComputerLeftClickDragToolUseBlock as BetaResponseComputerLeftClickDragToolUseBlock
from ..responses.toolset_calls import ComputerLeftClickInput as BetaComputerLeftClickInput
from ..responses.toolset_calls import ComputerLeftClickToolUseBlock as BetaComputerLeftClickToolUseBlock
from ..responses.toolset_calls import ComputerLeftClickToolUseBlock as BetaResponseComputerLeftClickToolUseBlock
from ..responses.toolset_calls import ComputerLeftMouseDownInput as BetaComputerLeftMouseDownInput
from ..responses.toolset_calls import ComputerLeftMouseDownToolUseBlock as BetaComputerLeftMouseDownToolUseBlock
from ..responses.toolset_calls import ComputerLeftMouseDownToolUseBlock as BetaResponseComputerLeftMouseDownToolUseBlock
from ..responses.toolset_calls import ComputerLeftMouseUpInput as BetaComputerLeftMouseUpInput
from ..responses.toolset_calls import ComputerLeftMouseUpToolUseBlock as BetaComputerLeftMouseUpToolUseBlock
from ..responses.toolset_calls import ComputerLeftMouseUpToolUseBlock as BetaResponseComputerLeftMouseUpToolUseBlock
from ..responses.toolset_calls import ComputerMiddleClickInput as BetaComputerMiddleClickInput
from ..responses.toolset_calls import ComputerMiddleClickToolUseBlock as BetaComputerMiddleClickToolUseBlock
from ..responses.toolset_calls import ComputerMiddleClickToolUseBlock as BetaResponseComputerMiddleClickToolUseBlock
from ..responses.toolset_calls import ComputerMouseMoveInput as BetaComputerMouseMoveInput
from ..responses.toolset_calls import ComputerMouseMoveToolUseBlock as BetaComputerMouseMoveToolUseBlock
from ..responses.toolset_calls import ComputerMouseMoveToolUseBlock as BetaResponseComputerMouseMoveToolUseBlock
from ..responses.toolset_calls import ComputerRightClickInput as BetaComputerRightClickInput
from ..responses.toolset_calls import ComputerRightClickToolUseBlock as BetaComputerRightClickToolUseBlock
from ..responses.toolset_calls import ComputerRightClickToolUseBlock as BetaResponseComputerRightClickToolUseBlock
from ..responses.toolset_calls import ComputerScreenshotInput as BetaComputerScreenshotInput
from ..responses.toolset_calls import ComputerScreenshotToolUseBlock as BetaComputerScreenshotToolUseBlock
from ..responses.toolset_calls import ComputerScreenshotToolUseBlock as BetaResponseComputerScreenshotToolUseBlock
from ..responses.toolset_calls import ComputerScrollDirection as BetaComputerScrollDirection
from ..responses.toolset_calls import ComputerScrollInput as BetaComputerScrollInput
from ..responses.toolset_calls import ComputerScrollToolUseBlock as BetaComputerScrollToolUseBlock
from ..responses.toolset_calls import ComputerScrollToolUseBlock as BetaResponseComputerScrollToolUseBlock
from ..responses.toolset_calls import ComputerToolUseBlock as BetaComputerToolUseBlock
from ..responses.toolset_calls import ComputerToolUseBlock as BetaResponseComputerToolUseBlock
from ..responses.toolset_calls import ComputerTripleClickInput as BetaComputerTripleClickInput
from ..responses.toolset_calls import ComputerTripleClickToolUseBlock as BetaComputerTripleClickToolUseBlock
from ..responses.toolset_calls import ComputerTripleClickToolUseBlock as BetaResponseComputerTripleClickToolUseBlock
from ..responses.toolset_calls import ComputerTypeInput as BetaComputerTypeInput
from ..responses.toolset_calls import ComputerTypeToolUseBlock as BetaComputerTypeToolUseBlock
from ..responses.toolset_calls import ComputerTypeToolUseBlock as BetaResponseComputerTypeToolUseBlock
from ..responses.toolset_calls import ComputerWaitInput as BetaComputerWaitInput
from ..responses.toolset_calls import ComputerWaitToolUseBlock as BetaComputerWaitToolUseBlock
from ..responses.toolset_calls import ComputerWaitToolUseBlock as BetaResponseComputerWaitToolUseBlock
from ..responses.toolset_calls import ComputerZoomInput as BetaComputerZoomInput
from ..responses.toolset_calls import ComputerZoomToolUseBlock as BetaComputerZoomToolUseBlock
from ..responses.toolset_calls import ComputerZoomToolUseBlock as BetaResponseComputerZoomToolUseBlock
from ..responses.toolset_calls import ToolsetToolUseBlock as BetaResponseToolUseBlockUnion
from ..responses.toolset_calls import ToolsetToolUseBlock as BetaToolsetToolUseBlock
from ..responses.toolset_calls import ToolUseCaller as BetaToolUseCaller
from ..responses.tunnels import Tunnel as BetaTunnel
from ..responses.tunnels import TunnelToken as BetaTunnelToken
from ..responses.user_profiles import DeletedUserProfile as BetaDeletedUserProfile
from ..responses.user_profiles import UserProfile as BetaUserProfile
from ..responses.user_profiles import UserProfileEnrollmentURL as BetaUserProfileEnrollmentURL
from ..responses.user_profiles import UserProfileExternalUserDetails as BetaUserProfileExternalUserDetails
from ..responses.user_profiles import UserProfileTrustGrant as BetaUserProfileTrustGrant
from ..responses.vaults import DeletedVault as BetaManagedAgentsDeletedVault
from ..responses.vaults import Vault as BetaManagedAgentsVault
from ..responses.webhook_events import WebhookAgentArchivedEventData as BetaWebhookAgentArchivedEventData
from ..responses.webhook_events import WebhookAgentCreatedEventData as BetaWebhookAgentCreatedEventData
from ..responses.webhook_events import WebhookAgentDeletedEventData as BetaWebhookAgentDeletedEventData
from ..responses.webhook_events import WebhookAgentUpdatedEventData as BetaWebhookAgentUpdatedEventData
from ..responses.webhook_events import WebhookDeploymentArchivedEventData as BetaWebhookDeploymentArchivedEventData
from ..responses.webhook_events import WebhookDeploymentCreatedEventData as BetaWebhookDeploymentCreatedEventData
from ..responses.webhook_events import WebhookDeploymentDeletedEventData as BetaWebhookDeploymentDeletedEventData
from ..responses.webhook_events import WebhookDeploymentPausedEventData as BetaWebhookDeploymentPausedEventData
from ..responses.webhook_events import WebhookDeploymentRunFailedEventData as BetaWebhookDeploymentRunFailedEventData
from ..responses.webhook_events import WebhookDeploymentRunStartedEventData as BetaWebhookDeploymentRunStartedEventData
from ..responses.webhook_events import (
    WebhookDeploymentRunSucceededEventData as BetaWebhookDeploymentRunSucceededEventData,
)
from ..responses.webhook_events import WebhookDeploymentUnpausedEventData as BetaWebhookDeploymentUnpausedEventData
from ..responses.webhook_events import WebhookDeploymentUpdatedEventData as BetaWebhookDeploymentUpdatedEventData
from ..responses.webhook_events import WebhookEnvironmentArchivedEventData as BetaWebhookEnvironmentArchivedEventData
from ..responses.webhook_events import WebhookEnvironmentCreatedEventData as BetaWebhookEnvironmentCreatedEventData
from ..responses.webhook_events import WebhookEnvironmentDeletedEventData as BetaWebhookEnvironmentDeletedEventData
from ..responses.webhook_events import WebhookEnvironmentUpdatedEventData as BetaWebhookEnvironmentUpdatedEventData
from ..responses.webhook_events import WebhookEvent as BetaWebhookEvent
from ..responses.webhook_events import WebhookEvent as UnwrapWebhookEvent
from ..responses.webhook_events import WebhookEventData as BetaWebhookEventData
from ..responses.webhook_events import WebhookExternalKeyFailedEventData as BetaWebhookExternalKeyFailedEventData
from ..responses.webhook_events import WebhookExternalKeyRecoveredEventData as BetaWebhookExternalKeyRecoveredEventData
from ..responses.webhook_events import (
    WebhookExternalStorageFailedEventData as BetaWebhookExternalStorageFailedEventData,
)
from ..responses.webhook_events import (
    WebhookExternalStorageRecoveredEventData as BetaWebhookExternalStorageRecoveredEventData,
)
from ..responses.webhook_events import WebhookMemoryStoreArchivedEventData as BetaWebhookMemoryStoreArchivedEventData
from ..responses.webhook_events import WebhookMemoryStoreCreatedEventData as BetaWebhookMemoryStoreCreatedEventData
from ..responses.webhook_events import WebhookMemoryStoreDeletedEventData as BetaWebhookMemoryStoreDeletedEventData
from ..responses.webhook_events import WebhookSessionArchivedEventData as BetaWebhookSessionArchivedEventData
from ..responses.webhook_events import WebhookSessionBudgetReachedEventData as BetaWebhookSessionBudgetReachedEventData
from ..responses.webhook_events import WebhookSessionCreatedEventData as BetaWebhookSessionCreatedEventData
from ..responses.webhook_events import WebhookSessionDeletedEventData as BetaWebhookSessionDeletedEventData
from ..responses.webhook_events import WebhookSessionIdledEventData as BetaWebhookSessionIdledEventData
from ..responses.webhook_events import (
    WebhookSessionOutcomeEvaluationEndedEventData as BetaWebhookSessionOutcomeEvaluationEndedEventData,
)
from ..responses.webhook_events import WebhookSessionPendingEventData as BetaWebhookSessionPendingEventData
from ..responses.webhook_events import (
    WebhookSessionRequiresActionEventData as BetaWebhookSessionRequiresActionEventData,
)
from ..responses.webhook_events import WebhookSessionRunningEventData as BetaWebhookSessionRunningEventData
from ..responses.webhook_events import WebhookSessionStatusIdledEventData as BetaWebhookSessionStatusIdledEventData
from ..responses.webhook_events import (
    WebhookSessionStatusRescheduledEventData as BetaWebhookSessionStatusRescheduledEventData,
)
from ..responses.webhook_events import (
    WebhookSessionStatusRunStartedEventData as BetaWebhookSessionStatusRunStartedEventData,
)
from ..responses.webhook_events import (
    WebhookSessionStatusTerminatedEventData as BetaWebhookSessionStatusTerminatedEventData,
)
from ..responses.webhook_events import WebhookSessionThreadCreatedEventData as BetaWebhookSessionThreadCreatedEventData
from ..responses.webhook_events import WebhookSessionThreadIdledEventData as BetaWebhookSessionThreadIdledEventData
from ..responses.webhook_events import (
    WebhookSessionThreadTerminatedEventData as BetaWebhookSessionThreadTerminatedEventData,
)
from ..responses.webhook_events import WebhookSessionUpdatedEventData as BetaWebhookSessionUpdatedEventData
from ..responses.webhook_events import (
    WebhookUserProfileEnforcementActionOpenedEventData as BetaWebhookUserProfileEnforcementActionOpenedEventData,
)
from ..responses.webhook_events import (
    WebhookUserProfileEnforcementActionResolvedEventData as BetaWebhookUserProfileEnforcementActionResolvedEventData,
)
from ..responses.webhook_events import (
    WebhookUserProfileProgramStatusUpdatedEventData as BetaWebhookUserProfileProgramStatusUpdatedEventData,
)
from ..responses.webhook_events import WebhookVaultArchivedEventData as BetaWebhookVaultArchivedEventData
from ..responses.webhook_events import WebhookVaultCreatedEventData as BetaWebhookVaultCreatedEventData
from ..responses.webhook_events import (
    WebhookVaultCredentialArchivedEventData as BetaWebhookVaultCredentialArchivedEventData,
)
from ..responses.webhook_events import (
    WebhookVaultCredentialCreatedEventData as BetaWebhookVaultCredentialCreatedEventData,
)
from ..responses.webhook_events import (
    WebhookVaultCredentialDeletedEventData as BetaWebhookVaultCredentialDeletedEventData,
)
from ..responses.webhook_events import (
    WebhookVaultCredentialRefreshFailedEventData as BetaWebhookVaultCredentialRefreshFailedEventData,
)
from ..responses.webhook_events import WebhookVaultDeletedEventData as BetaWebhookVaultDeletedEventData

__all__ = [
    "AgentCreateParams",
    "AgentListParams",
    "AgentRetrieveParams",
    "AgentUpdateParams",
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
    "BetaApprovalRequiredErrorDetails",
    "BetaAssistantMessageParam",
    "BetaAuthorizationCheckUnavailableErrorDetails",
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
    "BetaBrowserClickTarget",
    "BetaBrowserCloseTabConfig",
    "BetaBrowserCloseTabConfigParam",
    "BetaBrowserCloseTabInput",
    "BetaBrowserCloseTabToolUseBlock",
    "BetaBrowserCoordinateTarget",
    "BetaBrowserDoubleClickConfig",
    "BetaBrowserDoubleClickConfigParam",
    "BetaBrowserDoubleClickInput",
    "BetaBrowserDoubleClickToolUseBlock",
    "BetaBrowserFileUploadConfig",
    "BetaBrowserFileUploadConfigParam",
    "BetaBrowserFileUploadInput",
    "BetaBrowserFileUploadToolUseBlock",
    "BetaBrowserFindConfig",
    "BetaBrowserFindConfigParam",
    "BetaBrowserFindInput",
    "BetaBrowserFindToolUseBlock",
    "BetaBrowserFormInputConfig",
    "BetaBrowserFormInputConfigParam",
    "BetaBrowserFormInputInput",
    "BetaBrowserFormInputToolUseBlock",
    "BetaBrowserFormInputValue",
    "BetaBrowserGetPageTextConfig",
    "BetaBrowserGetPageTextConfigParam",
    "BetaBrowserGetPageTextInput",
    "BetaBrowserGetPageTextToolUseBlock",
    "BetaBrowserHoldKeyConfig",
    "BetaBrowserHoldKeyConfigParam",
    "BetaBrowserHoldKeyInput",
    "BetaBrowserHoldKeyToolUseBlock",
    "BetaBrowserHoverConfig",
    "BetaBrowserHoverConfigParam",
    "BetaBrowserHoverInput",
    "BetaBrowserHoverToolUseBlock",
    "BetaBrowserJavascriptExecConfig",
    "BetaBrowserJavascriptExecConfigParam",
    "BetaBrowserJavascriptExecInput",
    "BetaBrowserJavascriptExecToolUseBlock",
    "BetaBrowserKeyConfig",
    "BetaBrowserKeyConfigParam",
    "BetaBrowserKeyInput",
    "BetaBrowserKeyToolUseBlock",
    "BetaBrowserLeftClickConfig",
    "BetaBrowserLeftClickConfigParam",
    "BetaBrowserLeftClickDragConfig",
    "BetaBrowserLeftClickDragConfigParam",
    "BetaBrowserLeftClickDragInput",
    "BetaBrowserLeftClickDragToolUseBlock",
    "BetaBrowserLeftClickInput",
    "BetaBrowserLeftClickToolUseBlock",
    "BetaBrowserLeftMouseDownConfig",
    "BetaBrowserLeftMouseDownConfigParam",
    "BetaBrowserLeftMouseDownInput",
    "BetaBrowserLeftMouseDownToolUseBlock",
    "BetaBrowserLeftMouseUpConfig",
    "BetaBrowserLeftMouseUpConfigParam",
    "BetaBrowserLeftMouseUpInput",
    "BetaBrowserLeftMouseUpToolUseBlock",
    "BetaBrowserListTabsConfig",
    "BetaBrowserListTabsConfigParam",
    "BetaBrowserListTabsInput",
    "BetaBrowserListTabsToolUseBlock",
    "BetaBrowserMiddleClickConfig",
    "BetaBrowserMiddleClickConfigParam",
    "BetaBrowserMiddleClickInput",
    "BetaBrowserMiddleClickToolUseBlock",
    "BetaBrowserMouseMoveConfig",
    "BetaBrowserMouseMoveConfigParam",
    "BetaBrowserMouseMoveInput",
    "BetaBrowserMouseMoveToolUseBlock",
    "BetaBrowserNavigateConfig",
    "BetaBrowserNavigateConfigParam",
    "BetaBrowserNavigateInput",
    "BetaBrowserNavigateToolUseBlock",
    "BetaBrowserNewTabConfig",
    "BetaBrowserNewTabConfigParam",
    "BetaBrowserNewTabInput",
    "BetaBrowserNewTabToolUseBlock",
    "BetaBrowserReadConsoleConfig",
    "BetaBrowserReadConsoleConfigParam",
    "BetaBrowserReadConsoleInput",
    "BetaBrowserReadConsoleToolUseBlock",
    "BetaBrowserReadNetworkConfig",
    "BetaBrowserReadNetworkConfigParam",
    "BetaBrowserReadNetworkInput",
    "BetaBrowserReadNetworkToolUseBlock",
    "BetaBrowserReadPageConfig",
    "BetaBrowserReadPageConfigParam",
    "BetaBrowserReadPageFilter",
    "BetaBrowserReadPageInput",
    "BetaBrowserReadPageToolUseBlock",
    "BetaBrowserRefTarget",
    "BetaBrowserRightClickConfig",
    "BetaBrowserRightClickConfigParam",
    "BetaBrowserRightClickInput",
    "BetaBrowserRightClickToolUseBlock",
    "BetaBrowserScreenshotConfig",
    "BetaBrowserScreenshotConfigParam",
    "BetaBrowserScreenshotInput",
    "BetaBrowserScreenshotToolUseBlock",
    "BetaBrowserScrollConfig",
    "BetaBrowserScrollConfigParam",
    "BetaBrowserScrollDirection",
    "BetaBrowserScrollInput",
    "BetaBrowserScrollToConfig",
    "BetaBrowserScrollToConfigParam",
    "BetaBrowserScrollToInput",
    "BetaBrowserScrollToToolUseBlock",
    "BetaBrowserScrollToolUseBlock",
    "BetaBrowserStateBlockParam",
    "BetaBrowserStateChangeDownloadCompletedParam",
    "BetaBrowserStateChangeDownloadFailedParam",
    "BetaBrowserStateChangeDownloadStartedParam",
    "BetaBrowserStateChangeParam",
    "BetaBrowserStateChangeTabOpenedParam",
    "BetaBrowserStateTabEntryParam",
    "BetaBrowserSwitchTabConfig",
    "BetaBrowserSwitchTabConfigParam",
    "BetaBrowserSwitchTabInput",
    "BetaBrowserSwitchTabToolUseBlock",
    "BetaBrowserToolUseBlock",
    "BetaBrowserToolset20260801",
    "BetaBrowserToolset20260801Param",
    "BetaBrowserToolsetConfigs",
    "BetaBrowserToolsetConfigsParam",
    "BetaBrowserTripleClickConfig",
    "BetaBrowserTripleClickConfigParam",
    "BetaBrowserTripleClickInput",
    "BetaBrowserTripleClickToolUseBlock",
    "BetaBrowserTypeConfig",
    "BetaBrowserTypeConfigParam",
    "BetaBrowserTypeInput",
    "BetaBrowserTypeToolUseBlock",
    "BetaBrowserWaitConfig",
    "BetaBrowserWaitConfigParam",
    "BetaBrowserWaitInput",
    "BetaBrowserWaitToolUseBlock",
    "BetaBrowserZoomConfig",
    "BetaBrowserZoomConfigParam",
    "BetaBrowserZoomInput",
    "BetaBrowserZoomToolUseBlock",
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
    "BetaCloudConfig",
    "BetaCloudConfigParams",
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
    "BetaComputerCursorPositionInput",
    "BetaComputerCursorPositionToolUseBlock",
    "BetaComputerDoubleClickConfig",
    "BetaComputerDoubleClickConfigParam",
    "BetaComputerDoubleClickInput",
    "BetaComputerDoubleClickToolUseBlock",
    "BetaComputerHoldKeyConfig",
    "BetaComputerHoldKeyConfigParam",
    "BetaComputerHoldKeyInput",
    "BetaComputerHoldKeyToolUseBlock",
    "BetaComputerKeyConfig",
    "BetaComputerKeyConfigParam",
    "BetaComputerKeyInput",
    "BetaComputerKeyToolUseBlock",
    "BetaComputerLeftClickConfig",
    "BetaComputerLeftClickConfigParam",
    "BetaComputerLeftClickDragConfig",
    "BetaComputerLeftClickDragConfigParam",
    "BetaComputerLeftClickDragInput",
    "BetaComputerLeftClickDragToolUseBlock",
    "BetaComputerLeftClickInput",
    "BetaComputerLeftClickToolUseBlock",
    "BetaComputerLeftMouseDownConfig",
    "BetaComputerLeftMouseDownConfigParam",
    "BetaComputerLeftMouseDownInput",
    "BetaComputerLeftMouseDownToolUseBlock",
    "BetaComputerLeftMouseUpConfig",
    "BetaComputerLeftMouseUpConfigParam",
    "BetaComputerLeftMouseUpInput",
    "BetaComputerLeftMouseUpToolUseBlock",
    "BetaComputerMiddleClickConfig",
    "BetaComputerMiddleClickConfigParam",
    "BetaComputerMiddleClickInput",
    "BetaComputerMiddleClickToolUseBlock",
    "BetaComputerMouseMoveConfig",
    "BetaComputerMouseMoveConfigParam",
    "BetaComputerMouseMoveInput",
    "BetaComputerMouseMoveToolUseBlock",
    "BetaComputerRightClickConfig",
    "BetaComputerRightClickConfigParam",
    "BetaComputerRightClickInput",
    "BetaComputerRightClickToolUseBlock",
    "BetaComputerScreenshotConfig",
    "BetaComputerScreenshotConfigParam",
    "BetaComputerScreenshotInput",
    "BetaComputerScreenshotToolUseBlock",
    "BetaComputerScrollConfig",
    "BetaComputerScrollConfigParam",
    "BetaComputerScrollDirection",
    "BetaComputerScrollInput",
    "BetaComputerScrollToolUseBlock",
    "BetaComputerToolUseBlock",
    "BetaComputerToolset20260801",
    "BetaComputerToolset20260801Param",
    "BetaComputerToolsetConfigs",
    "BetaComputerToolsetConfigsParam",
    "BetaComputerTripleClickConfig",
    "BetaComputerTripleClickConfigParam",
    "BetaComputerTripleClickInput",
    "BetaComputerTripleClickToolUseBlock",
    "BetaComputerTypeConfig",
    "BetaComputerTypeConfigParam",
    "BetaComputerTypeInput",
    "BetaComputerTypeToolUseBlock",
    "BetaComputerWaitConfig",
    "BetaComputerWaitConfigParam",
    "BetaComputerWaitInput",
    "BetaComputerWaitToolUseBlock",
    "BetaComputerZoomConfig",
    "BetaComputerZoomConfigParam",
    "BetaComputerZoomInput",
    "BetaComputerZoomToolUseBlock",
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
    "BetaDeletedUserProfile",
    "BetaDiagnostics",
    "BetaDiagnosticsParam",
    "BetaDirectCaller",
    "BetaDirectCallerParam",
    "BetaDocumentBlock",
    "BetaDream",
    "BetaDreamError",
    "BetaDreamErrorObject",
    "BetaDreamInput",
    "BetaDreamInputParam",
    "BetaDreamMemoryStoreInput",
    "BetaDreamMemoryStoreInputParam",
    "BetaDreamModelConfig",
    "BetaDreamModelConfigParam",
    "BetaDreamOutput",
    "BetaDreamSessionsInput",
    "BetaDreamSessionsInputParam",
    "BetaDreamStatus",
    "BetaDreamUsage",
    "BetaEffortCapability",
    "BetaEncryptedCodeExecutionResultBlock",
    "BetaEncryptedCodeExecutionResultBlockParam",
    "BetaEnvironment",
    "BetaEnvironmentArchivedErrorDetails",
    "BetaEnvironmentCreateDisabledErrorDetails",
    "BetaEnvironmentDeleteResponse",
    "BetaEnvironmentNotFoundErrorDetails",
    "BetaEnvironmentUpdateDisabledErrorDetails",
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
    "BetaHumanReviewNotAvailableErrorDetails",
    "BetaImageBlockParam",
    "BetaImageTransformationsParam",
    "BetaInputJSONDelta",
    "BetaInputTokensClearAtLeastParam",
    "BetaInputTokensTriggerParam",
    "BetaInputTransformation",
    "BetaInvalidConfigTypeChangeErrorDetails",
    "BetaInvalidMetadataErrorDetails",
    "BetaIterationsUsage",
    "BetaJSONOutputFormatParam",
    "BetaLimitedNetwork",
    "BetaLimitedNetworkParams",
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
    "BetaManagedAgentsAWSRoleExecutionIdentity",
    "BetaManagedAgentsAWSRoleExecutionIdentityParams",
    "BetaManagedAgentsAdvisor",
    "BetaManagedAgentsAdvisorParams",
    "BetaManagedAgentsAgent",
    "BetaManagedAgentsAgentArchivedDeploymentPausedReasonError",
    "BetaManagedAgentsAgentArchivedDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsAgentArchivedRunError",
    "BetaManagedAgentsAgentArchivedRunErrorObject",
    "BetaManagedAgentsAgentMessagePreview",
    "BetaManagedAgentsAgentParams",
    "BetaManagedAgentsAgentReference",
    "BetaManagedAgentsAgentThinkingPreview",
    "BetaManagedAgentsAgentToolConfig",
    "BetaManagedAgentsAgentToolConfigParams",
    "BetaManagedAgentsAgentToolset20260401",
    "BetaManagedAgentsAgentToolset20260401Params",
    "BetaManagedAgentsAgentToolsetDefaultConfig",
    "BetaManagedAgentsAgentToolsetDefaultConfigParams",
    "BetaManagedAgentsAgentWithOverridesParams",
    "BetaManagedAgentsAlwaysAllowPolicy",
    "BetaManagedAgentsAlwaysAllowPolicyParam",
    "BetaManagedAgentsAlwaysAskPolicy",
    "BetaManagedAgentsAlwaysAskPolicyParam",
    "BetaManagedAgentsAnthropicSkill",
    "BetaManagedAgentsAnthropicSkillParams",
    "BetaManagedAgentsAutoPolicy",
    "BetaManagedAgentsAutoPolicyParam",
    "BetaManagedAgentsBashToolConfig",
    "BetaManagedAgentsBashToolConfigParams",
    "BetaManagedAgentsBranchCheckout",
    "BetaManagedAgentsBranchCheckoutParam",
    "BetaManagedAgentsBudgetLimit",
    "BetaManagedAgentsBudgetLimitParam",
    "BetaManagedAgentsCacheCreationUsage",
    "BetaManagedAgentsCommitCheckout",
    "BetaManagedAgentsCommitCheckoutParam",
    "BetaManagedAgentsCustomSkill",
    "BetaManagedAgentsCustomSkillParams",
    "BetaManagedAgentsCustomTool",
    "BetaManagedAgentsCustomToolInputSchema",
    "BetaManagedAgentsCustomToolInputSchemaParam",
    "BetaManagedAgentsCustomToolParams",
    "BetaManagedAgentsDeletedMemoryStore",
    "BetaManagedAgentsDeletedSession",
    "BetaManagedAgentsDeletedVault",
    "BetaManagedAgentsDeltaContent",
    "BetaManagedAgentsDeltaEvent",
    "BetaManagedAgentsDeltaType",
    "BetaManagedAgentsDeployment",
    "BetaManagedAgentsDeploymentInitialEvent",
    "BetaManagedAgentsDeploymentInitialEventParams",
    "BetaManagedAgentsDeploymentPausedReason",
    "BetaManagedAgentsDeploymentPausedReasonError",
    "BetaManagedAgentsDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsDeploymentRun",
    "BetaManagedAgentsDeploymentStatus",
    "BetaManagedAgentsDeploymentSystemMessageEvent",
    "BetaManagedAgentsDeploymentUserDefineOutcomeEvent",
    "BetaManagedAgentsDeploymentUserMessageEvent",
    "BetaManagedAgentsEditToolConfig",
    "BetaManagedAgentsEditToolConfigParams",
    "BetaManagedAgentsEffortHigh",
    "BetaManagedAgentsEffortHighParam",
    "BetaManagedAgentsEffortLow",
    "BetaManagedAgentsEffortLowParam",
    "BetaManagedAgentsEffortMax",
    "BetaManagedAgentsEffortMaxParam",
    "BetaManagedAgentsEffortMedium",
    "BetaManagedAgentsEffortMediumParam",
    "BetaManagedAgentsEffortXhigh",
    "BetaManagedAgentsEffortXhighParam",
    "BetaManagedAgentsEnvironmentArchivedDeploymentPausedReasonError",
    "BetaManagedAgentsEnvironmentArchivedDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsEnvironmentArchivedRunError",
    "BetaManagedAgentsEnvironmentArchivedRunErrorObject",
    "BetaManagedAgentsEnvironmentNotFoundDeploymentPausedReasonError",
    "BetaManagedAgentsEnvironmentNotFoundDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsEnvironmentNotFoundRunError",
    "BetaManagedAgentsEnvironmentNotFoundRunErrorObject",
    "BetaManagedAgentsErrorDeploymentPausedReason",
    "BetaManagedAgentsExecutionIdentity",
    "BetaManagedAgentsExecutionIdentityParams",
    "BetaManagedAgentsFileNotFoundDeploymentPausedReasonError",
    "BetaManagedAgentsFileNotFoundDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsFileNotFoundRunError",
    "BetaManagedAgentsFileNotFoundRunErrorObject",
    "BetaManagedAgentsFileResourceConfig",
    "BetaManagedAgentsFileResourceParams",
    "BetaManagedAgentsGitHubRepositoryResourceConfig",
    "BetaManagedAgentsGitHubRepositoryResourceParams",
    "BetaManagedAgentsGlobToolConfig",
    "BetaManagedAgentsGlobToolConfigParams",
    "BetaManagedAgentsGrepToolConfig",
    "BetaManagedAgentsGrepToolConfigParams",
    "BetaManagedAgentsMCPEgressBlockedDeploymentPausedReasonError",
    "BetaManagedAgentsMCPEgressBlockedDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsMCPEgressBlockedRunError",
    "BetaManagedAgentsMCPEgressBlockedRunErrorObject",
    "BetaManagedAgentsMCPServerURLDefinition",
    "BetaManagedAgentsMCPToolConfig",
    "BetaManagedAgentsMCPToolConfigParams",
    "BetaManagedAgentsMCPToolset",
    "BetaManagedAgentsMCPToolsetDefaultConfig",
    "BetaManagedAgentsMCPToolsetDefaultConfigParams",
    "BetaManagedAgentsMCPToolsetParams",
    "BetaManagedAgentsManualDeploymentPausedReason",
    "BetaManagedAgentsManualTriggerContext",
    "BetaManagedAgentsMemoryStore",
    "BetaManagedAgentsMemoryStoreArchivedDeploymentPausedReasonError",
    "BetaManagedAgentsMemoryStoreArchivedDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsMemoryStoreArchivedRunError",
    "BetaManagedAgentsMemoryStoreArchivedRunErrorObject",
    "BetaManagedAgentsMemoryStoreResourceConfig",
    "BetaManagedAgentsMemoryStoreResourceParam",
    "BetaManagedAgentsModel",
    "BetaManagedAgentsModelConfig",
    "BetaManagedAgentsModelConfigParams",
    "BetaManagedAgentsModelParam",
    "BetaManagedAgentsMultiagent",
    "BetaManagedAgentsMultiagent20261001",
    "BetaManagedAgentsMultiagent20261001Params",
    "BetaManagedAgentsMultiagentAdvisor",
    "BetaManagedAgentsMultiagentAdvisorDisabled",
    "BetaManagedAgentsMultiagentAdvisorDisabledParams",
    "BetaManagedAgentsMultiagentAdvisorEnabled",
    "BetaManagedAgentsMultiagentAdvisorEnabledParams",
    "BetaManagedAgentsMultiagentAdvisorParams",
    "BetaManagedAgentsMultiagentCoordinator",
    "BetaManagedAgentsMultiagentCoordinatorParams",
    "BetaManagedAgentsMultiagentInlineAgents",
    "BetaManagedAgentsMultiagentInlineAgentsDisabled",
    "BetaManagedAgentsMultiagentInlineAgentsDisabledParams",
    "BetaManagedAgentsMultiagentInlineAgentsEnabled",
    "BetaManagedAgentsMultiagentInlineAgentsEnabledParams",
    "BetaManagedAgentsMultiagentInlineAgentsParams",
    "BetaManagedAgentsMultiagentParams",
    "BetaManagedAgentsMultiagentPredefinedAgentParams",
    "BetaManagedAgentsMultiagentRosterEntryParams",
    "BetaManagedAgentsMultiagentSelfParams",
    "BetaManagedAgentsMultiagentSubagents",
    "BetaManagedAgentsMultiagentSubagentsDisabled",
    "BetaManagedAgentsMultiagentSubagentsDisabledParams",
    "BetaManagedAgentsMultiagentSubagentsEnabled",
    "BetaManagedAgentsMultiagentSubagentsEnabledParams",
    "BetaManagedAgentsMultiagentSubagentsParams",
    "BetaManagedAgentsMultiagentWorkflows",
    "BetaManagedAgentsMultiagentWorkflowsDisabled",
    "BetaManagedAgentsMultiagentWorkflowsDisabledParams",
    "BetaManagedAgentsMultiagentWorkflowsEnabled",
    "BetaManagedAgentsMultiagentWorkflowsEnabledParams",
    "BetaManagedAgentsMultiagentWorkflowsParams",
    "BetaManagedAgentsOrganizationDisabledDeploymentPausedReasonError",
    "BetaManagedAgentsOrganizationDisabledDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsOrganizationDisabledRunError",
    "BetaManagedAgentsOrganizationDisabledRunErrorObject",
    "BetaManagedAgentsOutcomeEvaluationResource",
    "BetaManagedAgentsReadToolConfig",
    "BetaManagedAgentsReadToolConfigParams",
    "BetaManagedAgentsSchedule",
    "BetaManagedAgentsScheduleParams",
    "BetaManagedAgentsScheduleTriggerContext",
    "BetaManagedAgentsSelfHostedResourcesUnsupportedDeploymentPausedReasonError",
    "BetaManagedAgentsSelfHostedResourcesUnsupportedDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsSelfHostedResourcesUnsupportedRunError",
    "BetaManagedAgentsSelfHostedResourcesUnsupportedRunErrorObject",
    "BetaManagedAgentsServerToolUsage",
    "BetaManagedAgentsServiceAccountExecutionIdentity",
    "BetaManagedAgentsServiceAccountExecutionIdentityParams",
    "BetaManagedAgentsSession",
    "BetaManagedAgentsSessionAgent",
    "BetaManagedAgentsSessionAgentUpdateParam",
    "BetaManagedAgentsSessionCreationRejectedRunError",
    "BetaManagedAgentsSessionCreationRejectedRunErrorObject",
    "BetaManagedAgentsSessionMultiagent",
    "BetaManagedAgentsSessionMultiagent20261001",
    "BetaManagedAgentsSessionMultiagentCoordinator",
    "BetaManagedAgentsSessionMultiagentSubagents",
    "BetaManagedAgentsSessionMultiagentSubagentsEnabled",
    "BetaManagedAgentsSessionMultiagentWorkflows",
    "BetaManagedAgentsSessionMultiagentWorkflowsEnabled",
    "BetaManagedAgentsSessionRateLimitedRunError",
    "BetaManagedAgentsSessionRateLimitedRunErrorObject",
    "BetaManagedAgentsSessionResourceConfig",
    "BetaManagedAgentsSessionResourceNotFoundDeploymentPausedReasonError",
    "BetaManagedAgentsSessionResourceNotFoundDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsSessionResourceNotFoundRunError",
    "BetaManagedAgentsSessionResourceNotFoundRunErrorObject",
    "BetaManagedAgentsSessionStats",
    "BetaManagedAgentsSessionThreadAgent",
    "BetaManagedAgentsSessionUpdatedEvent",
    "BetaManagedAgentsSessionUsage",
    "BetaManagedAgentsSessionUsageEvent",
    "BetaManagedAgentsSkillNotFoundDeploymentPausedReasonError",
    "BetaManagedAgentsSkillNotFoundDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsSkillNotFoundRunError",
    "BetaManagedAgentsSkillNotFoundRunErrorObject",
    "BetaManagedAgentsSkillParams",
    "BetaManagedAgentsStartEvent",
    "BetaManagedAgentsStartEventPreview",
    "BetaManagedAgentsSystemContentBlock",
    "BetaManagedAgentsSystemContentBlockParam",
    "BetaManagedAgentsSystemMessageEvent",
    "BetaManagedAgentsTriggerContext",
    "BetaManagedAgentsTriggerType",
    "BetaManagedAgentsURLMCPServerParams",
    "BetaManagedAgentsUnknownDeploymentPausedReasonError",
    "BetaManagedAgentsUnknownDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsUnknownRunError",
    "BetaManagedAgentsUnknownRunErrorObject",
    "BetaManagedAgentsUserLocation",
    "BetaManagedAgentsUserLocationParam",
    "BetaManagedAgentsUserToolResultEvent",
    "BetaManagedAgentsVault",
    "BetaManagedAgentsVaultArchivedDeploymentPausedReasonError",
    "BetaManagedAgentsVaultArchivedDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsVaultArchivedRunError",
    "BetaManagedAgentsVaultArchivedRunErrorObject",
    "BetaManagedAgentsVaultNotFoundDeploymentPausedReasonError",
    "BetaManagedAgentsVaultNotFoundDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsVaultNotFoundRunError",
    "BetaManagedAgentsVaultNotFoundRunErrorObject",
    "BetaManagedAgentsWebFetchToolConfig",
    "BetaManagedAgentsWebFetchToolConfigParams",
    "BetaManagedAgentsWebFetchURLSourceAll",
    "BetaManagedAgentsWebFetchURLSourceAllParam",
    "BetaManagedAgentsWebFetchURLSourceExcept",
    "BetaManagedAgentsWebFetchURLSourceExceptParam",
    "BetaManagedAgentsWebFetchURLSourceNone",
    "BetaManagedAgentsWebFetchURLSourceNoneParam",
    "BetaManagedAgentsWebFetchURLSourceOnly",
    "BetaManagedAgentsWebFetchURLSourceOnlyParam",
    "BetaManagedAgentsWebFetchURLSourceShorthand",
    "BetaManagedAgentsWebFetchURLSourceToolFilter",
    "BetaManagedAgentsWebFetchURLSourceToolFilterParam",
    "BetaManagedAgentsWebFetchURLSourceToolFilterParams",
    "BetaManagedAgentsWebFetchURLSourceToolReference",
    "BetaManagedAgentsWebFetchURLSourceToolReferenceParam",
    "BetaManagedAgentsWebFetchURLSourceUserInput",
    "BetaManagedAgentsWebFetchURLSourceUserInputParam",
    "BetaManagedAgentsWebFetchURLSourceUserInputParams",
    "BetaManagedAgentsWebFetchURLSources",
    "BetaManagedAgentsWebFetchURLSourcesParams",
    "BetaManagedAgentsWebSearchToolConfig",
    "BetaManagedAgentsWebSearchToolConfigParams",
    "BetaManagedAgentsWorkspaceArchivedDeploymentPausedReasonError",
    "BetaManagedAgentsWorkspaceArchivedDeploymentPausedReasonErrorObject",
    "BetaManagedAgentsWorkspaceArchivedRunError",
    "BetaManagedAgentsWorkspaceArchivedRunErrorObject",
    "BetaManagedAgentsWriteToolConfig",
    "BetaManagedAgentsWriteToolConfigParams",
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
    "BetaOrganizationNotEligibleErrorDetails",
    "BetaOrganizationRole",
    "BetaOutputBehavior",
    "BetaOutputBehaviorCreateNew",
    "BetaOutputBehaviorCreateNewParam",
    "BetaOutputBehaviorParam",
    "BetaOutputBehaviorUpdateExisting",
    "BetaOutputBehaviorUpdateExistingParam",
    "BetaOutputConfigParam",
    "BetaOutputTokensDetails",
    "BetaPackages",
    "BetaPackagesParams",
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
    "BetaResponseBrowserCloseTabToolUseBlock",
    "BetaResponseBrowserDoubleClickToolUseBlock",
    "BetaResponseBrowserFileUploadToolUseBlock",
    "BetaResponseBrowserFindToolUseBlock",
    "BetaResponseBrowserFormInputToolUseBlock",
    "BetaResponseBrowserGetPageTextToolUseBlock",
    "BetaResponseBrowserHoldKeyToolUseBlock",
    "BetaResponseBrowserHoverToolUseBlock",
    "BetaResponseBrowserJavascriptExecToolUseBlock",
    "BetaResponseBrowserKeyToolUseBlock",
    "BetaResponseBrowserLeftClickDragToolUseBlock",
    "BetaResponseBrowserLeftClickToolUseBlock",
    "BetaResponseBrowserLeftMouseDownToolUseBlock",
    "BetaResponseBrowserLeftMouseUpToolUseBlock",
    "BetaResponseBrowserListTabsToolUseBlock",
    "BetaResponseBrowserMiddleClickToolUseBlock",
    "BetaResponseBrowserMouseMoveToolUseBlock",
    "BetaResponseBrowserNavigateToolUseBlock",
    "BetaResponseBrowserNewTabToolUseBlock",
    "BetaResponseBrowserReadConsoleToolUseBlock",
    "BetaResponseBrowserReadNetworkToolUseBlock",
    "BetaResponseBrowserReadPageToolUseBlock",
    "BetaResponseBrowserRightClickToolUseBlock",
    "BetaResponseBrowserScreenshotToolUseBlock",
    "BetaResponseBrowserScrollToToolUseBlock",
    "BetaResponseBrowserScrollToolUseBlock",
    "BetaResponseBrowserSwitchTabToolUseBlock",
    "BetaResponseBrowserToolUseBlock",
    "BetaResponseBrowserTripleClickToolUseBlock",
    "BetaResponseBrowserTypeToolUseBlock",
    "BetaResponseBrowserWaitToolUseBlock",
    "BetaResponseBrowserZoomToolUseBlock",
    "BetaResponseComputerCursorPositionToolUseBlock",
    "BetaResponseComputerDoubleClickToolUseBlock",
    "BetaResponseComputerHoldKeyToolUseBlock",
    "BetaResponseComputerKeyToolUseBlock",
    "BetaResponseComputerLeftClickDragToolUseBlock",
    "BetaResponseComputerLeftClickToolUseBlock",
    "BetaResponseComputerLeftMouseDownToolUseBlock",
    "BetaResponseComputerLeftMouseUpToolUseBlock",
    "BetaResponseComputerMiddleClickToolUseBlock",
    "BetaResponseComputerMouseMoveToolUseBlock",
    "BetaResponseComputerRightClickToolUseBlock",
    "BetaResponseComputerScreenshotToolUseBlock",
    "BetaResponseComputerScrollToolUseBlock",
    "BetaResponseComputerToolUseBlock",
    "BetaResponseComputerTripleClickToolUseBlock",
    "BetaResponseComputerTypeToolUseBlock",
    "BetaResponseComputerWaitToolUseBlock",
    "BetaResponseComputerZoomToolUseBlock",
    "BetaResponseTool",
    "BetaResponseToolAdditionBlock",
    "BetaResponseToolChangeMCPToolReference",
    "BetaResponseToolChangeMCPToolsetReference",
    "BetaResponseToolChangeToolReference",
    "BetaResponseToolInputSchema",
    "BetaResponseToolRemovalBlock",
    "BetaResponseToolUnion",
    "BetaResponseToolUseBlockUnion",
    "BetaSearchResultBlockParam",
    "BetaSelfHostedConfig",
    "BetaSelfHostedConfigParams",
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
    "BetaToolUseCaller",
    "BetaToolUsesKeepParam",
    "BetaToolUsesTriggerParam",
    "BetaToolsetToolUseBlock",
    "BetaTunnel",
    "BetaTunnelToken",
    "BetaURLImageSourceParam",
    "BetaURLPDFSourceParam",
    "BetaUnrestrictedNetwork",
    "BetaUnrestrictedNetworkParam",
    "BetaUsage",
    "BetaUserLocation",
    "BetaUserLocationParam",
    "BetaUserMessageParam",
    "BetaUserProfile",
    "BetaUserProfileEnrollmentURL",
    "BetaUserProfileExternalUserDetails",
    "BetaUserProfileExternalUserDetailsParams",
    "BetaUserProfileTrustGrant",
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
    "BetaWebhookAgentArchivedEventData",
    "BetaWebhookAgentCreatedEventData",
    "BetaWebhookAgentDeletedEventData",
    "BetaWebhookAgentUpdatedEventData",
    "BetaWebhookDeploymentArchivedEventData",
    "BetaWebhookDeploymentCreatedEventData",
    "BetaWebhookDeploymentDeletedEventData",
    "BetaWebhookDeploymentPausedEventData",
    "BetaWebhookDeploymentRunFailedEventData",
    "BetaWebhookDeploymentRunStartedEventData",
    "BetaWebhookDeploymentRunSucceededEventData",
    "BetaWebhookDeploymentUnpausedEventData",
    "BetaWebhookDeploymentUpdatedEventData",
    "BetaWebhookEnvironmentArchivedEventData",
    "BetaWebhookEnvironmentCreatedEventData",
    "BetaWebhookEnvironmentDeletedEventData",
    "BetaWebhookEnvironmentUpdatedEventData",
    "BetaWebhookEvent",
    "BetaWebhookEventData",
    "BetaWebhookExternalKeyFailedEventData",
    "BetaWebhookExternalKeyRecoveredEventData",
    "BetaWebhookExternalStorageFailedEventData",
    "BetaWebhookExternalStorageRecoveredEventData",
    "BetaWebhookMemoryStoreArchivedEventData",
    "BetaWebhookMemoryStoreCreatedEventData",
    "BetaWebhookMemoryStoreDeletedEventData",
    "BetaWebhookSessionArchivedEventData",
    "BetaWebhookSessionBudgetReachedEventData",
    "BetaWebhookSessionCreatedEventData",
    "BetaWebhookSessionDeletedEventData",
    "BetaWebhookSessionIdledEventData",
    "BetaWebhookSessionOutcomeEvaluationEndedEventData",
    "BetaWebhookSessionPendingEventData",
    "BetaWebhookSessionRequiresActionEventData",
    "BetaWebhookSessionRunningEventData",
    "BetaWebhookSessionStatusIdledEventData",
    "BetaWebhookSessionStatusRescheduledEventData",
    "BetaWebhookSessionStatusRunStartedEventData",
    "BetaWebhookSessionStatusTerminatedEventData",
    "BetaWebhookSessionThreadCreatedEventData",
    "BetaWebhookSessionThreadIdledEventData",
    "BetaWebhookSessionThreadTerminatedEventData",
    "BetaWebhookSessionUpdatedEventData",
    "BetaWebhookUserProfileEnforcementActionOpenedEventData",
    "BetaWebhookUserProfileEnforcementActionResolvedEventData",
    "BetaWebhookUserProfileProgramStatusUpdatedEventData",
    "BetaWebhookVaultArchivedEventData",
    "BetaWebhookVaultCreatedEventData",
    "BetaWebhookVaultCredentialArchivedEventData",
    "BetaWebhookVaultCredentialCreatedEventData",
    "BetaWebhookVaultCredentialDeletedEventData",
    "BetaWebhookVaultCredentialRefreshFailedEventData",
    "BetaWebhookVaultDeletedEventData",
    "DeploymentCreateParams",
    "DeploymentListParams",
    "DeploymentRunListParams",
    "DeploymentUpdateParams",
    "DreamCreateParams",
    "DreamListParams",
    "EnvironmentCreateParams",
    "EnvironmentListParams",
    "EnvironmentUpdateParams",
    "FileListParams",
    "FileUploadParams",
    "MemoryStoreCreateParams",
    "MemoryStoreListParams",
    "MemoryStoreUpdateParams",
    "MessageCountTokensParams",
    "MessageCreateParams",
    "ModelListParams",
    "SessionCreateParams",
    "SessionListParams",
    "SessionUpdateParams",
    "SkillCreateParams",
    "SkillListParams",
    "ThreadCreateParams",
    "TunnelCreateParams",
    "TunnelListParams",
    "TunnelRotateTokenParams",
    "UnwrapWebhookEvent",
    "UserProfileCreateParams",
    "UserProfileListParams",
    "UserProfileUpdateParams",
    "VaultCreateParams",
    "VaultListParams",
    "VaultUpdateParams",
]
