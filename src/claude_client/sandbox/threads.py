"""Threads: conversations that the API keeps, so that a client sends only what is new."""

from __future__ import annotations

from typing import Final

from .errors import Refusal, invalid, not_found
from .json_utils import Object, member
from .store import Store

_KIND: Final = "thread_turn"
_CREATE_ONLY: Final = ("system", "tools")


def expand(store: Store, body: Object) -> Object:
    """`body`, which has the right form, with what its thread holds; refuses to go on where that can not be done."""
    thread = member(body, "thread")
    if thread.get("type") != "continue":
        return body
    id: str = thread["previous_message_id"]
    turn = store.get(_KIND, id)
    if turn is None:
        raise not_found(f"thread: there is no thread that {id} is the last message of", error_code="thread_not_found")
    if turn["continued"]:
        raise invalid(f"thread: {id} was already continued", error_code="thread_already_continued")
    repeated = [name for name in _CREATE_ONLY if name in body]
    if repeated:
        raise invalid(f"{repeated[0]}: is taken from the thread and can not be given when it is continued")
    if turn["model"] != body.get("model"):
        raise Refusal(400, "thread: was created with another model", error_code="thread_fingerprint_mismatch")
    return {**body, **turn["created_with"], "messages": [*turn["messages"], *body["messages"]]}


def keep(store: Store, body: Object, message: Object) -> None:
    """Remember the conversation up to and with `message`, where `body` asks for a thread.

    Args:
        body: As `expanded` gave it.
    """
    thread = body.get("thread")
    if not thread:
        return
    reply = {"role": "assistant", "content": message["content"]}
    turn: Object = {
        "model": body["model"],
        "created_with": {name: body[name] for name in _CREATE_ONLY if name in body},
        "messages": [*body["messages"], reply],
        "continued": False,
    }
    with store.transaction():
        if thread["type"] == "continue":
            before = store.get(_KIND, thread["previous_message_id"])
            assert before is not None
            # What was continued is only remembered as that.
            store.put(_KIND, thread["previous_message_id"], {"continued": True})
        store.put(_KIND, message["id"], turn)
