"""A browser that the model operates, and that goes nowhere but to a page of this program.

It needs the extra `browser` (`pip install 'claude-client[browser]'`) and a Chromium or Chrome of yours.

The sandbox's replies are scripted here. Without the script, and with `Client()`, a model decides what to do.
"""

from __future__ import annotations

import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from claude_client import Client
from claude_client.sandbox import Received, Reply, Sandbox
from claude_client.tools.chromium import ChromiumBrowser
from claude_client.tools.policies import AllowedHosts

PAGE = """<title>Ferries</title><form action="/booked"><input name="harbour" aria-label="Harbour"></form>"""


class Ferries(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = PAGE if self.path == "/" else f"<title>Booked</title>Thank you. {self.path}"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None: ...


def click_what_was_found(request: Received) -> Reply:
    ref = str(request.json["messages"][-1]["content"]).partition("[ref=")[2].partition("]")[0]
    return Reply(tool_use=("left_click", {"target": {"type": "ref", "ref": ref}}))


with ThreadingHTTPServer(("127.0.0.1", 0), Ferries) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host = f"127.0.0.1:{server.server_port}"
    with (
        # Chromium cannot protect itself as root.
        ChromiumBrowser(url_policy=AllowedHosts(host, schemes=["http"]), sandbox=os.geteuid() != 0) as browser,
        Sandbox() as sandbox,
        Client(base_url=sandbox.url, api_key=sandbox.api_key) as client,
    ):
        sandbox.reply(tool_use=("navigate", {"url": f"http://{host}/"})).reply(tool_use=("find", {"query": "harbour"}))
        sandbox.reply(click_what_was_found).reply(tool_use=("type", {"text": "Galway"}))
        sandbox.reply(tool_use=("key", {"text": "Return"})).reply(tool_use="get_page_text")
        sandbox.reply(tool_use=("navigate", {"url": "https://example.com/"})).reply("The ferry is booked.")
        runner = client.messages.run_tools(
            model="claude-opus-5",
            max_tokens=2000,
            tools=[browser],
            messages=[{"role": "user", "content": "Book the ferry from Galway."}],
            on_result=lambda call, result: print(call.name, call.input, "->", result.get("content")),
        )
        print(runner.until_done().text)
    server.shutdown()
