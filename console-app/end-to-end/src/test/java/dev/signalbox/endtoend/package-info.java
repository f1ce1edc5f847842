// SPDX-License-Identifier: Apache-2.0
/// Hub, nodes, command line and window together, each a process of its own.
@NullMarked
package dev.signalbox.endtoend;

import org.jspecify.annotations.NullMarked;
