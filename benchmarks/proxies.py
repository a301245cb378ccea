"""What a call costs through a proxy, beside the same call without one: both in turns, in one process.

    python -m benchmarks.proxies
    python -m benchmarks.proxies --calls 500 --rounds 9

Origin and proxy run in a process of their own, so that the CPU time counted is that of the client alone. A proxy
forwards requests for `http://` and opens tunnels for `https://`; for the second, trustme makes the certificates.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from claude_client import AsyncClient, Client

ASK: Final[Any] = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hello"}]}
MESSAGE: Final = json.dumps(
    {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-opus-5",
        "content": [{"type": "text", "text": "Hello."}],
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": 3, "output_tokens": 2},
    }
).encode()
RESPONSE: Final = (
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n" % len(MESSAGE) + MESSAGE
)
AT_MOST: Final = 1.3
"""What a call through a proxy may cost, as a multiple of one without."""


# ---- the server ---------------------------------------------------------------------------------------------


class Origin(asyncio.Protocol):
    """Responds to each request with the same message, also where a proxy would forward the request to it."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A client has connected."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.pending = b""

    def data_received(self, data: bytes) -> None:
        """A part of a request."""
        self.pending += data
        head, end, body = self.pending.partition(b"\r\n\r\n")
        lines = head.lower().split(b"\r\n")
        length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), 0)
        if end and len(body) >= length:
            self.pending = b""
            self.transport.write(RESPONSE)


async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Open a tunnel, as a proxy does."""
    head = await reader.readuntil(b"\r\n\r\n")
    host, _, port = head.split(b" ")[1].decode().partition(":")
    other_reader, other_writer = await asyncio.open_connection(host, int(port))
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    await asyncio.gather(copy(reader, other_writer), copy(other_reader, writer))


async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Hand on what comes, to its end."""
    while data := await reader.read(1 << 16):
        writer.write(data)
        await writer.drain()
    writer.close()


async def serve(certificate: str | None) -> None:
    """Print the ports of an origin, a proxy that tunnels and an origin with TLS; end with the standard input."""
    loop = asyncio.get_running_loop()
    servers = [await loop.create_server(Origin, "127.0.0.1", 0), await asyncio.start_server(tunnel, "127.0.0.1", 0)]
    if certificate is not None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
        servers.append(await loop.create_server(Origin, "127.0.0.1", 0, ssl=context))
    print(json.dumps([server.sockets[0].getsockname()[1] for server in servers]), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


@contextmanager
def served(certificate: str | None) -> Generator[list[int]]:
    """The ports of the servers, in a process of their own."""
    command = [sys.executable, "-m", "benchmarks.proxies", "--serve", *([certificate] if certificate else [])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.stdin.close()


# ---- what is measured ---------------------------------------------------------------------------------------


def blocking(client: Client, calls: int) -> None:
    """One call after the other."""
    for _ in range(calls):
        client.messages.create(**ASK)


async def at_once(client: AsyncClient, calls: int) -> None:
    """Fifty calls at a time."""
    for _ in range(max(calls // 50, 1)):
        await asyncio.gather(*(client.messages.create(**ASK) for _ in range(50)))


def make(cls: Any, url: str, proxy: str | None) -> Any:
    """A client with this proxy in its environment."""
    os.environ.pop("ALL_PROXY", None)
    if proxy is not None:
        os.environ["ALL_PROXY"] = proxy
    return cls(api_key="sk-ant-benchmark", base_url=url, max_retries=0)


def compare(url: str, proxy: str, calls: int, rounds: int, *, asynchronous: bool) -> tuple[float, float]:
    """Microseconds of CPU time a call, without and through the proxy: the best of so many rounds of each."""
    loop = asyncio.new_event_loop()

    def run(client: Any) -> None:
        if asynchronous:
            loop.run_until_complete(at_once(client, calls))
        else:
            blocking(client, calls)

    best = [float("inf"), float("inf")]
    clients: list[Any] = []
    for each in (None, proxy):
        clients.append(make(AsyncClient if asynchronous else Client, url, each))
        run(clients[-1])  # it reads the environment and opens its connections
    for number in range(rounds):
        for which in (0, 1) if number % 2 else (1, 0):
            before = time.process_time()
            run(clients[which])
            best[which] = min(best[which], (time.process_time() - before) / calls * 1e6)
    for client in clients:
        if asynchronous:
            loop.run_until_complete(client.close())
        else:
            client.close()
    loop.close()
    return best[0], best[1]


def make_certificates(folder: Path) -> str | None:
    """Have an authority trusted, and give the certificate of `localhost`; None without trustme."""
    try:
        import trustme
    except ImportError:
        return None
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(folder / "authority.pem"))
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(str(folder / "localhost.pem"))
    os.environ["SSL_CERT_FILE"] = str(folder / "authority.pem")
    return str(folder / "localhost.pem")


def main() -> int:
    """Measure, and tell with the exit status whether the proxy costs too much."""
    parser = argparse.ArgumentParser(description="Compare calls through a proxy with calls without one.")
    parser.add_argument("--calls", type=int, default=200, help="calls in a round, a multiple of 50")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--serve", nargs="?", const="", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve is not None:
        asyncio.run(serve(arguments.serve or None))
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        certificate = make_certificates(Path(folder))
        with served(certificate) as ports:
            rows = [("http, forwarded", f"http://127.0.0.1:{ports[0]}", f"http://127.0.0.1:{ports[0]}")]
            if certificate is None:
                print("Without trustme there are no certificates: tunnels are left out.")
            else:
                rows.append(("https, tunnel", f"https://localhost:{ports[2]}", f"http://127.0.0.1:{ports[1]}"))
            print(f"{'microseconds of CPU a call':30} {'without':>8} {'through':>8} {'ratio':>6}")
            for name, url, proxy in rows:
                for asynchronous in (False, True):
                    without, through = compare(url, proxy, arguments.calls, arguments.rounds, asynchronous=asynchronous)
                    worst = max(worst, through / without)
                    kind = "async" if asynchronous else "sync"
                    print(f"{f'{name}, {kind}':30} {without:8.1f} {through:8.1f} {through / without:6.2f}")
    print(f"at most {AT_MOST}: {'reached' if worst <= AT_MOST else 'missed'}")
    return 0 if worst <= AT_MOST else 1


if __name__ == "__main__":
    sys.exit(main())
