// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Whom a new token lets in, and for how long.
final class TokenLimits {
    private static final String A_DAY = "P1D";

    @Option(names = "--device", paramLabel = "ID", description = "the only id it lets in")
    private @Nullable String device;

    @Option(names = "--single-use", description = "it ends with the first device that it lets in")
    private boolean singleUse;

    @Option(
            names = "--pre-approve",
            paramLabel = "ID",
            description = "an id that it lets in once without a person; may be repeated")
    private List<String> preApproved = List.of();

    @Option(
            names = "--replace",
            description = "an id approved beforehand takes the place of a device that is there: its keys are renewed")
    private boolean replaces;

    @Option(names = "--tag", paramLabel = "NAME=VALUE", description = "a tag of its devices; may be repeated")
    private Map<String, String> tags = Map.of();

    @Option(
            names = "--life",
            paramLabel = "DURATION",
            description = "how long devices may ask with it, such as PT1H or P30D, or never for ever"
                    + " (default: ${DEFAULT-VALUE})",
            defaultValue = A_DAY)
    private String life = A_DAY;

    NewToken token(String name) {
        return new NewToken(
                name,
                Optional.ofNullable(device).map(Names::device),
                singleUse,
                preApproved.stream().map(Names::device).toList(),
                replaces,
                tags,
                end());
    }

    private Optional<Instant> end() {
        try {
            return life.equals("never")
                    ? Optional.empty()
                    : Optional.of(Instant.now().plus(Duration.parse(life)));
        } catch (DateTimeException | ArithmeticException bad) {
            throw new ProblemException(
                    new Problem(
                            "token.bad-life",
                            "\"" + life + "\" is no duration.",
                            "Write it as PT1H, P1D or P30D, or never."),
                    bad);
        }
    }
}
