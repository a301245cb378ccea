#!/usr/bin/env bash
# botocore signs the headers of a request for AWS, but not those of W3C Trace Context and Baggage.
#
# Signature Version 4 signs the headers that are there, and whoever sees a signed request takes it that no header was added
# on the way. botocore leaves `traceparent`, `tracestate` and `baggage` out, as tracers and proxies write them anew, and
# signs a header of any other name beside them. So a propagator whose headers have other names (B3, Jaeger) has to run
# before the request is signed, and one of W3C may run behind it.
#
# Seen on 2026-11-30 with Python 3.11 and botocore==1.44.8.
# Fails where the output is another one.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'botocore==1.44.8'

cat >"$folder/program.py" <<'PYTHON'
import re

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

HEADERS = {
    "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
    "tracestate": "example=1",
    "baggage": "team=harbour",
    "b3": "80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-1",
    "uber-trace-id": "80f198ee56343ba8:e457b5a2e4d86bd1:0:1",
}
request = AWSRequest("POST", "https://service.example.com/", data=b"{}", headers=HEADERS)
SigV4Auth(Credentials("AKIDEXAMPLE", "example"), "service", "us-east-1").add_auth(request)
signed = re.search("SignedHeaders=([^,]+)", request.headers["Authorization"])[1].split(";")
for name in HEADERS:
    print(name, "signed" if name in signed else "not signed")
PYTHON

cat >"$folder/expected" <<'TEXT'
traceparent not signed
tracestate not signed
baggage not signed
b3 signed
uber-trace-id signed
TEXT

timeout 60 "$folder/venv/bin/python" "$folder/program.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen"
