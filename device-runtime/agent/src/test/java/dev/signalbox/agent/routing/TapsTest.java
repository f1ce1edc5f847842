// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.api.Body;
import dev.signalbox.api.Message;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TappedMessage;
import dev.signalbox.protocol.action.TappedMessage.Kind;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What is kept of a wire while it is tapped.
class TapsTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Taps taps = new Taps(nanos::get);
    private final Traffic wire = new Traffic();

    @Test
    void whatCameSinceTheLastQuestionIsToldOnceInOrder() {
        wire.carried(message(0));
        TapPage first = taps.page(wire, "");
        assertThat(first.anew()).isTrue();
        assertThat(first.messages()).isEmpty();
        wire.carried(message(1));
        wire.injected(message(2));
        TapPage second = taps.page(wire, first.next());
        assertThat(second.anew()).isFalse();
        assertThat(second.messages())
                .extracting(one -> one.payload().text(), TappedMessage::injected)
                .containsExactly(tuple("1", false), tuple("2", true));
        assertThat(second.leftOut()).isZero();
        assertThat(taps.page(wire, second.next()).messages()).isEmpty();
        assertThat(taps.page(wire, first.next()).messages())
                .as("another viewer")
                .hasSize(2);
        assertThat(wire.count()).as("an injected one was not sent").isEqualTo(2);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    @Test
    void ofAFloodTheNewestAreTold() {
        String begin = taps.page(wire, "").next();
        for (int n = 1; n <= 1_000; n++) {
            wire.carried(message(n));
        }
        TapPage page = taps.page(wire, begin);
        assertThat(page.messages()).hasSize(TapPage.MOST_MESSAGES);
        assertThat(page.messages().getLast().payload().text()).isEqualTo("1000");
        assertThat(page.leftOut()).isEqualTo(980);
    }

    @Test
    void aLargeMessageIsCutAndItsSizeTold() {
        String begin = taps.page(wire, "").next();
        wire.carried(new Message("a", Instant.EPOCH, "f/s", Map.of(), Body.of("ü".repeat(100_000))));
        wire.carried(new Message("b", Instant.EPOCH, "f/s", Map.of(), Body.of(new byte[50_000])));
        wire.carried(new Message("c", Instant.EPOCH, "f/s", Map.of("k", "v".repeat(90_000)), Body.of(1)));
        List<TappedMessage> seen = taps.page(wire, begin).messages();
        assertThat(seen.get(0).payload())
                .isEqualTo(new TappedMessage.Payload(Kind.JSON, "\"" + "ü".repeat(4_095), 200_002, true));
        assertThat(seen.get(1).payload().bytes()).isEqualTo(50_000);
        assertThat(seen.get(1).payload().text()).hasSize(4_096);
        assertThat(seen.get(2).properties()).isEmpty();
    }

    @Test
    void aPageAndWhatIsKeptAreBounded() {
        String begin = taps.page(wire, "").next();
        for (int n = 0; n < 100; n++) {
            wire.carried(new Message("" + n, Instant.EPOCH, "f/s", Map.of(), Body.of("\"".repeat(250_000))));
        }
        TapPage page = taps.page(wire, begin);
        assertThat(page.messages()).hasSizeLessThanOrEqualTo(4).isNotEmpty();
        assertThat(page.messages().size() + page.leftOut()).isEqualTo(100);
        for (int n = 0; n < 100; n++) {
            wire.carried(new Message("" + n, Instant.EPOCH, "f/s", Map.of(), Body.of("\"".repeat(8_000))));
        }
        assertThat(Json.write(taps.page(wire, page.next()))).hasSizeLessThan(TapPage.MOST_BYTES + 1_024);
    }

    @Test
    void aTapThatNobodyAsksEndsAndIsOpenedAnew() {
        String begin = taps.page(wire, "").next();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(14));
        taps.endLapsed();
        wire.carried(message(1));
        String next = taps.page(wire, begin).next();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(15));
        taps.endLapsed();
        assertThat(taps.count()).isZero();
        wire.carried(message(2));
        TapPage again = taps.page(wire, next);
        assertThat(again.anew()).isTrue();
        assertThat(again.messages()).isEmpty();
    }

    @Test
    void aTapEndsWithItsWire() {
        taps.page(wire, "");
        var other = new Traffic();
        taps.page(other, "");
        taps.keepOnly(List.of(other));
        assertThat(taps.count()).isEqualTo(1);
    }

    @Test
    void moreThanAFewAreRefusedUntilOneEnds() {
        for (int n = 0; n < Taps.MOST; n++) {
            taps.page(new Traffic(), "");
        }
        assertThatThrownBy(() -> taps.page(wire, ""))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("wire.too-many-taps"));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(15));
        assertThat(taps.page(wire, "").anew()).isTrue();
    }

    @Test
    void whatIsNoNextIsRefused() {
        String begin = taps.page(wire, "").next();
        for (String bad : List.of("x", "-1", "9")) {
            assertThatThrownBy(() -> taps.page(wire, begin.substring(0, begin.length() - 1) + bad))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Message message(int n) {
        return new Message("" + n, Instant.EPOCH, "flow/From", Map.of(), Body.of(n));
    }
}
