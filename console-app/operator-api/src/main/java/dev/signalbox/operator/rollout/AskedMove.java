// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.rollout;

/// What an operator asks of a rollout.
///
/// @param stage the one he sees it in, counted from 0: one that has moved on meanwhile moves no further
public record AskedMove(RolloutMove move, int stage) {}
