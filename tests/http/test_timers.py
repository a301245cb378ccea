from __future__ import annotations

import threading
import weakref
from functools import partial

from claude_client.http.timers import Timer, start_timer


class Thing:
    def touch(self) -> None:
        """Be there."""


def test_a_timer_that_is_cancelled_lets_go_of_what_it_was_for() -> None:
    thing = Thing()
    seen = weakref.ref(thing)
    timer = start_timer(600.0, thing.touch)

    assert timer.cancel()
    del thing

    assert seen() is None


def test_a_timer_fires_once_and_not_after_it_was_cancelled() -> None:
    fired: list[str] = []
    first, second = Timer(partial(fired.append, "first")), Timer(partial(fired.append, "second"))

    first.fire()
    first.fire()
    assert not first.cancel()
    assert second.cancel()
    second.fire()

    assert fired == ["first"]


def test_a_timer_fires_in_another_thread() -> None:
    where: list[threading.Thread] = []
    fired = threading.Event()

    def note() -> None:
        where.append(threading.current_thread())
        fired.set()

    start_timer(0.0, note)

    assert fired.wait(10)
    assert where != [threading.current_thread()]
