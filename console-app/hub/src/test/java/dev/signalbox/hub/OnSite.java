// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with a hub of its own and an operator who is signed in.
abstract class OnSite {
    @TempDir
    Path folder;

    Site site;
    Desk desk;

    @BeforeEach
    final void startSite() {
        site = new Site(folder);
        desk = Desk.signedIn(site);
    }

    @AfterEach
    final void stopSite() {
        desk.close();
        site.close();
    }
}
