// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// How a service's process is started.
///
/// @param environment set in addition to what the node has, without the node's own `SIGNALBOX_*`
/// @param folder where it works
/// @param opening the line it is told before anything else, if any
public record ChildLaunch(
        List<String> command, Map<String, String> environment, Path folder, Optional<ObjectNode> opening) {
    public ChildLaunch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// A process that needs no opening.
    public ChildLaunch(List<String> command, Map<String, String> environment, Path folder) {
        this(command, environment, folder, Optional.empty());
    }

    /// Starts it, with pipes for its three streams.
    public Process start() throws IOException {
        var builder = new ProcessBuilder(command).directory(new File(folder.toString()));
        builder.environment().keySet().removeIf(name -> name.startsWith("SIGNALBOX_"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
