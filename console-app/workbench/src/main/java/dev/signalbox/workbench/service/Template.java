// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.service;

import dev.signalbox.protocol.release.Language;

/// What stands in the editor when a service is new: it compiles, runs and shows where to write.
final class Template {
    private static final String JAVA = """
            import dev.signalbox.api.CustomService;
            import dev.signalbox.api.Message;

            /// %2$s
            public class %1$s extends CustomService {
                @Override
                public void start() {
                    debug("%1$s runs on " + settings().nodeName());
                }

                @Override
                public void process(Message message) {
                    debug("Received " + message.body());
                    emit(message.body());
                }
            }
            """;
    private static final String PYTHON = """
            # %2$s
            class %1$s(CustomService):
                def start(self):
                    self.debug("%1$s runs")

                def process(self, message):
                    self.debug("Received " + str(message))
            """;

    private Template() {}

    static String of(String name, Language language, String description) {
        String about = description.isBlank() ? "Says what this service does." : oneLine(description);
        return (language == Language.JAVA ? JAVA : PYTHON).formatted(name, about);
    }

    /// Nothing a person types as description may end the comment it stands in; `\\u` would be read as a character.
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("\\", "/");
    }
}
