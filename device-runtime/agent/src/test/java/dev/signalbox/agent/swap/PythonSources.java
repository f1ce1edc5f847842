// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

/// Python services for tests.
final class PythonSources {
    /// microServiceBus's own, with the name filled in.
    static final String TEMPLATE = """
            from queue import Queue
            from base_service import CustomService

            class Pump(CustomService):
                def __init__(self, id, queue, config):
                    # Write your code here
                    super(Pump, self).__init__(id, queue, config)

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

    private PythonSources() {}

    /// A service with one method, whose code begins in line 5.
    static String service(String name, String method, String code) {
        String parameters = method.equals("Start") || method.equals("Stop") ? "self" : "self, message";
        return """
                from base_service import CustomService

                class %s(CustomService):
                    async def %s(%s):
                %s
                """.formatted(name, method, parameters, code.indent(8).stripTrailing());
    }
}
