// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.release.NewSecret;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What one finds who gets at the hub's folder, or at the token in it.
class AtRestTest {
    @TempDir
    Path folder;

    @Test
    void nobodyElseReadsTheFolderAndWhatIsSecretInIt() throws Exception {
        Files.writeString(folder.resolve("registry.db"), "");
        Files.setPosixFilePermissions(folder.resolve("registry.db"), PosixFilePermissions.fromString("rw-r--r--"));
        try (var site = new Site(folder);
                var desk = Desk.signedIn(site)) {
            desk.ask("PUT", Paths.SECRETS + "/db", new NewSecret("hunter2-hunter2"));
            assertThat(mode(folder)).isEqualTo("rwx------");
            for (String file : List.of(
                    "registry.db",
                    "registry.db-wal",
                    "registry.db-shm",
                    "secret.key",
                    "ca.pem",
                    "server.pem",
                    "hub.json")) {
                assertThat(mode(folder.resolve(file))).as(file).isEqualTo("rw-------");
            }
            for (String file : List.of("registry.db", "registry.db-wal")) {
                assertThat(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain("hunter2-hunter2", desk.bearer);
            }
        }
    }

    @Test
    void whoeverTookTheOwnersTokenTooIsShutOutByTheFirstWhoUsesIt() {
        try (var site = new Site(folder);
                var thief = Desk.signedIn(site);
                var owner = Desk.signedIn(site)) {
            String token = site.ownerToken().orElseThrow();
            assertThat(owner.get(Paths.NODES).statusCode()).isEqualTo(200);
            assertThat(thief.get(Paths.NODES).statusCode()).isEqualTo(401);
            var again = thief.ask("POST", Paths.SIGN_IN, new SignIn("owner", token));
            assertThat(again.statusCode()).isEqualTo(401);
            site.restart();
            assertThat(thief.get(Paths.NODES).statusCode()).isEqualTo(401);
            assertThat(owner.get(Paths.NODES).statusCode()).isEqualTo(200);
            assertThat(Json.writeText(site.contact())).doesNotContain("PRIVATE KEY");
        }
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
