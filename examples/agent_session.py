"""An agent's session from its first message to its last, with a tool that runs here and previews of what it writes."""

from claude_client import Client, tool
from claude_client.sessions import accumulate_managed_agents_event, custom_tool
from claude_client.types import UserMessageEventParams

TIDES = {"Galway": "17:38", "Dublin": "12:55"}


@tool
def get_high_tide(harbour: str) -> str:
    """The time of high water at a harbour today."""
    return TIDES[harbour]


def say(text: str) -> list[UserMessageEventParams]:
    return [{"type": "user.message", "content": [{"type": "text", "text": text}]}]


client = Client()
agent = client.beta.agents.create(name="Harbour master", model="claude-opus-5", tools=[custom_tool(get_high_tide)])
environment = client.beta.environments.create(name="office", config={"type": "self_hosted"})
session = client.beta.sessions.create(agent=agent.id, environment_id=environment.id)

# The tools of the session run here until it has been idle for a second.
client.beta.sessions.events.send(session.id, events=say("When is high tide in the harbour Galway?"))
for call in client.beta.sessions.events.tool_runner(session.id, tools=[get_high_tide], max_idle=1):
    print(f"{call.name}({call.event.input}) was run, and the session has the result: {call.posted}")

# What the agent writes, while it is written. The stream is opened before the agent has anything to do.
snapshot = None
with client.beta.sessions.events.stream(session.id, event_deltas=["agent.message"]) as events:
    client.beta.sessions.events.send(session.id, events=say("Thank you! Which tools do you have?"))
    for event in events:
        snapshot = accumulate_managed_agents_event(snapshot, event)
        if event.type == "event_delta" and snapshot is not None:
            print("...", "".join(block.text for block in snapshot.content if block.type == "text")[-40:])
        if event.type == "session.status_idle":
            break

print(client.beta.sessions.archive(session.id).status)
