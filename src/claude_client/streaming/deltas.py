"""Deltas in a row, of which only one string differs: that string of each, and their events, the rest read only once.

A message is thousands of events that are the same bytes but for a piece of text. The first of them is read by pydantic
and shows where the piece stands. Of those that begin and end like it, the pieces are decoded as one JSON array. What is
different in any way is read as every other event.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, repeat
from typing import Any, Final

from pydantic_core import from_json

FREQUENT: Final = b"content_block_delta"

Frame = tuple[Any, ...]

_FIELDS: Final = {"text_delta": "text", "thinking_delta": "thinking", "input_json_delta": "partial_json"}
_place_of_piece: Final = re.compile(rb'"(?:text|thinking|partial_json)"\s*:\s*("[^"\\]*(?:\\.[^"\\]*)*")').finditer
_SHAPES_KEPT: Final = 8
_FAILURES_TAKEN: Final = 32
"""After so many deltas or runs in a row that could not be taken apart, no other is tried."""


class DeltaShape:
    """What deltas of one block have in common: the bytes around the piece, and the event as a template."""

    __slots__ = ("_delta", "_event", "_is_padded", "_prefix", "_suffix", "field", "index")

    def __init__(self, event: Any, field: str, prefix: bytes, suffix: bytes) -> None:
        """Args:
        event: One of the events.
        field: The field of its delta that has the piece.
        prefix: The bytes before the piece.
        suffix: The bytes after the piece.
        """
        self.index: int = event.index
        self.field: str = field
        self._event = event
        self._delta = event.delta
        self._prefix = prefix
        self._suffix = suffix
        # The API adds a varying number of blanks before the last brace, so that lengths tell nothing.
        self._is_padded = not suffix.strip(b" }")

    def find_end(self, frames: Sequence[Frame], start: int) -> int:
        """Where the frames from `start` on end that begin as all deltas of this shape do."""
        prefix, count, size = self._prefix, len(frames), 4
        while start < count:
            # In growing steps, so that nothing is looked at again and again where short runs alternate.
            part = frames[start : start + size]
            fit = [frame[1].startswith(prefix) and frame[0] == FREQUENT for frame in part]
            if not all(fit):
                return start + fit.index(False)
            start, size = start + size, size * 2
        return count

    def cut_all(self, frames: Sequence[Frame]) -> list[str] | None:
        """The pieces, where the frames are all of this shape, as they are in the middle of a long block."""
        prefix, suffix = self._prefix, self._suffix
        data = [frame[1] for frame in frames]
        joined = b"\n".join(data)
        if (
            joined.count(suffix + b"\n" + prefix) != len(data) - 1
            or not (joined.startswith(prefix) and joined.endswith(suffix))
            or [frame[0] for frame in frames].count(FREQUENT) != len(data)
        ):
            return None
        start, end = len(prefix), -len(suffix)
        return _read_pieces([each[start:end] for each in data])

    def cut(self, frames: Sequence[Frame]) -> list[str] | None:
        """The pieces of frames that begin so; None where one of them has to be read as a whole."""
        try:
            return _read_pieces([self._cut_one(frame[1]) for frame in frames])
        except ValueError:
            return None

    def _cut_one(self, data: bytes) -> bytes:
        start, suffix = len(self._prefix), self._suffix
        if data.endswith(suffix):
            return data[start : -len(suffix)]
        whole = data.rstrip(b" }")
        if not self._is_padded or data.count(b"}", len(whole)) != suffix.count(b"}"):
            raise ValueError("the delta ends in another way")
        return whole[start:]

    def make_events(self, pieces: Sequence[str]) -> Iterator[Any]:
        """The events with these pieces, as pydantic makes them."""
        # Its validator takes 1.3 us for one, this takes 0.8. The attributes are those that its documentation names.
        event_type: Any = self._event.__class__
        delta_type: Any = self._delta.__class__
        new: Any = object.__new__
        set_names, set_extra, set_private = _setters()
        field, of_event, of_delta = self.field, self._event.__dict__, self._delta.__dict__
        event_names, delta_names = self._event.__pydantic_fields_set__, self._delta.__pydantic_fields_set__
        for piece in pieces:
            delta = new(delta_type)
            values = delta.__dict__
            values.update(of_delta)
            values[field] = piece
            set_names(delta, delta_names.copy())
            set_extra(delta, {})
            set_private(delta, None)
            event = new(event_type)
            values = event.__dict__
            values.update(of_event)
            values["delta"] = delta
            set_names(event, event_names.copy())
            set_extra(event, {})
            set_private(event, None)
            yield event


class DeltaReader:
    """Finds the deltas of one response that can be read in this way."""

    __slots__ = ("_failures", "_run", "_shapes", "_validate", "as_pieces")

    def __init__(self, validate: Callable[[bytes], Any]) -> None:
        """Args:
        validate: Reads the data of a delta.
        """
        self.as_pieces: bool = False
        """Whether the loop that reads now wants the pieces, and not the events."""
        self._validate = validate
        self._run: list[Frame] = []
        self._shapes: list[DeltaShape] = []
        self._failures = 0

    def prepare(self, frames: list[Frame]) -> Iterator[tuple[Any, DeltaShape | None, Frame]]:
        """Each frame, with its piece or its event where it is a delta that can be read in this way."""
        return chain.from_iterable(self._cut_runs(frames))

    def drop(self) -> None:
        """Give no more of the frames."""
        self._run.clear()

    def _cut_runs(self, frames: list[Frame]) -> Iterator[Any]:
        start = 0
        while start < len(frames):  # those of a stream that is closed are gone
            shape = self._find_shape(frames[start])
            if shape is None:
                yield ((None, None, frames[start]),)
                start += 1
                continue
            run, pieces = frames, shape.cut_all(frames) if not start else None
            if pieces is None:
                run = frames[start : shape.find_end(frames, start)]
                pieces = shape.cut(run)
            start += len(run)
            self._run = run
            if pieces is None:
                self._failures += 1
                yield zip(repeat(None), repeat(None), run)
            else:
                self._failures = 0
                yield zip(pieces if self.as_pieces else shape.make_events(pieces), repeat(shape), run)

    def _find_shape(self, frame: Frame) -> DeltaShape | None:
        name, data = frame[0], frame[1]
        if name != FREQUENT or self._failures > _FAILURES_TAKEN:
            return None
        for shape in self._shapes:
            if data.startswith(shape._prefix):  # pyright: ignore[reportPrivateUsage]  # of the class above
                return shape
        found = self._learn(data)
        if found is None:
            self._failures += 1
        else:
            self._shapes = [found, *self._shapes[: _SHAPES_KEPT - 1]]
        return found

    def _learn(self, data: bytes) -> DeltaShape | None:
        try:
            event = self._validate(data)
        except ValueError:
            return None
        delta: Any = getattr(event, "delta", None)
        field = _FIELDS.get(getattr(delta, "type", None) or "")
        if field is None or not (_has_only(event, {"type", "index", "delta"}) and _has_only(delta, {"type", field})):
            return None
        expected = {"type": event.type, "index": event.index, "delta": {"type": delta.type, field: "~"}}
        for match in _place_of_piece(data):
            prefix, suffix = data[: match.start(1)], data[match.end(1) :]
            try:
                # Whatever string stands in this place, nothing but the piece depends on it.
                if from_json(prefix + b'"~"' + suffix) == expected:
                    return DeltaShape(event, field, prefix, suffix)
            except ValueError:
                pass
        return None


def _read_pieces(pieces: list[bytes]) -> list[str] | None:
    """The strings that these are in JSON; None where one of them is something else."""
    try:
        found: list[str] = from_json(b"[" + b",".join(pieces) + b"]")
        "".join(found)
    except (ValueError, TypeError):
        return None
    return found if len(found) == len(pieces) else None


def _has_only(model: Any, names: set[str]) -> bool:
    return (
        model.__pydantic_fields_set__ == names and not model.__pydantic_extra__ and model.__pydantic_private__ is None
    )


def _setters() -> tuple[Callable[[Any, Any], None], ...]:
    """What sets the names of the fields that were sent, the unknown fields and the private attributes of a model."""
    from pydantic import BaseModel

    names = ("__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
    return tuple(BaseModel.__dict__[name].__set__ for name in names)
