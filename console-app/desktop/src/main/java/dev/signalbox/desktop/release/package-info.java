// SPDX-License-Identifier: Apache-2.0
/// The Release dialog: what would change on which node, what stands in the way, and doing it.
@NullMarked
package dev.signalbox.desktop.release;

import org.jspecify.annotations.NullMarked;
