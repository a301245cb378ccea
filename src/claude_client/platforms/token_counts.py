"""Amazon Bedrock's response to a count of tokens, read as that of the Claude API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..core.decoding import JSONResponse, attach
from ..core.json_decoding import DecodeError, parse_json
from ..types import MessageTokensCount

if TYPE_CHECKING:
    from ..core.response import AsyncResponse, Response


class BedrockTokenCount(JSONResponse[MessageTokensCount]):
    """A response whose body is `{"inputTokens": ...}`."""

    def __init__(self) -> None:
        super().__init__(MessageTokensCount)

    def parse(self, response: Response[Any] | AsyncResponse[Any]) -> MessageTokensCount:
        """The count, which keeps what the response's headers tell."""
        try:
            counted: Any = parse_json(response.http_response.content)
            value = MessageTokensCount(input_tokens=counted["inputTokens"])
        except (DecodeError, LookupError, TypeError, ValueError):
            return super().parse(response)  # which says what is wrong, or finds the API's own form from a gateway
        return attach(value, response)

    parse_async = parse
