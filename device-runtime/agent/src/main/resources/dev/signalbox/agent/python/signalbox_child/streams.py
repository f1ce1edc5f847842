# SPDX-License-Identifier: Apache-2.0
"""Keeps the protocol's two streams out of the reach of whatever prints, reads or forks."""

from __future__ import annotations

import os


def take() -> tuple[int, int]:
    """Moves the protocol off descriptors 0 and 1. What a library prints goes to standard error from now on."""
    reading, writing = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    return reading, writing


def own_group() -> None:
    """So that the node can end the service with all that it started."""
    try:
        os.setsid()
    except OSError:
        pass
