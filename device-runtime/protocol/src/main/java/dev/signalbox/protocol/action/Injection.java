// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.signalbox.protocol.release.StepAddress;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A message of an operator's for a step, as if it had come on a wire. The wire's condition is not asked.
///
/// @param step who gets it
/// @param from where the wire begins; the message's source is that step then. Empty for none: the source is `operator`
/// @param payload any JSON; the hub takes up to 128 KiB of it
public record Injection(
        StepAddress step,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<StepAddress> from,
        JsonNode payload,
        Map<String, String> properties) {
    /// The most properties of a message.
    public static final int MOST_PROPERTIES = 100;

    public Injection {
        properties = Map.copyOf(properties);
        if (properties.size() > MOST_PROPERTIES || properties.containsKey("")) {
            throw new IllegalArgumentException(
                    "An injected message has up to " + MOST_PROPERTIES + " properties, each with a name");
        }
    }
}
