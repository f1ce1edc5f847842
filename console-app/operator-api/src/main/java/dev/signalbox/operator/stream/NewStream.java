// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.stream;

import dev.signalbox.protocol.stream.StreamName;

/// A stream to be made, and its group if there is none of that name.
///
/// @param name both parts given
public record NewStream(StreamName name, StreamRules rules) {}
