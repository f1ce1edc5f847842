// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.consumer.ConsumerTokenMade;
import dev.signalbox.operator.consumer.ConsumerTokenView;
import dev.signalbox.operator.consumer.NewConsumerToken;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The tokens of programs that read streams.
@Timeout(180)
class ConsumerTokenTest {
    @TempDir
    Path folder;

    static ConsumerTokenView[] list(Desk desk) {
        return Json.read(desk.get(Paths.CONSUMER_TOKENS).body(), ConsumerTokenView[].class);
    }

    private static int make(Desk desk, String name, List<Long> channels, Optional<Instant> end) {
        return desk.ask("POST", Paths.CONSUMER_TOKENS, new NewConsumerToken(name, channels, end))
                .statusCode();
    }

    @Test
    void aTokenIsMadeUsedAndDeletedAndItsSecretIsToldOnce() throws Exception {
        try (var site = new Site(folder);
                var desk = Desk.signedIn(site)) {
            var answer = desk.ask(
                    "POST",
                    Paths.CONSUMER_TOKENS,
                    new NewConsumerToken(" shop ", List.of(1L, 1L, 0L), Optional.empty()));
            assertThat(answer.statusCode()).isEqualTo(201);
            var made = Json.read(answer.body(), ConsumerTokenMade.class);
            assertThat(made.secret()).matches("sbc_[A-Za-z0-9_-]{43}");
            assertThat(made.token().channels()).containsExactly(0L, 1L);
            assertThat(made.token().madeBy()).isEqualTo("owner");
            assertThat(list(desk)).containsExactly(made.token());
            var shop = new Program(desk, "shop", made.secret());
            assertThat(shop.ask(1, "{\"timeout\": 0}").statusCode()).isEqualTo(200);
            assertThat(shop.ask(2, "{\"timeout\": 0}").statusCode()).isEqualTo(403);
            Site.await(() -> list(desk)[0].used().isPresent());
            for (Path file : List.of(folder.resolve("registry.db"), folder.resolve("registry.db-wal"))) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(made.secret());
            }
            assertThat(desk.ask("DELETE", Paths.CONSUMER_TOKENS + "/shop", "").statusCode())
                    .isEqualTo(204);
            assertThat(desk.ask("DELETE", Paths.CONSUMER_TOKENS + "/shop", "").statusCode())
                    .isEqualTo(404);
            assertThat(shop.ask(1, "{\"timeout\": 0}").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void marksAndTokensSurviveAHubThatStops() throws Exception {
        try (var site = new Site(folder);
                var desk = Desk.signedIn(site)) {
            var shop = Program.of(desk, "shop");
            try (var pump = Pump.signedIn(site, desk.addNode("pump-1", Map.of()))) {
                pump.send("one", Map.of());
                pump.send("two", Map.of());
            }
            shop.texts(1, 0, 2);
            shop.read(1, "{\"curr_key\": 1, \"delete\": true}");
            site.restart();
            assertThat(shop.texts(1, 0, 1)).containsExactly("two");
            assertThat(list(desk)[0].marks()).isEqualTo(Map.of(1L, 1L));
        }
    }

    /// Without its index the hub sorts what the log still holds anew, and keys begin from 0.
    @Test
    void aMarkOfAChannelThatBeganAnewHidesNothing() throws Exception {
        try (var site = new Site(folder);
                var desk = Desk.signedIn(site)) {
            var shop = Program.of(desk, "shop");
            try (var pump = Pump.signedIn(site, desk.addNode("pump-1", Map.of()))) {
                pump.send("one", Map.of());
                shop.texts(1, 0, 1);
                shop.read(1, "{\"curr_key\": 1, \"delete\": true, \"timeout\": 0}");
            }
            site.close();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(ConsumerTokenTest::isOfTheLog).toList()) {
                    Files.delete(file);
                }
            }
            site.restart();
            try (var pump = Pump.signedIn(site, desk.addNode("pump-2", Map.of()))) {
                pump.send("anew", Map.of());
            }
            assertThat(shop.texts(1, 0, 1)).containsExactly("anew");
        }
    }

    private static boolean isOfTheLog(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("stream");
    }

    @Test
    void aTokenEndsAndIsMadeWithinBounds() {
        var clock = new WoundClock();
        try (var site = new Site(folder, clock);
                var desk = Desk.signedIn(site)) {
            Optional<Instant> end = Optional.of(clock.instant().plus(Duration.ofHours(1)));
            var shop = Program.until(desk, "shop", end);
            assertThat(make(desk, "SHOP", List.of(), end)).isEqualTo(409);
            assertThat(make(desk, "", List.of(), end)).isEqualTo(400);
            assertThat(make(desk, "a/b", List.of(), end)).isEqualTo(400);
            assertThat(make(desk, "other", List.of(-1L), end)).isEqualTo(400);
            assertThat(shop.ask(1, "{\"timeout\": 0}").statusCode()).isEqualTo(200);
            clock.add(Duration.ofHours(1));
            assertThat(shop.ask(1, "{\"timeout\": 0}").statusCode()).isEqualTo(401);
            assertThat(make(desk, "late", List.of(), end)).isEqualTo(400);
        }
    }
}
