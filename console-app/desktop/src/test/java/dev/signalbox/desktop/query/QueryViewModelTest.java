// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.QueriesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.query.SavedQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryViewModelTest {
    private final QueriesInMemory queries = new QueriesInMemory();

    @Test
    void aBadConditionIsUnderlinedWhereItIsBadAndNotCounted() {
        var model = model(QueryScope.CONDITION);
        model.text().set("tags.site = = 'north'");
        QueryFault fault = model.fault().get().orElseThrow();
        assertThat(fault.start()).isEqualTo(12);
        assertThat(fault.end()).isEqualTo(13);
        assertThat(fault.words()).startsWith("Column 13: expected ").endsWith("but found \"=\".");
        assertThat(model.count().get().words()).isEmpty();
        model.text().set("tags.site = 'north'");
        assertThat(model.fault().get()).isEmpty();
        assertThat(model.count().get().words()).isEqualTo("12 match");
    }

    @Test
    void whatIsMissingAtTheEndIsUnderlinedAtTheLastWord() {
        var model = model(QueryScope.CONDITION);
        model.text().set("tags.site =  ");
        QueryFault fault = model.fault().get().orElseThrow();
        assertThat(List.of(fault.start(), fault.end())).containsExactly(10, 11);
        assertThat(fault.words()).contains("but found the end");
    }

    @Test
    void aWholeQueryIsTakenOnlyWhereOneIsWanted() {
        String whole = "SELECT deviceId FROM devices WHERE tags.site = 'north'";
        var either = model(QueryScope.EITHER);
        either.text().set(whole);
        assertThat(either.fault().get()).isEmpty();
        var condition = model(QueryScope.CONDITION);
        condition.text().set(whole);
        assertThat(condition.fault().get().orElseThrow().words()).contains("whole query");
        condition.text().set("*");
        assertThat(condition.fault().get()).isEmpty();
    }

    @Test
    void anAnswerAboutAnOlderTextIsDropped() {
        var fx = new ByHand();
        var model = new QueryViewModel(queries, fx, QueryScope.CONDITION);
        model.text().set("tags.site = 'north'");
        fx.pause();
        queries.matches(3);
        model.text().set("tags.site = 'south'");
        fx.pause();
        fx.arriveLast();
        fx.arriveLast();
        assertThat(model.count().get().words()).isEqualTo("3 match");
    }

    @Test
    void aCountThatFailsSaysSo() {
        var model = model(QueryScope.CONDITION);
        queries.isDown(true);
        model.text().set("tags.site = 'north'");
        assertThat(model.count().get().words()).isEqualTo("not counted");
    }

    @Test
    void pathsFunctionsAndWordsAreCompleted() {
        var model = model(QueryScope.CONDITION);
        assertThat(labels(model, "tags.")).containsExactly("tags.role", "tags.site");
        assertThat(labels(model, "tags.site = 'north' an")).first().isEqualTo("AND");
        assertThat(labels(model, "starts")).contains("STARTSWITH()");
        assertThat(labels(model, "sp")).contains("properties.reported.speed");
        assertThat(labels(model, "SEL")).isEmpty();
        assertThat(labels(model(QueryScope.EITHER), "SEL")).contains("SELECT");
    }

    @Test
    void valuesOfThePathAreCompletedAlsoInsideAQuoteAndAList() {
        var model = model(QueryScope.CONDITION);
        assertThat(labels(model, "tags.site = ")).containsExactly("'north'", "'south'");
        assertThat(labels(model, "tags.site != 'so")).containsExactly("'south'");
        assertThat(labels(model, "devices.tags.site IN ['north', ")).containsExactly("'north'", "'south'");
        assertThat(labels(model, "tags.unknown = ")).isEmpty();
        Completion south = completions(model, "tags.site = 'so").getFirst();
        assertThat(List.of(south.from(), south.to())).containsExactly(12, 15);
    }

    @Test
    void whatIsKeptIsSeenByTheNextBox() {
        var model = model(QueryScope.CONDITION);
        model.text().set("tags.site = 'north'");
        model.personSaves("North");
        var other = model(QueryScope.CONDITION);
        assertThat(other.saved()).containsExactly(new SavedQuery("North", "tags.site = 'north'"));
        other.personChose(other.saved().getFirst());
        assertThat(other.text().get()).isEqualTo("tags.site = 'north'");
        other.personForgets(other.saved().getFirst());
        assertThat(queries.saved()).isEmpty();
        queries.isDown(true);
        other.personSaves("Again");
        assertThat(other.problem().get().orElseThrow().code()).isEqualTo("link.unreachable");
    }

    private static List<String> labels(QueryViewModel model, String text) {
        return completions(model, text).stream().map(Completion::label).toList();
    }

    private static List<Completion> completions(QueryViewModel model, String text) {
        model.text().set(text);
        return model.completions(text.length());
    }

    private QueryViewModel model(QueryScope scope) {
        var model = new QueryViewModel(queries, OnFx.atOnce(), scope);
        model.look();
        return model;
    }
}
