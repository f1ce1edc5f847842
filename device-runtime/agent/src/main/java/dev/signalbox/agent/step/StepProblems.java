// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.report.Problem;
import java.util.Arrays;

/// What goes wrong with a step. Fault codes from 90000 up are the runtime's own.
final class StepProblems {
    private StepProblems() {}

    static Problem died(String service, Throwable why) {
        return new Problem(
                "90000",
                "Unhandled " + why.getClass().getSimpleName() + line(service, why) + ": " + why.getMessage() + ".",
                "Mend the service and release it again.");
    }

    static Problem notStopped(String service) {
        return new Problem(
                "90003",
                service + " did not stop within 2 s and was left behind.",
                "Make its loops end when the thread is interrupted; restart the node to be rid of it.");
    }

    /// ` in Pump.java:12`, the innermost line of the author's own.
    private static String line(String service, Throwable why) {
        return Arrays.stream(why.getStackTrace())
                .filter(frame -> frame.getClassName().equals(service)
                        || frame.getClassName().startsWith(service + "$"))
                .findFirst()
                .map(frame -> " in " + service + ".java:" + frame.getLineNumber())
                .orElse("");
    }
}
