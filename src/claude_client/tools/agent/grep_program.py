"""The program that `grep` runs: it searches files for a regular expression, and ends itself when that takes too long.

Standard input holds, with NULs between them, the pattern, what stands in front of the names, and the names of the files
relative to the open directory whose number is the argument. It runs alone and imports nothing of this package.
"""

import os
import re
import stat
import sys
from collections.abc import Iterator
from typing import Final

CPU_SECONDS: Final = 30
OUTPUT_LIMIT: Final = 100 * 1024
"""Bytes of matches."""

MAX_LINE_LENGTH: Final = 2000
"""Characters of a line that are shown."""

BAD_PATTERN: Final = 3
"""The exit code for an invalid regular expression."""

_MAX_FILE_BYTES: Final = 16 * 1024 * 1024
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


def main() -> int:
    """Search, and give the exit code."""
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    pattern, prefix, *names = sys.stdin.buffer.read().split(b"\0")
    try:
        expression = re.compile(pattern.decode("utf-8", "surrogateescape"))
    except (re.error, OverflowError, RecursionError) as error:
        sys.stdout.write(str(error))
        return BAD_PATTERN
    written = 0
    for name in names:
        for number, line in _lines(int(sys.argv[1]), name):
            if expression.search(line):
                directory = prefix if prefix.endswith(b"/") else b""
                match = directory + (name if directory else prefix) + f":{number}:{line[:MAX_LINE_LENGTH]}\n".encode()
                sys.stdout.buffer.write(match[: OUTPUT_LIMIT - written])
                sys.stdout.buffer.flush()
                written += len(match)
                if written >= OUTPUT_LIMIT:
                    return 0
    return 0


def _lines(directory: int, name: bytes) -> Iterator[tuple[int, str]]:
    """The lines of a file; none of one that cannot be read, is too large, or is not text."""
    opened: list[int] = []
    try:
        *parents, last = name.split(b"/")
        for part in parents:
            opened.append(os.open(part, os.O_RDONLY | os.O_DIRECTORY | _NO_LINK, dir_fd=(opened or [directory])[-1]))
        opened.append(os.open(last, os.O_RDONLY | _NO_LINK, dir_fd=(opened or [directory])[-1]))
        info = os.fstat(opened[-1])
        data = b""
        if stat.S_ISREG(info.st_mode) and info.st_size <= _MAX_FILE_BYTES:
            with os.fdopen(opened[-1], "rb", closefd=False) as file:
                data = file.read(_MAX_FILE_BYTES)
    except OSError:
        return
    finally:
        for each in opened:
            os.close(each)
    if data and b"\0" not in data[:8192]:
        text = data.decode("utf-8", "replace")
        for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
            yield number, line.removesuffix("\r")


if __name__ == "__main__":
    raise SystemExit(main())
