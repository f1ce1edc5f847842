# SPDX-License-Identifier: Apache-2.0
"""Packages that a service adds while it runs, in one folder for the node, if the node's operator allows it."""

from __future__ import annotations

import fcntl
import importlib
import os
import re
import subprocess
import sys
from typing import Any, List

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._\[\],<>=!~ -]*")


def _folder() -> str:
    return os.environ["SIGNALBOX_PACKAGES"]


def join() -> None:
    """Makes what was installed before importable."""
    sys.path.append(_folder())


def attribute(package: str, module: str, name: str) -> Any:
    try:
        found = importlib.import_module(module)
    except ImportError:
        _install(package)
        importlib.invalidate_caches()
        found = importlib.import_module(module)
    return getattr(found, name)


def _source() -> List[str]:
    source = os.environ.get("SIGNALBOX_PIP_FROM", "")
    if not source:
        raise ImportError(
            "This node does not install packages while it runs. Its operator allows it with SIGNALBOX_PIP_FROM: "
            "a folder of wheels, or the address of an index."
        )
    if os.path.isdir(source):
        return ["--no-index", "--find-links", source]
    return ["--index-url", source]


def _install(package: str) -> None:
    if not _NAME.fullmatch(package):
        raise ValueError(f"{package!r} is no package's name")
    command = [sys.executable, "-m", "pip", "install", "--no-input", "--disable-pip-version-check", "--quiet"]
    command += [*_source(), "--upgrade", "--target", _folder(), "--", package]
    print(f"Installing {package}")
    with open(os.path.join(_folder(), ".lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        raise ImportError(f"Failed to install {package}: {done.stdout.strip()[-2000:]}")
    print(f"Installed {package}")
