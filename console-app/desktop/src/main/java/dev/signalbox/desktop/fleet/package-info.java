// SPDX-License-Identifier: Apache-2.0
/// The nodes: who is there, what runs on each, and letting new ones in.
@NullMarked
package dev.signalbox.desktop.fleet;

import org.jspecify.annotations.NullMarked;
