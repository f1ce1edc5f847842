// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.session.Paths;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on the HTTPS door by those who have no session.
class HttpAttackTest extends UnderAttack {
    private static final List<Intruder> SLOW = new ArrayList<>();

    @BeforeAll
    static void begin() throws Exception {
        for (String words : new String[] {
            "",
            "GET /api/v1/nodes HTTP/1.1\r\nHost: x\r\nX-A: ",
            "POST " + Paths.SIGN_IN + " HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\n{",
            "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /live/logs HTTP/1.1\r\nHost: x\r\n\r\n"
        }) {
            var slow = Intruder.atHttps(site);
            slow.says(words.getBytes(StandardCharsets.US_ASCII));
            SLOW.add(slow);
        }
    }

    /// Last, for they are given their 20 seconds meanwhile.
    @AfterAll
    static void slowOnesAreShutOut() throws Exception {
        for (Intruder slow : SLOW) {
            assertThat(slow.isShutOut() || slow.isShutOut()).isTrue();
            slow.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/nodes",
                "/api/v1/nodes/",
                "//api/v1/nodes",
                "/./api/v1/nodes",
                "/api/../api/v1/nodes",
                "/api/v1/sign-in/../nodes",
                "/node/../api/v1/policies",
                "/$iothub/websocket/../../api/v1/nodes",
                "/%61pi/v1/nodes",
                "/api%2Fv1%2Fnodes",
                "/api/v1/%2e%2e/v1/nodes",
                "/api/v1;x=/nodes",
                "/API/v1/nodes",
                "/api/v1/nodes/victim/keys",
                "/api/v1/devices/victim/keys?sig=x",
                "/live/nodes",
                "/live/logs#/api/v1/sign-in",
                "/node/v1/trust",
                "/node/v1/secrets/../trust",
                "/devices/victim?api-version=2021-04-12",
                "/twins/victim?api-version=2021-04-12",
                "https://127.0.0.1/api/v1/nodes",
                "/signalbox/files/victim/a?sig=",
                "/signalbox/../registry.db",
                "/../../../../etc/passwd",
                "/owner.token"
            })
    void noPathLeadsAround(String path) throws Exception {
        try (var intruder = Intruder.atHttps(site)) {
            var answer = intruder.asks("GET", path, "", "");
            assertThat(answer.status()).as(answer.body()).isIn(400, 401, 404, 405);
            assertThat(answer.body()).doesNotContain("victim\"", "primaryKey", "root:");
            if (answer.status() == 401) {
                audit.tells(
                        intruder.address,
                        answer.body().replaceFirst("(?s).*\"(?:code|problem)\":\"([^\"]*)\".*", "$1"));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sessions")
    void noSuchSession(String attack, String header) throws Exception {
        try (var intruder = Intruder.atHttps(site)) {
            var answer = intruder.asks("DELETE", Paths.NODES + "/victim", header, "");
            assertThat(answer.status()).as(answer.body()).isEqualTo(401);
            audit.tells(intruder.address, "operator.not-signed-in");
        }
    }

    static Stream<Arguments> sessions() {
        return Stream.of(
                Arguments.of("none", ""),
                Arguments.of("empty", "Bearer "),
                Arguments.of("guess", "Bearer null"),
                Arguments.of("begin of one", "Bearer " + desk.bearer.substring(0, 42)),
                Arguments.of("other case", "Bearer " + desk.bearer.toLowerCase(java.util.Locale.ROOT)),
                Arguments.of("two", "Bearer x, Bearer " + desk.bearer),
                Arguments.of("SQL", "Bearer ' OR 1=1 --"),
                Arguments.of("basic", "Basic b3duZXI6b3duZXI="),
                Arguments.of("unsigned JWT", "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJvd25lciJ9."),
                Arguments.of("a back end's", owner.signature(HOST, later())),
                Arguments.of("a device's", token("/devices/victim", victim.primaryKey())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void noRequestInARequest(String attack, String text) throws Exception {
        try (var intruder = Intruder.atHttps(site)) {
            var answer = intruder.asks(text.replace("\n", "\r\n"));
            assertThat(answer.head() + answer.body())
                    .doesNotContain("200 OK", "\"victim\"", "Access-Control-Allow", "X-Injected: yes\r\n");
        }
    }

    static Stream<Arguments> requests() {
        String inner = "GET /api/v1/nodes HTTP/1.1\nHost: x\nAuthorization: Bearer x\nConnection: close\n\n";
        String sign = "POST " + Paths.SIGN_IN + " HTTP/1.1\nHost: x\n";
        String close = "Connection: close\n";
        return Stream.of(
                Arguments.of(
                        "length and chunks", sign + "Content-Length: 4\nTransfer-Encoding: chunked\n\n0\n\n" + inner),
                Arguments.of("two lengths", sign + close + "Content-Length: 0\nContent-Length: 90\n\n" + inner),
                Arguments.of("length below zero", sign + close + "Content-Length: -1\n\n" + inner),
                Arguments.of(
                        "chunk overflows", sign + close + "Transfer-Encoding: chunked\n\nfffffffffffffffff\n" + inner),
                Arguments.of("chunks in disguise", sign + close + "Transfer-Encoding: xchunked\n\n0\n\n" + inner),
                Arguments.of("header with a break", sign + close + "X-A: a\n X-Injected: yes\nContent-Length: 0\n\n"),
                Arguments.of("break in the path", "GET /%0d%0aX-Injected:%20yes HTTP/1.1\nHost: x\n" + close + "\n"),
                Arguments.of("long header", sign + close + "X-A: " + "a".repeat(100_000) + "\n\n"),
                Arguments.of("many headers", sign + close + "X-A: a\n".repeat(10_000) + "\n"),
                Arguments.of("long path", "GET /" + "a".repeat(100_000) + " HTTP/1.1\nHost: x\n" + close + "\n"),
                Arguments.of("no HTTP", "\u0000\u0001\u0002 HTTP/9.9\n\n"),
                Arguments.of("HTTP/2", "PRI * HTTP/2.0\n\nSM\n\n"),
                Arguments.of("proxy", "CONNECT 127.0.0.1:22 HTTP/1.1\nHost: x\n" + close + "\n"),
                Arguments.of("trace", "TRACE /api/v1/nodes HTTP/1.1\nHost: x\n" + close + "\n"),
                Arguments.of(
                        "other site asks first",
                        "OPTIONS /api/v1/nodes HTTP/1.1\nHost: x\nOrigin: https://evil.example\n"
                                + "Access-Control-Request-Method: DELETE\n" + close + "\n"),
                Arguments.of(
                        "other site",
                        "POST /api/v1/nodes HTTP/1.1\nHost: x\nOrigin: https://evil.example\nCookie: bearer="
                                + desk.bearer + "\n" + close + "Content-Length: 2\n\n{}"),
                Arguments.of(
                        "other method",
                        "POST /api/v1/nodes HTTP/1.1\nHost: x\nX-HTTP-Method-Override: GET\n" + "X-Original-URL: "
                                + Paths.SIGN_IN + "\n" + close + "Content-Length: 0\n\n"));
    }

    @Test
    void guessesAtTheOwnersTokenAreCounted() throws Exception {
        try (var intruder = Intruder.atHttps(site)) {
            for (int i = 0; i < 50; i++) {
                intruder.says(("POST " + Paths.SIGN_IN + " HTTP/1.1\r\nHost: x\r\nContent-Length: 37\r\n\r\n"
                                + "{\"name\":\"owner\",\"secret\":\"guess-" + (100 + i) + "\"}")
                        .getBytes(StandardCharsets.US_ASCII));
            }
            var answer = intruder.asks("POST", Paths.SIGN_IN, "", "{\"name\":\"owner\",\"secret\":\"\"}");
            assertThat(answer.head() + answer.body()).contains("401").doesNotContain("200 OK", "bearer");
            audit.tells(intruder.address, "operator.sign-in-refused");
        }
    }

    @Test
    void noBodyIsTooLongForTheDoor() throws Exception {
        for (String length : new String[] {"Content-Length: 1000000000", "Transfer-Encoding: chunked"}) {
            try (var intruder = Intruder.atHttps(site)) {
                intruder.says(("POST " + Paths.SIGN_IN + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + length
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
                assertThat(intruder.asks(chunk.repeat(4)).status()).isIn(413, Intruder.SHUT_OUT);
                audit.tells(intruder.address, "http.too-large");
            }
        }
    }

    @Test
    void nothingIsUnpacked() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[8 * 1024 * 1024]);
        }
        try (var intruder = Intruder.atHttps(site)) {
            intruder.says(
                    ("POST " + Paths.SIGN_IN + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Encoding: gzip\r\n"
                                    + "Content-Length: " + bomb.size() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            intruder.says(bomb.toByteArray());
            assertThat(intruder.asks("").status()).isEqualTo(400);
        }
    }

    @Test
    void nobodyHearsWhichDevicesThereAre() throws Exception {
        for (String path : new String[] {"/devices/%s/files?api-version=2021-04-12", Paths.NODE_TRUST}) {
            String[] answers = new String[2];
            for (int i = 0; i < 2; i++) {
                String name = i == 0 ? "victim" : "nobody";
                try (var intruder = Intruder.atHttps(site)) {
                    String token = token("/devices/" + name, thief.primaryKey());
                    String method = path.startsWith("/node") ? "GET" : "POST";
                    var answer = intruder.asks(method, path.formatted(name), token, "{}");
                    assertThat(answer.status()).isEqualTo(401);
                    answers[i] = answer.body().replaceAll("Tracking ID:[^\"]*", "");
                    audit.tells(intruder.address, i == 0 ? "device.wrong-key" : "device.not-known");
                }
            }
            assertThat(answers[0]).isEqualTo(answers[1]);
        }
    }
}
