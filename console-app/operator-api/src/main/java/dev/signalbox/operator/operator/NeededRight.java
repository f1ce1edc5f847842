// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.operator;

/// The right that one of the hub's paths needs.
///
/// @param path as in `Paths`, with `:name` for what stands for itself; some are regular expressions
/// @param deed in words; empty for what is only looked at, which is not written down
public record NeededRight(String method, String path, Right right, String deed) {}
