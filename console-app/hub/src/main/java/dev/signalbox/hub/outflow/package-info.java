// SPDX-License-Identifier: Apache-2.0
/// Sending what need not fit into memory.
@NullMarked
package dev.signalbox.hub.outflow;

import org.jspecify.annotations.NullMarked;
