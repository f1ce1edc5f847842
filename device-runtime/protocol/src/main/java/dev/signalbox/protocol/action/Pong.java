// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

import java.time.Instant;

/// A node says that it is there.
///
/// @param at the time on its clock, UTC
/// @param upMillis how long the agent has run, by a clock that only goes forward
public record Pong(Instant at, long upMillis) {}
