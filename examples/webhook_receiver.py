"""A receiver of webhooks: checks who sent a delivery, and says what happened.

    ANTHROPIC_WEBHOOK_SIGNING_KEY=whsec_... python webhook_receiver.py 8080

Without a port it receives two deliveries that it makes itself, one of them forged.
"""

import http.client
import json
import os
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

from claude_client import APIWebhookValidationError, Client
from claude_client.webhooks import sign

DEMO_KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

client = Client(webhook_key=os.environ.get("ANTHROPIC_WEBHOOK_SIGNING_KEY", DEMO_KEY))
seen: set[str] = set()


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        try:
            event = client.webhooks.unwrap(body, self.headers)
        except APIWebhookValidationError as error:
            print("refused:", error)
            self.send_response(400)
        else:
            if event.id not in seen:  # a delivery may come twice
                seen.add(event.id)
                print(event.data.type, event.data.id)
            self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: what matters is printed above."""


def post(port: int, body: bytes, signature: str, at: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"webhook-id": "msg_1", "webhook-timestamp": str(at), "webhook-signature": signature}
    connection.request("POST", "/", body, headers)
    print("->", connection.getresponse().status)
    connection.close()


def demonstrate() -> None:
    server = HTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    data = {"type": "session.status_idled", "id": "sesn_1", "organization_id": "org_1", "workspace_id": "wrkspc_1"}
    event = {"id": "event_1", "type": "event", "created_at": "2026-11-24T12:00:00Z", "data": data}
    body, now = json.dumps(event).encode(), int(time.time())
    signature = sign(body, key=DEMO_KEY, id="msg_1", timestamp=now)
    post(server.server_port, body, signature, now)
    post(server.server_port, body.replace(b"sesn_1", b"sesn_2"), signature, now)
    server.shutdown()
    server.server_close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        HTTPServer(("", int(sys.argv[1])), Receiver).serve_forever()
    demonstrate()
