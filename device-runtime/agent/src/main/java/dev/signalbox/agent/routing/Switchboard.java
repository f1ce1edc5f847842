// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.agent.builtin.Builtins;
import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.step.Completion;
import dev.signalbox.agent.step.Exchange;
import dev.signalbox.agent.step.Item;
import dev.signalbox.agent.step.Sender;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.api.Message;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes messages from one step to others: along wires, to who listens, by action, to the hub. Which steps there are
/// and how they are wired is one value, swapped at once.
public final class Switchboard implements Exchange {
    private final NodeLog log;
    private final ToHub hub;
    private final Carrier carrier;
    private final Builtins builtins;
    private final Listeners listeners = new Listeners();
    private volatile Routes routes = Routes.NONE;

    /// Takes a message to the hub by way of the disk.
    @FunctionalInterface
    public interface Submitter {
        void submit(StepAddress from, Message message);
    }

    public Switchboard(NodeLog log, Submitter submitter) {
        this.log = log;
        this.hub = new ToHub(log, submitter);
        this.carrier = new Carrier(log);
        this.builtins = new Builtins(log, hub::submit);
    }

    /// What is used now.
    public Routes routes() {
        return routes;
    }

    /// From now on these steps and wires.
    public void use(Routes now) {
        routes = now;
        listeners.keepOnly(now.all().map(host -> host.address()).collect(Collectors.toSet()));
    }

    @Override
    public void emit(StepHost from, Message message, Optional<Completion> completion) {
        Routes now = routes;
        var sight = new Condition.Sight();
        for (Way way : now.from(from)) {
            if (way.condition().admits(message, sight)
                    && carrier.carry(from, way.to(), !way.cyclic(), Item.Delivery.process(message, completion))) {
                way.carried().increment();
            }
        }
        Map<StepAddress, Set<String>> listening = listeners.all();
        if (!listening.isEmpty()) {
            listening.forEach((by, addresses) -> now.at(by)
                    .ifPresent(listener -> addresses.stream()
                            .filter(address -> means(now, listener, address, from))
                            .forEach(address -> carrier.carry(
                                    from, listener, false, Item.Delivery.event(address, message, completion)))));
        }
    }

    private static boolean means(Routes now, StepHost listener, String address, StepHost from) {
        return now.find(listener.address().flow(), address).stream().anyMatch(host -> isSame(host, from));
    }

    private static boolean isSame(StepHost host, StepHost from) {
        return host.address().equals(from.address());
    }

    @Override
    public void submit(Sender from, Message message) {
        hub.submit(from, message);
    }

    @Override
    public String serviceAt(String address) {
        return routes.find("", address).stream()
                .findFirst()
                .map(host -> host.plan().serviceId())
                .orElse(address);
    }

    @Override
    public void act(Sender from, String destination, String action, Message message) {
        if (builtins.act(from, destination, action, message)) {
            return;
        }
        Routes now = routes;
        List<StepHost> found = destination.equals("*")
                ? now.all().filter(host -> host.hasAction(action)).toList()
                : now.find(from.address().flow(), destination);
        if (found.isEmpty() && !destination.equals("*")) {
            log.write(
                    from.address().toString(),
                    from.service(),
                    LogLevel.WARNING,
                    "There is no service called " + destination,
                    "",
                    "");
        }
        found.forEach(host -> carrier.carry(from, host, true, Item.Delivery.action(action, message, Optional.empty())));
    }

    /// Hands a step a message for one of its methods, or for `process`. Ends when all it leads to is
    /// done. Throws ProblemException when the step does not run here or has no such method.
    ///
    /// @param method empty for `process`
    public CompletionStage<@Nullable Void> call(Sender from, StepAddress step, String method, Message message) {
        StepHost host = routes.at(step).orElseThrow(() -> new ProblemException(RoutingProblems.noStep(step)));
        RoutingProblems.checkCallable(host, method);
        var completion = new Completion();
        Optional<Completion> waits = Optional.of(completion);
        carrier.carry(
                from,
                host,
                true,
                method.isEmpty()
                        ? Item.Delivery.process(message, waits)
                        : Item.Delivery.action(method, message, waits));
        completion.arrived();
        return completion.end();
    }

    @Override
    public void listen(StepHost by, String address) {
        listeners.add(by.address(), address);
    }

    @Override
    public void listenOnly(StepHost by, Set<String> addresses) {
        listeners.set(by.address(), addresses);
    }
}
