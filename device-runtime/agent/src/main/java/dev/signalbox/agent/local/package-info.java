// SPDX-License-Identifier: Apache-2.0
/// Programs on the same machine, joined to the node over a Unix socket.
@NullMarked
package dev.signalbox.agent.local;

import org.jspecify.annotations.NullMarked;
