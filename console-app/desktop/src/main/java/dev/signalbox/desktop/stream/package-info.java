// SPDX-License-Identifier: Apache-2.0
/// The page of streams: which there are, the messages in them, their batches, numbers and rules.
@NullMarked
package dev.signalbox.desktop.stream;

import org.jspecify.annotations.NullMarked;
