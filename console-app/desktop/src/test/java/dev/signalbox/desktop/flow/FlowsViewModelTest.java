// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.SaveState;
import dev.signalbox.desktop.pictures.Samples;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.PropertyDefinition.Kind;
import dev.signalbox.operator.service.PropertyDefinition.Type;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.ServiceVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowsViewModelTest {
    private static final PropertyDefinition LIMIT =
            new PropertyDefinition("limit", "Limit", Type.NUMBER, true, "82.5", Kind.STATIC);
    private static final PropertyDefinition KEY =
            new PropertyDefinition("key", "Key", Type.TEXT, true, "", Kind.SECURITY);

    private final ByHand fx = new ByHand();
    private final FlowsInMemory flows = new FlowsInMemory();
    private final ServicesInMemory services = new ServicesInMemory();
    private final FlowsViewModel model =
            new FlowsViewModel(new FlowDesk(flows, services, new LiveFigures(fx, System::nanoTime)), fx);

    @BeforeEach
    void twoFlowsAndAServiceAreThere() {
        services.put("BoilerWatch", "0.1", ServiceState.RELEASED, "", List.of());
        services.put("BoilerWatch", "0.2", ServiceState.DRAFT, "", List.of(LIMIT, KEY));
        flows.create("boiler", "");
        flows.create("pumps", "");
        look();
    }

    @Test
    void theFirstFlowIsOpenAtFirst() {
        assertThat(model.all()).extracting(Flow::name).containsExactly("boiler", "pumps");
        assertThat(name()).isEqualTo("boiler");
    }

    @Test
    void aStepStartsWithItsServicesInitialValues() {
        model.personAdds("BoilerWatch", 50, 50);
        fx.arriveAll();
        Step step = model.selectedStep().orElseThrow();
        assertThat(step.name()).isEqualTo("boiler-watch");
        assertThat(step.properties()).containsExactly(Map.entry("limit", "82.5"));
    }

    @Test
    void definitionsAreThoseOfTheVersionMeant() {
        var found = new ArrayList<List<PropertyDefinition>>();
        model.services().definitions("BoilerWatch", Step.LATEST, found::add);
        model.services().definitions("BoilerWatch", "0.1", found::add);
        model.services().definitions("Nobody", Step.LATEST, found::add);
        fx.arriveAll();
        assertThat(found).containsExactlyInAnyOrder(List.of(LIMIT, KEY), List.of(), List.of());
    }

    @Test
    void aDraftsDefinitionsAreReadAnewAfterALook() {
        var found = new ArrayList<List<PropertyDefinition>>();
        model.services().definitions("BoilerWatch", Step.LATEST, found::add);
        fx.arriveAll();
        services.put("BoilerWatch", "0.2", ServiceState.DRAFT, "", List.of(KEY));
        look();
        model.services().definitions("BoilerWatch", Step.LATEST, found::add);
        fx.arriveAll();
        assertThat(found).containsExactly(List.of(LIMIT, KEY), List.of(KEY));
    }

    @Test
    void latestMeansTheNewestVersionAndALockedOneItself() {
        assertThat(model.services().exact("BoilerWatch", Step.LATEST)).contains(new ServiceVersion(0, 2));
        assertThat(model.services().exact("BoilerWatch", "0.1")).contains(new ServiceVersion(0, 1));
        assertThat(model.services().exact("Nobody", Step.LATEST)).isEmpty();
    }

    @Test
    void aSecretsValueGoesToTheHubAndTheStepKeepsAReference() {
        model.personAdds("BoilerWatch", 0, 0);
        fx.arriveAll();
        model.personReplacesSecret("boiler-watch", "key", "s3cret");
        fx.arriveAll();
        String value = model.selectedStep().orElseThrow().properties().get("key");
        assertThat(value).matches("secret:boiler\\.boiler-watch\\.key@\\d+");
        assertThat(flows.secrets()).containsEntry("boiler.boiler-watch.key", "s3cret");
    }

    @Test
    void anotherFlowOpensOnceThisOneIsSaved() {
        model.personAdds("BoilerWatch", 0, 0);
        fx.arriveAll();
        model.personOpens("pumps");
        assertThat(name()).isEqualTo("boiler");
        fx.arriveAll();
        assertThat(name()).isEqualTo("pumps");
        assertThat(flows.open("boiler").steps()).hasSize(1);
    }

    @Test
    void aFlowWithAConflictStaysUntilThePersonDecides() {
        model.personAdds("BoilerWatch", 0, 0);
        fx.arriveAll();
        flows.put(new Flow("boiler", "theirs", List.of(), List.of(), ""));
        model.personOpens("pumps");
        fx.arriveAll();
        assertThat(name()).isEqualTo("boiler");
        assertThat(open().saving().state().get()).isEqualTo(SaveState.CONFLICT);
        model.personDiscards();
        fx.arriveAll();
        assertThat(open().flow().get().description()).isEqualTo("theirs");
        assertThat(open().saving().state().get()).isEqualTo(SaveState.SAVED);
    }

    @Test
    void whatOthersDrewIsShownWhenTheHubSaysSo() {
        flows.put(new Flow("boiler", "theirs", List.of(), List.of(), ""));
        look();
        assertThat(open().flow().get().description()).isEqualTo("theirs");
    }

    @Test
    void openingAStepOpensItsFlowAndSelectsIt() {
        flows.put(new Flow(
                "pumps",
                "",
                List.of(new Step("watch", "BoilerWatch", Step.LATEST, Map.of(), Assignment.NONE, 0, 0)),
                List.of(),
                ""));
        model.personOpens("pumps", "watch");
        fx.arriveAll();
        assertThat(model.selectedStep()).map(Step::name).contains("watch");
    }

    @Test
    void aNewFlowIsOpenAndListed() {
        model.personCreates("third", "");
        fx.arriveAll();
        assertThat(name()).isEqualTo("third");
        assertThat(model.all()).extracting(Flow::name).contains("third");
    }

    @Test
    void whenAFlowIsDeletedTheNextIsOpenAndThenNone() {
        model.personDeletes("boiler");
        fx.arriveAll();
        assertThat(name()).isEqualTo("pumps");
        model.personDeletes("pumps");
        fx.arriveAll();
        assertThat(model.current().get()).isEmpty();
        assertThat(model.all()).isEmpty();
    }

    @Test
    void howAStepFaresIsCountedOverTheNodesThatAreConnected() {
        Samples.nodes().forEach(model::hear);
        assertThat(model.live().fare("send").words()).isEqualTo("1 of 4 quarantined");
        assertThat(model.live().fare("send").allWords()).isEqualTo("1 quarantined, 3 running, 1 offline");
        assertThat(model.live().fare("send").lamp()).isEqualTo(Lamp.State.DANGER);
        model.gone("press-0418");
        assertThat(model.live().fare("send").words()).isEqualTo("3 running");
        assertThat(model.live().fare("nothing")).isEqualTo(Fare.NOWHERE);
        assertThat(model.live().fare("nothing").words()).isEqualTo("not released");
    }

    private void look() {
        model.look();
        fx.arriveAll();
    }

    private FlowViewModel open() {
        return model.current().get().orElseThrow();
    }

    private String name() {
        return open().flow().get().name();
    }
}
