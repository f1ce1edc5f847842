// SPDX-License-Identifier: Apache-2.0
/// The Flows page: drawing steps and wires, saying where steps run and with which values, and seeing how they fare.
@NullMarked
package dev.signalbox.desktop.flow;

import org.jspecify.annotations.NullMarked;
