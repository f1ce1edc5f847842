// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.SaveState;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.PropertyDefinition.Kind;
import dev.signalbox.operator.service.PropertyDefinition.Type;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.workbench.journal.Journal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServicesViewModelTest {
    private static final ServiceVersion FIRST = new ServiceVersion(0, 1);

    private final ByHand fx = new ByHand();
    private final ServicesInMemory services = new ServicesInMemory();
    private final ServicesViewModel model =
            new ServicesViewModel(new ServiceDesk(services, new FlowsInMemory(), Journal.none()), fx);

    @BeforeEach
    void twoServicesAreThere() {
        services.put("Draft", "0.1", ServiceState.DRAFT, "class Draft {}", List.of());
        services.put("Done", "0.1", ServiceState.RELEASED, "class Done {}", List.of());
        model.look();
        fx.arriveAll();
    }

    @Test
    void theFilterNarrowsTheListAndTheRowsTellDraftsFromReleased() {
        assertThat(model.catalogue().shown())
                .extracting(ServiceRow::name, ServiceRow::draft)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Done", false),
                        org.assertj.core.groups.Tuple.tuple("Draft", true));
        model.catalogue().filter().set(" dra");
        assertThat(model.catalogue().shown()).extracting(ServiceRow::name).containsExactly("Draft");
    }

    @Test
    void typingMarksTheRowUntilTheHubHasIt() {
        OpenService tab = opens("Draft");
        tab.personTyped("class Draft { int x; }");
        assertThat(row("Draft").dirty()).isTrue();
        fx.pause();
        fx.arriveAll();
        assertThat(row("Draft").dirty()).isFalse();
        assertThat(services.open("Draft", FIRST).source()).isEqualTo("class Draft { int x; }");
    }

    @Test
    void aConflictKeepsBothAndMineCanWin() {
        OpenService tab = conflict();
        assertThat(services.open("Draft", FIRST).source()).isEqualTo("theirs");
        assertThat(tab.source().get()).isEqualTo("mine");
        tab.saving().personKeepsMine();
        fx.arriveAll();
        assertThat(services.open("Draft", FIRST).source()).isEqualTo("mine");
        assertThat(tab.state().get()).isEqualTo(SaveState.SAVED);
    }

    @Test
    void aConflictKeepsBothAndTheirsCanWin() {
        OpenService tab = conflict();
        tab.saving().personTakesTheirs();
        fx.arriveAll();
        assertThat(tab.source().get()).isEqualTo("theirs");
        assertThat(row("Draft").dirty()).isFalse();
    }

    @Test
    void aTabWithAConflictDoesNotCloseUnlessThePersonDiscardsIt() {
        OpenService tab = conflict();
        opens("Done");
        model.personCloses(tab);
        fx.arriveAll();
        assertThat(model.tabs().open()).contains(tab);
        assertThat(current()).contains(tab);
        model.personDiscards(tab);
        assertThat(model.tabs().open()).doesNotContain(tab);
        assertThat(services.open("Draft", FIRST).source()).isEqualTo("theirs");
    }

    @Test
    void closingATabSavesItFirst() {
        OpenService tab = opens("Draft");
        tab.personTyped("last words");
        model.personCloses(tab);
        assertThat(model.tabs().open()).as("until it is saved").contains(tab);
        fx.arriveAll();
        assertThat(model.tabs().open()).isEmpty();
        assertThat(services.open("Draft", FIRST).source()).isEqualTo("last words");
    }

    @Test
    void updateMinorAndMajorMakeADraftInTheSameTab() {
        OpenService released = opens("Done");
        assertThat(released.readOnly()).isTrue();
        model.personUpdatesMinor("Done");
        fx.arriveAll();
        assertThat(current().orElseThrow().version()).isEqualTo(new ServiceVersion(0, 2));
        assertThat(current().orElseThrow().readOnly()).isFalse();
        assertThat(model.tabs().open()).hasSize(1);
        services.put("Done", "0.2", ServiceState.RELEASED, "class Done {}", List.of());
        model.personUpdatesMajor("Done");
        fx.arriveAll();
        assertThat(current().orElseThrow().version()).isEqualTo(new ServiceVersion(1, 0));
        assertThat(row("Done").version()).isEqualTo("1.0");
    }

    @Test
    void aDraftThatOthersReleaseBecomesReadOnly() {
        OpenService tab = opens("Draft");
        services.put("Draft", "0.1", ServiceState.RELEASED, "class Draft {}", List.of());
        model.look();
        fx.arriveAll();
        assertThat(tab.readOnly()).isTrue();
        tab.personTyped("too late");
        assertThat(tab.source().get()).isEqualTo("class Draft {}");
    }

    @Test
    void deletingADraftLooksAtTheTabBesideIt() {
        OpenService other = opens("Done");
        OpenService tab = opens("Draft");
        model.personDeletesDraft(tab);
        fx.arriveAll();
        assertThat(model.tabs().open()).containsExactly(other);
        assertThat(current()).contains(other);
        assertThat(model.catalogue().rows()).extracting(ServiceRow::name).containsExactly("Done");
    }

    @Test
    void anotherVersionOpensInTheSameTabOnceWhatWasTypedIsSaved() {
        services.updateMinor("Done");
        model.look();
        fx.arriveAll();
        OpenService draft = opens("Done");
        draft.personTyped("typed");
        model.personOpens("Done", FIRST);
        fx.arriveAll();
        assertThat(current().orElseThrow().version()).isEqualTo(FIRST);
        assertThat(services.open("Done", new ServiceVersion(0, 2)).source()).isEqualTo("typed");
    }

    @Test
    void propertyDefinitionsAreSavedWithTheText() {
        OpenService tab = opens("Draft");
        var key = new PropertyDefinition("apiKey", "Key", Type.TEXT, true, "", Kind.SECURITY);
        tab.personTyped("text");
        tab.personSetProperties(List.of(key));
        fx.pause();
        fx.arriveAll();
        ServiceDraft stored = services.open("Draft", FIRST);
        assertThat(stored.properties()).containsExactly(key);
        assertThat(stored.source()).isEqualTo("text");
    }

    @Test
    void aServiceThatWasPushedSinceTheLastLookIsFoundWhenOpened() {
        services.put("Fresh", "0.1", ServiceState.DRAFT, "", List.of());
        assertThat(opens("Fresh").name()).isEqualTo("Fresh");
    }

    @Test
    void aProblemIsShownUntilSomethingGoesWell() {
        model.personOpens("Done", new ServiceVersion(9, 9));
        fx.arriveAll();
        assertThat(model.problem().get())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("service.unknown"));
        opens("Done");
        assertThat(model.problem().get()).isEmpty();
    }

    private OpenService conflict() {
        OpenService tab = opens("Draft");
        services.put("Draft", "0.1", ServiceState.DRAFT, "theirs", List.of());
        tab.personTyped("mine");
        fx.pause();
        fx.arriveAll();
        assertThat(tab.state().get()).isEqualTo(SaveState.CONFLICT);
        return tab;
    }

    private OpenService opens(String name) {
        model.personOpens(name);
        fx.arriveAll();
        return current().orElseThrow();
    }

    private Optional<OpenService> current() {
        return model.tabs().current().get();
    }

    private ServiceRow row(String name) {
        return model.catalogue().rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
