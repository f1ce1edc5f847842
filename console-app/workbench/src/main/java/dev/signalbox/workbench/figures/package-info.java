// SPDX-License-Identifier: Apache-2.0
/// How busy steps and wires are, over one node or all.
@NullMarked
package dev.signalbox.workbench.figures;

import org.jspecify.annotations.NullMarked;
