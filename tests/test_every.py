"""A test that checks many values names those that fail."""

from __future__ import annotations

import pytest

from every import every


def test_each_value_that_fails_is_named_with_its_reason() -> None:
    @every("number, given", [(1, "a"), (2, "b"), (3, "c")], lambda case: f"case {case[0]}")
    def check(number: int, given: str) -> None:
        assert number == 2, given

    with pytest.raises(
        AssertionError, match="2 of 3 fail:\ncase 1: AssertionError: a\n(.*\n)*case 3: AssertionError: c"
    ):
        check()


def test_nothing_to_check_is_a_failure() -> None:
    @every("number", [])
    def check(number: int) -> None: ...

    with pytest.raises(AssertionError, match="nothing was checked"):
        check()


@every("number", [1, 2])
def test_fixtures_are_given_to_each(tmp_path_factory: pytest.TempPathFactory, number: int) -> None:
    assert number in (1, 2)
    assert tmp_path_factory
