// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.protocol.local.FromAgent;
import dev.signalbox.protocol.local.FromApp;
import java.io.ByteArrayInputStream;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class LocalLinesTest {
    private static ObjectNode json(String text) {
        return Json.read(text, ObjectNode.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    @Test
    void theReferencesOwnBytesAreRead() {
        assertThat(
                        LocalLines.fromApp(
                                bytes(
                                        "{\"signal\": {\"sdkclient\": {\"name\": \"testapp\", \"status\": \"connected\", \"version\": \"1.3.0\"}}}")))
                .contains(new FromApp.Connected("testapp", "1.3.0"));
        assertThat(
                        LocalLines.fromApp(
                                bytes(
                                        "{\"data\": {\"sdkclient\": {\"name\": \"testapp\"}, \"payload\": {\"test_metric\": \"test data\"}, \"channel\": \"test\"}}")))
                .contains(new FromApp.Data("testapp", json("{\"test_metric\":\"test data\"}"), "test", ""));
        assertThat(LocalLines.fromApp(
                        bytes("{\"signal\": {\"sdkclient\": {\"name\": \"testapp\", \"call\": {\"open\": {}}}}}")))
                .contains(new FromApp.Call("testapp", "open", json("{}")));
    }

    @Test
    void whatAppsSayIsReadAsItWasWritten() {
        List<FromApp> words = List.of(
                new FromApp.Connected("a\"\n", ""),
                new FromApp.Disconnected("a"),
                new FromApp.Failed("a", "ValueError", "no\nno"),
                new FromApp.Data("a", json("{\"x\":[1]}"), "c\"", "id-1"),
                new FromApp.Call("a", "open", json("{\"n\":1}")));
        for (FromApp word : words) {
            byte[] line = LocalLines.write(word);
            assertThat(new String(line, UTF_8)).endsWith("}\n").containsOnlyOnce("\n");
            assertThat(LocalLines.fromApp(line)).contains(word);
        }
    }

    @Test
    void whatNodesSayIsReadAsItWasWritten() {
        List<FromAgent> words = List.of(
                new FromAgent.Init("1.8.0", true),
                new FromAgent.Init("1.8.0", false),
                new FromAgent.Link(true),
                new FromAgent.Link(false),
                new FromAgent.Status("stopping"),
                new FromAgent.Command("open", json("{\"n\":1}")),
                new FromAgent.Received("id-1"));
        for (FromAgent word : words) {
            assertThat(LocalLines.fromAgent(LocalLines.write(word))).contains(word);
        }
        assertThat(new String(LocalLines.write(new FromAgent.Init("1.8.0", false)), UTF_8))
                .isEqualTo("{\"signal\":{\"sdkinit\":{\"version\":\"1.8.0\"}}}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "junk",
                "[]",
                "null",
                "{}",
                "{\"signal\":1}",
                "{\"signal\":{\"later\":{}}}",
                "{\"data\":{}}",
                "{\"data\":{\"sdkclient\":{\"name\":\"\"},\"payload\":{}}}",
                "{\"data\":{\"sdkclient\":{\"name\":7},\"payload\":{}}}",
                "{\"data\":{\"sdkclient\":{\"name\":\"a\"}}}",
                "{\"signal\":{\"sdkclient\":{\"name\":\"a\",\"status\":\"asleep\"}}}",
                "{\"signal\":{\"sdkclient\":{\"name\":\"a\",\"call\":{\"one\":{},\"two\":{}}}}}"
            })
    void whatIsUnknownIsSkipped(String line) {
        assertThat(LocalLines.fromApp(bytes(line))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"data\":{\"one\":{},\"two\":{}}}",
                "{\"data\":{}}",
                "{\"signal\":{\"sdkinit\":{}}}",
                "[[["
            })
    void unknownWordsOfNodesAreSkipped(String line) {
        assertThat(LocalLines.fromAgent(bytes(line))).isEmpty();
    }

    @Test
    void nestingHasABound() {
        assertThat(LocalLines.fromApp(bytes("[".repeat(100_000)))).isEmpty();
    }

    @Test
    void linesAreFoundHoweverTheyCome() throws Exception {
        String text = "one\n\ntwo\n" + "x".repeat(20) + "\nthree\nunfinished";
        var skipped = new AtomicInteger();
        var reader = new LineReader(
                Channels.newChannel(new ByteArrayInputStream(bytes(text))), 10, skipped::incrementAndGet);
        var lines = new ArrayList<String>();
        for (byte[] line = reader.next(); line != null; line = reader.next()) {
            lines.add(new String(line, UTF_8));
        }
        assertThat(lines).containsExactly("one", "", "two", "three");
        assertThat(skipped).hasValue(1);
    }
}
