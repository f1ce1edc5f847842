// SPDX-License-Identifier: Apache-2.0
/// Flows: steps, wires and where they run, as operators draw them.
@NullMarked
package dev.signalbox.operator.flow;

import org.jspecify.annotations.NullMarked;
