"""`python -m claude_client.sandbox`: a sandbox on a port, for any client in any language."""

from __future__ import annotations

import argparse
import logging
import signal
import sys
import textwrap
import threading
import webbrowser
from pathlib import Path


def main(arguments: list[str] | None = None, program: str = "python -m claude_client.sandbox") -> int:
    """Serve until interrupted."""
    options = _parser(program).parse_args(arguments)
    if options.faults:
        print(_faults(), end="")
        return 0
    logging.basicConfig(format="%(asctime)s  %(message)s", datefmt="%H:%M:%S", level=logging.WARNING, stream=sys.stdout)
    logging.getLogger("claude_client.sandbox").setLevel(logging.WARNING if options.quiet else logging.INFO)
    try:
        from . import Sandbox
    except ModuleNotFoundError as error:
        sys.exit(str(error))
    try:
        sandbox = Sandbox(
            host=options.host,
            port=options.port,
            db=options.db,
            api_keys=options.api_key,
            allowed_hosts=options.allow_host,
            allowed_origins=options.allow_origin,
            past_days=options.past_days,
        )
    except ValueError as error:
        sys.exit(str(error))
    try:
        sandbox.start()
        for fault in options.fault or ():
            sandbox.fail(fault)
    except ValueError as error:
        sandbox.stop()
        sys.exit(f"--fault: {error}")
    except OSError as error:
        sys.exit(f"{error.filename or f'{options.host}:{options.port}'}: {error.strerror}")
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda _number, _frame: stopped.set())
    kept = f"kept in {options.db}" if options.db else "in memory"
    print(f"The Claude sandbox serves {sandbox.url}, its state {kept}. Stop it with Ctrl+C.", flush=True)
    if options.open:
        webbrowser.open(sandbox.url)
    while not stopped.wait(1):  # in steps, as Windows delivers no signal to one long wait
        pass
    sandbox.stop()
    return 0


def _faults() -> str:
    from .faults import FAULTS, HEADER, option_names

    width = max(len(name) for name in FAULTS)
    lines = [f"  {name:{width}}  {what}" for name, what in FAULTS.items()]
    options = textwrap.fill(", ".join(option_names()), 100, initial_indent="  ", subsequent_indent="  ")
    return _ABOUT_FAULTS.format(header=HEADER, faults="\n".join(lines), options=options)


_ABOUT_FAULTS = """\
A fault is a status or a name, and options:

  --fault "429; retry-after=2; times=3"
      on the command line
  {header}: 429; retry-after=2; times=1; id=a1
      as a header of a request; `times` counts the requests with this id
  POST /_sandbox/faults  {{"fault": "429", "retry_after": 2, "times": 3}}
      from any client; GET lists those in force, DELETE ends them

Faults:
{faults}

Options:
{options}
"""


def _parser(program: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(program, description="The Claude API, spoken locally.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=8787, help="port to listen on; 0 takes a free one (%(default)s)")
    parser.add_argument(
        "--db", type=Path, metavar="PATH", help="SQLite file that keeps the state; else it is forgotten"
    )
    parser.add_argument(
        "--api-key",
        action="append",
        metavar="KEY",
        help="take only this key (may be repeated), else any; those that begin with sk-ant-admin are admin keys",
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="HOST",
        help="respond under this name too, such as that of a container (may be repeated); else only as localhost",
    )
    parser.add_argument(
        "--allow-origin",
        action="append",
        default=[],
        metavar="ORIGIN",
        help="let web pages of this origin call the API (may be repeated), such as http://localhost:3000; * lets all",
    )
    parser.add_argument(
        "--past-days",
        type=int,
        default=0,
        metavar="N",
        help="days before today for which usage and cost reports have invented figures (%(default)s)",
    )
    parser.add_argument(
        "--fault",
        action="append",
        metavar="FAULT",
        help="let requests fail (may be repeated): a status or a name, and options; --faults explains them",
    )
    parser.add_argument("--faults", action="store_true", help="tell which faults there are, and stop")
    parser.add_argument("--open", action="store_true", help="show the status page in a browser")
    parser.add_argument("--quiet", action="store_true", help="log only what goes wrong")
    return parser


if __name__ == "__main__":
    sys.exit(main())
