// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.operator.stream.ClearingWay;
import dev.signalbox.operator.stream.NewClearing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which dead letters are meant: some by their keys, or all of a reason.
final class LetterChoice {
    @Parameters(paramLabel = "KEY", arity = "0..*", description = "keys of dead letters")
    private @Nullable List<Long> keys;

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "instead of keys: all of this reason, as in: streams letters list")
    private @Nullable String reason;

    NewClearing wanted(ClearingWay way) {
        return new NewClearing(way, reason == null ? "" : reason, keys == null ? List.of() : keys);
    }
}
