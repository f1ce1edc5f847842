// SPDX-License-Identifier: Apache-2.0
/// Nodes as operators see them: who they are, what they run.
@NullMarked
package dev.signalbox.operator.node;

import org.jspecify.annotations.NullMarked;
