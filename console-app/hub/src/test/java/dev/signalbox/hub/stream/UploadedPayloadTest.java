// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.operator.node.FileView;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadedPayloadTest {
    private static final Map<String, String> EXTERNALISED = Map.of("has-externalized-payload", "true");

    @TempDir
    Path folder;

    private Belt belt;

    @BeforeEach
    void open() {
        belt = new Belt(folder);
    }

    @AfterEach
    void close() {
        belt.close();
    }

    @Test
    void theFileIsThePayloadAndGoesWithItsMessage() throws IOException {
        byte[] content = new byte[700_000];
        Arrays.fill(content, (byte) 7);
        Path file = upload("large/1.bin", content);
        belt.send(PUMP, EXTERNALISED, "{\"link\":\"large/1.bin\"}");
        belt.send(PUMP, EXTERNALISED, "{\"link\":\"" + PUMP + "/large/1.bin\"}");
        assertThat(belt.all(1)).hasSize(2).allMatch(keyed -> !keyed.whole());
        assertThat(belt.all(1)).extracting(Keyed::size).containsOnly(700_000L);
        try (var payload = belt.sorted.reader().payload(1, 1)) {
            assertThat(payload.readAllBytes()).isEqualTo(content);
        }
        belt.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        belt.sorted.forget(Duration.ofDays(7));
        assertThat(file).doesNotExist();
        assertThat(belt.all(1)).isEmpty();
    }

    @Test
    void aShelfThatCannotBeReadHoldsUpNobody() throws IOException {
        Path file = upload("large/1.bin", new byte[300_000]);
        Files.writeString(file.resolveSibling("about.json"), "{ no json");
        belt.send(PUMP, EXTERNALISED, "{\"link\":\"large/1.bin\"}");
        belt.send(PUMP, Map.of(), "next");
        assertThat(belt.texts(1)).containsExactly("next");
        assertThat(belt.values(0, "signalbox-dead")).containsExactly("payload-missing");
    }

    private Path upload(String name, byte[] content) throws IOException {
        var id = UUID.randomUUID();
        Path entry = Files.createDirectories(
                folder.resolve("files").resolve(Digests.of(PUMP).hex()).resolve(id.toString()));
        var about = new FileView(id, name, content.length, Instant.parse("2026-03-01T12:00:00Z"));
        Files.write(entry.resolve("about.json"), Json.write(about));
        return Files.write(entry.resolve("content"), content);
    }
}
