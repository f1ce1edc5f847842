// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityStoreTest {
    @TempDir
    Path path;

    private static Identity identity(String device, String host) {
        return new Identity(
                new HubAddress(host, 8883, 8443), Digests.of("ca"), Digests.of("owner"), new DeviceId(device), "a2V5");
    }

    private IdentityStore store() {
        return new IdentityStore(Folder.at(path));
    }

    @Test
    void aTokenIsNeededOnce() {
        var given = identity("pump-1", "hub.example");
        store().settle(Optional.of(given));
        assertThat(store().settle(Optional.empty())).isEqualTo(given);
    }

    @Test
    void aNewTokenMovesTheNodeToAnotherHub() {
        store().settle(Optional.of(identity("pump-1", "old.example")));
        var moved = identity("pump-1", "new.example");
        assertThat(store().settle(Optional.of(moved))).isEqualTo(moved);
        assertThat(store().settle(Optional.empty())).isEqualTo(moved);
    }

    @Test
    void aFolderBelongsToOneDevice() {
        store().settle(Optional.of(identity("pump-1", "hub.example")));
        assertThatThrownBy(() -> store().settle(Optional.of(identity("pump-2", "hub.example"))))
                .hasMessageContaining("belongs to node pump-1")
                .hasMessageContaining("identity.folder-taken");
    }

    @Test
    void whoNeverHadATokenIsToldWhereToGetOne() {
        assertThatThrownBy(() -> store().settle(Optional.empty())).hasMessageContaining("--token-file");
    }

    @Test
    void nobodyElseMayReadTheKey() throws IOException {
        store().settle(Optional.of(identity("pump-1", "hub.example")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("identity.json"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rwx------");
    }
}
