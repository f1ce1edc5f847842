// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionStateTest {
    @TempDir
    Path folder;

    @Test
    void queriesLearnWhoComesAndGoes() throws Exception {
        try (var site = new Site(folder);
                var desk = Desk.signedIn(site)) {
            var keys = desk.addNode("pump-1", Map.of());
            assertThat(states()).containsExactly("Disconnected");
            try (var pump = Pump.signedIn(site, keys)) {
                Site.await(() -> states().contains("Connected"));
                pump.client.disconnect().waitForCompletion(5000);
                Site.await(() -> states().contains("Disconnected"));
            }
        }
    }

    private List<String> states() {
        return Jdbi.create("jdbc:sqlite:" + folder.resolve("registry.db"))
                .withHandle(handle -> handle.createQuery("SELECT value FROM leaf WHERE path ="
                                + " (SELECT number FROM path WHERE text = 'connectionState')")
                        .mapTo(String.class)
                        .list());
    }
}
