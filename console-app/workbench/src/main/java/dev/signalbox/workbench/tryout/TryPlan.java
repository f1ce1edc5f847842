// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.tryout;

import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What is to be tried.
///
/// @param file the service's file, `Name.java`
/// @param source its text, as it is now
/// @param jars files of the packages it asks for
/// @param properties values of its properties by id
/// @param messages bodies that are handed to it, in this order
/// @param limits how long it may take
public record TryPlan(
        String file,
        String source,
        List<String> jars,
        Map<String, String> properties,
        List<JsonNode> messages,
        Limits limits) {
    public TryPlan {
        jars = List.copyOf(jars);
        properties = Map.copyOf(properties);
        messages = List.copyOf(messages);
    }

    /// Of a service that asks for no packages.
    public TryPlan(String file, String source, Map<String, String> properties, List<JsonNode> messages, Limits limits) {
        this(file, source, List.of(), properties, messages, limits);
    }

    /// The same with files of packages.
    public TryPlan withJars(List<Path> files) {
        List<String> names =
                files.stream().map(path -> path.toAbsolutePath().toString()).toList();
        return new TryPlan(file, source, names, properties, messages, limits);
    }

    /// Why a service cannot be tried at the desk; empty if it can.
    public static Optional<Problem> refusal(Language language) {
        return language == Language.JAVA
                ? Optional.empty()
                : Optional.of(new Problem(
                        "try.not-java", "Only Java services can be tried here.", "Release it to a node of your own."));
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
