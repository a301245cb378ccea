"""A receiver of webhooks, and two deliveries that it makes for itself, one of them forged."""

import http.client
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

from claude_client import APIWebhookValidationError, Client
from claude_client.webhooks import sign

DEMO_KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

client = Client(webhook_key=DEMO_KEY)  # or ANTHROPIC_WEBHOOK_SIGNING_KEY
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

    def log_message(self, format: str, *args: object) -> None: ...


def post(port: int, body: bytes, signature: str, at: int) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"webhook-id": "msg_1", "webhook-timestamp": str(at), "webhook-signature": signature}
    connection.request("POST", "/", body, headers)
    print("->", connection.getresponse().status)
    connection.close()


server = HTTPServer(("127.0.0.1", 0), Receiver)
threading.Thread(target=server.serve_forever, daemon=True).start()
data = {"type": "session.status_idled", "id": "sesn_1", "organization_id": "org_1", "workspace_id": "wrkspc_1"}
delivery = json.dumps({"id": "event_1", "type": "event", "created_at": "2026-11-24T12:00:00Z", "data": data}).encode()
now = int(time.time())
right = sign(delivery, key=DEMO_KEY, id="msg_1", timestamp=now)
post(server.server_port, delivery, right, now)
post(server.server_port, delivery.replace(b"sesn_1", b"sesn_2"), right, now)
server.shutdown()
server.server_close()
