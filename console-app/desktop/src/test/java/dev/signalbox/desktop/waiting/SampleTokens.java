// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tokens of a works that has had some for a while.
final class SampleTokens {
    static final String LONG_NAME = "a token whose name somebody made as long as names may be, really";

    private static final Instant NOW = Instant.now();

    private SampleTokens() {}

    static List<TokenView> all(String longId) {
        return List.of(
                token("gateways", Optional.empty(), Optional.empty(), 12, true),
                token("gateway 7, its new disk", Optional.of("gateway-07"), Optional.of(-3), 1, false),
                token("spring", Optional.empty(), Optional.of(-160), 41, false),
                token(LONG_NAME, Optional.of(longId), Optional.of(20), 0, true));
    }

    private static TokenView token(
            String name, Optional<String> id, Optional<Integer> daysLeft, long uses, boolean open) {
        return new TokenView(
                "id-" + name,
                name,
                id.map(DeviceId::new),
                id.isPresent(),
                List.of(),
                false,
                Map.of("site", "north", "role", "press"),
                NOW.minus(Duration.ofDays(200)),
                "ada",
                daysLeft.map(days -> NOW.plus(Duration.ofDays(days))),
                Optional.empty(),
                uses,
                uses == 0 ? Optional.empty() : Optional.of(NOW.minus(Duration.ofHours(30))),
                open);
    }
}
