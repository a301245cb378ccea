"""Objects that no call of the API makes, as people, Slack or Anthropic do: here they are made by hand.

`Sandbox.seed` and `POST /_sandbox/objects` keep them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from . import files
from .endpoints import SEEDED
from .errors import invalid
from .json_utils import Object, member
from .state import State

Seed: TypeAlias = Callable[[State, Object], Object]


def _file(state: State, fields: Object) -> Object:
    """A file as if the model had made it, which may be downloaded as uploaded ones may not."""
    unknown = fields.keys() - {"filename", "content", "mime_type", "scope"}
    if unknown or not isinstance(fields.get("content"), str):
        raise invalid("fields: expected filename, content (text), mime_type if the name does not tell, and scope")
    scope = member(fields, "scope")
    return files.generate(
        state.store,
        str(fields.get("filename") or "file"),
        fields["content"].encode(),
        fields.get("mime_type"),
        session_id=str(scope["id"]) if "id" in scope else None,
    )


SEEDS: Final[Mapping[str, Seed]] = {"file": _file, **{kind.type: kind.seed for kind in SEEDED}}
"""What keeps an object, by what its `type` says."""


def seed(state: State, type: str, fields: Object) -> Object:
    """Keep an object and give it back; refuses one that does not fit."""
    if type not in SEEDS:
        raise invalid(f"type: there is no {type!r} that can be seeded; expected one of {', '.join(sorted(SEEDS))}")
    with state.store.transaction():
        return SEEDS[type](state, fields)
