"""The files of profiles: where they are, which modes they must have, and how they are written.

    <config directory>/active_config               the name of the active profile
    <config directory>/configs/<name>.json         how the profile authenticates; others may read it
    <config directory>/credentials/<name>.json     its tokens; nobody else may read it

They are shared with the command line tool and the official packages.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, cast

from ..errors import CredentialsError
from .tokens import Secret

DEFAULT_PROFILE: Final = "default"
_OTHERS_MAY_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH
_OTHERS_MAY_READ: Final = stat.S_IRWXG | stat.S_IRWXO


def config_directory() -> Path:
    """The directory of the profiles: `ANTHROPIC_CONFIG_DIR`, else that of the platform."""
    named = os.environ.get("ANTHROPIC_CONFIG_DIR", "").strip()
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / "Anthropic"
    return Path.home() / ".config" / "anthropic"


def active_profile() -> tuple[str, bool]:
    """The name of the active profile, and whether somebody chose it."""
    try:
        name = (config_directory() / "active_config").read_text("utf-8").strip()
    except (OSError, ValueError, RuntimeError):  # the last one where there is no home directory
        name = ""
    return (name, True) if name else (DEFAULT_PROFILE, False)


def check_profile_name(name: str) -> str:
    """`name`, if it can be the name of a file.

    Raises:
        CredentialsError: It cannot.
    """
    if not name or name.startswith(".") or not {"/", "\\", "\0", ":"}.isdisjoint(name):
        raise CredentialsError(
            f"invalid profile name {name!r}: expected the name of a file in the configuration directory, "
            "without separators and without a dot at its start"
        )
    return name


def config_path(profile: str) -> Path:
    """Where the configuration of `profile` is."""
    return config_directory() / "configs" / f"{check_profile_name(profile)}.json"


def credentials_path(profile: str) -> Path:
    """Where the tokens of `profile` are, unless its configuration says otherwise."""
    return config_directory() / "credentials" / f"{check_profile_name(profile)}.json"


def read_config(path: Path) -> dict[str, Any]:
    """The configuration in the file at `path`.

    Raises:
        CredentialsError: It is not there, others may change it, or it is not a JSON object.
    """
    try:
        with path.open("rb") as file:
            if _mode(file.fileno()) & _OTHERS_MAY_WRITE:
                raise CredentialsError(
                    f"{path} can be written by others, who could send your tokens elsewhere: chmod go-w {path}"
                )
            text = file.read()
    except FileNotFoundError:
        raise CredentialsError(
            f"there is no configuration {path}: name another profile by profile= or ANTHROPIC_PROFILE, "
            "or its directory by ANTHROPIC_CONFIG_DIR"
        ) from None
    except OSError as error:
        raise CredentialsError(f"{path} cannot be read: {error.strerror}") from None
    return _object(text, path)


def read_credentials(path: Path) -> dict[str, Any]:
    """The tokens in the file at `path`, each of them a `Secret`.

    Raises:
        CredentialsError: It is not there, others may read it, or it is not a JSON object.
    """
    try:
        # A link could point to a file that somebody else can change.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        raise CredentialsError(f"there are no credentials {path}: log in again") from None
    except OSError as error:
        if path.is_symlink():
            raise CredentialsError(f"{path} is a symbolic link: expected the file itself") from None
        raise CredentialsError(f"{path} cannot be read: {error.strerror}") from None
    with os.fdopen(descriptor, "rb") as file:
        if _mode(file.fileno()) & _OTHERS_MAY_READ:
            raise CredentialsError(f"{path} can be read by others: chmod 600 {path}")
        return _with_secrets(_object(file.read(), path))


def write_credentials(path: Path, values: Mapping[str, Any]) -> None:
    """Write the tokens to the file at `path`, in one step: nobody ever reads half of them.

    Raises:
        OSError: It cannot be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # 0600 from the start
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(_encode(values))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise


def _encode(values: Mapping[str, Any]) -> bytes:
    plain = {name: value.reveal() if isinstance(value, Secret) else value for name, value in values.items()}
    return (json.dumps(plain, indent=2) + "\n").encode()


def _with_secrets(values: dict[str, Any]) -> dict[str, Any]:
    for name in ("access_token", "refresh_token"):
        if isinstance(values.get(name), str):
            values[name] = Secret(values[name])
    return values


def _object(text: bytes, path: Path) -> dict[str, Any]:
    # Without the text, which may be a token, and without the error of the parser, which has it.
    value: Any = None
    with suppress(ValueError, RecursionError):
        value = json.loads(text)
    del text
    if not isinstance(value, dict):
        del value
        raise CredentialsError(f"{path} is not a JSON object")
    return cast("dict[str, Any]", value)


def _mode(descriptor: int) -> int:
    # Windows has no such modes: it keeps the files in the directory of the user.
    return 0 if os.name == "nt" else os.fstat(descriptor).st_mode
