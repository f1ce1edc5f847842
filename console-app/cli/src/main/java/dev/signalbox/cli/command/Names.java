// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;

/// Names as people type them.
final class Names {
    private Names() {}

    /// A step as `flow/step`.
    static StepAddress step(String address) {
        try {
            return StepAddress.parse(address);
        } catch (IllegalArgumentException bad) {
            throw new ProblemException(
                    new Problem("step.bad-address", bad.getMessage() + ".", "Name it as nodes list --json does."), bad);
        }
    }

    static DeviceId device(String name) {
        try {
            return new DeviceId(name);
        } catch (IllegalArgumentException bad) {
            throw new ProblemException(
                    new Problem("device.bad-id", bad.getMessage() + ".", "Choose another name."), bad);
        }
    }
}
