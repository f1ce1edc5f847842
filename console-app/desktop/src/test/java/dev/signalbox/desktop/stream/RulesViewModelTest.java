// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.StreamsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.StreamRules;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesViewModelTest {
    private final StreamsInMemory hub = new StreamsInMemory();
    private final RulesViewModel model = new RulesViewModel(hub, OnFx.atOnce());

    private StreamRow row() {
        return new StreamRow(hub.get(1), Optional.empty());
    }

    @BeforeEach
    void theStreamIsLookedAt() {
        model.show(row());
    }

    @Test
    void rulesAreSavedWithTheEtagTheyWereReadWith() {
        assertThat(model.canSave().get()).isFalse();
        model.fields().keeping().set("14 days");
        model.fields().batchRule().set(IdRule.PATTERN);
        model.fields().batchPattern().set("{dateTime:yyyy-MM-dd}");
        assertThat(model.canSave().get()).isTrue();
        model.personSaves();
        assertThat(hub.get(1).rules().retentionHours()).isEqualTo(336);
        assertThat(hub.get(1).rules().batchPattern()).isEqualTo("{dateTime:yyyy-MM-dd}");
        assertThat(model.isChanged().get()).isFalse();
        model.fields().batchRule().set(IdRule.NONE);
        model.personSaves();
        assertThat(hub.get(1).rules().batchPattern()).isEmpty();
        assertThat(hub.calls).containsExactly("rules of 1 over first", "rules of 1 over etag-1");
    }

    @Test
    void whatIsWrongIsSaidAndNotSaved() {
        model.fields().messageRule().set(IdRule.PATTERN);
        assertThat(model.fields().draft().get().messagesComplaint()).startsWith("Write a pattern");
        model.fields().messagePattern().set("{deviceId}");
        assertThat(model.fields().draft().get().messagesComplaint()).startsWith("It needs {sequenceId}");
        model.fields().messagePattern().set("{sequenceId}");
        assertThat(model.canSave().get()).isTrue();
        model.fields().keeping().set("3 fortnights");
        assertThat(model.fields().draft().get().keepingComplaint()).startsWith("Write hours or days");
        model.personSaves();
        assertThat(hub.calls).isEmpty();
    }

    @Test
    void newsDoNotTouchWhatSomebodyChanges() {
        model.fields().keeping().set("7 days");
        otherChanges(48);
        model.show(row());
        assertThat(model.fields().keeping().get()).isEqualTo("7 days");
        model.personGivesUp();
        model.show(row());
        assertThat(model.fields().keeping().get()).isEqualTo("2 days");
    }

    @Test
    void ofTwoWhoChangeOneChooses() {
        model.fields().keeping().set("7 days");
        otherChanges(48);
        model.personSaves();
        assertThat(model.conflict().get()).isTrue();
        assertThat(model.canSave().get()).isFalse();
        model.personTakesTheirs();
        assertThat(model.fields().keeping().get()).isEqualTo("2 days");
        assertThat(model.conflict().get()).isFalse();

        model.fields().keeping().set("7 days");
        otherChanges(72);
        model.personSaves();
        model.personKeepsMine();
        assertThat(model.conflict().get()).isFalse();
        assertThat(hub.get(1).rules().retentionHours()).isEqualTo(168);
    }

    private void otherChanges(long hours) {
        StreamRules now = hub.get(1).rules();
        hub.setRules(
                1,
                new StreamRules(
                        now.messageIds(),
                        now.messagePattern(),
                        now.batchIds(),
                        now.batchPattern(),
                        now.concatenation(),
                        hours,
                        now.dropRepeats(),
                        now.etag()));
    }

    @Test
    void howLongMessagesAreKeptIsWrittenInHoursOrDays() {
        assertThat(Keeping.words(0)).isEmpty();
        assertThat(Keeping.words(1)).isEqualTo("1 hour");
        assertThat(Keeping.words(48)).isEqualTo("2 days");
        assertThat(Keeping.read("36h")).hasValue(36);
        assertThat(Keeping.read(" 1 Day ")).hasValue(24);
        assertThat(Keeping.read("")).hasValue(0);
        assertThat(Keeping.read("0 days")).isEmpty();
        assertThat(Keeping.read("5000 days")).isEmpty();
    }
}
