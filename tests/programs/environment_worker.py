"""A worker for a self-hosted environment, which a test kills: `python environment_worker.py URL ENVIRONMENT FILE MODE`.

The tool writes a line into the file. In the mode `hang` it then never comes to an end.
"""

import sys
import time
from pathlib import Path

from claude_client import Client, tool

url, environment, file, mode = sys.argv[1:]


@tool
def get_tide(harbour: str) -> str:
    """Tide of a harbour."""
    with Path(file).open("a", encoding="utf-8") as log:
        log.write(f"{mode} {harbour}\n")
    if mode == "hang":
        time.sleep(600)
    return f"{harbour}: 18:42"


with Client(base_url=url, api_key="sk-ant-test") as client:
    worker = client.beta.environments.work.worker(environment, tools=[get_tide], lease_seconds=1, max_idle=0.2)
    worker.run()
