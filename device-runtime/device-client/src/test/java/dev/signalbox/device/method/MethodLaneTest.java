// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.method;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.link.Lane;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.message.MethodCall;
import dev.signalbox.device.pretend.Heard;
import dev.signalbox.protocol.topic.FromHub;
import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MethodLaneTest {
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final BlockingQueue<String> called = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> woken = new LinkedBlockingQueue<>();
    private final MethodLane lane = new MethodLane(this::answer, () -> woken.add("woken"));

    private MethodAnswer answer(MethodCall call) throws Exception {
        byte[] payload = call.payload();
        called.add(call.name() + " " + new String(payload, StandardCharsets.UTF_8));
        return switch (call.name()) {
            case "echo" -> new MethodAnswer(200, payload);
            case "slow" -> {
                stuck.await();
                yield new MethodAnswer(200, payload);
            }
            case "large" -> new MethodAnswer(200, new byte[128 * 1024 + 1]);
            case "text" -> new MethodAnswer(200, "not json".getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException("no method " + call.name());
        };
    }

    private void call(String method, String requestId, String payload) {
        var arrived = lane.arrived(new FromHub.MethodCall(method, requestId), payload.getBytes(StandardCharsets.UTF_8));
        assertThat(arrived).isSameAs(Lane.SAFE);
    }

    private List<String> sent() {
        List<String> sent = new ArrayList<>();
        lane.pump((topic, payload, quality, taken) ->
                sent.add(topic + " " + new String(payload, StandardCharsets.UTF_8)));
        return sent;
    }

    private String next() {
        Heard.next(woken);
        return sent().getFirst();
    }

    @AfterEach
    void close() {
        stuck.countDown();
        lane.close();
    }

    @Test
    void itOwesAnAnswerUntilThatIsSentOrItsRequestCameAnew() {
        assertThat(lane.owesAnswer()).isFalse();
        call("slow", "8", "1");
        Heard.next(called);
        call("echo", "8", "2");
        assertThat(next()).endsWith("2");
        assertThat(lane.owesAnswer())
                .as("the former request of that number is at work")
                .isTrue();
        stuck.countDown();
        Await.until("it is dropped", Duration.ofSeconds(90), () -> !lane.owesAnswer());
        assertThat(sent()).isEmpty();
    }

    @Test
    void theProgramsAnswerGoesBackUnderItsRequest() {
        call("echo", "7", "{\"a\":1}");
        assertThat(next()).isEqualTo("$iothub/methods/res/200/?$rid=7 {\"a\":1}");
        assertThat(sent()).isEmpty();
    }

    @Test
    void nothingIsNull() {
        call("echo", "7", "");
        assertThat(next()).isEqualTo("$iothub/methods/res/200/?$rid=7 null");
    }

    @Test
    void whatTheProgramThrowsIsA500WithWords() {
        call("dance", "8", "{}");
        assertThat(next())
                .startsWith("$iothub/methods/res/500/?$rid=8 {")
                .contains("\"code\":\"method.failed\"")
                .contains("no method dance");
    }

    @Test
    void anAnswerThatNoHubTakesIsA500WithWords() {
        call("large", "9", "{}");
        assertThat(next()).startsWith("$iothub/methods/res/500/?$rid=9").contains("method.answer-too-large");
        call("text", "10", "{}");
        assertThat(next()).startsWith("$iothub/methods/res/500/?$rid=10").contains("method.answer-malformed");
    }

    @Test
    void slowOnesDoNotHoldUpTheOthers() {
        slow(1, 7);
        call("echo", "e", "1");
        assertThat(next()).isEqualTo("$iothub/methods/res/200/?$rid=e 1");
    }

    @Test
    void whenThereIsNoRoomTheCallerHearsSoAtOnce() {
        slow(1, 40);
        for (int running = 1; running <= 8; running++) {
            assertThat(Heard.next(called)).startsWith("slow");
        }
        assertThat(sent()).isEmpty();
        call("echo", "late", "1");
        assertThat(next()).startsWith("$iothub/methods/res/503/?$rid=late").contains("method.busy");
        stuck.countDown();
        for (int number = 1; number <= 40; number++) {
            Heard.next(woken);
        }
        assertThat(sent()).hasSize(40).allMatch(answer -> answer.contains("/res/200/?$rid=s"));
    }

    private void slow(int from, int to) {
        for (int number = from; number <= to; number++) {
            call("slow", "s" + number, "{}");
        }
    }

    @Test
    void anAnswerIsNotTakenForThatOfALaterRequestOfTheSameNumber() {
        call("slow", "1", "\"former\"");
        assertThat(Heard.next(called)).isEqualTo("slow \"former\"");
        call("slow", "1", "\"latter\"");
        assertThat(Heard.next(called)).isEqualTo("slow \"latter\"");
        stuck.countDown();
        assertThat(next()).isEqualTo("$iothub/methods/res/200/?$rid=1 \"latter\"");
        assertThat(sent()).isEmpty();
    }
}
