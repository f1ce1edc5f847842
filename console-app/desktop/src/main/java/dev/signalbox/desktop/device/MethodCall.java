// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.device.MethodOutcome;
import dev.signalbox.workbench.device.MethodWish;
import java.time.Instant;
import java.util.Locale;

/// A method that was called, and how that stands.
record MethodCall(ClientId who, MethodWish wish, Instant at, Result result) {
    /// How a call stands.
    sealed interface Result {
        record Waiting() implements Result {}

        record Answered(MethodOutcome outcome) implements Result {}

        record Failed(Problem problem) implements Result {}
    }

    MethodCall ended(Result how) {
        return new MethodCall(who, wish, at, how);
    }

    /// In one line.
    String summary() {
        return switch (result) {
            case Result.Waiting() -> "waits for the answer";
            case Result.Answered(MethodOutcome outcome) ->
                "status " + outcome.status() + " after "
                        + seconds(outcome.took().toMillis());
            case Result.Failed(Problem problem) -> problem.what();
        };
    }

    private static String seconds(long millis) {
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
