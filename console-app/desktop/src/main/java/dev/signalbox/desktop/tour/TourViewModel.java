// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tour;

import dev.signalbox.desktop.kit.Beat;
import dev.signalbox.desktop.kit.HubNews;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import dev.signalbox.workbench.flow.Flows;
import dev.signalbox.workbench.service.Services;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leads somebody new to a service of her own that runs. It sees what is done from what the hub says, so a step may be
/// taken in any way, and by hand.
public final class TourViewModel implements HubNews {
    private static final Logger LOG = LoggerFactory.getLogger(TourViewModel.class);

    private final Services services;
    private final Flows flows;
    private final TourMemory memory;
    private final OnFx fx;
    private final Beat beat;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ObjectProperty<TourPlace> place = new SimpleObjectProperty<>(TourPlace.NOWHERE);
    private final Map<String, Set<String>> running = new HashMap<>();
    private Lists lists = new Lists(List.of(), List.of());
    private Set<String> before = Set.of();

    /// Begins if nobody was here before, and goes on where it was left as soon as it looks.
    public TourViewModel(Services services, Flows flows, TourMemory memory, OnFx fx) {
        this.services = services;
        this.flows = flows;
        this.memory = memory;
        this.fx = fx;
        beat = new Beat(fx, this::tell);
        memory.tour()
                .ifPresentOrElse(
                        state -> {
                            before = state.before();
                            shown.set(!state.over());
                        },
                        this::personBegins);
    }

    private record Lists(List<ServiceSummary> services, List<Flow> flows) {
        Set<String> names() {
            return services.stream().map(ServiceSummary::name).collect(Collectors.toSet());
        }
    }

    private Lists read() {
        return new Lists(services.list(), flows.list());
    }

    /// From the first step, for a service that is not there yet.
    public void personBegins() {
        fx.fetch(
                this::read,
                found -> {
                    before = found.names();
                    memory.remember(new TourState(false, before));
                    shown.set(true);
                    show(found);
                },
                problem -> LOG.warn("The first steps cannot be shown: {}", problem));
    }

    /// Not to come again by itself.
    public void personEnds() {
        shown.set(false);
        memory.remember(TourState.OVER);
    }

    @Override
    public void look() {
        if (shown.get()) {
            fx.fetch(this::read, this::show, problem -> LOG.warn("The first steps cannot be seen: {}", problem));
        }
    }

    private void show(Lists found) {
        lists = found;
        tell();
    }

    @Override
    public void hear(NodeView node) {
        if (node.connected()) {
            running.put(node.id().value(), running(node));
        } else {
            running.remove(node.id().value());
        }
        beat.ask();
    }

    @Override
    public void gone(String node) {
        running.remove(node);
        beat.ask();
    }

    private static Set<String> running(NodeView node) {
        return node.report().stream()
                .flatMap(report -> report.steps().stream())
                .filter(step -> step.state() == StepState.RUNNING)
                .map(StepReport::service)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private void tell() {
        if (shown.get()) {
            Map<String, String> nodes = new HashMap<>();
            running.forEach((node, all) -> all.forEach(service -> nodes.put(service, node)));
            place.set(new TourFacts(!running.isEmpty(), nodes, lists.services(), lists.flows()).place(before));
        }
    }

    public ReadOnlyBooleanProperty shown() {
        return shown;
    }

    ReadOnlyObjectProperty<TourPlace> place() {
        return place;
    }
}
