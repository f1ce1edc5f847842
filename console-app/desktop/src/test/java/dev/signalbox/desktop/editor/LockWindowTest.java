// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.desks.WordHelp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.Assignment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/// Which version the steps run that a service is used in, and how a person changes that where the service is.
class LockWindowTest {
    private static final String LONG = "l".repeat(200);

    private final ServicesInMemory services = new ServicesInMemory();
    private final FlowsInMemory flows = new FlowsInMemory();

    @Test
    void aStepThatIsLockedToAnOlderVersionIsUpdated() throws TimeoutException {
        Person person = before();
        person.pictures("services-locks");
        person.clicks("#update-watch");
        person.awaits(() -> versions().equals(List.of("0.3", "latest", "0.1", "0.3")));
        person.awaits(() -> !person.sees("#update-watch"));
        assertThat(flows.open("north").wires()).as("the rest stays").hasSize(1);
        assertThat(flows.open("north").step("watch").orElseThrow().properties()).containsEntry("limit", "80");
    }

    @Test
    void allThatAreBehindAreUpdatedAtOnceAndOnesThatFollowTheNewestStay() throws TimeoutException {
        Person person = before();
        person.clicks("#update-all");
        person.awaits(() -> versions().equals(List.of("0.3", "latest", "0.3", "0.3")));
    }

    @Test
    void aStepIsLockedAndSetFree() throws TimeoutException {
        Person person = before();
        person.clicks("#lock-mirror").clicks("Lock to 0.2");
        person.awaits(() -> versions().equals(List.of("0.2", "0.2", "0.1", "0.3")));
        person.clicks("#lock-mirror").clicks("Follow the newest");
        person.awaits(() -> versions().equals(List.of("0.2", "latest", "0.1", "0.3")));
    }

    private List<String> versions() {
        return Stream.of("north", LONG)
                .flatMap(name -> flows.open(name).steps().stream())
                .filter(step -> step.service().equals("Boiler"))
                .map(Step::version)
                .toList();
    }

    private static Step step(String name, String service, String version) {
        return new Step(name, service, version, Map.of("limit", "80"), Assignment.NONE, 0, 0);
    }

    private Person before() throws TimeoutException {
        services.put("Boiler", "0.1", ServiceState.RELEASED, "class Boiler {}", List.of());
        services.put("Boiler", "0.2", ServiceState.RELEASED, "class Boiler {}", List.of());
        services.put("Boiler", "0.3", ServiceState.DRAFT, "class Boiler {}", List.of());
        flows.put(new Flow(
                "north",
                "",
                List.of(
                        step("watch", "Boiler", "0.2"),
                        step("mirror", "Boiler", Step.LATEST),
                        step("other", "Other", "0.1")),
                List.of(new Wire("watch", "other", "")),
                ""));
        flows.put(new Flow(
                LONG, "", List.of(step("s" + LONG, "Boiler", "0.1"), step("tail", "Boiler", "0.3")), List.of(), ""));
        Person person = Person.before(() -> {
            var around = new ServicesPage.Surroundings(OnFx.toolkit(), (place, argument) -> {});
            var page = new ServicesPage(services, flows, new WordHelp(), around);
            page.shown();
            return (Parent) page.view();
        });
        return person.clicks("#open-service-Boiler").clicks("#tab-Boiler");
    }
}
