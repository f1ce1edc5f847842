// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.StreamsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartViewModelTest {
    private final StreamsInMemory hub = SampleStreams.make();
    private final ChartViewModel model = new ChartViewModel(hub, hub::open, OnFx.atOnce());

    @Test
    void theNumbersOfTheNewestMessagesAreLinesOneADevice() {
        model.begin(SampleStreams.VIBRATION);
        model.look();
        assertThat(model.fields()).containsExactly("rms", "peak", "bearing.celsius", "rpm");
        assertThat(model.field().get()).isEqualTo("rms");
        Samples.Lines lines = model.lines().get();
        assertThat(lines.lines()).hasSize(8).extracting(ChartLine::slot).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(lines.more()).isEqualTo(3);
    }

    @Test
    void linesGoOnAndKeepTheirColours() {
        model.begin(SampleStreams.VIBRATION);
        model.look();
        var before = model.lines().get().lines().stream()
                .map(line -> line.device() + line.slot())
                .toList();
        int points = model.lines().get().points();
        SampleStreams.readings(hub, 440);
        assertThat(model.lines().get().lines().stream().map(line -> line.device() + line.slot()))
                .containsExactlyElementsOf(before);
        assertThat(model.lines().get().points()).isEqualTo(points + 8 * 40);
        SampleStreams.readings(hub, 2000);
        assertThat(model.lines().get().points()).isLessThan(2000);
        model.leave();
        assertThat(hub.calls).containsExactly("follow 2", "leave 2");
    }

    @Test
    void anotherFieldIsDrawnAndAnotherStreamBeginsAnew() {
        model.begin(SampleStreams.VIBRATION);
        model.look();
        model.field().set("rpm");
        assertThat(model.lines().get().lines().getFirst().last()).matches("1,48\\d");
        model.begin(1);
        assertThat(model.fields()).isEmpty();
        assertThat(model.isRead().get()).isFalse();
        model.look();
        assertThat(model.isRead().get()).isTrue();
        assertThat(model.lines().get().points()).isZero();
        hub.comes(1, "press-1", Instant.EPOCH, Map.of(), "{\"bar\":2}");
        assertThat(model.field().get()).isEqualTo("bar");
        assertThat(model.lines().get().points()).isEqualTo(1);
    }

    @Test
    void whatComesWhileTheNewestAreReadIsDrawnToo() {
        var fx = new ByHand();
        var slow = new ChartViewModel(hub, hub::open, fx);
        slow.begin(1);
        slow.look();
        hub.comes(1, "press-1", Instant.EPOCH, Map.of(), "{\"bar\":2}");
        assertThat(slow.lines().get().points()).isZero();
        fx.arriveAll();
        assertThat(slow.lines().get().points()).isEqualTo(1);
    }

    @Test
    void marksOfTimeAreOnesThatPeopleRead() {
        Instant noon = Instant.parse("2026-11-21T12:03:08.114Z");
        TimeScale minutes =
                TimeScale.over(noon.toEpochMilli(), noon.plusSeconds(610).toEpochMilli());
        assertThat(minutes.step()).isEqualTo(60_000);
        assertThat(minutes.words(minutes.from())).isEqualTo("12:03");
        assertThat(minutes.words(minutes.to())).isEqualTo("12:14");
        TimeScale seconds =
                TimeScale.over(noon.toEpochMilli(), noon.plusSeconds(9).toEpochMilli());
        assertThat(seconds.words(seconds.from())).isEqualTo("12:03:08");
        TimeScale days = TimeScale.over(0, noon.toEpochMilli());
        assertThat((days.to() - days.from()) / days.step()).isBetween(5L, 14L);
        assertThat(Stream.of(TimeScale.over(5, 5)).allMatch(one -> one.to() > one.from()))
                .isTrue();
    }
}
