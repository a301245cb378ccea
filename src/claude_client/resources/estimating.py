"""`messages.estimate()`: at most one call, which counts the tokens, and an estimate made of it. It does no I/O."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..core.polling import Polling
from ..limits.estimates import Estimate, make_estimate

if TYPE_CHECKING:
    from ..core.request import Request
    from ..types.cost import Prices


class Estimating(Polling[Estimate]):
    """Asks once, or not at all, and is over then."""

    value: Estimate

    def __init__(
        self, request: Request[Any], params: Mapping[str, Any], *, offline: bool, prices: Prices | None
    ) -> None:
        """Args:
        request: Counts the tokens.
        params: The body of the message.
        offline: Estimate the tokens in place of that.
        prices: Prices that go first.
        """
        super().__init__(request, lambda _: (1, 1), lambda _: True)
        self._params = params
        self._prices = prices
        self._offline = offline
        self._is_made = False

    def next_step(self) -> Request[Any] | float | None:
        """The request to send now; None where it is over.

        Raises:
            UnknownPriceError: There is no price for the model.
        """
        if not self._is_made:
            # First, so that a model without a price is known before anything is asked for.
            self.value = make_estimate(self._params, None, self._prices)
            self._is_made = True
            return None if self._offline else self._request
        return None

    def update(self, value: Any) -> None:
        """Take the number of tokens."""
        self.value = make_estimate(self._params, value.input_tokens, self._prices)
