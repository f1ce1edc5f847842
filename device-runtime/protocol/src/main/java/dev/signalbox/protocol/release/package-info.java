// SPDX-License-Identifier: Apache-2.0
/// A release: flows, steps, wires, service versions, and the order a node gets.
@NullMarked
package dev.signalbox.protocol.release;

import org.jspecify.annotations.NullMarked;
