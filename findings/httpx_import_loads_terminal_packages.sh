#!/usr/bin/env bash
# `import httpx` also imports click, rich and pygments, where another package has installed them.
#
# httpx has a command line as an extra. Its package imports that module at once, and goes on without it only if a package
# is missing. So the same `import httpx` loads some hundred modules more in an environment that has click and rich for
# something else, as most with a terminal program have, although no program asked for a command line.
#
# Seen on 2026-11-30 with Python 3.11, httpx==0.28.1, click==8.3.0, rich==14.2.0.
# Fails where the output is another one.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'httpx==0.28.1'

cat >"$folder/program.py" <<'PYTHON'
import sys

import httpx

print(sorted({"click", "rich", "pygments"} & {name.partition(".")[0] for name in sys.modules}))
PYTHON

cat >"$folder/expected" <<'TEXT'
httpx alone
[]
with click and rich
['click', 'pygments', 'rich']
TEXT

{
    echo "httpx alone"
    timeout 60 "$folder/venv/bin/python" "$folder/program.py"
    "$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'click==8.3.0' 'rich==14.2.0'
    echo "with click and rich"
    timeout 60 "$folder/venv/bin/python" "$folder/program.py"
} | tee "$folder/seen"
diff "$folder/expected" "$folder/seen"
