// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.FlowsInMemory;
import dev.signalbox.desktop.desks.ServicesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.desktop.pictures.SampleConsole;
import dev.signalbox.desktop.pictures.Samples;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.protocol.release.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

/// Somebody new comes to a hub that runs what others made. The samples' nodes run a service `BoilerWatch`.
class TourTest {
    private final ServicesInMemory services = new ServicesInMemory();
    private final FlowsInMemory flows = new FlowsInMemory();
    private final Remembered memory = new Remembered();

    private static final class Remembered implements TourMemory {
        private final List<TourState> states = new ArrayList<>();

        @Override
        public Optional<TourState> tour() {
            return states.isEmpty() ? Optional.empty() : Optional.of(states.getLast());
        }

        @Override
        public void remember(TourState tour) {
            states.add(tour);
        }
    }

    private TourViewModel begins() {
        services.put("Older", "0.1", ServiceState.RELEASED, "", List.of());
        return new TourViewModel(services, flows, memory, OnFx.atOnce());
    }

    @Test
    void eachStepIsDoneWhenTheHubSaysSo() {
        TourViewModel tour = begins();
        assertThat(tour.place().get().next()).contains(TourStep.NODE);
        Samples.nodes().forEach(tour::hear);
        assertThat(tour.place().get().next()).contains(TourStep.SERVICE);
        services.put("BoilerWatch", "0.1", ServiceState.DRAFT, "", List.of());
        tour.look();
        assertThat(tour.place().get().next())
                .as("older services of that name do not count, but nodes run it")
                .isEmpty();
        services.put("Mine", "0.1", ServiceState.DRAFT, "", List.of());
        tour.personBegins();
        assertThat(tour.place().get().next()).as("for another one").contains(TourStep.SERVICE);
    }

    @Test
    void theServiceThatIsFarthestIsFollowed() {
        TourViewModel tour = begins();
        tour.hear(Samples.nodes().getFirst());
        services.put("One", "0.1", ServiceState.DRAFT, "", List.of());
        services.put("Two", "0.1", ServiceState.DRAFT, "", List.of());
        flows.put(flow("Two", Assignment.NONE));
        tour.look();
        TourPlace wired = tour.place().get();
        assertThat(wired.service()).contains("Two");
        assertThat(wired.next()).contains(TourStep.ASSIGNMENT);
        assertThat(wired.advice()).contains("Two in the flow first");
        flows.put(flow("Two", Assignment.toTag("site", "north")));
        tour.look();
        assertThat(tour.place().get().next()).contains(TourStep.RELEASE);
        services.put("Two", "0.1", ServiceState.RELEASED, "", List.of());
        tour.look();
        assertThat(tour.place().get().next()).contains(TourStep.RUNNING);
    }

    @Test
    void itGoesOnWhereItWasLeftAndEndsForGood() {
        begins();
        services.put("Mine", "0.1", ServiceState.DRAFT, "", List.of());
        var next = new TourViewModel(services, flows, memory, OnFx.atOnce());
        next.look();
        assertThat(next.shown().get()).isTrue();
        assertThat(next.place().get().service()).contains("Mine");
        next.personEnds();
        assertThat(new TourViewModel(services, flows, memory, OnFx.atOnce())
                        .shown()
                        .get())
                .isFalse();
    }

    @Test
    void aNodeThatWentAwayRunsNothing() {
        TourViewModel tour = begins();
        tour.hear(Samples.nodes().getFirst());
        tour.gone("gateway-01");
        assertThat(tour.place().get().next()).contains(TourStep.NODE);
    }

    @Test
    void theCardCanBeDrawnAtEachStep() {
        var console = new SampleConsole();
        TourViewModel tour = begins();
        Scene scene = Pictures.show(
                () -> new StackPane(
                        console.build(),
                        new TourCard(tour, new NoWays(), console.shell().lookedAt())),
                Theme.LIGHT);
        Pictures.on(() -> {
            console.shell().go(Place.NODES, "");
            return console.fill();
        });
        Pictures.saveBoth(scene, "tour-begin");
        services.put("Scale", "0.1", ServiceState.DRAFT, "", List.of());
        flows.put(flow("Scale", Assignment.NONE));
        Pictures.on(() -> {
            tour.hear(Samples.nodes().getFirst());
            tour.look();
            return tour;
        });
        Pictures.saveBoth(scene, "tour-assign");
        services.put("BoilerWatch", "0.1", ServiceState.RELEASED, "", List.of());
        flows.put(flow("BoilerWatch", Assignment.toTag("site", "north")));
        Pictures.on(() -> {
            tour.look();
            return tour;
        });
        Pictures.saveBoth(scene, "tour-end");
        assertThat(Pictures.on(() -> scene.lookup("#tour-end"))).isNotNull();
        Pictures.on(() -> {
            console.shell().go(Place.WAITING, "");
            return tour;
        });
        assertThat(Pictures.on(() -> scene.lookup("#tour").isVisible()))
                .as("in the way of a page that is none of its")
                .isFalse();
    }

    private record NoWays() implements TourWays {
        @Override
        public void lead(TourStep step, TourPlace at) {}

        @Override
        public void showLines(String service) {}
    }

    private static Flow flow(String service, Assignment assignment) {
        var step = new Flow.Step("mine", service, Flow.Step.LATEST, Map.of(), assignment, 0, 0);
        return new Flow("first", "", List.of(step), List.of(), "");
    }
}
