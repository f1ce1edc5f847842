// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.chance.Mutation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Whatever strangers and bad devices send, the hub answers with a stated problem, keeps its memory, and goes on
/// serving the others.
@Timeout(3600)
@Isolated("looks how much memory the process takes")
class FuzzTest {
    private static final int INPUTS = Chance.many("inputs", 200);
    private static final long MOST_HEAP_MORE = 48L * 1024 * 1024;

    @TempDir
    Path folder;

    private final RandomGenerator random = Chance.of(FuzzTest.class).drawnBy("stranger");
    private final ErrorLog log = new ErrorLog();
    private Site site;
    private Desk desk;
    private BackEnd backEnd;
    private Pump good;

    @BeforeEach
    void start() throws Exception {
        site = new Site(folder);
        desk = Desk.signedIn(site);
        backEnd = BackEnd.owner(desk);
        good = Pump.signedIn(site, desk.addNode("good", Map.of()));
    }

    @AfterEach
    void stop() throws Exception {
        good.close();
        desk.close();
        site.close();
        log.close();
    }

    @Test
    void packets() throws Exception {
        DeviceKeys keys = desk.addNode("bad", Map.of());
        var mutation = new Mutation(List.of("x"), random);
        bounded(() -> {
            boolean signsIn = random.nextInt(4) > 0;
            try (var bad = new RawDevice(site)) {
                byte[] connect = RawDevice.connect(keys);
                bad.says(signsIn ? connect : mutation.spoil(connect));
                for (int packet = random.nextInt(4); packet >= 0; packet--) {
                    List<byte[]> packets = RawDevice.packets(keys);
                    bad.says(mutation.spoil(packets.get(random.nextInt(packets.size()))));
                }
            }
        });
    }

    @Test
    void tokens() throws Exception {
        String token = backEnd.signature("127.0.0.1", Instant.now().plusSeconds(3600));
        var mutation = new Mutation(List.of(token), random);
        bounded(() -> {
            String spoiled = mutation.text().replaceAll("[^\\x20-\\x7e]", "~");
            stated(desk.send(desk.request("/twins/good?api-version=2021-04-12")
                    .header("Authorization", spoiled.substring(0, Math.min(spoiled.length(), 6000)))
                    .GET()));
        });
    }

    @Test
    void queries() throws Exception {
        var mutation = new Mutation(
                List.of(
                        "SELECT * FROM devices WHERE tags.hall = 'B' AND properties.reported.speed >= 3.5",
                        "SELECT deviceId FROM devices WHERE NOT (a IN ['x', 2] OR is_defined(b.c)) ORDER BY deviceId",
                        "SELECT tags.hall AS h, COUNT() AS n FROM devices GROUP BY tags.hall"),
                random);
        bounded(() -> stated(backEnd.ask(
                "POST",
                "/devices/query",
                dev.signalbox.protocol.codec.Json.writeText(Map.of("query", mutation.text())))));
    }

    @Test
    void bodies() throws Exception {
        var paths = List.of(
                "PUT /devices/made",
                "PATCH /twins/good",
                "PUT /twins/good",
                "POST /twins/good/methods",
                "POST /devices/query",
                "POST /devices",
                "PUT /devices/good/modules/m",
                "PUT /jobs/v2/j",
                "POST /devices/good/files",
                "POST /devices/good/files/notifications");
        var mutation = new Mutation(
                List.of(
                        "{\"deviceId\":\"made\",\"status\":\"enabled\",\"authentication\":{\"type\":\"sas\",\"symmetricKey\":{\"primaryKey\":\"c2VjcmV0IHNlY3JldCBzZWNyZXQ=\",\"secondaryKey\":\"c2VjcmV0IHNlY3JldCBzZWNyZXQ=\"}}}",
                        "{\"tags\":{\"hall\":\"B\"},\"properties\":{\"desired\":{\"speed\":{\"a\":[1,2.5]}}}}",
                        "{\"methodName\":\"stop\",\"payload\":{\"a\":1},\"responseTimeoutInSeconds\":1}",
                        "{\"query\":\"SELECT * FROM devices\"}",
                        "[{\"id\":\"made2\",\"importMode\":\"create\"}]",
                        "{\"type\":\"scheduleUpdateTwin\",\"queryCondition\":\"*\",\"startTime\":\"2026-01-31T08:00:00Z\",\"maxExecutionTimeInSeconds\":60,\"updateTwin\":{\"etag\":\"*\",\"tags\":{\"tuned\":true}}}",
                        "{\"blobName\":\"a/b.txt\"}",
                        "{\"correlationId\":\"x\",\"isSuccess\":true,\"statusCode\":200,\"statusDescription\":\"\"}"),
                random);
        bounded(() -> {
            String[] path = paths.get(random.nextInt(paths.size())).split(" ");
            stated(desk.send(desk.request(path[1] + "?api-version=2021-04-12")
                    .header(
                            "Authorization",
                            backEnd.signature("127.0.0.1", Instant.now().plusSeconds(60)))
                    .method(path[0], BodyPublishers.ofByteArray(mutation.bytes()))));
        });
    }

    private interface Trying {
        void once() throws Exception;
    }

    private void bounded(Trying trying) throws Exception {
        trying.once();
        long before = heap();
        for (int i = 0; i < INPUTS; i++) {
            trying.once();
            if (i % 50 == 0) {
                good.send("still " + i, Map.of());
            }
        }
        assertThat(log.errors()).isEmpty();
        assertThat(good.lost).isFalse();
        assertThat(heap() - before).isLessThan(MOST_HEAP_MORE);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// Done, or refused with a problem of the hub's own or, in bulk, with one for each device; never an accident.
    private static void stated(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(500);
        if (answer.statusCode() >= 400) {
            assertThat(answer.body()).containsPattern("\"problem\":\"|\"isSuccessful\":false");
        }
    }
}
