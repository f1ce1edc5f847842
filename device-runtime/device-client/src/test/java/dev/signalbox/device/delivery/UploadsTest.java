// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.outbox.Queued;
import dev.signalbox.device.outbox.Ticket;
import dev.signalbox.device.storage.Entry;
import dev.signalbox.testing.process.Await;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    private static final int SIZE = 300_000;

    @TempDir
    Path folder;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Test
    void aPayloadThatIsAsItWasGoesToTheHub() throws Exception {
        var files = new LargePayloads(folder);
        String name = files.keep(new byte[SIZE]);
        assertThat(whatBecomesOf(name, files)).isEqualTo("uploaded " + name);
    }

    @Test
    void aFlippedBitIsNotSentAsGood() throws Exception {
        var files = new LargePayloads(folder);
        String name = files.keep(new byte[SIZE]);
        try (var file = new RandomAccessFile(files.file(name).toFile(), "rw")) {
            file.seek(SIZE / 2);
            file.write(1);
        }
        assertThat(whatBecomesOf(name, files)).isEqualTo("damaged");
    }

    @Test
    void aFileThatWasCutOrIsGoneIsDamage() throws Exception {
        var files = new LargePayloads(folder);
        String cut = files.keep(new byte[SIZE]);
        Files.write(files.file(cut), new byte[SIZE - 1]);
        assertThat(whatBecomesOf(cut, files)).isEqualTo("damaged");
        assertThat(whatBecomesOf("never-written", files)).isEqualTo("damaged");
    }

    @Test
    void aPayloadOfBeforeThatHasNoSumIsSent() throws Exception {
        var files = new LargePayloads(folder);
        String name = "0193-of-old";
        Files.createDirectories(files.file(name).getParent());
        Files.write(files.file(name), new byte[SIZE]);
        assertThat(whatBecomesOf(name, files)).isEqualTo("uploaded " + name);
    }

    @Test
    void aFileThatTheDiskRefusesToReadIsDamageToo() throws Exception {
        var files = new LargePayloads(folder);
        String name = files.keep(new byte[SIZE]);
        Files.delete(files.file(name));
        Files.createSymbolicLink(files.file(name), files.file(name)); // it leads to itself: an error of the file system
        try (var uploads = uploads(files)) {
            Await.until("it is given up", Duration.ofSeconds(90), () -> {
                assertThat(uploads.isThere(message(name))).isFalse();
                return !told.isEmpty();
            });
        }
        assertThat(told).containsOnly("damaged");
    }

    private String whatBecomesOf(String name, LargePayloads files) throws InterruptedException {
        try (var uploads = uploads(files)) {
            assertThat(uploads.isThere(message(name))).isFalse();
            return String.valueOf(told.poll(60, TimeUnit.SECONDS));
        }
    }

    private static Queued message(String name) {
        return new Queued(new Ticket(1, 1), "epoch", 1, new Entry(new byte[0], new byte[0], name, SIZE, 0));
    }

    private Uploads uploads(LargePayloads files) {
        var said = new Uploads.Told() {
            @Override
            public void arrived() {}

            @Override
            public void damaged(Queued which) {
                told.add("damaged");
            }
        };
        return new Uploads(files, (blob, file) -> told.add("uploaded " + blob), said, Duration.ofMillis(20));
    }
}
