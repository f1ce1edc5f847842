// SPDX-License-Identifier: Apache-2.0
/// Chance that can be repeated: seeds that are printed, and inputs that nobody would write.
@NullMarked
package dev.signalbox.testing.chance;

import org.jspecify.annotations.NullMarked;
