"""The limiter, with a clock that only the test moves."""

from __future__ import annotations

import copy
import pickle
import threading
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claude_client.limits.limiter import Limiter
from claude_client.types.response_info import RateLimits


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


class Server:
    """Counts as the API does: a bucket that holds a second of its limit and refills all the time."""

    def __init__(self, per_minute: float, clock: Clock) -> None:
        self.rate = per_minute / 60
        self.level = max(1.0, self.rate)
        self.at = clock.seconds

    def admits(self, amount: float, now: float) -> bool:
        self.level = min(max(1.0, self.rate), self.level + (now - self.at) * self.rate)
        self.at = now
        if self.level < min(amount, self.rate) - 1e-6:
            return False
        self.level -= amount
        return True


@pytest.fixture
def clock() -> Clock:
    return Clock()


def about(expected: Any) -> Any:
    """The wait for all of a limit; of that, a little less is used."""
    return pytest.approx(expected, rel=0.02, abs=0.02)


def headers(**values: int) -> RateLimits:
    named: Mapping[str, str] = {
        f"anthropic-ratelimit-{name.replace('_', '-')}": str(value) for name, value in values.items()
    }
    return RateLimits(named)


def test_calls_beyond_a_tenth_of_a_second_of_the_limit_wait_for_their_turn(clock: Clock) -> None:
    limiter = Limiter(requests_per_minute=1200, clock=clock)

    waits = [limiter.wait(limiter.reserve("m")) for _ in range(5)]

    assert waits == about([0, 0, 0.05, 0.1, 0.15])


def test_each_model_has_limits_of_its_own(clock: Clock) -> None:
    limiter = Limiter(requests_per_minute=60, clock=clock)

    waits = [limiter.wait(limiter.reserve(model)) for model in ("a", "b", "a", "b")]

    assert waits == about([0, 0, 1, 1])


def test_the_tightest_limit_counts(clock: Clock) -> None:
    limiter = Limiter(requests_per_minute=6000, input_tokens_per_minute=60_000, clock=clock)

    first = limiter.reserve("m", input_tokens=1000)
    second = limiter.reserve("m", input_tokens=500)

    assert limiter.wait(first) == 0
    assert limiter.wait(second) == about(1.0)


def test_a_call_larger_than_the_bucket_starts_when_it_is_full_and_is_paid_off_by_the_next(clock: Clock) -> None:
    limiter = Limiter(input_tokens_per_minute=60_000, clock=clock)

    large = limiter.reserve("m", input_tokens=5000)
    after = limiter.reserve("m", input_tokens=1000)

    assert limiter.wait(large) == 0
    assert limiter.wait(after) == about(5)


def test_what_was_not_used_is_there_for_the_next_call(clock: Clock) -> None:
    limiter = Limiter(input_tokens_per_minute=60_000, clock=clock)
    reservation = limiter.reserve("m", input_tokens=1000)

    limiter.settle(reservation, input_tokens=100, output_tokens=1)

    assert limiter.wait(limiter.reserve("m", input_tokens=900)) == about(0.1)


def test_what_was_used_beyond_the_estimate_is_waited_for(clock: Clock) -> None:
    limiter = Limiter(input_tokens_per_minute=60_000, clock=clock)
    reservation = limiter.reserve("m", input_tokens=1000)

    limiter.settle(reservation, input_tokens=3000, output_tokens=1)

    assert limiter.wait(limiter.reserve("m", input_tokens=1000)) == about(3)


def test_a_call_that_is_not_made_gives_back_what_it_reserved_once(clock: Clock) -> None:
    limiter = Limiter(requests_per_minute=60, clock=clock)
    reservation = limiter.reserve("m")

    limiter.cancel(reservation)
    limiter.cancel(reservation)

    assert [limiter.wait(limiter.reserve("m")) for _ in range(2)] == about([0, 1])


def test_a_pause_holds_back_every_call_of_its_model_those_that_wait_already_too(clock: Clock) -> None:
    limiter = Limiter(requests_per_minute=6000, clock=clock)
    waiting, other = limiter.reserve("m"), limiter.reserve("n")

    limiter.pause("m", 30)
    limiter.pause("m", 10)  # a shorter one does not end it sooner

    assert limiter.wait(waiting) == about(30)
    assert limiter.wait(limiter.reserve("m")) == about(30)
    assert limiter.wait(other) == 0
    clock.seconds += 30
    assert limiter.wait(waiting) == 0


def test_the_output_that_is_expected_follows_what_messages_of_the_model_had(clock: Clock) -> None:
    limiter = Limiter(output_tokens_per_minute=60_000, clock=clock)
    before = limiter.reserve("m", max_tokens=4000)

    limiter.settle(before, input_tokens=1, output_tokens=100)

    assert before.amounts["output_tokens"] == 1000
    assert limiter.reserve("m", max_tokens=4000).amounts["output_tokens"] == 100
    assert limiter.reserve("m", max_tokens=50).amounts["output_tokens"] == 50


def test_limits_are_learned_from_the_headers_for_each_model(clock: Clock) -> None:
    limiter = Limiter.auto(clock=clock)
    before = [limiter.wait(limiter.reserve("m")) for _ in range(100)]

    limiter.learn("m", headers(requests_limit=60, requests_remaining=0))

    assert before == [0] * 100
    assert limiter.wait(limiter.reserve("m")) == about(1)
    assert limiter.wait(limiter.reserve("other")) == 0


def test_a_reservation_from_before_a_limit_was_known_leaves_it_alone(clock: Clock) -> None:
    limiter = Limiter.auto(clock=clock)
    early = limiter.reserve("m", input_tokens=50_000)
    limiter.learn("m", headers(input_tokens_limit=60_000, input_tokens_remaining=1000))

    limiter.settle(early, input_tokens=10, output_tokens=1)

    assert limiter.wait(limiter.reserve("m", input_tokens=1000)) == 0
    assert limiter.wait(limiter.reserve("m", input_tokens=1000)) == about(1)


def test_limits_that_were_given_stay_whatever_the_headers_say(clock: Clock) -> None:
    limiter = Limiter(requests_per_minute=60, clock=clock)

    limiter.learn("m", headers(requests_limit=6000, requests_remaining=5999))

    assert [limiter.wait(limiter.reserve("m")) for _ in range(2)] == about([0, 1])


@pytest.mark.parametrize("limit", [0, -1, float("nan"), float("inf")])
def test_a_limit_that_lets_nothing_or_everything_through_is_refused(limit: float) -> None:
    with pytest.raises(ValueError, match=r"invalid requests_per_minute=.*expected a number above 0"):
        Limiter(requests_per_minute=limit)


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda limiter: pickle.loads(pickle.dumps(limiter))])
def test_a_copy_for_another_process_has_the_limits_and_nothing_of_what_was_used(copied: object) -> None:
    limiter = Limiter(requests_per_minute=60)
    limiter.reserve("m")

    twin: Limiter = copied(limiter)  # type: ignore[operator]

    assert repr(twin) == repr(limiter) == "Limiter(requests_per_minute=60)"
    assert twin.wait(twin.reserve("m")) == 0


def test_threads_share_one_limit() -> None:
    clock = Clock()
    limiter = Limiter(requests_per_minute=60, clock=clock)
    waits: list[float] = []

    def reserve() -> None:
        waits.extend(limiter.wait(limiter.reserve("m")) for _ in range(50))

    threads = [threading.Thread(target=reserve) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(waits) == about(list(range(400)))


@given(
    per_minute=st.integers(60, 10_000),
    calls=st.lists(st.tuples(st.floats(0, 0.5), st.integers(1, 400)), min_size=1, max_size=60),
)
def test_no_call_of_any_size_at_any_time_is_more_than_the_server_admits(
    per_minute: int, calls: list[tuple[float, int]]
) -> None:
    clock = Clock()
    limiter, server = Limiter(input_tokens_per_minute=per_minute, clock=clock), Server(per_minute, clock)
    starts: list[tuple[float, int]] = []
    for pause, tokens in calls:
        clock.seconds += pause
        reservation = limiter.reserve("m", input_tokens=tokens)
        starts.append((clock.seconds + limiter.wait(reservation), tokens))

    admitted = [server.admits(tokens, at) for at, tokens in starts]

    assert starts == sorted(starts, key=lambda start: start[0])  # first come, first served
    assert all(admitted)


@given(st.integers(100, 6000))
def test_calls_that_always_wait_use_all_of_the_limit(per_minute: int) -> None:
    clock = Clock()
    limiter = Limiter(requests_per_minute=per_minute, clock=clock)

    last = max(limiter.wait(limiter.reserve("m")) for _ in range(per_minute))

    assert 0.98 * 60 <= last <= 1.02 * 60


def test_calls_that_wait_start_one_after_the_other_after_a_pause_too(clock: Clock) -> None:
    limiter = Limiter(requests_per_minute=60, clock=clock)
    waiting = [limiter.reserve("m") for _ in range(4)]
    clock.seconds += 0.5

    limiter.pause("m", 10)
    later = limiter.reserve("m")
    in_pause = [limiter.wait(each) for each in [*waiting, later]]
    clock.seconds += 10
    after = [limiter.wait(each) for each in [*waiting, later]]

    assert in_pause == about([10, 10.5, 11.5, 12.5, 13.5])
    assert after == about([0, 0.5, 1.5, 2.5, 3.5])


def test_a_second_429_prolongs_a_pause_and_does_not_add_to_it(clock: Clock) -> None:
    limiter = Limiter(requests_per_minute=60, clock=clock)
    first, second = limiter.reserve("m"), limiter.reserve("m")

    limiter.pause("m", 10)
    clock.seconds += 4
    limiter.pause("m", 8)
    limiter.pause("m", 1)

    assert (limiter.wait(first), limiter.wait(second)) == about((8, 9))
