#!/usr/bin/env bash
# A system task that is asked for while a run of trio ends is an internal error of trio.
#
# `run_sync_soon` may be called at any time, and `spawn_system_task` is what it is meant to start tasks with. A task
# that does so in its clean-up, when the run is about to end, ends the whole run with `TrioInternalError` ("please file a
# bug"), although the main task was done. The cause is a `RuntimeError` of a nursery that is closed already. Whoever hands
# work to a run of trio from finalizers has to catch that error in the function that is handed over.
#
# Seen on 2026-11-30 with Python 3.11 and trio==0.35.0.
# Fails where the output is another one.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'trio==0.35.0'

cat >"$folder/program.py" <<'PYTHON'
import trio


async def work() -> None:
    pass


async def main() -> None:
    token = trio.lowlevel.current_trio_token()

    async def child() -> None:
        try:
            await trio.sleep_forever()
        finally:
            token.run_sync_soon(trio.lowlevel.spawn_system_task, work)

    trio.lowlevel.spawn_system_task(child)
    await trio.sleep(0)
    print("main is done")


try:
    trio.run(main)
except BaseException as error:
    print(type(error).__name__)
    print(type(error.__cause__.exceptions[0]).__name__, error.__cause__.exceptions[0])
PYTHON

cat >"$folder/expected" <<'TEXT'
main is done
TrioInternalError
RuntimeError Nursery is closed to new arrivals
TEXT

timeout 60 "$folder/venv/bin/python" "$folder/program.py" | tee "$folder/seen"
diff "$folder/expected" "$folder/seen"
