// SPDX-License-Identifier: Apache-2.0
/// Flows as an operator draws them.
@NullMarked
package dev.signalbox.workbench.flow;

import org.jspecify.annotations.NullMarked;
