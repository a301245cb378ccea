"""`Budget`: what calls may spend together, in US dollars, tokens, requests and time.

A call reserves the most that it can cost before it is sent. Its usage settles the reservation. So a budget is never
overdrawn by calls that run side by side.
"""

from __future__ import annotations

import math
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

from ..errors import BudgetExceededError
from ..types.cost import Spending, UnknownPriceError, UsageTotals, cost_of
from .estimates import estimate_most_usage

if TYPE_CHECKING:
    from ..types.cost import Prices

Per: TypeAlias = Literal["job", "total"]
Bound: TypeAlias = Literal["usd", "tokens", "requests", "seconds"]

_ZERO: Final = Decimal(0)
_UNITS: Final[Mapping[Bound, str]] = {"usd": "USD", "tokens": "tokens", "requests": "requests", "seconds": "seconds"}


@dataclass
class BudgetReservation:
    """The most that one request can cost. Settle, keep or cancel it once, when the request has ended."""

    model: str
    most: Spending
    batch: bool
    open: bool = True


class Budget:
    """Bounds what calls that make messages spend. Give it to a client, to `run_tools()` or to a job.

    Each request is checked before it is sent, with the most that it can cost: the estimated input tokens, and
    `max_tokens` of output, at the price of the model. Where that does not fit, `BudgetExceededError` is raised and
    nothing is sent. One object may be shared by threads, tasks and clients.

    A request that was refused costs nothing. One whose response was lost counts with the most that it can cost, as the
    server may have done the work.

    Args:
        usd: US dollars (extra `cost`, or `prices`).
        tokens: Input and output tokens together.
        requests: Requests, retries included.
        seconds: Seconds from the first request on. A request that is under way then goes on.
        per: `job` lets each job and each run of tools that is given this object begin with the whole budget; `total`
            counts all of them together. The calls of a client that is given it always count together.
        prices: Prices of yours by model id, as `ModelPrices`; what they lack is looked up.

    Raises:
        ValueError: A bound is not above zero, or there is none.
    """

    def __init__(
        self,
        usd: Decimal | float | str | None = None,
        tokens: int | None = None,
        requests: int | None = None,
        seconds: float | None = None,
        per: Per = "job",
        *,
        prices: Prices | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        given: dict[Bound, Any] = {"usd": usd, "tokens": tokens, "requests": requests, "seconds": seconds}
        self.bounds: dict[Bound, Decimal | float] = {
            name: _check_bound(name, value) for name, value in given.items() if value is not None
        }
        if not self.bounds:
            raise ValueError("a budget needs a bound: Budget(usd=...), tokens=, requests= or seconds=")
        if per not in ("job", "total"):
            raise ValueError(f"invalid per={per!r}: expected 'job' or 'total'")
        self.per: Per = per
        self.prices = prices
        self._clock = clock
        self._lock = threading.Lock()
        self._spent = Spending()
        self._reserved = Spending()
        self._started: float | None = None
        self._whole: Budget | None = None
        self._dropped: deque[BudgetReservation] = deque()

    def for_job(self) -> Budget:
        """The budget of one job or one run of tools: this one, or one that begins anew and is added to this one."""
        if self.per == "total":
            return self
        made = Budget(**self._arguments(), clock=self._clock)
        made.per, made._whole = "total", self
        return made

    @property
    def spent(self) -> Spending:
        """What was spent until now, by requests that have ended."""
        self._keep_dropped()
        with self._lock:
            return self._spent + Spending(seconds=self._elapsed())

    @property
    def reserved(self) -> Spending:
        """The most that the requests under way can cost."""
        self._keep_dropped()
        return self._reserved

    def reserve(self, params: Mapping[str, Any], *, batch: bool = False) -> BudgetReservation:
        """Reserve the most that a request can cost.

        Args:
            params: The parameters of `messages.create`.
            batch: It is made in a batch, at the price of batches.

        Raises:
            BudgetExceededError: It does not fit into the budget.
            UnknownPriceError: The budget is in dollars and there is no price for the model.
        """
        self._keep_dropped()
        model = str(params.get("model", ""))
        usage = estimate_most_usage(params)
        usd = _ZERO
        if "usd" in self.bounds:
            usd = cost_of(usage, model, batch=batch, prices=self.prices).total
        most = Spending(usd, _count_tokens(usage), 1)
        with self._lock:
            if self._started is None:
                self._started = self._clock()
            self._check(most)
            self._reserved += most
        return BudgetReservation(model, most, batch)

    def _check(self, most: Spending) -> None:
        spent = self._spent + Spending(seconds=self._elapsed())
        for name, bound in self.bounds.items():
            needed = _of(most, name)
            if name == "seconds":
                if spent.seconds < cast("float", bound):
                    continue
            elif _of(spent, name) + _of(self._reserved, name) + needed <= bound:
                continue
            may_pass = name != "seconds" and _of(spent, name) + needed <= bound
            raise BudgetExceededError(
                _explain(name, bound, spent, self._reserved, needed), limit=name, spent=spent, may_pass=may_pass
            )

    def settle(self, reservation: BudgetReservation, usage: object, *, model: str | None = None) -> None:
        """Put what a request has used in the place of its reservation.

        Args:
            reservation: What was reserved for it.
            usage: The `Usage` of the message, or the same as a dictionary.
            model: The model that wrote the message, where it is another one.
        """
        usd = _ZERO
        if "usd" in self.bounds:
            usd = self._price(usage, model or reservation.model, reservation)
        self._close(reservation, Spending(usd, _count_tokens(usage), 1))

    def _price(self, usage: object, model: str, reservation: BudgetReservation) -> Decimal:
        for each in (model, reservation.model):
            try:
                return cost_of(usage, each, batch=reservation.batch, prices=self.prices).total
            except UnknownPriceError:
                continue
        return reservation.most.usd

    def keep(self, reservation: BudgetReservation) -> None:
        """Count a reservation in full, as the server may have done the work: nobody knows what it cost."""
        self._close(reservation, reservation.most)

    def keep_later(self, reservation: BudgetReservation) -> None:
        """Count a reservation in full with the next call. Takes no lock, so that a collected object may call it."""
        self._dropped.append(reservation)

    def _keep_dropped(self) -> None:
        while self._dropped:
            with suppress(IndexError):  # another thread was faster
                self.keep(self._dropped.popleft())

    def cancel(self, reservation: BudgetReservation, *, sent: bool = False) -> None:
        """Give a reservation back whose request cost nothing.

        Args:
            reservation: What was reserved for it.
            sent: It was sent and refused: one request is counted.
        """
        self._close(reservation, Spending(requests=int(sent)))

    def _close(self, reservation: BudgetReservation, spent: Spending) -> None:
        with self._lock:
            if not reservation.open:
                return
            reservation.open = False
            self._reserved -= reservation.most
            self._spent += spent
        if self._whole is not None:
            self._whole.add(spent)

    def add(self, spent: Spending) -> None:
        """Add what was spent elsewhere, such as by a job or in another process."""
        with self._lock:
            self._spent += Spending(spent.usd, spent.tokens, spent.requests)
            if self._started is None:
                self._started = self._clock() - spent.seconds

    def _elapsed(self) -> float:
        return 0.0 if self._started is None else self._clock() - self._started

    def _arguments(self) -> dict[str, Any]:
        bounds: dict[str, Any] = {str(name): bound for name, bound in self.bounds.items()}
        return {**bounds, "per": self.per, "prices": self.prices}

    def __getstate__(self) -> dict[str, Any]:
        # What has been spent belongs to this process; the bounds are what another one needs.
        return self._arguments()

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)  # type: ignore[misc]  # made anew, with a lock and a clock of this process

    def __repr__(self) -> str:
        bounds = ", ".join(f"{name}={value}" for name, value in self.bounds.items())
        return f"Budget({bounds}, per={self.per!r})"


class BudgetPair:
    """Two budgets that hold for the same calls."""

    def __init__(self, one: Any, other: Any) -> None:
        self._budgets = (one, other)

    def for_job(self) -> BudgetPair:
        """The budgets of one job."""
        return BudgetPair(*(each.for_job() for each in self._budgets))

    def reserve(self, params: Mapping[str, Any], *, batch: bool = False) -> tuple[Any, Any]:
        """Reserve in both, or in none of them."""
        one, other = self._budgets
        first = one.reserve(params, batch=batch)
        try:
            return first, other.reserve(params, batch=batch)
        except BaseException:
            one.cancel(first)
            raise

    def settle(self, reservation: tuple[Any, Any], usage: object, *, model: str | None = None) -> None:
        """Settle in both."""
        for budget, each in zip(self._budgets, reservation, strict=True):
            budget.settle(each, usage, model=model)

    def keep(self, reservation: tuple[Any, Any]) -> None:
        """Count a reservation in full in both."""
        for budget, each in zip(self._budgets, reservation, strict=True):
            budget.keep(each)

    def keep_later(self, reservation: tuple[Any, Any]) -> None:
        """Count a reservation in full in both, with their next calls."""
        for budget, each in zip(self._budgets, reservation, strict=True):
            budget.keep_later(each)

    def cancel(self, reservation: tuple[Any, Any], *, sent: bool = False) -> None:
        """Give a reservation back in both."""
        for budget, each in zip(self._budgets, reservation, strict=True):
            budget.cancel(each, sent=sent)


def _check_bound(name: Bound, value: Any) -> Decimal | float:
    try:
        number = Decimal(str(value)) if name == "usd" else value
        is_valid = not isinstance(value, bool) and math.isfinite(number) and number > 0
    except (ArithmeticError, TypeError, ValueError):
        is_valid, number = False, 0.0
    if not is_valid:
        raise ValueError(f"invalid {name}={value!r}: expected a number above 0")
    return number


def _of(spending: Spending, name: Bound) -> Any:
    return getattr(spending, name)


def _count_tokens(usage: object) -> int:
    totals = UsageTotals()
    totals.add(usage, "")
    return totals.input_tokens + totals.output_tokens


def _explain(name: Bound, bound: Any, spent: Spending, reserved: Spending, needed: Any) -> str:
    if name == "seconds":
        return f"the budget of {bound:g} seconds is used up: {spent.seconds:.1f} seconds have passed"
    unit = _UNITS[name]
    text = f"the budget of {_show(bound)} {unit} has no room for another request: {_show(_of(spent, name))} were spent"
    if _of(reserved, name):
        text += f", requests under way may cost {_show(_of(reserved, name))}"
    return f"{text}, and this one may cost {_show(needed)}"


def _show(number: Any) -> str:
    return f"{number.quantize(Decimal('0.000001')).normalize():f}" if isinstance(number, Decimal) else f"{number:,.0f}"
