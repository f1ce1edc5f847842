// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How a service's process is started.
///
/// @param environment set in addition to what the node has, without the node's own `SIGNALBOX_*`
/// @param folder where it works
public record ChildLaunch(List<String> command, Map<String, String> environment, Path folder) {
    public ChildLaunch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// Starts it, with pipes for its three streams.
    public Process start() throws IOException {
        var builder = new ProcessBuilder(command).directory(new File(folder.toString()));
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGNALBOX_"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
