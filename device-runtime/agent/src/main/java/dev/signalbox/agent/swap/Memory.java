// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Json;

/// Keeps the swap state on disk.
final class Memory {
    private static final String FILE = "state.json";

    private final Folder folder;
    private volatile SwapState state;

    Memory(Folder folder) {
        this.folder = folder;
        this.state =
                folder.read(FILE).map(json -> Json.read(json, SwapState.class)).orElse(SwapState.EMPTY);
    }

    SwapState state() {
        return state;
    }

    /// On disk when this returns.
    void keep(SwapState next) {
        folder.write(FILE, Json.write(next));
        state = next;
    }
}
