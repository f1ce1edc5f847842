// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What goes wrong with a step. Fault codes from 90000 up are the runtime's own.
final class StepProblems {
    private static final String MEND = "Mend the service and release it again.";

    private static final int MOST_NAMED = 5;

    private StepProblems() {}

    static Problem died(String service, Throwable why) {
        if (why instanceof ForeignException told) {
            return new Problem(told.code(), String.valueOf(told.getMessage()), MEND);
        }
        return new Problem(
                "90000", "Unhandled " + why.getClass().getSimpleName() + line(service, why) + message(why) + ".", MEND);
    }

    static Problem paused() {
        return new Problem("step.paused", "An operator paused the step.", "Resume it, or have it do one at a time.");
    }

    /// @param line where it was then, or empty
    static Problem tookTooLong(StepPlan plan, String line) {
        return new Problem(
                "90015",
                plan.service() + " was at one thing for more than "
                        + plan.patience().toSeconds() + " s" + (line.isEmpty() ? "" : " at " + line)
                        + " and was stopped.",
                "Mend the service, or give it a property timeoutSeconds with the seconds it needs, 0 for any.");
    }

    static Problem halted(String service, Optional<String> line) {
        return new Problem(
                "90013",
                service + " did not end within 2 s and was stopped" + at(line) + ".",
                "Make its loops end when the thread is interrupted.");
    }

    static Problem diedInThread(String service, Thread thread, Throwable why) {
        return new Problem(
                "90016",
                "Thread " + thread.getName() + " of " + service + " ended with "
                        + why.getClass().getSimpleName() + line(service, why) + message(why) + ".",
                "Catch in the thread what can be thrown there.");
    }

    /// @param left what it is and where it was made
    static Problem leftOpen(String service, List<String> left) {
        String some = left.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        String more = left.size() > MOST_NAMED ? " and " + (left.size() - MOST_NAMED) + " more" : "";
        return new Problem(
                "90014",
                service + " left behind what the node had to close: " + some + more + ".",
                "Close what the service opens and end its threads in its stop().");
    }

    private static String at(Optional<String> line) {
        return line.map(known -> " at " + known).orElse("");
    }

    static Problem notStopped(String service, Optional<String> line) {
        return new Problem(
                "90003",
                service + " did not stop within 2 s" + at(line) + " and cannot be stopped.",
                "Make its loops end when the thread is interrupted; a start of the node gets rid of it.");
    }

    static Problem leftWaiting(StepAddress step, int messages) {
        return new Problem(
                "90012",
                messages + " messages still waited for " + step + " when it left the release, and were dropped.",
                "Let its sources run dry before a step is taken out of its flow.");
    }

    private static String message(Throwable why) {
        String text = why.getMessage();
        return text == null || text.isBlank() ? "" : ": " + text.replaceFirst("\\.$", "");
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
