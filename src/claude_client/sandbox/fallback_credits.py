"""Fallback credits: the tokens that refusals come with, and what they are worth to the next model that is asked."""

from __future__ import annotations

import secrets
from typing import Final

from .errors import invalid
from .json_utils import Object, member, members
from .store import Store

_KIND: Final = "fallback_credit"
_BETA: Final = "fallback-credit-"


def describe_refusal(store: Store, body: Object, betas: frozenset[str], message: Object) -> None:
    """Say in a message that is a refusal what the API says of one; with the beta it has a token."""
    if message["stop_reason"] != "refusal":
        return
    details: Object = {"type": "refusal", "category": None, "explanation": None, **member(message, "stop_details")}
    if any(beta.startswith(_BETA) for beta in betas):
        details.setdefault("recommended_model", None)
        details.setdefault("fallback_has_prefill_claim", bool(message["content"]))
        if "fallback_credit_token" not in details:
            token = f"fct_{secrets.token_urlsafe(24)}"
            details["fallback_credit_token"] = token
            kept: Object = {"messages": body["messages"], "content": message["content"]}
            if not details["fallback_has_prefill_claim"]:
                kept["content"] = []
            with store.transaction():
                store.put(_KIND, token, kept)
    message["stop_details"] = details


def redeem(store: Store, body: Object) -> Object | None:
    """What `usage.fallback_credit` says of the token in a body; None where there is none.

    A token is worth something once, for the conversation that it came with, or for that and what the model had said.
    """
    given = body.get("fallback_credit_token")
    if given is None:
        return None
    token, mode = (given, "strict") if isinstance(given, str) else (given["token"], given.get("mode") or "strict")
    kept = store.get(_KIND, token)
    if kept is None:
        reason = "expired"
    else:
        count = len(kept["messages"])
        if _plain(body["messages"][:count]) == _plain(kept["messages"]):
            _check_continuation(body["messages"][count:], kept["content"])
            with store.transaction():
                store.delete(_KIND, token)
            return {"status": {"type": "redeemed"}}
        reason = "body_mismatch"
    if mode == "strict":
        raise invalid(f"fallback_credit_token: cannot be redeemed ({reason})")
    return {"status": {"type": "not_applied", "reason": reason}}


def _check_continuation(added: list[Object], said: list[Object]) -> None:
    """Refuse a turn behind the conversation, unless it is what the model had said before it refused."""
    if not added:
        return
    texts, wanted = _texts(members(added[-1], "content")), _texts(said)
    # What other models had said may stand in front of it.
    if len(added) > 1 or added[0]["role"] != "assistant" or not wanted or texts[-len(wanted) :] != wanted:
        raise invalid("fallback_credit_token: the last message is not what the model had said (body_mismatch)")


def _texts(blocks: list[Object]) -> list[object]:
    return [block.get("text") for block in blocks if block.get("type") == "text"]


def _plain(messages: list[Object]) -> list[Object]:
    return [{"role": message["role"], "content": message["content"]} for message in messages]
