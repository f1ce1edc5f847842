// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.node.Nodes;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The feed of very many nodes.
@Timeout(180)
class NodeFeedTest {
    private static final int NODES = 1_700;
    private static final int MORE_THAN_IS_KEPT = 20_001;

    @TempDir
    Path folder;

    SqliteRegistry store;
    NodeFeed feed;

    @BeforeEach
    void open() {
        store = SqliteRegistry.open(folder.resolve("registry.db"));
        store.commit(records -> {
            for (int i = 0; i < NODES; i++) {
                Devices.add(records, new NewDevice(id(i), Map.of()));
            }
            return true;
        });
        feed = new NodeFeed(new Nodes(store, new Presence()));
    }

    @AfterEach
    void close() {
        feed.close();
        store.close();
    }

    @Test
    void whoWatchesHearsOfEachNodeAndOfThoseThatGo() throws Exception {
        var channel = new Listening(false);
        try (var _ = feed.watch(channel)) {
            Await.until(
                    "all are told",
                    Duration.ofSeconds(30),
                    () -> channel.nodes().size() == NODES);
            store.commit(records -> {
                Devices.delete(records, id(7));
                return true;
            });
            feed.changed(id(7));
            Await.until(
                    "it is told that one went",
                    Duration.ofSeconds(30),
                    () -> channel.frames.contains(Frames.event("gone", id(7).value())));
        }
    }

    @Test
    void whoFallsFarBehindIsCutOff() throws Exception {
        var channel = new Listening(true);
        try (var _ = feed.watch(channel)) {
            for (int i = 0; i < MORE_THAN_IS_KEPT; i++) {
                feed.changed(id(i));
            }
            channel.ended.await();
            assertThat(channel.nodes()).isEmpty();
        }
    }

    private static DeviceId id(int number) {
        return new DeviceId("node-%05d".formatted(number));
    }

    private static final class Listening implements Channel {
        final Queue<String> frames = new ConcurrentLinkedQueue<>();
        final CountDownLatch ended = new CountDownLatch(1);
        private final boolean full;

        Listening(boolean full) {
            this.full = full;
        }

        Set<String> nodes() {
            return frames.stream()
                    .filter(frame -> frame.contains("event: node"))
                    .collect(Collectors.toSet());
        }

        @Override
        public boolean full() {
            return full;
        }

        @Override
        public void send(String frame) {
            frames.add(frame);
        }

        @Override
        public void end() {
            ended.countDown();
        }
    }
}
