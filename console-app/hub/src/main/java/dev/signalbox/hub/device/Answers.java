// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.device;

import dev.signalbox.protocol.report.Problem;

/// What somebody hears who may not come in: the log says why, he does not hear which devices there are.
public final class Answers {
    private Answers() {}

    public static Problem to(Problem why) {
        return switch (why.code()) {
            case "device.not-known", "device.wrong-key", "device.wrong-certificate" -> DeviceProblems.notProven();
            default -> why;
        };
    }
}
