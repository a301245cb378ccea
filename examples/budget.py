"""A bound on what is spent: checked before each request, on a client, in a run of tools and in a job."""

from __future__ import annotations

from typing import Any

from claude_client import Budget, BudgetExceededError, Client, tool

MODEL = "claude-opus-5"


def ask(text: str) -> dict[str, Any]:
    """The parameters of a request."""
    return {"model": MODEL, "max_tokens": 300, "messages": [{"role": "user", "content": text}]}


@tool
def water_temperature(harbour: str) -> str:
    """The temperature of the water in a harbour."""
    return f"{harbour}: 14 degrees"


with Client(budget=Budget(usd=1)) as client:
    print(client.messages.estimate(**ask("How deep is the Irish Sea?")))
    message = client.messages.create(**ask("How deep is the Irish Sea?"))
    print(f"it cost {message.cost().total:f} USD")

    # A model that calls tools again and again stops where its budget does.
    runner = client.messages.run_tools(
        **ask("How warm is Galway?"), tools=[water_temperature], budget=Budget(requests=5, usd="0.20")
    )
    print(runner.until_done().text, f"{runner.cost().total:f} USD")

    # What is under way is finished and handed on, and then the job says that the budget is used up.
    job = client.jobs.map((ask(f"What is {n} squared?") for n in range(1000)), budget=Budget(usd="0.05"))
    done = 0
    try:
        for _ in job:
            done += 1
    except BudgetExceededError as error:
        print(f"{done} were done: {error}")
