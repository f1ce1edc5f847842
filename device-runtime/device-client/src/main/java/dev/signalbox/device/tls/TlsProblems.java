// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.tls;

import dev.signalbox.protocol.report.Problem;

/// What can be wrong with the certificates a hub shows.
final class TlsProblems {
    private TlsProblems() {}

    static Problem foreignAuthority() {
        return new Problem(
                "tls.foreign-authority",
                "What answers at the hub's address shows certificates of another authority than this device was given.",
                "If the hub was set up anew, provision this device again; if not, someone may stand in between.");
    }

    static Problem chainInvalid(String why) {
        return new Problem(
                "tls.chain-invalid",
                "The hub's certificate is not valid: " + why + ".",
                "Check this device's clock, and whether the hub renewed its certificate.");
    }
}
