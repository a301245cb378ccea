"""Content: what somebody new writes to ask with a picture, a PDF and a text, and to go on asking."""

from pathlib import Path

from claude_client import Client, document, image
from claude_client.types import Message, MessageParam

data = Path(__file__).parents[2] / "examples" / "data"
client = Client()
history: list[MessageParam | Message] = [
    {"role": "user", "content": [image(data / "boat.png"), {"type": "text", "text": "What is this?"}]}
]
message = client.messages.create(model="claude-opus-5", max_tokens=300, messages=history)
print(message.text, message.tool_calls, message.thinking, message.citations, message.parsed_output)

history.append(message)
bill = document((data / "invoice.pdf").read_bytes(), title="Bill", citations=True)
history.append({"role": "user", "content": (bill, {"type": "text", "text": "And this?"})})
message = client.messages.create(
    model="claude-opus-5", max_tokens=300, messages=tuple(history), stop_sequences=("END",), system=None
)
for block in message.content:
    if block.type == "text":
        print(block.text, [citation.cited_text for citation in block.citations or []])

history.append({"role": "assistant", "content": message.content})
history.append({"role": "user", "content": [document(text="A boat floats."), {"type": "text", "text": "Why?"}]})
with client.messages.stream(model="claude-opus-5", max_tokens=300, messages=history) as stream:
    for text in stream.text_stream:
        print(text, end="")
print(stream.get_final_message().to_param())
