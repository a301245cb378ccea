"""A message thread: the API keeps the conversation, and each turn sends only what is new."""

from __future__ import annotations

from claude_client import Client, tool


@tool
def get_high_tides(harbour: str) -> list[str]:
    """The times of high water at a harbour today."""
    return {"Galway": ["05:12", "17:38"]}.get(harbour, [])


def main() -> None:
    """Three turns of one conversation; the last one runs a tool."""
    with Client() as client:
        thread = client.messages.thread(
            model="claude-opus-5", max_tokens=500, system="You work at a harbour.", tools=[get_high_tides]
        )
        print(thread.send({"role": "user", "content": "Good morning!"}).text)
        with thread.stream({"role": "user", "content": "What do you do all day?"}) as stream:
            for text in stream.text_stream:
                print(text, end="", flush=True)
            print()
        thread.append({"role": "user", "content": "When are the high tides in Galway?"})
        print(thread.tool_runner().until_done().text)
        print(len(thread.messages), "messages, of which the last turn goes on from", thread.previous_message_id)


if __name__ == "__main__":
    main()
