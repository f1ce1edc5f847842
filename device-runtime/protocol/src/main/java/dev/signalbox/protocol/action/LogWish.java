// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import java.util.Optional;

/// Which lines the hub gets for a while. The node's own log has them all.
///
/// @param step empty for all steps and the runtime itself
/// @param level this and worse
/// @param seconds how long; then all lines are sent again. 0 for that now
public record LogWish(
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<StepAddress> step, LogLevel level, int seconds) {
    /// A week.
    public static final int LONGEST_SECONDS = 7 * 24 * 3600;

    public LogWish {
        if (seconds < 0 || seconds > LONGEST_SECONDS) {
            throw new IllegalArgumentException("A log level lasts 0 to " + LONGEST_SECONDS + " s");
        }
    }
}
