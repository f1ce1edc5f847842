// SPDX-License-Identifier: Apache-2.0
/// Turns an author's source into classes, or into what is wrong with it.
@NullMarked
package dev.signalbox.engine.compile;

import org.jspecify.annotations.NullMarked;
