// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import java.time.Duration;
import java.util.function.LongSupplier;

/// One part of the node that must go round and round.
///
/// @param name as the log names it
/// @param rounds grows while it does
/// @param patience the longest it may take for one
public record Progress(String name, LongSupplier rounds, Duration patience) {}
