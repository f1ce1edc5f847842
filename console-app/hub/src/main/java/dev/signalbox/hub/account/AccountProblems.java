// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.account;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;

/// What can go wrong with devices' accounts.
final class AccountProblems {
    private AccountProblems() {}

    static Problem impossible() {
        return new Problem(
                "account.refused",
                "It told an account of its messages with a count below 0 or beyond 2^53.",
                "Mend the client. Its messages are taken all the same.");
    }

    static Problem notWritten(RuntimeException why) {
        return why instanceof ProblemException known
                ? known.problem()
                : new Problem(
                        "account.not-written",
                        "Accounts of devices could not be written: " + why + ".",
                        "Look at the hub's disk; it is tried again in some seconds.");
    }

    static Problem none(DeviceId id) {
        return new Problem(
                "account.not-known",
                "The device " + id + " never told what became of its messages.",
                "Signalbox's own device client tells it when it signs in; other clients do not.");
    }

    static Problem noDevice(DeviceId id) {
        return new Problem("device.not-known", "The hub does not know a device called " + id + ".", "Check the name.");
    }
}
