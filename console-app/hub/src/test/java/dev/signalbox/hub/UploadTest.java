// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.FileView;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Files from devices: asked for, put, reported, and kept for operators.
class UploadTest extends OnSite {
    private static final String LAYOUT = "[0-9a-f]{64}(/[0-9a-f-]{36}(/content|/about\\.json)?"
            + "|/names(/[0-9a-f]{64}(/[0-9]+-[0-9]+-[0-9]+-[0-9a-f-]{36})?)?)?";

    Sender pump;

    @BeforeEach
    void start() {
        pump = new Sender(desk, desk.addNode("pump-1", Map.of()));
    }

    @Test
    void aFileInOnePieceArrives() {
        JsonNode upload = pump.begin("logs/today.txt");
        assertThat(upload.get("hostName").asString())
                .isEqualTo("127.0.0.1:" + site.address().httpsPort() + "/signalbox");
        assertThat(pump.put(Sender.blob(upload), "all was well").statusCode()).isEqualTo(201);
        assertThat(pump.files()).isEmpty();
        assertThat(pump.end(upload, true).statusCode()).isEqualTo(204);
        FileView file = pump.files().getFirst();
        assertThat(file.name()).isEqualTo("logs/today.txt");
        assertThat(file.size()).isEqualTo(12);
        assertThat(pump.content(file)).isEqualTo("all was well");
        assertThat(left("uploads")).isEmpty();
        site.restart();
        assertThat(pump.files()).containsExactly(file);
    }

    @Test
    void blocksArePutTogetherInTheOrderOfTheirList() {
        JsonNode upload = pump.begin("parts.txt");
        String blob = Sender.blob(upload);
        assertThat(pump.put(blob + "&comp=block&blockid=Mg%3D%3D", "world").statusCode())
                .isEqualTo(201);
        assertThat(pump.put(blob + "&comp=block&blockid=MQ%3D%3D", "hello ").statusCode())
                .isEqualTo(201);
        assertThat(pump.put(blob + "&comp=blocklist", list("MQ==", "Mg==")).statusCode())
                .isEqualTo(201);
        pump.end(upload, true);
        assertThat(pump.content(pump.files().getFirst())).isEqualTo("hello world");
    }

    @Test
    void aNewFileOfTheSameNameTakesTheOldOnesPlaceAndOperatorsDelete() {
        send("a.txt", "one");
        send("a.txt", "two");
        send("b.txt", "three");
        assertThat(pump.files()).extracting(FileView::name).containsExactlyInAnyOrder("a.txt", "b.txt");
        FileView a = pump.files().stream()
                .filter(file -> file.name().equals("a.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(pump.content(a)).isEqualTo("two");
        String path = Sender.files("pump-1") + "/" + a.id();
        assertThat(desk.ask("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(desk.get(path).statusCode()).isEqualTo(404);
        assertThat(desk.get(Sender.files("pump-1") + "/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(desk.get(Sender.files("pump-1") + "/..%2F..%2Fregistry.db").statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../owner.token", "/etc/passwd", "..", "a/../../b", "C:\\x", "x y+z%41&?#.txt", "ü"})
    void aNameIsNeverAPath(String name) {
        send(name, "mine");
        assertThat(pump.files()).extracting(FileView::name).containsExactly(name);
        assertThat(left("files")).allMatch(path -> path.matches(LAYOUT));
    }

    @Test
    void bytesGoToTheDiskWhileTheyComeAndABrokenUploadLeavesNothing() throws Exception {
        JsonNode upload = pump.begin("big.bin");
        try (var out = new PipedOutputStream();
                var in = new PipedInputStream(out, 1 << 20)) {
            var body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> in), 1 << 20);
            var sending = desk.http.sendAsync(
                    desk.request(Sender.blob(upload))
                            .header("x-ms-blob-type", "BlockBlob")
                            .PUT(body)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            out.write(new byte[1 << 19]);
            out.flush();
            Site.await(() -> bytesComing() >= 1 << 18);
            sending.cancel(true);
        }
        Site.await(() -> bytesComing() == 0);
        assertThat(pump.end(upload, true).statusCode()).isEqualTo(400);
        assertThat(pump.end(upload, false).statusCode()).isEqualTo(204);
        assertThat(pump.files()).isEmpty();
    }

    private void send(String name, String text) {
        JsonNode upload = pump.begin(name);
        String path = Sender.blob(upload);
        String raw = upload.get("blobName").asString();
        String encoded = java.net.URLEncoder.encode(raw, java.nio.charset.StandardCharsets.UTF_8);
        assertThat(pump.put(path.replace(raw, encoded), text).statusCode()).isEqualTo(201);
        assertThat(pump.end(upload, true).statusCode()).isEqualTo(204);
    }

    private long bytesComing() {
        return left("uploads").stream()
                .filter(path -> path.contains("part-"))
                .mapToLong(
                        path -> folder.resolve("uploads").resolve(path).toFile().length())
                .sum();
    }

    private List<String> left(String name) {
        Path root = folder.resolve(name);
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !path.equals(root))
                    .map(path -> root.relativize(path).toString())
                    .toList();
        } catch (IOException changing) {
            return List.of("changing");
        }
    }

    private static String list(String... blocks) {
        return "<?xml version=\"1.0\"?><BlockList><Latest>" + String.join("</Latest><Latest>", blocks)
                + "</Latest></BlockList>";
    }
}
