// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program with a token that asks for messages and does not read what it is answered.
class DeafProgramTest {
    /// More than the two ends of a connection keep.
    private static final int LARGE_MESSAGES = 66;

    private static final String ALL = "{\"curr_key\": 0, \"limit_count\": 1000, \"limit_size\": 16777216}";
    private static final String DONE = "{\"curr_key\": 3, \"delete\": true, \"limit_count\": 1}";

    @TempDir
    Path folder;

    private Site site;
    private Desk desk;
    private Program program;

    @BeforeEach
    void open() throws Exception {
        site = new Site(folder);
        desk = Desk.signedIn(site);
        try (var pump = Pump.signedIn(site, desk.addNode("pump-1", Map.of()))) {
            for (int i = 0; i < LARGE_MESSAGES; i++) {
                pump.send("x".repeat(250_000), Map.of());
            }
        }
        program = Program.of(desk, "program", 1L);
        program.texts(1, 0, LARGE_MESSAGES);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
        site.close();
    }

    @Test
    void whoReadsNoAnswerIsAnsweredNoMore() throws Exception {
        try (var deaf = Intruder.atHttps(site)) {
            deaf.says(request(ALL, ""));
            deaf.hearsByte();
            for (int i = 0; i < 200; i++) {
                deaf.says(request("{\"limit_count\": 1}", ""));
            }
            deaf.says(request(DONE, "Connection: close\r\n"));
            for (int i = 0; i < 20; i++) {
                assertThat(mark()).isZero();
            }
            assertThat(deaf.isShutOut()).isTrue();
            assertThat(mark()).isEqualTo(3);
        }
    }

    @Test
    void answersThatAreNotReadCountAmongItsReadings() throws Exception {
        List<Intruder> deaf = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            var one = Intruder.atHttps(site);
            one.says(request(ALL, ""));
            one.hearsByte();
            deaf.add(one);
        }
        assertThat(program.ask(1, ALL).statusCode()).isEqualTo(429);
        for (Intruder one : deaf) {
            one.close();
        }
        Site.await(() -> program.ask(1, "{\"limit_count\": 1}").statusCode() == 200);
    }

    private long mark() {
        return ConsumerTokenTest.list(desk)[0].marks().getOrDefault(1L, 0L);
    }

    private byte[] request(String data, String header) {
        String text = "GET " + Program.path(1, data) + " HTTP/1.1\r\nHost: 127.0.0.1:"
                + site.address().httpsPort() + "\r\nAuthorization: FlespiToken " + program.secret() + "\r\n" + header
                + "\r\n";
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
