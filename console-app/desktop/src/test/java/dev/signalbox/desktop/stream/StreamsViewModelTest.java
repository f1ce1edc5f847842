// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.StreamsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamName;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamsViewModelTest {
    private final StreamsInMemory hub = SampleStreams.make();
    private final StreamsViewModel model = new StreamsViewModel(hub, OnFx.atOnce());

    private List<String> ids() {
        return model.items().stream().map(StreamItem::id).toList();
    }

    @Test
    void deadLettersComeFirstThenTheGroupsWithTheirStreams() {
        model.look();
        assertThat(ids())
                .startsWith(
                        "stream 0",
                        "group default",
                        "stream 1",
                        "group energy",
                        "stream 5",
                        "stream 6",
                        "group gateways",
                        "stream 8")
                .endsWith("group press-hall", "stream 2", "stream 3", "stream 4");
        assertThat(model.rows().get().get(0L).isAlarming()).isTrue();
        assertThat(model.selected().get()).map(StreamRow::title).contains("press-hall/vibration");
    }

    @Test
    void ratesAreToldAsTheyChange() {
        model.look();
        model.hear(List.of(List.of(), SampleStreams.rates()));
        StreamRow row = model.rows().get().get(SampleStreams.VIBRATION);
        assertThat(row.rateWords()).isEqualTo("44/s");
        assertThat(row.about()).isEqualTo("1,200 messages kept · 44/s · 4.7 KiB/s · 17 repeated · 1 dead");
        model.hear(List.of(List.of()));
        assertThat(model.rows().get().get(SampleStreams.VIBRATION).rateWords()).isEmpty();
    }

    @Test
    void theListIsNarrowedByWords() {
        model.look();
        model.filter().set(" QUARTER ");
        assertThat(ids()).containsExactly("group energy", "stream 6");
        model.filter().set("");
        assertThat(ids()).hasSize(14);
    }

    @Test
    void aStreamIsMadeAndLookedAtAndDeleted() {
        model.look();
        model.filter().set("oil");
        model.personMakes(new NewStream(new StreamName("press-hall", "noise"), StreamRules.USUAL));
        assertThat(model.selected().get()).map(StreamRow::title).contains("press-hall/noise");
        assertThat(model.filter().get()).isEmpty();
        assertThat(model.knows(new StreamName("press-hall", "noise"))).isTrue();
        model.personDeletes();
        assertThat(hub.calls).containsExactly("make press-hall/noise", "delete 9");
        assertThat(model.selected().get()).map(StreamRow::title).contains("press-hall/vibration");
    }

    @Test
    void whatTheHubSaysAgainstItIsKeptUntilItAnswers() {
        hub.down = Optional.of(new Problem("hub.unreachable", "The hub is away.", "Try again."));
        model.look();
        assertThat(model.asking().problem().get()).map(Problem::code).contains("hub.unreachable");
        hub.down = Optional.empty();
        model.look();
        assertThat(model.asking().problem().get()).isEmpty();
        assertThat(model.rows().get()).hasSize(9);
    }

    @Test
    void aNewStreamNeedsTwoNamesThatAreFree() {
        model.look();
        assertThat(new NewStreamDraft("", "").isReady(model::knows)).isFalse();
        assertThat(new NewStreamDraft("", "").streamComplaint(model::knows)).isEmpty();
        assertThat(new NewStreamDraft("press hall", "x").groupComplaint()).startsWith("Use letters");
        assertThat(new NewStreamDraft("press-hall", "oil").streamComplaint(model::knows))
                .startsWith("There is a stream of that name");
        assertThat(new NewStreamDraft("press-hall", "noise").isReady(model::knows))
                .isTrue();
    }
}
