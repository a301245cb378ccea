#!/usr/bin/env bash
# A request that is sent as a memoryview or bytearray is not answered by mocket.
#
# mocket replaces sockets, so that registered responses come in the place of the network. It finds the response by the
# bytes that are sent. Real sockets take anything with a buffer. With a `bytearray` or a `memoryview`, which clients use to
# avoid copies, mocket finds nothing and looks the name up for real: here that fails, elsewhere a request would go out.
#
# Seen on 2026-11-30 with Python 3.11 and mocket==3.15.0.
# Fails where the output is another one.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'mocket==3.15.0'

cat >"$folder/program.py" <<'PYTHON'
import socket

from mocket import Mocketizer
from mocket.mocks.mockhttp import Entry

REQUEST = b"GET /v1/models HTTP/1.1\r\nHost: api.invalid\r\n\r\n"

for kind in (bytes, bytearray, memoryview):
    with Mocketizer():
        Entry.single_register(Entry.GET, "http://api.invalid/v1/models", body="[]")
        connection = socket.create_connection(("api.invalid", 80))
        try:
            connection.send(kind(REQUEST))
            print(kind.__name__, "->", connection.recv(4096)[:15].decode())
        except OSError as error:
            print(kind.__name__, "->", type(error).__name__)
PYTHON

cat >"$folder/expected" <<'TEXT'
bytes -> HTTP/1.1 200 OK
bytearray -> gaierror
memoryview -> gaierror
TEXT

timeout 60 "$folder/venv/bin/python" "$folder/program.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen"
