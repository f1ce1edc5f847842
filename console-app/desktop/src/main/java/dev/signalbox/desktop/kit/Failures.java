// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what went wrong into words. What nobody foresaw is logged with its trace and shown as one sentence.
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static Problem explain(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        LOG.error("Unforeseen", failure);
        return new Problem(
                "console.unforeseen",
                "Something went wrong that the console did not foresee: " + saying(failure) + ".",
                "Try again; the console's log has the details.");
    }

    private static String saying(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
    }
}
