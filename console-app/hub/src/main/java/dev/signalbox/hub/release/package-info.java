// SPDX-License-Identifier: Apache-2.0
/// Numbered, signed releases, and who is to run what of them.
@NullMarked
package dev.signalbox.hub.release;

import org.jspecify.annotations.NullMarked;
