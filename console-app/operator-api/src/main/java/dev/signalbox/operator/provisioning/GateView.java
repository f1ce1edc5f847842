// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.provisioning;

import java.time.Instant;
import java.util.Optional;

/// Whether new devices may come in.
///
/// @param since when an operator last changed it; absent if nobody ever did
/// @param by that operator; empty if nobody ever did
public record GateView(boolean closed, Optional<Instant> since, String by) {
    /// As it is before anybody changes it.
    public static final GateView OPEN = new GateView(false, Optional.empty(), "");
}
