// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.method;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.topic.Reserved;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What is to be called, and how long one waits. Throws ProblemException when IoT Hub would refuse it too, or when the
/// method is one of the hub's own.
///
/// @param payload any JSON; empty for no body at all
/// @param connectTimeout how long to wait until the device listens, up to 300 s; zero to fail at once
/// @param responseTimeout how long to wait for its answer, up to 300 s
/// @param hubs whether the hub itself calls, which alone may call its own methods
public record MethodCall(
        String name, Optional<JsonNode> payload, Duration connectTimeout, Duration responseTimeout, boolean hubs) {
    /// What IoT Hub takes when nothing is said.
    public static final Duration DEFAULT_RESPONSE_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Pattern NAME = Pattern.compile("[^/+#?&%\\p{Cntrl}]{1,128}");

    public MethodCall {
        if (!NAME.matcher(name).matches()) {
            throw new ProblemException(MethodProblems.badName());
        }
        if (!hubs && name.toLowerCase(Locale.ROOT).startsWith(Reserved.METHOD_PREFIX)) {
            throw new ProblemException(MethodProblems.reserved());
        }
        if (connectTimeout.isNegative() || connectTimeout.compareTo(LONGEST) > 0) {
            throw new ProblemException(MethodProblems.badTimeout("connect"));
        }
        if (!responseTimeout.isPositive() || responseTimeout.compareTo(LONGEST) > 0) {
            throw new ProblemException(MethodProblems.badTimeout("response"));
        }
    }

    /// A call that somebody else makes.
    public MethodCall(String name, Optional<JsonNode> payload, Duration connectTimeout, Duration responseTimeout) {
        this(name, payload, connectTimeout, responseTimeout, false);
    }

    /// A call of the hub's own, to a node that is connected.
    public static MethodCall ofHub(String name, JsonNode payload) {
        return new MethodCall(name, Optional.of(payload), Duration.ZERO, DEFAULT_RESPONSE_TIMEOUT, true);
    }
}
