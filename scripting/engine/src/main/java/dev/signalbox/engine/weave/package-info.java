// SPDX-License-Identifier: Apache-2.0
/// Holds services that do not end: their classes are woven between compile and load, so that every loop can be stopped
/// and everything they open is known.
@NullMarked
package dev.signalbox.engine.weave;

import org.jspecify.annotations.NullMarked;
