// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.node;

/// How far a node is.
///
/// @param roundTripMillis from the hub to the node and back, with what the node needed to answer
/// @param clockAheadMillis how far the node's clock is ahead of the hub's; negative when it is behind.
/// Right to half of the round trip
/// @param upMillis how long the agent has run
public record PingView(long roundTripMillis, long clockAheadMillis, long upMillis) {}
