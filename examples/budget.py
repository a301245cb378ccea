"""A bound on what is spent: checked before each request, on a client, in a run of tools and in a job."""

from __future__ import annotations

from claude_client import Budget, BudgetExceededError, Client, tool
from claude_client.types import MessageParam

MODEL = "claude-opus-5"


def ask(text: str) -> list[MessageParam]:
    """A conversation of one question."""
    return [{"role": "user", "content": text}]


@tool
def water_temperature(harbour: str) -> str:
    """The temperature of the water in a harbour."""
    return f"{harbour}: 14 degrees"


with Client(budget=Budget(usd=1)) as client:
    question = ask("How deep is the Irish Sea?")
    print(client.messages.estimate(model=MODEL, max_tokens=300, messages=question))
    message = client.messages.create(model=MODEL, max_tokens=300, messages=question)
    print(f"it cost {message.cost().total:f} USD")

    # A model that calls tools again and again stops where its budget does.
    runner = client.messages.run_tools(
        model=MODEL,
        max_tokens=300,
        messages=ask("How warm is Galway?"),
        tools=[water_temperature],
        budget=Budget(requests=5, usd="0.20"),
    )
    print(runner.until_done().text, f"{runner.cost().total:f} USD")

    # What is under way is finished and handed on, and then the job says that the budget is used up.
    requests = ({"model": MODEL, "max_tokens": 300, "messages": ask(f"What is {n} squared?")} for n in range(1000))
    job = client.jobs.map(requests, budget=Budget(usd="0.05"))
    done = 0
    try:
        for _ in job:
            done += 1
    except BudgetExceededError as error:
        print(f"{done} were done: {error}")
