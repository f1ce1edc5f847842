// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.local.SocketFile;
import java.nio.file.Path;
import java.util.Optional;

/// Where local apps find the node: where it was told, `off` for nowhere, else in its data folder, which only its own
/// user
/// can reach.
final class LocalSocket {
    private static final String OPTION = "--local-socket";
    private static final String OFF = "off";
    private static final String USUAL = "local.sock";

    private LocalSocket() {}

    /// Empty when there is to be none.
    ///
    /// @param variable what SIGNALBOX_LOCAL_SOCKET says; empty for nothing
    static Optional<SocketFile> of(Arguments arguments, Optional<String> variable, Path data) {
        Optional<String> told = arguments.text(OPTION).or(() -> variable);
        if (told.isPresent() && told.get().equals(OFF)) {
            return Optional.empty();
        }
        return Optional.of(told.map(place -> new SocketFile(Path.of(place), true))
                .orElseGet(() -> new SocketFile(data.resolve(USUAL), false)));
    }
}
