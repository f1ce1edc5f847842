// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.time.DateTimeException;
import java.time.Duration;

/// Durations as ISO 8601 writes them.
final class Durations {
    private Durations() {}

    static Duration read(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException bad) {
            throw new ProblemException(
                    new Problem(
                            "command.bad-life", "\"" + text + "\" is no duration.", "Write it as PT1H, P1D or P30D."),
                    bad);
        }
    }
}
