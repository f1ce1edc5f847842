// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.operator.provisioning.GateView;

/// Whether new devices may come in, in words.
final class GateWords {
    private GateWords() {}

    static String of(GateView gate) {
        String state = gate.closed() ? "closed to new devices" : "open to new devices";
        return state
                + gate.since()
                        .map(since -> ", since " + since + " by " + gate.by())
                        .orElse("");
    }
}
