// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.testing.disk.DiskStep;
import dev.signalbox.testing.disk.DiskWatch;
import dev.signalbox.testing.file.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Keeps a copy of a folder as a kill would leave it, from before each step that changes it.
final class Snapshots implements DiskWatch {
    private final Path folder;
    private final Path into;
    private final List<String> steps = new ArrayList<>();
    private boolean on;

    Snapshots(Path folder, Path into) {
        this.folder = folder;
        this.into = into;
    }

    synchronized void record(boolean really) {
        on = really;
    }

    /// What was about to be done at each.
    synchronized List<String> steps() {
        return List.copyOf(steps);
    }

    Path at(int step) {
        return into.resolve(Integer.toString(step));
    }

    @Override
    public synchronized void before(DiskStep step) throws IOException {
        if (on && step.kind().changes()) {
            Files.createDirectories(into);
            FolderTree.copy(folder, at(steps.size()));
            steps.add(step.toString());
        }
    }
}
