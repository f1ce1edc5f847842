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
            from queue import Queue
            from base_service import CustomService

            class %1$s(CustomService):
                def __init__(self, id, queue, config):
                    # Write your code here
                    super(%1$s, self).__init__(id, queue, config)

                async def Start(self):
                    try:
                        await self.Debug("Started")
                        # Write your code here
                    except Exception as ex:
                        await self.Debug(f"Failed to start: {ex}")

                async def Stop(self):
                    try:
                        # Write your code here
                        await self.Debug("Stopped")
                    except Exception as ex:
                        await self.Debug(f"Failed to stop: {ex}")
            """;

    private Template() {}

    static String of(String name, Language language, String description) {
        return (language == Language.JAVA ? JAVA : PYTHON).formatted(name, about(description));
    }

    /// The comment above a class.
    static String about(String description) {
        return description.isBlank() ? "Says what this service does." : oneLine(description);
    }

    /// Nothing a person types as description may end the comment it stands in; `\\u` would be read as a character.
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ").replace("\\", "/");
    }
}
