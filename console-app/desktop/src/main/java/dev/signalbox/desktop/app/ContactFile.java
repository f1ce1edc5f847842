// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;

/// The file in which a hub says where it listens.
record ContactFile(Path file) {
    /// Signs in to that hub: beside the file of a local hub lies the token for the first time.
    Workbench open(Path consoleFolder) {
        boolean hubsOwn = file.endsWith(Workbench.CONTACT_FILE);
        return hubsOwn
                ? Workbench.openLocal(file.toAbsolutePath().resolveSibling(""), consoleFolder)
                : Workbench.open(Workbench.contact(file), consoleFolder);
    }
}
