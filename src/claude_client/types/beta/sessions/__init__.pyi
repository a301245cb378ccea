# Written by `scripts/generate_types.py`.

from ...params.content import Base64ImageSourceParam as BetaManagedAgentsBase64ImageSourceParam
from ...params.content import DocumentBlockParam as BetaManagedAgentsDocumentBlockParam
from ...params.content import FileDocumentSourceParam as BetaManagedAgentsFileDocumentSourceParam
from ...params.content import FileImageSourceParam as BetaManagedAgentsFileImageSourceParam
from ...params.content import ImageBlockParam as BetaManagedAgentsImageBlockParam
from ...params.content import SearchResultBlockParam as BetaManagedAgentsSearchResultBlockParam
from ...params.content import TextBlockParam as BetaManagedAgentsTextBlockParam
from ...params.content import URLImageSourceParam as BetaManagedAgentsURLImageSourceParam
from ...params.deployments import Base64DocumentSourceParam as BetaManagedAgentsBase64DocumentSourceParam
from ...params.deployments import FileRubricParams as BetaManagedAgentsFileRubricParams
from ...params.deployments import PlainTextDocumentSourceParam as BetaManagedAgentsPlainTextDocumentSourceParam
from ...params.deployments import RedactedBlockParam as BetaManagedAgentsRedactedBlockParam
from ...params.deployments import SystemMessageEventParams as BetaManagedAgentsSystemMessageEventParams
from ...params.deployments import TextRubricParams as BetaManagedAgentsTextRubricParams
from ...params.deployments import URLDocumentSourceParam as BetaManagedAgentsURLDocumentSourceParam
from ...params.deployments import UserDefineOutcomeEventParams as BetaManagedAgentsUserDefineOutcomeEventParams
from ...params.deployments import UserMessageEventParams as BetaManagedAgentsUserMessageEventParams
from ...params.sessions import (
    EventListParams,
    EventSendParams,
    EventStreamParams,
    ResourceAddParams,
    ResourceListParams,
    ResourceUpdateParams,
    ThreadListParams,
)
from ...params.sessions import EventParams as BetaManagedAgentsEventParams
from ...params.sessions import SearchResultCitationsParam as BetaManagedAgentsSearchResultCitationsParam
from ...params.sessions import SearchResultContentParam as BetaManagedAgentsSearchResultContentParam
from ...params.sessions import SessionEventType as BetaManagedAgentsSessionEventType
from ...params.sessions import UserCustomToolResultEventParams as BetaManagedAgentsUserCustomToolResultEventParams
from ...params.sessions import UserInterruptEventParams as BetaManagedAgentsUserInterruptEventParams
from ...params.sessions import UserToolConfirmationEventParams as BetaManagedAgentsUserToolConfirmationEventParams
from ...params.sessions import UserToolResultEventParams as BetaManagedAgentsUserToolResultEventParams
from ...responses.content import TextBlock as BetaManagedAgentsTextBlock
from ...responses.deployments import Base64DocumentSource as BetaManagedAgentsBase64DocumentSource
from ...responses.deployments import Base64ImageSource as BetaManagedAgentsBase64ImageSource
from ...responses.deployments import FileDocumentSource as BetaManagedAgentsFileDocumentSource
from ...responses.deployments import FileImageSource as BetaManagedAgentsFileImageSource
from ...responses.deployments import FileRubric as BetaManagedAgentsFileRubric
from ...responses.deployments import ImageBlock as BetaManagedAgentsImageBlock
from ...responses.deployments import PlainTextDocumentSource as BetaManagedAgentsPlainTextDocumentSource
from ...responses.deployments import RedactedBlock as BetaManagedAgentsRedactedBlock
from ...responses.deployments import TextRubric as BetaManagedAgentsTextRubric
from ...responses.deployments import URLDocumentSource as BetaManagedAgentsURLDocumentSource
from ...responses.deployments import URLImageSource as BetaManagedAgentsURLImageSource
from ...responses.errors import BillingErrorObject as BetaManagedAgentsBillingError
from ...responses.errors import BillingErrorObject as BetaManagedAgentsBillingErrorObject
from ...responses.server_content import DocumentBlock as BetaManagedAgentsDocumentBlock
from ...responses.sessions import AgentAutoEvaluatedPermission as BetaManagedAgentsAgentAutoEvaluatedPermission
from ...responses.sessions import (
    AgentAutoEvaluatedPermissionAllow as BetaManagedAgentsAgentAutoEvaluatedPermissionAllow,
)
from ...responses.sessions import AgentAutoEvaluatedPermissionAsk as BetaManagedAgentsAgentAutoEvaluatedPermissionAsk
from ...responses.sessions import AgentAutoEvaluatedPermissionDeny as BetaManagedAgentsAgentAutoEvaluatedPermissionDeny
from ...responses.sessions import AgentCustomToolUseEvent as BetaManagedAgentsAgentCustomToolUseEvent
from ...responses.sessions import AgentEvaluatedPermission as BetaManagedAgentsAgentEvaluatedPermission
from ...responses.sessions import AgentMCPToolResultEvent as BetaManagedAgentsAgentMCPToolResultEvent
from ...responses.sessions import AgentMCPToolUseEvent as BetaManagedAgentsAgentMCPToolUseEvent
from ...responses.sessions import AgentMessageEvent as BetaManagedAgentsAgentMessageEvent
from ...responses.sessions import AgentThinkingEvent as BetaManagedAgentsAgentThinkingEvent
from ...responses.sessions import AgentThreadContextCompactedEvent as BetaManagedAgentsAgentThreadContextCompactedEvent
from ...responses.sessions import AgentThreadMessageReceivedEvent as BetaManagedAgentsAgentThreadMessageReceivedEvent
from ...responses.sessions import AgentThreadMessageSentEvent as BetaManagedAgentsAgentThreadMessageSentEvent
from ...responses.sessions import AgentToolEvaluation as BetaManagedAgentsAgentToolEvaluation
from ...responses.sessions import AgentToolEvaluationAlwaysAllow as BetaManagedAgentsAgentToolEvaluationAlwaysAllow
from ...responses.sessions import AgentToolEvaluationAlwaysAsk as BetaManagedAgentsAgentToolEvaluationAlwaysAsk
from ...responses.sessions import AgentToolEvaluationAuto as BetaManagedAgentsAgentToolEvaluationAuto
from ...responses.sessions import AgentToolResultEvent as BetaManagedAgentsAgentToolResultEvent
from ...responses.sessions import AgentToolUseEvent as BetaManagedAgentsAgentToolUseEvent
from ...responses.sessions import CompactionLimitReachedErrorObject as BetaManagedAgentsCompactionLimitReachedError
from ...responses.sessions import (
    CompactionLimitReachedErrorObject as BetaManagedAgentsCompactionLimitReachedErrorObject,
)
from ...responses.sessions import (
    CredentialHostUnreachableErrorObject as BetaManagedAgentsCredentialHostUnreachableError,
)
from ...responses.sessions import (
    CredentialHostUnreachableErrorObject as BetaManagedAgentsCredentialHostUnreachableErrorObject,
)
from ...responses.sessions import DeleteSessionResource as BetaManagedAgentsDeleteSessionResource
from ...responses.sessions import FileResource as BetaManagedAgentsFileResource
from ...responses.sessions import GitHubRepositoryResource as BetaManagedAgentsGitHubRepositoryResource
from ...responses.sessions import InlineAgent as BetaManagedAgentsInlineAgent
from ...responses.sessions import (
    MaxWorkflowRunsWorkflowRunErrorObject as BetaManagedAgentsMaxWorkflowRunsWorkflowRunError,
)
from ...responses.sessions import (
    MaxWorkflowRunsWorkflowRunErrorObject as BetaManagedAgentsMaxWorkflowRunsWorkflowRunErrorObject,
)
from ...responses.sessions import MCPAuthenticationFailedErrorObject as BetaManagedAgentsMCPAuthenticationFailedError
from ...responses.sessions import (
    MCPAuthenticationFailedErrorObject as BetaManagedAgentsMCPAuthenticationFailedErrorObject,
)
from ...responses.sessions import MCPConnectionFailedErrorObject as BetaManagedAgentsMCPConnectionFailedError
from ...responses.sessions import MCPConnectionFailedErrorObject as BetaManagedAgentsMCPConnectionFailedErrorObject
from ...responses.sessions import MemoryStoreResource as BetaManagedAgentsMemoryStoreResource
from ...responses.sessions import ModelOverloadedErrorObject as BetaManagedAgentsModelOverloadedError
from ...responses.sessions import ModelOverloadedErrorObject as BetaManagedAgentsModelOverloadedErrorObject
from ...responses.sessions import ModelRateLimitedErrorObject as BetaManagedAgentsModelRateLimitedError
from ...responses.sessions import ModelRateLimitedErrorObject as BetaManagedAgentsModelRateLimitedErrorObject
from ...responses.sessions import ModelRequestFailedErrorObject as BetaManagedAgentsModelRequestFailedError
from ...responses.sessions import ModelRequestFailedErrorObject as BetaManagedAgentsModelRequestFailedErrorObject
from ...responses.sessions import ProgramWorkflowRunErrorObject as BetaManagedAgentsProgramWorkflowRunError
from ...responses.sessions import ProgramWorkflowRunErrorObject as BetaManagedAgentsProgramWorkflowRunErrorObject
from ...responses.sessions import RepositoryAuthenticationErrorObject as BetaManagedAgentsRepositoryAuthenticationError
from ...responses.sessions import (
    RepositoryAuthenticationErrorObject as BetaManagedAgentsRepositoryAuthenticationErrorObject,
)
from ...responses.sessions import RepositoryCheckoutErrorObject as BetaManagedAgentsRepositoryCheckoutError
from ...responses.sessions import RepositoryCheckoutErrorObject as BetaManagedAgentsRepositoryCheckoutErrorObject
from ...responses.sessions import RepositoryCloneErrorObject as BetaManagedAgentsRepositoryCloneError
from ...responses.sessions import RepositoryCloneErrorObject as BetaManagedAgentsRepositoryCloneErrorObject
from ...responses.sessions import RepositoryForbiddenErrorObject as BetaManagedAgentsRepositoryForbiddenError
from ...responses.sessions import RepositoryForbiddenErrorObject as BetaManagedAgentsRepositoryForbiddenErrorObject
from ...responses.sessions import RepositoryNotFoundErrorObject as BetaManagedAgentsRepositoryNotFoundError
from ...responses.sessions import RepositoryNotFoundErrorObject as BetaManagedAgentsRepositoryNotFoundErrorObject
from ...responses.sessions import ResourceRetrieveResponse, ResourceUpdateResponse
from ...responses.sessions import RetryStatusExhausted as BetaManagedAgentsRetryStatusExhausted
from ...responses.sessions import RetryStatusRetrying as BetaManagedAgentsRetryStatusRetrying
from ...responses.sessions import RetryStatusTerminal as BetaManagedAgentsRetryStatusTerminal
from ...responses.sessions import SearchResultBlock as BetaManagedAgentsSearchResultBlock
from ...responses.sessions import SearchResultCitations as BetaManagedAgentsSearchResultCitations
from ...responses.sessions import SearchResultContent as BetaManagedAgentsSearchResultContent
from ...responses.sessions import SendSessionEvents as BetaManagedAgentsSendSessionEvents
from ...responses.sessions import SessionBudgetReached as BetaManagedAgentsSessionBudgetReached
from ...responses.sessions import SessionDeletedEvent as BetaManagedAgentsSessionDeletedEvent
from ...responses.sessions import SessionEndTurn as BetaManagedAgentsSessionEndTurn
from ...responses.sessions import SessionErrorEvent as BetaManagedAgentsSessionErrorEvent
from ...responses.sessions import SessionEvent as BetaManagedAgentsSessionEvent
from ...responses.sessions import SessionRefusal as BetaManagedAgentsSessionRefusal
from ...responses.sessions import SessionRefusalStopDetails as BetaManagedAgentsSessionRefusalStopDetails
from ...responses.sessions import SessionRequiresAction as BetaManagedAgentsSessionRequiresAction
from ...responses.sessions import SessionResource as BetaManagedAgentsSessionResource
from ...responses.sessions import SessionRetriesExhausted as BetaManagedAgentsSessionRetriesExhausted
from ...responses.sessions import SessionStatusIdleEvent as BetaManagedAgentsSessionStatusIdleEvent
from ...responses.sessions import SessionStatusRescheduledEvent as BetaManagedAgentsSessionStatusRescheduledEvent
from ...responses.sessions import SessionStatusRunningEvent as BetaManagedAgentsSessionStatusRunningEvent
from ...responses.sessions import SessionStatusTerminatedEvent as BetaManagedAgentsSessionStatusTerminatedEvent
from ...responses.sessions import SessionThread as BetaManagedAgentsSessionThread
from ...responses.sessions import SessionThreadCreatedEvent as BetaManagedAgentsSessionThreadCreatedEvent
from ...responses.sessions import SessionThreadStats as BetaManagedAgentsSessionThreadStats
from ...responses.sessions import SessionThreadStatus as BetaManagedAgentsSessionThreadStatus
from ...responses.sessions import SessionThreadStatusIdleEvent as BetaManagedAgentsSessionThreadStatusIdleEvent
from ...responses.sessions import (
    SessionThreadStatusRescheduledEvent as BetaManagedAgentsSessionThreadStatusRescheduledEvent,
)
from ...responses.sessions import SessionThreadStatusRunningEvent as BetaManagedAgentsSessionThreadStatusRunningEvent
from ...responses.sessions import (
    SessionThreadStatusTerminatedEvent as BetaManagedAgentsSessionThreadStatusTerminatedEvent,
)
from ...responses.sessions import SessionThreadUsage as BetaManagedAgentsSessionThreadUsage
from ...responses.sessions import SessionUsageSnapshot as BetaManagedAgentsSessionUsageSnapshot
from ...responses.sessions import SpanModelRequestEndEvent as BetaManagedAgentsSpanModelRequestEndEvent
from ...responses.sessions import SpanModelRequestStartEvent as BetaManagedAgentsSpanModelRequestStartEvent
from ...responses.sessions import SpanModelUsage as BetaManagedAgentsSpanModelUsage
from ...responses.sessions import SpanOutcomeEvaluationEndEvent as BetaManagedAgentsSpanOutcomeEvaluationEndEvent
from ...responses.sessions import (
    SpanOutcomeEvaluationOngoingEvent as BetaManagedAgentsSpanOutcomeEvaluationOngoingEvent,
)
from ...responses.sessions import SpanOutcomeEvaluationStartEvent as BetaManagedAgentsSpanOutcomeEvaluationStartEvent
from ...responses.sessions import StreamSessionEvents as BetaManagedAgentsStreamSessionEvents
from ...responses.sessions import StreamSessionThreadEvents as BetaManagedAgentsStreamSessionThreadEvents
from ...responses.sessions import ThreadLimitWorkflowRunErrorObject as BetaManagedAgentsThreadLimitWorkflowRunError
from ...responses.sessions import (
    ThreadLimitWorkflowRunErrorObject as BetaManagedAgentsThreadLimitWorkflowRunErrorObject,
)
from ...responses.sessions import TimeoutWorkflowRunErrorObject as BetaManagedAgentsTimeoutWorkflowRunError
from ...responses.sessions import TimeoutWorkflowRunErrorObject as BetaManagedAgentsTimeoutWorkflowRunErrorObject
from ...responses.sessions import ToolUseLimitReachedErrorObject as BetaManagedAgentsToolUseLimitReachedError
from ...responses.sessions import ToolUseLimitReachedErrorObject as BetaManagedAgentsToolUseLimitReachedErrorObject
from ...responses.sessions import UnknownErrorObject as BetaManagedAgentsUnknownError
from ...responses.sessions import UnknownErrorObject as BetaManagedAgentsUnknownErrorObject
from ...responses.sessions import UnknownWorkflowRunErrorObject as BetaManagedAgentsUnknownWorkflowRunError
from ...responses.sessions import UnknownWorkflowRunErrorObject as BetaManagedAgentsUnknownWorkflowRunErrorObject
from ...responses.sessions import UserCustomToolResultEvent as BetaManagedAgentsUserCustomToolResultEvent
from ...responses.sessions import UserDefineOutcomeEvent as BetaManagedAgentsUserDefineOutcomeEvent
from ...responses.sessions import UserInterruptEvent as BetaManagedAgentsUserInterruptEvent
from ...responses.sessions import UserMessageEvent as BetaManagedAgentsUserMessageEvent
from ...responses.sessions import UserToolConfirmationEvent as BetaManagedAgentsUserToolConfirmationEvent
from ...responses.sessions import WorkflowRunCreatedEvent as BetaManagedAgentsWorkflowRunCreatedEvent
from ...responses.sessions import WorkflowRunErrorEvent as BetaManagedAgentsWorkflowRunErrorEvent
from ...responses.sessions import WorkflowRunErrorObject as BetaManagedAgentsWorkflowRunError
from ...responses.sessions import WorkflowRunErrorObject as BetaManagedAgentsWorkflowRunErrorObject
from ...responses.sessions import WorkflowRunPhase as BetaManagedAgentsWorkflowRunPhase
from ...responses.sessions import WorkflowRunPhaseEndedEvent as BetaManagedAgentsWorkflowRunPhaseEndedEvent
from ...responses.sessions import WorkflowRunPhaseStartedEvent as BetaManagedAgentsWorkflowRunPhaseStartedEvent
from ...responses.sessions import WorkflowRunResult as BetaManagedAgentsWorkflowRunResult
from ...responses.sessions import WorkflowRunResultCompleted as BetaManagedAgentsWorkflowRunResultCompleted
from ...responses.sessions import WorkflowRunResultErrorObject as BetaManagedAgentsWorkflowRunResultError
from ...responses.sessions import WorkflowRunResultErrorObject as BetaManagedAgentsWorkflowRunResultErrorObject
from ...responses.sessions import WorkflowRunResultStopped as BetaManagedAgentsWorkflowRunResultStopped
from ...responses.sessions import WorkflowRunStatusEndedEvent as BetaManagedAgentsWorkflowRunStatusEndedEvent
from ...responses.sessions import WorkflowRunStatusIdleEvent as BetaManagedAgentsWorkflowRunStatusIdleEvent
from ...responses.sessions import WorkflowRunStatusRunningEvent as BetaManagedAgentsWorkflowRunStatusRunningEvent

__all__ = [
    "BetaManagedAgentsAgentAutoEvaluatedPermission",
    "BetaManagedAgentsAgentAutoEvaluatedPermissionAllow",
    "BetaManagedAgentsAgentAutoEvaluatedPermissionAsk",
    "BetaManagedAgentsAgentAutoEvaluatedPermissionDeny",
    "BetaManagedAgentsAgentCustomToolUseEvent",
    "BetaManagedAgentsAgentEvaluatedPermission",
    "BetaManagedAgentsAgentMCPToolResultEvent",
    "BetaManagedAgentsAgentMCPToolUseEvent",
    "BetaManagedAgentsAgentMessageEvent",
    "BetaManagedAgentsAgentThinkingEvent",
    "BetaManagedAgentsAgentThreadContextCompactedEvent",
    "BetaManagedAgentsAgentThreadMessageReceivedEvent",
    "BetaManagedAgentsAgentThreadMessageSentEvent",
    "BetaManagedAgentsAgentToolEvaluation",
    "BetaManagedAgentsAgentToolEvaluationAlwaysAllow",
    "BetaManagedAgentsAgentToolEvaluationAlwaysAsk",
    "BetaManagedAgentsAgentToolEvaluationAuto",
    "BetaManagedAgentsAgentToolResultEvent",
    "BetaManagedAgentsAgentToolUseEvent",
    "BetaManagedAgentsBase64DocumentSource",
    "BetaManagedAgentsBase64DocumentSourceParam",
    "BetaManagedAgentsBase64ImageSource",
    "BetaManagedAgentsBase64ImageSourceParam",
    "BetaManagedAgentsBillingError",
    "BetaManagedAgentsBillingErrorObject",
    "BetaManagedAgentsCompactionLimitReachedError",
    "BetaManagedAgentsCompactionLimitReachedErrorObject",
    "BetaManagedAgentsCredentialHostUnreachableError",
    "BetaManagedAgentsCredentialHostUnreachableErrorObject",
    "BetaManagedAgentsDeleteSessionResource",
    "BetaManagedAgentsDocumentBlock",
    "BetaManagedAgentsDocumentBlockParam",
    "BetaManagedAgentsEventParams",
    "BetaManagedAgentsFileDocumentSource",
    "BetaManagedAgentsFileDocumentSourceParam",
    "BetaManagedAgentsFileImageSource",
    "BetaManagedAgentsFileImageSourceParam",
    "BetaManagedAgentsFileResource",
    "BetaManagedAgentsFileRubric",
    "BetaManagedAgentsFileRubricParams",
    "BetaManagedAgentsGitHubRepositoryResource",
    "BetaManagedAgentsImageBlock",
    "BetaManagedAgentsImageBlockParam",
    "BetaManagedAgentsInlineAgent",
    "BetaManagedAgentsMCPAuthenticationFailedError",
    "BetaManagedAgentsMCPAuthenticationFailedErrorObject",
    "BetaManagedAgentsMCPConnectionFailedError",
    "BetaManagedAgentsMCPConnectionFailedErrorObject",
    "BetaManagedAgentsMaxWorkflowRunsWorkflowRunError",
    "BetaManagedAgentsMaxWorkflowRunsWorkflowRunErrorObject",
    "BetaManagedAgentsMemoryStoreResource",
    "BetaManagedAgentsModelOverloadedError",
    "BetaManagedAgentsModelOverloadedErrorObject",
    "BetaManagedAgentsModelRateLimitedError",
    "BetaManagedAgentsModelRateLimitedErrorObject",
    "BetaManagedAgentsModelRequestFailedError",
    "BetaManagedAgentsModelRequestFailedErrorObject",
    "BetaManagedAgentsPlainTextDocumentSource",
    "BetaManagedAgentsPlainTextDocumentSourceParam",
    "BetaManagedAgentsProgramWorkflowRunError",
    "BetaManagedAgentsProgramWorkflowRunErrorObject",
    "BetaManagedAgentsRedactedBlock",
    "BetaManagedAgentsRedactedBlockParam",
    "BetaManagedAgentsRepositoryAuthenticationError",
    "BetaManagedAgentsRepositoryAuthenticationErrorObject",
    "BetaManagedAgentsRepositoryCheckoutError",
    "BetaManagedAgentsRepositoryCheckoutErrorObject",
    "BetaManagedAgentsRepositoryCloneError",
    "BetaManagedAgentsRepositoryCloneErrorObject",
    "BetaManagedAgentsRepositoryForbiddenError",
    "BetaManagedAgentsRepositoryForbiddenErrorObject",
    "BetaManagedAgentsRepositoryNotFoundError",
    "BetaManagedAgentsRepositoryNotFoundErrorObject",
    "BetaManagedAgentsRetryStatusExhausted",
    "BetaManagedAgentsRetryStatusRetrying",
    "BetaManagedAgentsRetryStatusTerminal",
    "BetaManagedAgentsSearchResultBlock",
    "BetaManagedAgentsSearchResultBlockParam",
    "BetaManagedAgentsSearchResultCitations",
    "BetaManagedAgentsSearchResultCitationsParam",
    "BetaManagedAgentsSearchResultContent",
    "BetaManagedAgentsSearchResultContentParam",
    "BetaManagedAgentsSendSessionEvents",
    "BetaManagedAgentsSessionBudgetReached",
    "BetaManagedAgentsSessionDeletedEvent",
    "BetaManagedAgentsSessionEndTurn",
    "BetaManagedAgentsSessionErrorEvent",
    "BetaManagedAgentsSessionEvent",
    "BetaManagedAgentsSessionEventType",
    "BetaManagedAgentsSessionRefusal",
    "BetaManagedAgentsSessionRefusalStopDetails",
    "BetaManagedAgentsSessionRequiresAction",
    "BetaManagedAgentsSessionResource",
    "BetaManagedAgentsSessionRetriesExhausted",
    "BetaManagedAgentsSessionStatusIdleEvent",
    "BetaManagedAgentsSessionStatusRescheduledEvent",
    "BetaManagedAgentsSessionStatusRunningEvent",
    "BetaManagedAgentsSessionStatusTerminatedEvent",
    "BetaManagedAgentsSessionThread",
    "BetaManagedAgentsSessionThreadCreatedEvent",
    "BetaManagedAgentsSessionThreadStats",
    "BetaManagedAgentsSessionThreadStatus",
    "BetaManagedAgentsSessionThreadStatusIdleEvent",
    "BetaManagedAgentsSessionThreadStatusRescheduledEvent",
    "BetaManagedAgentsSessionThreadStatusRunningEvent",
    "BetaManagedAgentsSessionThreadStatusTerminatedEvent",
    "BetaManagedAgentsSessionThreadUsage",
    "BetaManagedAgentsSessionUsageSnapshot",
    "BetaManagedAgentsSpanModelRequestEndEvent",
    "BetaManagedAgentsSpanModelRequestStartEvent",
    "BetaManagedAgentsSpanModelUsage",
    "BetaManagedAgentsSpanOutcomeEvaluationEndEvent",
    "BetaManagedAgentsSpanOutcomeEvaluationOngoingEvent",
    "BetaManagedAgentsSpanOutcomeEvaluationStartEvent",
    "BetaManagedAgentsStreamSessionEvents",
    "BetaManagedAgentsStreamSessionThreadEvents",
    "BetaManagedAgentsSystemMessageEventParams",
    "BetaManagedAgentsTextBlock",
    "BetaManagedAgentsTextBlockParam",
    "BetaManagedAgentsTextRubric",
    "BetaManagedAgentsTextRubricParams",
    "BetaManagedAgentsThreadLimitWorkflowRunError",
    "BetaManagedAgentsThreadLimitWorkflowRunErrorObject",
    "BetaManagedAgentsTimeoutWorkflowRunError",
    "BetaManagedAgentsTimeoutWorkflowRunErrorObject",
    "BetaManagedAgentsToolUseLimitReachedError",
    "BetaManagedAgentsToolUseLimitReachedErrorObject",
    "BetaManagedAgentsURLDocumentSource",
    "BetaManagedAgentsURLDocumentSourceParam",
    "BetaManagedAgentsURLImageSource",
    "BetaManagedAgentsURLImageSourceParam",
    "BetaManagedAgentsUnknownError",
    "BetaManagedAgentsUnknownErrorObject",
    "BetaManagedAgentsUnknownWorkflowRunError",
    "BetaManagedAgentsUnknownWorkflowRunErrorObject",
    "BetaManagedAgentsUserCustomToolResultEvent",
    "BetaManagedAgentsUserCustomToolResultEventParams",
    "BetaManagedAgentsUserDefineOutcomeEvent",
    "BetaManagedAgentsUserDefineOutcomeEventParams",
    "BetaManagedAgentsUserInterruptEvent",
    "BetaManagedAgentsUserInterruptEventParams",
    "BetaManagedAgentsUserMessageEvent",
    "BetaManagedAgentsUserMessageEventParams",
    "BetaManagedAgentsUserToolConfirmationEvent",
    "BetaManagedAgentsUserToolConfirmationEventParams",
    "BetaManagedAgentsUserToolResultEventParams",
    "BetaManagedAgentsWorkflowRunCreatedEvent",
    "BetaManagedAgentsWorkflowRunError",
    "BetaManagedAgentsWorkflowRunErrorEvent",
    "BetaManagedAgentsWorkflowRunErrorObject",
    "BetaManagedAgentsWorkflowRunPhase",
    "BetaManagedAgentsWorkflowRunPhaseEndedEvent",
    "BetaManagedAgentsWorkflowRunPhaseStartedEvent",
    "BetaManagedAgentsWorkflowRunResult",
    "BetaManagedAgentsWorkflowRunResultCompleted",
    "BetaManagedAgentsWorkflowRunResultError",
    "BetaManagedAgentsWorkflowRunResultErrorObject",
    "BetaManagedAgentsWorkflowRunResultStopped",
    "BetaManagedAgentsWorkflowRunStatusEndedEvent",
    "BetaManagedAgentsWorkflowRunStatusIdleEvent",
    "BetaManagedAgentsWorkflowRunStatusRunningEvent",
    "EventListParams",
    "EventSendParams",
    "EventStreamParams",
    "ResourceAddParams",
    "ResourceListParams",
    "ResourceRetrieveResponse",
    "ResourceUpdateParams",
    "ResourceUpdateResponse",
    "ThreadListParams",
]
