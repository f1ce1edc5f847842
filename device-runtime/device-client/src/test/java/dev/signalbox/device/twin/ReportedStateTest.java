// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.FromHub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class ReportedStateTest {
    @TempDir
    Path folder;

    private final List<String> sent = new ArrayList<>();
    private String request = "";
    private ReportedState state;
    private ReportedLane lane;

    @BeforeEach
    void open() {
        state = new ReportedState(folder, () -> {});
        lane = new ReportedLane(state);
    }

    @AfterEach
    void close() {
        state.close();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.readTree(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private void update(String whole) {
        state.update(json(whole));
    }

    /// What the lane sends now, in single quotes; empty for nothing.
    private String pumped() {
        sent.clear();
        lane.pump((topic, payload, quality, taken) -> {
            request = ((FromDevice.ReportedPatch) Topics.fromDevice(topic).orElseThrow()).requestId();
            sent.add(new String(payload, StandardCharsets.UTF_8).replace('"', '\''));
        });
        return String.join(" and ", sent);
    }

    private void hubHas(long version, String reported) {
        ObjectNode twin = Json.mapper().createObjectNode();
        twin.set("reported", json(reported).put("$version", version));
        lane.arrived(new FromHub.TwinResponse(200, "get-1", OptionalLong.empty()), Json.write(twin));
    }

    private void answers(int status, long version) {
        lane.arrived(new FromHub.TwinResponse(status, request, OptionalLong.of(version)), new byte[0]);
    }

    @Test
    void theHubIsSentTheDifferenceToWhatItHas() {
        update("{'a':1,'b':{'c':2,'d':[1,2]},'e':null}");
        assertThat(pumped()).isEmpty();
        hubHas(3, "{'a':1,'b':{'c':1,'x':{'y':1}},'old':true,'signalbox':{'hub':1}}");
        assertThat(pumped()).isEqualTo("{'old':null,'b':{'x':null,'c':2,'d':[1,2]}}");
        answers(204, 4);
        assertThat(state.anyPending()).isFalse();
        update("{'a':2,'b':{'c':2,'d':[1,2]}}");
        assertThat(pumped()).isEqualTo("{'a':2}");
    }

    @Test
    void whatIsPendingOutlivesARestartAndIsGoneAfterTheAnswer() throws IOException {
        update("{'a':1}");
        close();
        open();
        assertThat(state.anyPending()).isTrue();
        hubHas(1, "{}");
        assertThat(pumped()).isEqualTo("{'a':1}");
        answers(204, 2);
        assertThat(state.anyPending()).isFalse();
        close();
        assertThat(folder.resolve("reported.json")).doesNotExist();
    }

    @Test
    void whatTheHubHasAlreadyIsNotSent() {
        update("{'a':1.5,'b':'x'}");
        hubHas(1, "{'b':'x','a':1.5}");
        assertThat(pumped()).isEmpty();
        assertThat(state.anyPending()).isFalse();
        update("{'a':1.5,'b':'x'}");
        assertThat(state.anyPending()).isFalse();
    }

    @Test
    void anyAnswerEndsItButThoseThatSayLater() {
        hubHas(1, "{}");
        update("{'a':1}");
        assertThat(pumped()).isEqualTo("{'a':1}");
        answers(429, 0);
        assertThat(state.anyPending()).isTrue();
        answers(503, 0);
        assertThat(state.anyPending()).isTrue();
        answers(400, 0);
        assertThat(state.anyPending()).isFalse();
        update("{'a':1}");
        assertThat(pumped()).isEqualTo("{'a':1}");
    }

    @Test
    void aWishMadeMeanwhileFollowsAndIsMeasuredAgainstTheFormer() {
        hubHas(1, "{}");
        update("{'a':1,'b':1}");
        assertThat(pumped()).isEqualTo("{'a':1,'b':1}");
        update("{'b':2}");
        assertThat(pumped()).isEmpty();
        answers(204, 2);
        assertThat(state.anyPending()).isTrue();
        assertThat(pumped()).isEqualTo("{'a':null,'b':2}");
    }

    @Test
    void aPatchWithoutAnswerIsSentAgainAsItIs() {
        lane = new ReportedLane(Optional.of(state), Duration.ZERO);
        hubHas(1, "{}");
        update("{'a':1}");
        assertThat(pumped()).isEqualTo("{'a':1}");
        update("{'b':1}");
        assertThat(pumped()).isEqualTo("{'a':1}");
        answers(204, 2);
        assertThat(pumped()).isEqualTo("{'a':null,'b':1}");
    }

    @Test
    void afterALossTheHubSaysAnewWhatItHas() {
        hubHas(1, "{}");
        update("{'a':1}");
        assertThat(pumped()).isEqualTo("{'a':1}");
        lane.lost();
        assertThat(pumped()).isEmpty();
        hubHas(2, "{'a':1}");
        assertThat(pumped()).isEmpty();
        assertThat(state.anyPending()).isFalse();
    }

    @Test
    void anOlderWordOfTheHubDoesNotCount() {
        hubHas(1, "{}");
        update("{'a':1}");
        assertThat(pumped()).isEqualTo("{'a':1}");
        answers(204, 2);
        hubHas(1, "{}");
        update("{}");
        assertThat(pumped()).isEqualTo("{'a':null}");
    }

    @Test
    void patchesGoBesideTheWholeAndCountForIt() {
        hubHas(1, "{}");
        lane.offer(json("{'p':1}"));
        assertThat(pumped()).isEqualTo("{'p':1}");
        answers(204, 2);
        update("{'p':1}");
        assertThat(state.anyPending()).isFalse();
    }

    @Test
    void aDamagedFileIsNotBelieved() throws IOException {
        update("{'a':1}");
        Path file = folder.resolve("reported.json");
        Files.writeString(file, Files.readString(file).replace(":1", ":2"));
        close();
        open();
        assertThat(state.anyPending()).isFalse();
    }

    @Test
    void whatTheDiskDoesNotTakeIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("reported.json.new").resolve("in the way"));
        assertThatThrownBy(() -> update("{'a':1}"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("twin.not-kept"));
        assertThat(state.anyPending()).isFalse();
    }

    @Test
    void whatNoHubTakesIsRefusedByItsPath() {
        refused("{'a':{'b':[{'c.d':1}]}}", "a.b[0].c.d has a dot");
        refused("{'a':{'b c':1}}", "a.b c has a dot, a $, a blank");
        refused("{'$a':1}", "$a has a dot, a $");
        refused("{'':1}", "1 to 1024");
        refused("{'signalbox':1}", "signalbox is a name that the hub keeps");
        refused("{'a':9007199254740993}", "a is an integer beyond 2^52");
        refused("{'a':'" + "ä".repeat(2049) + "'}", "a is a text of more than 4096 bytes");
        refused("{'a':" + "{'b':".repeat(11) + "1" + "}".repeat(11) + "}", "is nested more than 10 deep");
        refused("{'a':['" + ("x".repeat(4096) + "','").repeat(8) + "']}", "have");
        assertThat(folder.resolve("reported.json")).doesNotExist();
        update("{'a':" + "{'b':".repeat(10) + "'" + "x".repeat(4096) + "'" + "}".repeat(10) + "}");
        assertThat(state.anyPending()).isTrue();
    }

    private void refused(String whole, String why) {
        assertThatThrownBy(() -> update(whole))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
        assertThat(state.anyPending()).isFalse();
    }
}
