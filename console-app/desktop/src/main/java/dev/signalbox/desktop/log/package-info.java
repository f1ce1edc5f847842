// SPDX-License-Identifier: Apache-2.0
/// Log lines of all nodes, live: kept in a ring, filtered, shown as a tail.
@NullMarked
package dev.signalbox.desktop.log;

import org.jspecify.annotations.NullMarked;
