// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.device.provisioning.Refused;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;

/// Why there is no pass, in words.
final class CredentialProblems {
    private CredentialProblems() {}

    static Problem disabled() {
        return new Problem(
                "credential.device-disabled",
                "The hub lets this device not in: it is disabled.",
                "Enable it in the console; it keeps trying, and what it has to send stays on its disk.");
    }

    static Problem refused(Refused answer) {
        return new Problem(
                "credential.refused",
                answer.getMessage() + ".",
                "The device keeps trying; the hub's log may say more.");
    }

    static Problem otherId(DeviceId was, DeviceId is) {
        return new Problem(
                "credential.other-id",
                "Somebody let this device in as " + is + ", but until now it was " + was + ".",
                "Start its program again, which then is " + is + ".");
    }

    static Problem none() {
        return new Problem(
                "credential.none",
                "The hub gave a signature that is over already.",
                "Check that the hub's clock is right; the device keeps trying.");
    }
}
