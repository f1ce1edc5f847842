// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file in which a hub says where it listens.
record ContactFile(Path file) {
    /// Signs in to that hub: beside the file of a local hub lies the token for the first time.
    Workbench open(Path consoleFolder) {
        Path its = of(consoleFolder);
        boolean hubsOwn = its.endsWith(Workbench.CONTACT_FILE);
        return hubsOwn
                ? Workbench.openLocal(its.toAbsolutePath().resolveSibling(""), consoleFolder)
                : Workbench.open(Workbench.contact(its), consoleFolder);
    }

    /// The file, or where there is none that of the hub which the console joined.
    Path of(Path consoleFolder) {
        Path joined = consoleFolder.resolve(Workbench.CONTACT_FILE);
        return Files.notExists(file) && Files.exists(joined) ? joined : file;
    }
}
