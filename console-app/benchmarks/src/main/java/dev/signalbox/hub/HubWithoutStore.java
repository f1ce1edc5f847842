// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;

/// A hub whose store of messages only says yes: what is left is the way there and back.
public final class HubWithoutStore {
    private HubWithoutStore() {}

    /// @param args `--data` and the folder, as the hub itself is started; ports are any free ones
    public static void main(String[] args) throws InterruptedException {
        HubProgram.prepare();
        try (var hub = Hub.start(HubConfig.inFolder(Path.of(args[1])).onFreePorts(), _ -> new Nothing())) {
            System.out.println("A hub without a store listens on " + hub.address());
            hub.awaitStop();
        }
    }

    private static final class Nothing implements MessageStore {
        @Override
        public void append(StoredMessage message, Receipt receipt) {
            receipt.stored(true);
        }

        @Override
        public List<StoredMessage> newest(DeviceId device, int most) {
            return List.of();
        }

        @Override
        public int forget(IntPredicate mayGo, Instant now) {
            return 0;
        }

        @Override
        public void close() {}
    }
}
