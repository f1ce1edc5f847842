// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.entrance.Entrance;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.workbench.operator.Invitation;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;

/// The way into the hub that the console was started for.
record HubEntrance(ContactFile contact, Path consoleFolder) implements Entrance {
    @Override
    public boolean knowsHub() {
        return Files.exists(contact.of(consoleFolder));
    }

    @Override
    public Workbench signIn(SignIn asked) {
        return Workbench.signIn(Workbench.contact(contact.of(consoleFolder)), consoleFolder, asked);
    }

    @Override
    public Workbench join(Invitation invitation, String password) {
        return Workbench.join(invitation, consoleFolder, password);
    }
}
