"""Whether the environment may name credentials other than a key: a look that costs next to nothing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_VARIABLES = ("ANTHROPIC_PROFILE", "ANTHROPIC_FEDERATION_RULE_ID", "ANTHROPIC_CONFIG_DIR")


def may_be_configured() -> bool:
    """Whether a variable is set that names credentials, or there is a directory of profiles."""
    if any(os.environ.get(name, "").strip() for name in _VARIABLES):
        return True
    try:
        home = Path(os.environ.get("APPDATA", "")) if sys.platform == "win32" else Path.home() / ".config"
    except RuntimeError:  # there is no home directory
        return False
    return (home / ("Anthropic" if sys.platform == "win32" else "anthropic")).is_dir()
