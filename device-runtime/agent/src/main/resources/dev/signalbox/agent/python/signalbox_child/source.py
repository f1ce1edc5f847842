# SPDX-License-Identifier: Apache-2.0
"""Reads an author's file: its class has the file's name."""

from __future__ import annotations

import inspect
import linecache
import os
import sys
import types
from typing import Any, Dict, List


def module_of(path: str) -> types.ModuleType:
    """Runs the file as a module; its traces show its name without folders."""
    file = os.path.basename(path)
    with open(path, encoding="utf-8") as opened:
        text = opened.read()
    linecache.cache[file] = (len(text), None, text.splitlines(True), file)
    module = types.ModuleType(file[:-3])
    module.__file__ = path
    sys.modules[module.__name__] = module
    sys.path.append(os.path.dirname(path))
    exec(compile(text, file, "exec"), module.__dict__)
    return module


def class_of(module: types.ModuleType) -> type:
    found = getattr(module, module.__name__, None)
    if not isinstance(found, type):
        raise TypeError(f"{module.__name__}.py has no class {module.__name__}; file and class have the same name")
    return found


def made(service: type, identity: str, queue: Any, config: Dict[str, Any]) -> Any:
    """Older services take no config."""
    try:
        inspect.signature(service).bind(identity, queue, config)
    except TypeError:
        return service(identity, queue)
    return service(identity, queue, config)


def actions(service: Any) -> List[str]:
    """Names that a message may call."""
    return [name for name in dir(service) if not name.startswith("__") and callable(getattr(service, name, None))]
