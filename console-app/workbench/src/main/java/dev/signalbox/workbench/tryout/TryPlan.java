// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.tryout;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What is to be tried.
///
/// @param file the service's file, `Name.java`
/// @param source its text, as it is now
/// @param properties values of its properties by id
/// @param messages bodies that are handed to it, in this order
/// @param limits how long it may take
public record TryPlan(
        String file, String source, Map<String, String> properties, List<JsonNode> messages, Limits limits) {
    public TryPlan {
        properties = Map.copyOf(properties);
        messages = List.copyOf(messages);
    }

    /// How long a try may take.
    ///
    /// @param patienceSeconds for one thing, such as one message; from 1
    /// @param lingerSeconds how long its timers run on after the last message; from 0
    public record Limits(int patienceSeconds, int lingerSeconds) {
        public Limits {
            if (patienceSeconds < 1 || lingerSeconds < 0) {
                throw new IllegalArgumentException("A try has at least 1 s for one thing, and at least 0 s after it");
            }
        }
    }
}
