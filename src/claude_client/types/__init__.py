"""What the API takes and returns: every type by its name, imported when it is first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "AnthropicBetaParam AuthenticationError BashCodeExecutionToolResultError BetaAPIError BetaAPIErrorObject "
        "BetaAuthenticationError BetaAuthenticationErrorObject BetaBillingError BetaBillingErrorObject "
        "BetaCMEKNotApprovedErrorDetails BetaCurrency BetaError BetaErrorObject BetaErrorResponse "
        "BetaExternalKeyNotFoundErrorDetails BetaExternalKeyProviderMismatchErrorDetails "
        "BetaGCPProjectControlledByAnotherOrganizationErrorDetails BetaGCPProjectNotVerifiedErrorDetails "
        "BetaGatewayTimeoutError BetaGatewayTimeoutErrorObject BetaInvalidRequestError BetaInvalidRequestErrorObject "
        "BetaMonetaryAmount BetaMonetaryAmountParam BetaNotFoundError BetaNotFoundErrorObject "
        "BetaOrganizationNotEnrolledInBetaErrorDetails BetaOverloadedError BetaOverloadedErrorObject "
        "BetaPermissionError BetaPermissionErrorObject BetaRateLimitError BetaRateLimitErrorObject "
        "BetaRegionNotSupportedErrorDetails BetaRequestBodyTimeoutErrorDetails BetaStorageInUseErrorDetails "
        "BetaStorageNotApprovedErrorDetails BetaUnsupportedCharsetErrorDetails BillingError "
        "CodeExecutionToolResultError ContentBlockDeltaEvent ContentBlockStartEvent ContentBlockStopEvent "
        "GatewayTimeoutError InvalidRequestError MessageCreateParamsContainerParam MessageDeltaEvent "
        "MessageStartEvent MessageStopEvent MessageStreamEvent Model NotFoundError OverloadedError PermissionError "
        "RateLimitError ResponseBrowserCloseTabToolUseBlock ResponseBrowserDoubleClickToolUseBlock "
        "ResponseBrowserFileUploadToolUseBlock ResponseBrowserFindToolUseBlock ResponseBrowserFormInputToolUseBlock "
        "ResponseBrowserGetPageTextToolUseBlock ResponseBrowserHoldKeyToolUseBlock ResponseBrowserHoverToolUseBlock "
        "ResponseBrowserJavascriptExecToolUseBlock ResponseBrowserKeyToolUseBlock "
        "ResponseBrowserLeftClickDragToolUseBlock ResponseBrowserLeftClickToolUseBlock "
        "ResponseBrowserLeftMouseDownToolUseBlock ResponseBrowserLeftMouseUpToolUseBlock "
        "ResponseBrowserListTabsToolUseBlock ResponseBrowserMiddleClickToolUseBlock "
        "ResponseBrowserMouseMoveToolUseBlock ResponseBrowserNavigateToolUseBlock ResponseBrowserNewTabToolUseBlock "
        "ResponseBrowserReadConsoleToolUseBlock ResponseBrowserReadNetworkToolUseBlock "
        "ResponseBrowserReadPageToolUseBlock ResponseBrowserRightClickToolUseBlock "
        "ResponseBrowserScreenshotToolUseBlock ResponseBrowserScrollToToolUseBlock ResponseBrowserScrollToolUseBlock "
        "ResponseBrowserSwitchTabToolUseBlock ResponseBrowserToolUseBlock ResponseBrowserTripleClickToolUseBlock "
        "ResponseBrowserTypeToolUseBlock ResponseBrowserWaitToolUseBlock ResponseBrowserZoomToolUseBlock "
        "ResponseComputerCursorPositionToolUseBlock ResponseComputerDoubleClickToolUseBlock "
        "ResponseComputerHoldKeyToolUseBlock ResponseComputerKeyToolUseBlock "
        "ResponseComputerLeftClickDragToolUseBlock ResponseComputerLeftClickToolUseBlock "
        "ResponseComputerLeftMouseDownToolUseBlock ResponseComputerLeftMouseUpToolUseBlock "
        "ResponseComputerMiddleClickToolUseBlock ResponseComputerMouseMoveToolUseBlock "
        "ResponseComputerRightClickToolUseBlock ResponseComputerScreenshotToolUseBlock "
        "ResponseComputerScrollToolUseBlock ResponseComputerToolUseBlock ResponseComputerTripleClickToolUseBlock "
        "ResponseComputerTypeToolUseBlock ResponseComputerWaitToolUseBlock ResponseComputerZoomToolUseBlock "
        "ResponseToolUseBlockUnion TextEditorCodeExecutionToolResultError ToolSearchToolResultError "
        "WebSearchToolRequestErrorParam WebSearchToolResultError"
    ),
)
