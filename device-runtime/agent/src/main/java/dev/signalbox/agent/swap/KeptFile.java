// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.storage.DiskRefused;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/// One value in a file of its own, written whole. The file may come back from a dying disk as anything.
record KeptFile<T>(Folder folder, String name, Class<T> type) {
    /// Empty when there is none. So it is when it cannot be read: then the file is moved aside and that is told,
    /// because a node that does not start helps nobody.
    Optional<T> read(Consumer<Problem> complaints) {
        try {
            return folder.read(name).map(json -> Json.read(json, type));
        } catch (ProblemException spoiled) {
            complaints.accept(SwapProblems.damaged(folder.path().resolve(name), aside()));
            return Optional.empty();
        }
    }

    private String aside() {
        try {
            return "moved aside, to " + folder.moveAside(name);
        } catch (DiskRefused readOnly) {
            return "left where it is";
        }
    }

    /// On disk when this returns; throws DiskRefused when the disk does not take it.
    void write(T value) {
        folder.write(name, Json.write(value));
    }
}
