from __future__ import annotations

import threading
import weakref
from functools import partial

from claude_client.streaming.alarm import Alarm, after


class Thing:
    def touch(self) -> None:
        """Be there."""


def test_what_an_alarm_was_for_is_let_go_of_when_it_is_called_off() -> None:
    thing = Thing()
    seen = weakref.ref(thing)
    alarm = after(600.0, thing.touch)

    assert alarm.call_off()
    del thing

    assert seen() is None


def test_an_alarm_goes_off_once_and_not_after_it_was_called_off() -> None:
    rung: list[str] = []
    first, second = Alarm(partial(rung.append, "first")), Alarm(partial(rung.append, "second"))

    first.ring()
    first.ring()
    assert not first.call_off()
    assert second.call_off()
    second.ring()

    assert rung == ["first"]


def test_an_alarm_goes_off_in_another_thread() -> None:
    where: list[threading.Thread] = []
    rung = threading.Event()

    def note() -> None:
        where.append(threading.current_thread())
        rung.set()

    after(0.0, note)

    assert rung.wait(10)
    assert where != [threading.current_thread()]
