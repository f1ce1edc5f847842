// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.report.Problem;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/// What goes wrong with a step. Fault codes from 90000 up are the runtime's own.
final class StepProblems {
    private StepProblems() {}

    static Problem died(String service, Throwable why) {
        return new Problem(
                "90000",
                "Unhandled " + why.getClass().getSimpleName() + line(service, why) + message(why) + ".",
                "Mend the service and release it again.");
    }

    static Problem notStopped(String service) {
        return new Problem(
                "90003",
                service + " did not stop within 2 s and was left behind.",
                "Make its loops end when the thread is interrupted; restart the node to be rid of it.");
    }

    private static String message(Throwable why) {
        String text = why.getMessage();
        return text == null || text.isBlank() ? "" : ": " + text;
    }

    /// ` in Pump.java:12`, the innermost line of the author's own, also where a cause holds it.
    private static String line(String service, Throwable why) {
        return Stream.iterate(why, Objects::nonNull, Throwable::getCause).limit(10).toList().reversed().stream()
                .flatMap(cause -> Arrays.stream(cause.getStackTrace()))
                .filter(frame -> frame.getClassName().equals(service)
                        || frame.getClassName().startsWith(service + "$"))
                .findFirst()
                .map(frame -> " in " + service + ".java:" + frame.getLineNumber())
                .orElse("");
    }
}
