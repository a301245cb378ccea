#!/usr/bin/env bash
# A pattern of 255 word characters is refused by pydantic's validator as too large.
#
# JSON schemas bound names with patterns such as `^\w{255}$`. pydantic matches patterns with a Rust engine in which
# `\w` is all word characters of Unicode. 200 of them compile; 255 are over the limit of the compiled program, and
# building the validator fails. With `[A-Za-z0-9_]` in its place 255 are no problem.
#
# Seen on 2026-11-30 with Python 3.11 and pydantic-core==2.50.5.
# Fails where the output is another one.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'pydantic-core==2.50.5'

cat >"$folder/program.py" <<'PYTHON'
from pydantic_core import SchemaError, SchemaValidator, core_schema

for pattern in (r"^\w{200}$", r"^\w{255}$", r"^[A-Za-z0-9_]{255}$"):
    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError as error:
        print(pattern, "is refused:", "exceeds size limit" in str(error))
    else:
        print(pattern, "is taken")
PYTHON

cat >"$folder/expected" <<'TEXT'
^\w{200}$ is taken
^\w{255}$ is refused: True
^[A-Za-z0-9_]{255}$ is taken
TEXT

timeout 60 "$folder/venv/bin/python" "$folder/program.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen"
