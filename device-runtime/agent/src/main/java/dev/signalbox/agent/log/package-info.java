// SPDX-License-Identifier: Apache-2.0
/// The node's log: to its own terminal and to the hub.
@NullMarked
package dev.signalbox.agent.log;

import org.jspecify.annotations.NullMarked;
