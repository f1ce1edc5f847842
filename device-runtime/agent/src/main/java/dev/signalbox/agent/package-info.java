// SPDX-License-Identifier: Apache-2.0
/// The node: the program on a machine that runs what it was released.
@NullMarked
package dev.signalbox.agent;

import org.jspecify.annotations.NullMarked;
