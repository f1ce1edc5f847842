// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.protocol.codec.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// A node's local side whose outbox is a file: `id number .` for each message, synced.
final class LedgerNode {
    private LedgerNode() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var ledger = new RandomAccessFile(folder.resolve("ledger").toFile(), "rw");
        ledger.seek(ledger.length());
        ledger.write('\n');
        var log = new NodeLog(Clock.systemUTC(), line -> {}, (payload, properties) -> true);
        var around = new Surroundings(
                (payload, properties) -> note(ledger, payload, properties), (app, command, args1) -> {}, log, () -> {});
        try (var apps = LocalApps.listen(new SocketFile(folder.resolve("s"), false), around)) {
            System.out.println("ready");
            new CountDownLatch(1 + apps.reports().size()).await();
        }
    }

    private static synchronized void note(RandomAccessFile ledger, byte[] payload, Map<String, String> properties) {
        try {
            long n = Json.readTree(payload).path("n").asLong();
            ledger.write((properties.get("message-id") + " " + n + " .\n").getBytes(UTF_8));
            ledger.getFD().sync();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
