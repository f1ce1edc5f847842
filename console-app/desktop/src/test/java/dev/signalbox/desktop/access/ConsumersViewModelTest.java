// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ConsumersInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.report.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumersViewModelTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final ConsumersInMemory hub = new ConsumersInMemory();
    private final ConsumersViewModel model =
            new ConsumersViewModel(hub.programs(), OnFx.atOnce(), InstantSource.fixed(NOON));
    private final NewConsumerViewModel making =
            new NewConsumerViewModel(hub.programs(), OnFx.atOnce(), model, InstantSource.fixed(NOON));

    @BeforeEach
    void twoProgramsRead() {
        hub.has(
                "billing",
                List.of(1L, 2L, 9L),
                Optional.empty(),
                Optional.of(NOON.minusSeconds(120)),
                Map.of(1L, 1_284_000L, 2L, 48_210_600_000L));
        hub.has("old", List.of(), Optional.of(NOON), Optional.empty(), Map.of(1L, 5L));
        model.look();
    }

    private ConsumerRow row(String name) {
        model.personChose(name);
        return model.selected().get().orElseThrow();
    }

    @Test
    void eachTokenSaysWhatItReadsAndHowFarItHasCome() {
        ConsumerRow billing = row("billing");
        assertThat(billing.channels()).isEqualTo("1 default/default, 2 plant/pumps, 9 (deleted)");
        assertThat(billing.progress())
                .extracting(one -> one.channel() + ": " + one.done() + ", " + one.behindWords())
                .containsExactly(
                        "1 default/default: 1,284,000, 117 behind", "2 plant/pumps: 48,210,600,000, up to date");
        assertThat(billing.behind()).isEqualTo("117");
        assertThat(billing.used()).isEqualTo("2 min ago");
        assertThat(billing.ends()).isEqualTo("when it is deleted");
        assertThat(billing.state()).isEqualTo("may read");
    }

    @Test
    void oneThatEndedSaysSoAndIsNotBehindWithWhatIsGone() {
        ConsumerRow old = row("old");
        assertThat(old.state()).isEqualTo("ended");
        assertThat(old.channels()).isEqualTo("all");
        assertThat(old.used()).isEqualTo("never");
        assertThat(old.behind()).isEqualTo("1,274,117");
    }

    @Test
    void aTokenIsMadeForSomeStreamsAndItsSecretToldOnce() {
        making.personBegins();
        assertThat(making.canMake().get()).isFalse();
        making.name().set(" shop ");
        assertThat(making.canMake().get()).isTrue();
        making.all().set(false);
        assertThat(making.canMake().get()).isFalse();
        making.personTicks(2, true);
        making.personTicks(0, true);
        making.personTicks(0, false);
        making.life().set(ReadingLife.MONTH);
        making.personMakes();
        assertThat(hub.calls).containsExactly("make shop [2] true");
        var made = making.made().get().orElseThrow();
        assertThat(made.secret()).isEqualTo(ConsumersInMemory.SECRET);
        assertThat(made.curl()).contains("/gw/channels/2/messages").contains(ConsumersInMemory.SECRET);
        assertThat(made.toString()).doesNotContain(ConsumersInMemory.SECRET);
        making.personTookIt();
        assertThat(making.made().get()).isEmpty();
        assertThat(making.isOpen().get()).isFalse();
        assertThat(model.selected().get().map(ConsumerRow::name)).contains("shop");
    }

    @Test
    void aTokenForAllStreamsNamesNone() {
        making.personBegins();
        making.name().set("shop");
        making.personTicks(2, true);
        making.personMakes();
        assertThat(hub.calls).containsExactly("make shop [] false");
        assertThat(making.made().get().orElseThrow().curl()).contains("/gw/channels/1/");
    }

    @Test
    void whatCannotBeANameIsSaidAndWhatTheHubRefusesStaysTyped() {
        making.personBegins();
        for (String bad : List.of("BILLING", "a/b", "x".repeat(65))) {
            making.name().set(bad);
            assertThat(making.nameComplaint(making.draft().get())).as(bad).isNotEmpty();
            assertThat(making.canMake().get()).isFalse();
        }
        hub.refusal = Optional.of(new Problem("consumer.too-many", "There are 1000 tokens.", "Delete one."));
        making.name().set("shop");
        making.personMakes();
        assertThat(making.problem().get()).map(Problem::code).contains("consumer.too-many");
        assertThat(making.name().get()).isEqualTo("shop");
        assertThat(making.isOpen().get()).isTrue();
        assertThat(making.canMake().get()).isTrue();
    }

    @Test
    void aTokenIsDeleted() {
        row("old");
        model.personDeletes();
        assertThat(hub.calls).containsExactly("delete old");
        assertThat(model.all()).extracting(ConsumerRow::name).containsExactly("billing");
        assertThat(model.selected().get()).isEmpty();
    }
}
