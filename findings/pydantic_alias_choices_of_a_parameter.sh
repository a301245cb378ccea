#!/usr/bin/env bash
# The JSON schema of a function names a parameter that its validation does not take.
#
# A parameter has `AliasChoices` as its validation alias. The validator of the function takes the aliases and refuses
# the parameter's own name. Its JSON schema, which tells callers (here: language models) what to send, shows only that
# name. The schema of a field of a model shows the first alias instead.
#
# Seen on 2026-11-30 with Python 3.11 and pydantic==2.14.4.
# Fails where the output is another one.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'pydantic==2.14.4'

cat >"$folder/program.py" <<'PYTHON'
from typing import Annotated

from pydantic import AliasChoices, BaseModel, Field, TypeAdapter, ValidationError
from pydantic_core import ArgsKwargs

Harbour = Annotated[str, Field(validation_alias=AliasChoices("harbor", "port"))]


def find_tide(harbour: Harbour) -> str:
    return harbour


class Question(BaseModel):
    harbour: Harbour


function = TypeAdapter(find_tide)
print("schema of the function:", list(function.json_schema()["properties"]))
print("schema of the model:", list(Question.model_json_schema()["properties"]))
for name in ("harbour", "harbor", "port"):
    try:
        print(name, "->", function.validate_python(ArgsKwargs((), {name: "Galway"})))
    except ValidationError as error:
        print(name, "->", error.errors()[0]["type"])
PYTHON

cat >"$folder/expected" <<'TEXT'
schema of the function: ['harbour']
schema of the model: ['harbor']
harbour -> missing_argument
harbor -> Galway
port -> Galway
TEXT

timeout 60 "$folder/venv/bin/python" "$folder/program.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen"
