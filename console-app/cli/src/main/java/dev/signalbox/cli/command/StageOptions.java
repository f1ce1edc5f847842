// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// In which stages a release comes to its nodes; to all at once without `--stages`.
public final class StageOptions {
    private static final RolloutPlan USUAL = RolloutPlan.USUAL;

    @Option(
            names = "--stages",
            split = ",",
            paramLabel = "PERCENT",
            description =
                    "bring it to so many percent of the nodes that it changes something on, then to so many, such as"
                            + " 1,10,30,100; it goes back from all by itself when too many fail")
    private List<Integer> shares = List.of();

    @Option(
            names = "--halt-at",
            paramLabel = "PERCENT",
            description = "halt and go back once so many percent of those that have it failed; 2 if not given")
    private int haltAt = USUAL.haltAtPercent();

    @Option(
            names = "--go-on-at",
            paramLabel = "PERCENT",
            description = "begin the next stage only if so many percent succeeded; 90 if not given")
    private int goOnAt = USUAL.goOnAtPercent();

    @Option(
            names = "--soak",
            paramLabel = "DURATION",
            description = "watch a stage that went well for so long before the next, such as PT10M; PT1M if not given")
    private String soak = "PT1M";

    @Option(
            names = "--at-once",
            paramLabel = "NODES",
            description = "so many nodes at most try it at a time; 50 if not given")
    private int atOnce = USUAL.atOnce();

    @Option(
            names = "--silent",
            paramLabel = "DURATION",
            description = "a node that does not tell for so long how it went failed; PT10M if not given")
    private String silent = "PT10M";

    /// Throws ProblemException `usage.stages` when a number is out of its bounds.
    Optional<RolloutPlan> plan() {
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RolloutPlan(shares, haltAt, goOnAt, seconds(soak), atOnce, seconds(silent)));
        } catch (IllegalArgumentException bad) {
            throw problem(bad.getMessage() + ".", bad);
        }
    }

    private static int seconds(String duration) {
        try {
            return Math.toIntExact(Duration.parse(duration).toSeconds());
        } catch (DateTimeParseException | ArithmeticException bad) {
            throw problem("\"" + duration + "\" is no duration.", bad);
        }
    }

    private static ProblemException problem(String what, Exception why) {
        return new ProblemException(
                new Problem("usage.stages", what, "Write stages such as 1,10,30,100 and durations such as PT10M."),
                why);
    }
}
