// SPDX-License-Identifier: Apache-2.0
/// Python services: the interpreter, the files it needs from us, the check of sources.
@NullMarked
package dev.signalbox.agent.python;

import org.jspecify.annotations.NullMarked;
