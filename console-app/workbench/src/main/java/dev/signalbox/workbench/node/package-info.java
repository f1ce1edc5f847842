// SPDX-License-Identifier: Apache-2.0
/// Nodes as an operator sees and names them.
@NullMarked
package dev.signalbox.workbench.node;

import org.jspecify.annotations.NullMarked;
