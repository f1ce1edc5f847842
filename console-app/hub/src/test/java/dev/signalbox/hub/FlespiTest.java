// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.stream.StreamReader;
import dev.signalbox.operator.session.Paths;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// Streams as flespi's channels.
@Timeout(120)
class FlespiTest extends OnSite {
    private static final long STREAM = 1;

    private Pump pump;

    @BeforeEach
    void aPumpSends() throws MqttException {
        pump = Pump.signedIn(site, desk.addNode("pump-1", Map.of()));
    }

    @AfterEach
    void thePumpStops() throws MqttException {
        pump.close();
    }

    private void sends(int from, int count) throws MqttException {
        for (int i = from; i < from + count; i++) {
            pump.send("line " + i, Map.of());
        }
    }

    private static List<String> lines(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> "line " + i).toList();
    }

    /// As flespi_receiver asks: from its key on, to delete what it has handled.
    private static String asReceiver(long key) {
        return "{\"curr_key\": " + key + ", \"delete\": true, \"limit_count\": 1000, \"limit_size\": 8388608,"
                + " \"timeout\": 10}";
    }

    @Test
    void theRealReceiverReadsOnWithEachNextKey() throws Exception {
        var receiver = Program.of(desk, "receiver", STREAM);
        sends(0, 3);
        receiver.texts(STREAM, 0, 3);
        JsonNode first = receiver.read(STREAM, asReceiver(0));
        assertThat(Program.texts(first)).isEqualTo(lines(0, 3));
        assertThat(first.get("next_key").asLong()).isEqualTo(3);
        assertThat(first.has("errors")).isFalse();
        sends(3, 2);
        receiver.texts(STREAM, 3, 2);
        JsonNode second = receiver.read(STREAM, asReceiver(3));
        assertThat(Program.texts(second)).isEqualTo(lines(3, 2));
        // with blanks as %20, as other clients write them
        var other = receiver.get("/gw/channels/1/messages?data=%7B%22curr_key%22:%204%7D");
        assertThat(Program.texts(BackEnd.tree(other))).isEqualTo(lines(4, 1));
    }

    @Test
    void aMessageIsFlatAndSaysWhoseItIs() throws Exception {
        var program = Program.of(desk, "program");
        pump.send("{\"temp\":{\"in\":21.5},\"timestamp\":1763740800.25,\"ident\":\"x\"}", Map.of("unit", "C"));
        JsonNode message =
                program.read(STREAM, "{\"timeout\": 10}").get("result").get(0);
        assertThat(message.get("ident").asString()).isEqualTo("pump-1");
        assertThat(message.get("channel.id").asLong()).isEqualTo(STREAM);
        assertThat(message.get("timestamp").asDouble()).isEqualTo(1763740800.25);
        assertThat(message.get("temp.in").asDouble()).isEqualTo(21.5);
        assertThat(message.get("payload.ident").asString()).isEqualTo("x");
        assertThat(message.get("property.unit").asString()).isEqualTo("C");
        assertThat(message.get("message.key").asLong()).isZero();
    }

    @Test
    void twoTokensDoNotDisturbEachOther() throws Exception {
        var one = Program.of(desk, "one", STREAM);
        var other = Program.of(desk, "other", STREAM);
        sends(0, 6);
        one.texts(STREAM, 0, 6);
        one.read(STREAM, "{\"curr_key\": 4, \"delete\": true, \"timeout\": 0}");
        assertThat(one.texts(STREAM, 0, 2)).isEqualTo(lines(4, 2));
        assertThat(other.texts(STREAM, 0, 6)).isEqualTo(lines(0, 6));
        // a mark never goes back, nor beyond what has come
        one.read(STREAM, "{\"curr_key\": 1, \"delete\": true, \"timeout\": 0}");
        assertThat(one.texts(STREAM, 0, 2)).isEqualTo(lines(4, 2));
        one.read(STREAM, "{\"curr_key\": 1000, \"delete\": true, \"timeout\": 0}");
        sends(6, 1);
        assertThat(one.texts(STREAM, 0, 1)).isEqualTo(lines(6, 1));
    }

    @Test
    void neverMoreThanAsked() throws Exception {
        var program = Program.of(desk, "program", STREAM);
        sends(0, 50);
        program.texts(STREAM, 0, 50);
        var few = program.read(STREAM, "{\"limit_count\": 7}");
        assertThat(Program.texts(few)).isEqualTo(lines(0, 7));
        assertThat(few.get("next_key").asLong()).isEqualTo(7);
        var small = program.ask(STREAM, "{\"limit_size\": 1000}");
        JsonNode page = BackEnd.tree(small);
        assertThat(page.get("result").toString().length()).isLessThan(1010);
        assertThat(page.get("result").size()).isBetween(2, 10);
        assertThat(page.get("next_key").asLong()).isEqualTo(page.get("result").size());
        // one always comes, or a large message would stop everything behind it
        assertThat(program.read(STREAM, "{\"limit_size\": 1}").get("result").size())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeAnsweredIsToldAsFlespiTellsIt() {
        var program = Program.of(desk, "program", STREAM, 7L);
        for (String data : List.of(
                "nothing",
                "[]",
                "{\"curr_key\": -1}",
                "{\"curr_key\": 1.5}",
                "{\"curr_key\": \"7\"}",
                "{\"curr_key\": 9223372036854775808}",
                "{\"timeout\": -1}",
                "{\"timeout\": \"long\"}",
                "{\"delete\": 1}",
                "{\"limit_count\": 0}",
                "{\"limit_size\": 0}")) {
            isRefused(program.ask(STREAM, data), 400);
        }
        for (String channel : List.of("all", "1,2", "name=x", "-1")) {
            isRefused(program.ask(channel, "{}"), 400);
        }
        isRefused(program.ask(0, "{}"), 403);
        isRefused(program.ask(7, "{}"), 404);
        isRefused(program.get("/gw/devices/all"), 404);
        isRefused(program.get("/gw/channels/1/messages?data=%C3%7B"), 400);
        isRefused(new Program(desk, "nobody", "sbc_guess").ask(STREAM, "{}"), 401);
        isRefused(desk.get(Program.path(STREAM, "{}")), 401);
        assertThat(program.get("/gw/channels/1/messages?data=%7B%22timeout%22:0%7D")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void isRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(status);
        JsonNode error = BackEnd.tree(answer).get("errors").get(0);
        assertThat(error.get("code").asInt()).isEqualTo(status);
        assertThat(error.get("reason").asString()).endsWith(".");
    }

    private static List<CompletableFuture<HttpResponse<String>>> fourWait(Program program, String patient) {
        var waiting = new ArrayList<>(IntStream.range(0, 4)
                .mapToObj(_ -> program.askLater(STREAM, patient))
                .toList());
        Site.await(() -> {
            // one that came when there was no room asks again
            waiting.replaceAll(one -> one.isDone() ? program.askLater(STREAM, patient) : one);
            return isFull(program) && isFull(program) && waiting.stream().noneMatch(CompletableFuture::isDone);
        });
        return waiting;
    }

    /// One who was answered a moment ago may still hold a place, so once is not enough.
    private static boolean isFull(Program program) {
        return program.ask(STREAM, "{\"timeout\": 0}").statusCode() == 429;
    }

    @Test
    void whoWaitsHearsTheNextMessageAndFourMayWaitAtOnce() throws Exception {
        var program = Program.of(desk, "program", STREAM);
        String patient = "{\"timeout\": 60}";
        String now = "{\"timeout\": 0}";
        var waiting = fourWait(program, patient);
        // another token has places of its own, and one who leaves makes room
        assertThat(Program.of(desk, "other").ask(STREAM, now).statusCode()).isEqualTo(200);
        waiting.removeFirst().cancel(true);
        Site.await(() -> program.ask(STREAM, now).statusCode() == 200);
        sends(0, 1);
        for (var answer : waiting) {
            assertThat(Program.texts(BackEnd.tree(answer.join()))).isEqualTo(lines(0, 1));
        }
        Site.await(() -> program.ask(STREAM, now).statusCode() == 200);
    }

    @Test
    void whoWaitsInVainKeepsHisKey() throws Exception {
        var program = Program.of(desk, "program", STREAM);
        sends(0, 1);
        program.texts(STREAM, 0, 1);
        JsonNode page = program.read(STREAM, "{\"curr_key\": 1, \"timeout\": 0.2}");
        assertThat(page.get("result").isEmpty()).isTrue();
        assertThat(page.get("next_key").asLong()).isEqualTo(1);
        JsonNode beyond = program.read(STREAM, "{\"curr_key\": 9, \"timeout\": 0}");
        assertThat(beyond.get("next_key").asLong()).isEqualTo(9);
        assertThat(beyond.get("errors").get(0).get("code").asInt()).isEqualTo(416);
    }

    @Test
    void aProgramThatCrashesAnywhereLosesAndDoublesNothing() throws Exception {
        var program = Program.of(desk, "program", STREAM);
        var chance = new Random(4);
        var handled = new ArrayList<String>();
        int sent = 0;
        long key = 0;
        while (handled.size() < 300) {
            if (sent < 300) {
                sends(sent, 20);
                sent += 20;
            }
            JsonNode page = program.read(
                    STREAM,
                    "{\"curr_key\": " + key + ", \"delete\": true, \"timeout\": 10, \"limit_count\": "
                            + chance.nextInt(1, 40) + "}");
            // it dies with the page it was given, or has handled it and noted where to go on
            if (chance.nextBoolean()) {
                handled.addAll(Program.texts(page));
                key = page.get("next_key").asLong();
            }
            if (handled.size() > 150 && sent == 300) {
                sent++;
                pump.close();
                site.restart();
            }
        }
        assertThat(handled).isEqualTo(lines(0, 300));
    }

    @Test
    void whoseTokenIsTakenAwayWhileHeWaitsGetsNothing() throws Exception {
        var program = Program.of(desk, "program", STREAM);
        var waiting = fourWait(program, "{\"timeout\": 60}");
        assertThat(desk.ask("DELETE", Paths.CONSUMER_TOKENS + "/program", "").statusCode())
                .isEqualTo(204);
        assertThat(program.ask(STREAM, "{}").statusCode()).isEqualTo(401);
        sends(0, 1);
        for (var answer : waiting) {
            assertThat(answer.join().statusCode()).isEqualTo(401);
        }
    }

    @Test
    void whatIsTooLargeForAnAnswerHasAPathOfItsOwn() throws Exception {
        var program = Program.of(desk, "program", STREAM);
        byte[] picture = new byte[100_000];
        new Random(1).nextBytes(picture);
        pump.publish("devices/pump-1/messages/events/", picture, 1);
        JsonNode message =
                program.read(STREAM, "{\"timeout\": 10}").get("result").get(0);
        assertThat(message.get("payload.size").asLong()).isEqualTo(picture.length);
        var request = program.request(message.get("payload.url").asString()).build();
        assertThat(desk.http
                        .send(request, HttpResponse.BodyHandlers.ofByteArray())
                        .body())
                .isEqualTo(picture);
        var other = Program.of(desk, "other", 2L);
        assertThat(other.get(message.get("payload.url").asString()).statusCode())
                .isEqualTo(403);
        assertThat(program.get("/gw/channels/1/messages/77/payload").statusCode())
                .isEqualTo(404);
        assertThat(StreamReader.INLINE).isGreaterThan(picture.length);
    }
}
