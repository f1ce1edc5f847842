// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the hub does not let devices do with files.
class UploadRefusalTest extends OnSite {
    Sender pump;
    Sender other;

    @BeforeEach
    void start() {
        pump = new Sender(desk, desk.addNode("pump-1", Map.of()));
        other = new Sender(desk, desk.addNode("pump-2", Map.of()));
    }

    @Test
    void onlyTheDeviceItselfMayAskAndReport() {
        assertThat(other.post("/devices/pump-1/files", "{\"blobName\":\"a\"}").statusCode())
                .isEqualTo(401);
        var unsigned = desk.request("/devices/pump-1/files?" + Sender.API)
                .POST(BodyPublishers.ofString("{\"blobName\":\"a\"}"));
        assertThat(desk.send(unsigned).statusCode()).isEqualTo(401);
        JsonNode upload = pump.begin("a");
        assertThat(other.end(upload, true).statusCode()).isEqualTo(404);
        assertThat(pump.end(upload, false).statusCode()).isEqualTo(204);
        assertThat(pump.end(upload, false).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "line\nbreak"})
    void badNamesAreRefused(String name) {
        assertThat(pump.ask(name).statusCode()).isEqualTo(400);
        assertThat(pump.ask("x".repeat(1025)).statusCode()).isEqualTo(400);
        assertThat(pump.post("/devices/pump-1/files", "{}").statusCode()).isEqualTo(400);
        assertThat(pump.post("/devices/pump-1/files", "[]").statusCode()).isEqualTo(400);
    }

    @Test
    void tenAtOnceAreEnough() {
        JsonNode first = pump.begin("0");
        for (int i = 1; i < 10; i++) {
            assertThat(pump.ask("" + i).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> eleventh = pump.ask("10");
        assertThat(eleventh.statusCode()).isEqualTo(403);
        assertThat(eleventh.body()).contains("DeviceMaximumActiveFileUploadLimitExceeded");
        assertThat(other.ask("0").statusCode()).isEqualTo(200);
        pump.end(first, false);
        assertThat(pump.ask("10").statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenIsGoodForItsOwnFileOnly() {
        String mine = Sender.blob(pump.begin("a"));
        String theirs = Sender.blob(other.begin("a"));
        String token = mine.substring(mine.indexOf('?'));
        assertThat(pump.put(theirs.substring(0, theirs.indexOf('?')) + token, "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(pump.put(mine.substring(0, mine.indexOf('?')), "x").statusCode())
                .isEqualTo(403);
        assertThat(pump.put(mine.replace("/pump-1/a?", "/pump-1/b?"), "x").statusCode())
                .isEqualTo(403);
        assertThat(pump.put(mine.replace("/pump-1/a?", "/pump-1/../pump-1/a?"), "x")
                        .statusCode())
                .isEqualTo(403);
        assertThat(pump.put(mine.replaceAll("sig=.{4}", "sig=AAAA"), "x").body())
                .contains("AuthenticationFailed");
        assertThat(pump.put(mine, "x").statusCode()).isEqualTo(201);
    }

    @Test
    void foreignKindsOfWritesAreRefused() {
        String blob = Sender.blob(pump.begin("a"));
        var page = desk.request(blob).header("x-ms-blob-type", "PageBlob").PUT(BodyPublishers.ofString("x"));
        assertThat(desk.send(page).statusCode()).isEqualTo(400);
        assertThat(pump.put(blob + "&comp=metadata", "x").statusCode()).isEqualTo(400);
        assertThat(pump.put(blob + "&comp=block", "x").statusCode()).isEqualTo(400);
        assertThat(pump.put(blob + "&comp=block&blockid=" + "x".repeat(129), "x")
                        .statusCode())
                .isEqualTo(400);
        var chunked = desk.request(blob)
                .header("x-ms-blob-type", "BlockBlob")
                .PUT(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[10])));
        assertThat(desk.send(chunked).statusCode()).isEqualTo(411);
        var deleted = desk.request(blob).DELETE();
        assertThat(desk.send(deleted).statusCode()).isIn(404, 405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no list",
                "<BlockList><Latest>bmV2ZXI=</Latest></BlockList>",
                "<BlockList><Committed>bmV2ZXI=</Committed></BlockList>",
                "<BlockList><Latest></Latest></BlockList>",
                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><BlockList><Latest>&y;</Latest></BlockList>"
            })
    void badListsOfBlocksAreRefused(String list) {
        String blob = Sender.blob(pump.begin("a"));
        HttpResponse<String> answer = pump.put(blob + "&comp=blocklist", list);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("<Code>InvalidBlockList</Code>").doesNotContain("root:");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItComes() {
        String blob = Sender.blob(pump.begin("a"));
        var endless = BodyPublishers.fromPublisher(UploadRefusalTest::silent, 5L * 1024 * 1024 * 1024);
        var whole = desk.request(blob).header("x-ms-blob-type", "BlockBlob").expectContinue(true);
        assertThat(desk.send(whole.PUT(endless)).statusCode()).isEqualTo(413);
        var longList = BodyPublishers.fromPublisher(UploadRefusalTest::silent, 600 * 1024);
        var list = desk.request(blob + "&comp=blocklist").expectContinue(true);
        assertThat(desk.send(list.PUT(longList)).statusCode()).isEqualTo(413);
    }

    @Test
    void anUploadEndsAfterAnHour() {
        var clock = new WoundClock();
        stopSite();
        site = new Site(folder.resolve("other"), clock);
        desk = Desk.signedIn(site);
        var valve = new Sender(desk, desk.addNode("valve-1", Map.of()), clock);
        JsonNode upload = valve.begin("a");
        clock.add(Duration.ofMinutes(61));
        assertThat(valve.put(Sender.blob(upload), "late").statusCode()).isEqualTo(403);
        for (int i = 0; i < 10; i++) {
            assertThat(valve.ask("" + i).statusCode()).isEqualTo(200);
        }
    }

    /// One that announces much and says nothing.
    private static void silent(Flow.Subscriber<? super java.nio.ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Flow.Subscription() {
            private boolean said;

            @Override
            public void request(long many) {
                if (!said) {
                    said = true;
                    subscriber.onNext(java.nio.ByteBuffer.wrap("x".getBytes(StandardCharsets.US_ASCII)));
                }
            }

            @Override
            public void cancel() {}
        });
    }
}
