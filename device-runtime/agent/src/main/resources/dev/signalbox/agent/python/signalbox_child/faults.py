# SPDX-License-Identifier: Apache-2.0
"""What an author's code raised, as the author wants to read it."""

from __future__ import annotations

import os
import traceback
from typing import Any, Dict, List

_OURS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_MOST_TEXT = 8_192


def _is_authors(frame: traceback.FrameSummary) -> bool:
    return not frame.filename.startswith((_OURS, "<frozen"))


def told(error: BaseException, file: str) -> Dict[str, Any]:
    """Type, message, trace without our own lines, and the innermost line of the author's file."""
    written = traceback.TracebackException.from_exception(error)
    written.stack = traceback.StackSummary.from_list([frame for frame in written.stack if _is_authors(frame)])
    return {
        "type": type(error).__name__,
        "message": str(error)[:_MOST_TEXT],
        "line": _line(error, file),
        "trace": "".join(written.format())[-_MOST_TEXT:],
    }


def _line(error: BaseException, file: str) -> int:
    if isinstance(error, SyntaxError) and error.filename == file:
        return error.lineno or 0
    frames: List[traceback.FrameSummary] = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if frame.filename == file), 0)
