"""Webhooks: events that the API posts to you.

API: https://platform.claude.com/docs/en/build-with-claude/webhooks
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.endpoint import Mode, Resource

if TYPE_CHECKING:
    from ..types import WebhookEvent
    from ..webhooks.headers import WebhookHeaders
    from ..webhooks.signatures import WebhookKey


class Webhooks(Resource[Mode]):
    """Events that the API posts to you. Nothing is sent: the methods are the same on both clients."""

    def unwrap(self, payload: str | bytes, headers: WebhookHeaders, key: WebhookKey | None = None) -> WebhookEvent:
        """The event of a delivery, once its signature and its time are checked.

        `event.data.type` says what happened. The API may deliver an event twice: keep the ids of
        those you have seen.

        Args:
            payload: The body of the request as it came, before a framework parsed it.
            headers: The headers of the request, as the framework has them: a mapping with names in any case, a list of
                pairs, a WSGI environ, an ASGI scope, or the object of a framework.
            key: The signing key of the endpoint, `whsec_...`; several while one replaces another. `webhook_key` of the
                client, or `ANTHROPIC_WEBHOOK_SIGNING_KEY`, when left out.

        Raises:
            APIWebhookValidationError: The signature does not fit, the delivery is more than five minutes old or in the
                future, headers are missing, or the payload is not an event.
            ValueError: There is no key, or an invalid one.
            TypeError: `payload` is neither text nor bytes, such as the parsed JSON.

        API: https://platform.claude.com/docs/en/build-with-claude/webhooks
        """
        from ..webhooks.events import unwrap

        settings = self._binding.client.settings
        strict = settings.strict
        if key is None:
            key = settings.webhook_key
        del settings
        if key is None:
            raise ValueError(
                "no key to check the webhook with: give key=, webhook_key= to the client, or set "
                "ANTHROPIC_WEBHOOK_SIGNING_KEY"
            )
        try:
            return unwrap(payload, headers, key, strict=strict)
        finally:
            del key  # which the traceback of an error would hold

    def parse_unverified(self, payload: str | bytes) -> WebhookEvent:
        """The event of a payload whose signature you have checked yourself: anybody can make one without.

        Raises:
            APIWebhookValidationError: It is not an event.
        """
        from ..webhooks.events import parse_unverified

        return parse_unverified(payload, strict=self._binding.client.settings.strict)
