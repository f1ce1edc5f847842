// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.ClearingWay;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.DeadLetters;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.LiveMessages;
import dev.signalbox.operator.stream.MessagePage;
import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.operator.stream.NewClearing;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRate;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.stream.StreamName;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What operators see of streams.
@Timeout(180)
class StreamReadingTest extends OnSite {
    private static final StreamRules LINES =
            new StreamRules(IdRule.FROM_KEY, "", IdRule.NONE, "", Concatenation.WITH_NEW_LINES, 0, true, "");

    private StreamView make(String name) {
        var answer = desk.ask("POST", Paths.STREAMS, new NewStream(new StreamName("plant", name), LINES));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.read(answer.body(), StreamView.class);
    }

    private static String at(StreamView stream, String more) {
        return Paths.STREAMS + "/" + stream.number() + more;
    }

    private MessagePage page(StreamView stream, String query) {
        var answer = desk.get(at(stream, "/messages" + query));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body(), MessagePage.class);
    }

    private static List<String> texts(MessagePage page) {
        return page.messages().stream()
                .map(MessageView::head)
                .map(head -> new String(Base64.getDecoder().decode(head), StandardCharsets.UTF_8))
                .toList();
    }

    private HttpResponse<String> put(StreamView stream, StreamRules rules, String etag) {
        return desk.send(desk.request(at(stream, ""))
                .header("Authorization", "Bearer " + desk.bearer)
                .header("If-Match", '"' + etag + '"')
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofByteArray(Json.write(rules))));
    }

    @Test
    void streamsAreMadeRuledAndDeleted() {
        StreamView press = make("press");
        var all = Json.read(desk.get(Paths.STREAMS).body(), StreamView[].class);
        assertThat(all).extracting(StreamView::number).containsExactly(0L, 1L, press.number());
        var again = desk.ask("POST", Paths.STREAMS, new NewStream(press.name(), LINES));
        assertThat(again.statusCode()).isEqualTo(409);
        String etag = press.rules().etag();
        assertThat(put(press, StreamRules.USUAL, etag).statusCode()).isEqualTo(200);
        assertThat(put(press, LINES, etag).statusCode()).isEqualTo(412);
        assertThat(put(press, LINES, "*").statusCode()).isEqualTo(200);
        assertThat(desk.ask("DELETE", at(press, ""), "").statusCode()).isEqualTo(204);
        assertThat(desk.get(at(press, "")).statusCode()).isEqualTo(404);
        assertThat(desk.get(at(press, "/messages")).statusCode()).isEqualTo(404);
        assertThat(desk.get(Paths.STREAMS + "/one").statusCode()).isEqualTo(400);
        assertThat(desk.ask("DELETE", Paths.STREAMS + "/1", "").statusCode()).isEqualTo(409);
    }

    @Test
    void messagesAreFoundByDeviceAndText() throws Exception {
        StreamView press = make("press");
        var there = Map.of("stream-group-name", "plant", "stream-name", "press", "shift", "Night");
        try (var one = Pump.signedIn(site, desk.addNode("pump-1", Map.of()));
                var two = Pump.signedIn(site, desk.addNode("pump-2", Map.of()))) {
            for (int i = 0; i < 10; i++) {
                one.send("one " + i, there);
                two.send("Two " + i, there);
            }
            two.send("nowhere", Map.of("stream-name", "none"));
        }
        Site.await(() -> page(press, "").messages().size() == 20);
        assertThat(texts(page(press, "?device=pump-2&from=4&most=3"))).containsExactly("Two 2", "Two 3", "Two 4");
        assertThat(page(press, "?device=pump-2&from=4&most=3").nextKey()).isEqualTo(10);
        assertThat(texts(page(press, "?text=tWO%209"))).containsExactly("Two 9");
        assertThat(page(press, "?text=night&most=5").nextKey()).isEqualTo(5);
        assertThat(page(press, "?text=morning")).isEqualTo(new MessagePage(List.of(), 0, 20));
        assertThat(page(press, "?from=20").nextKey()).isEqualTo(20);
        for (String bad : List.of("?from=-1", "?most=x", "?device=%23", "?text=" + "x".repeat(201))) {
            assertThat(desk.get(at(press, "/messages" + bad)).statusCode())
                    .as(bad)
                    .isEqualTo(400);
        }
        String dead = desk.get(Paths.STREAMS + "/0/messages").body();
        assertThat(dead).contains("stream-not-known");
    }

    @Test
    void deadLettersAreSentAgainByWhoeverMayChangeStreams() throws Exception {
        try (var pump = Pump.signedIn(site, desk.addNode("pump-1", Map.of()))) {
            pump.send("late", Map.of("stream-group-name", "plant", "stream-name", "press"));
        }
        Site.await(() -> letters().reasons().size() == 1);
        StreamView press = make("press");
        var wanted = NewClearing.of(ClearingWay.SEND_AGAIN, "stream-not-known");
        var answer = desk.ask("POST", Paths.DEAD_LETTERS, wanted);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        Site.await(() -> texts(page(press, "")).equals(List.of("late")));
        Site.await(() -> letters().reasons().isEmpty());
        assertThat(letters().clearing().orElseThrow().running()).isFalse();
        var unclear = desk.ask("POST", Paths.DEAD_LETTERS, NewClearing.of(ClearingWay.DISCARD, "whatever"));
        assertThat(unclear.statusCode()).isEqualTo(400);
        var stranger = desk.send(desk.request(Paths.DEAD_LETTERS).GET());
        assertThat(stranger.statusCode()).isEqualTo(401);
    }

    private DeadLetters letters() {
        return Json.read(desk.get(Paths.DEAD_LETTERS).body(), DeadLetters.class);
    }

    @Test
    void aPayloadAndABatchComeWhole() throws Exception {
        StreamView press = make("press");
        try (var pump = Pump.signedIn(site, desk.addNode("pump-1", Map.of()))) {
            for (int i = 0; i < 3; i++) {
                pump.send("part " + i, Map.of("stream-group-name", "plant", "stream-name", "press", "batch-id", "b 7"));
            }
        }
        Site.await(() -> page(press, "").messages().size() == 3);
        assertThat(desk.get(at(press, "/messages/1/payload")).body()).isEqualTo("part 1");
        assertThat(desk.get(at(press, "/messages/9/payload")).statusCode()).isEqualTo(404);
        var batches = Json.read(desk.get(at(press, "/batches")).body(), BatchView[].class);
        assertThat(batches).extracting(BatchView::batch).containsExactly("b 7");
        assertThat(Json.read(desk.get(at(press, "/batches?device=pump-2")).body(), BatchView[].class))
                .isEmpty();
        assertThat(desk.get(at(press, "/batches/pump-1/b%207/content")).body()).isEqualTo("part 0\npart 1\npart 2\n");
        assertThat(desk.get(at(press, "/batches/pump-1/b%207/content?join=WITHOUT_NEW_LINES"))
                        .body())
                .isEqualTo("part 0part 1part 2");
        assertThat(desk.get(at(press, "/batches/pump-1/none/content")).statusCode())
                .isEqualTo(404);
        assertThat(desk.get(at(press, "/batches/pump-1/b%207/content?join=LOOSELY"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void howBusyStreamsAreIsToldAgainAndAgain() throws Exception {
        try (var pump = Pump.signedIn(site, desk.addNode("pump-1", Map.of()));
                var listener = new Listener(desk, Paths.LIVE_STREAMS, "")) {
            assertThat(listener.next()).isEqualTo(new Listener.Event("rates", "", "[]"));
            pump.send("hello", Map.of());
            var busy = rates(listener);
            while (busy.isEmpty() || busy.getFirst().perSecond() == 0) {
                busy = rates(listener);
            }
            assertThat(busy.getFirst().channel()).isEqualTo(1);
            assertThat(busy.getFirst().perSecond()).isEqualTo(0.2);
            assertThat(busy.getFirst().bytesPerSecond()).isEqualTo(1);
        }
    }

    @Test
    void messagesAreToldAsTheyComeAndManyAreNotToldOneByOne() throws Exception {
        try (var pump = Pump.signedIn(site, desk.addNode("pump-1", Map.of()))) {
            pump.send("before", Map.of());
            Site.await(() -> texts(
                            Json.read(desk.get(Paths.STREAMS + "/1/messages").body(), MessagePage.class))
                    .contains("before"));
            try (var listener = new Listener(desk, Paths.LIVE_STREAMS + "/1", "")) {
                for (int i = 0; i < 300; i++) {
                    pump.client.publish(
                            "devices/pump-1/messages/events/",
                            Integer.toString(i).getBytes(StandardCharsets.UTF_8),
                            1,
                            false);
                }
                long told = 0;
                while (told < 300) {
                    var event = listener.next();
                    assertThat(event.name()).isEqualTo("messages");
                    var came = Json.read(event.data(), LiveMessages.class);
                    assertThat(came.messages()).hasSizeBetween(1, 100);
                    told += came.leftOut() + came.messages().size();
                    assertThat(came.messages().getLast().key()).isEqualTo(told);
                }
                assertThat(told).isEqualTo(300);
            }
        }
    }

    private static List<StreamRate> rates(Listener listener) throws Exception {
        return Arrays.asList(Json.read(listener.next().data(), StreamRate[].class));
    }
}
