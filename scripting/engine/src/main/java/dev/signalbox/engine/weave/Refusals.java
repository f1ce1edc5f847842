// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.util.Map;
import java.util.Optional;

/// The calls that are not for services, each with what an author should do instead.
final class Refusals {
    static final String HOOK_CALL = "java/lang/Runtime.addShutdownHook";

    private static final String END = "A service cannot end the node: throw an exception instead.";
    private static final String HOOK = "Clean up in stop() instead.";
    private static final String STREAMS = "All services share the node's streams: use debug() instead.";
    private static final String ALL = "It would change every service of the node: hand the value to each call instead.";

    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry("java/lang/System.exit", END),
            Map.entry("java/lang/Runtime.exit", END),
            Map.entry("java/lang/Runtime.halt", END),
            Map.entry(HOOK_CALL, HOOK),
            Map.entry("java/lang/System.setOut", STREAMS),
            Map.entry("java/lang/System.setErr", STREAMS),
            Map.entry("java/lang/System.setIn", STREAMS),
            Map.entry(
                    "java/lang/Thread.setDefaultUncaughtExceptionHandler",
                    "Set the handler of one thread instead: thread.setUncaughtExceptionHandler."),
            Map.entry("java/util/Locale.setDefault", ALL),
            Map.entry("java/util/TimeZone.setDefault", ALL),
            Map.entry("java/lang/System.setProperties", ALL));

    private Refusals() {}

    /// What to do instead; empty when the call is allowed.
    ///
    /// @param call owner in its internal form, a dot, and the method
    static Optional<String> remedy(String call) {
        return Optional.ofNullable(REMEDIES.get(call));
    }

    /// What the author reads.
    static CallRefused refused(String call, String place) {
        String spoken = call.substring(call.lastIndexOf('/') + 1).replace('$', '.');
        String remedy = REMEDIES.getOrDefault(call, "");
        return new CallRefused("%s at %s is not for services. %s".formatted(spoken, place, remedy));
    }
}
