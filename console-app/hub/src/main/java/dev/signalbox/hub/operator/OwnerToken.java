// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.operator;

import dev.signalbox.hub.folder.DataFolder;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.trust.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The first owner's one-time token, which lies in the data folder: whoever can read that folder owns the hub anyway.
final class OwnerToken {
    static final String FILE = "owner.token";

    private final RegistryStore store;
    private final DataFolder folder;

    OwnerToken(RegistryStore store, DataFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    boolean is(String secret) {
        return known().filter(token -> Secrets.same(token, Digests.of(secret))).isPresent();
    }

    /// Lays it out, unless a good one is there.
    void layOut() {
        if (!folder.has(FILE) || !is(new String(folder.read(FILE), StandardCharsets.US_ASCII).strip())) {
            String token = Secrets.random();
            store.commit(records -> {
                records.workspace().setOwnerToken(Digests.of(token));
                return token;
            });
            folder.write(FILE, (token + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    void delete() {
        folder.delete(FILE);
    }

    private Optional<Digest> known() {
        return store.read(records -> records.workspace().ownerToken());
    }
}
