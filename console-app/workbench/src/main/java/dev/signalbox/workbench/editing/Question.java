// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.util.List;

/// What is asked about a place in a text that is being typed.
///
/// @param fileName its ending tells the language
/// @param place offset from 0
public record Question(String fileName, String source, int place, Around around) {
    /// What is known beside the text.
    ///
    /// @param packages that the service asks for
    /// @param properties ids of the service's properties
    /// @param steps addresses of steps that the service could send to
    public record Around(List<String> packages, List<String> properties, List<String> steps) {
        /// Nothing.
        public static final Around NOTHING = new Around(List.of(), List.of(), List.of());

        public Around {
            packages = List.copyOf(packages);
            properties = List.copyOf(properties);
            steps = List.copyOf(steps);
        }
    }
}
