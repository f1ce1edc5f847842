// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.agent.builtin.Builtins;
import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.step.Completion;
import dev.signalbox.agent.step.Exchange;
import dev.signalbox.agent.step.Item;
import dev.signalbox.agent.step.Mailbox;
import dev.signalbox.agent.step.Sender;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.api.Message;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TapQuestion;
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
    private final Taps taps = new Taps(System::nanoTime);
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
        taps.keepOnly(now.traffic());
        listeners.keepOnly(now.all().map(host -> host.address()).collect(Collectors.toSet()));
    }

    @Override
    public void emit(StepHost from, Message message, Optional<Completion> completion) {
        Routes now = routes;
        var sight = new Condition.Sight();
        for (Way way : now.from(from)) {
            if (way.condition().admits(message, sight)
                    && carrier.carry(from, way.to(), !way.cyclic(), Item.Delivery.process(message, completion))) {
                way.traffic().carried(message);
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

    /// What the wire carried since it was last asked; opens a tap on it, or keeps it open. Throws ProblemException
    /// when no such wire is here, or too many are tapped.
    public TapPage tap(TapQuestion asked) {
        return taps.page(wire(asked.from(), asked.to()), asked.after());
    }

    private Traffic wire(StepAddress from, StepAddress to) {
        return routes.traffic(from, to).orElseThrow(() -> new ProblemException(RoutingProblems.noWire(from, to)));
    }

    /// Puts a message into a step's mailbox, which is not waited for. Throws ProblemException when the step does not
    /// run here, no such wire is here, or there is no room.
    ///
    /// @param from where the wire begins that the message is to be seen on; empty for none
    public void inject(StepAddress step, Optional<StepAddress> from, Message message) {
        StepHost host = routes.at(step).orElseThrow(() -> new ProblemException(RoutingProblems.noStep(step)));
        RoutingProblems.checkCallable(host, "");
        Optional<Traffic> wire = from.map(begin -> wire(begin, step));
        if (host.deliver(Item.Delivery.process(message, Optional.empty()), 0) != Mailbox.Answer.TAKEN) {
            throw new ProblemException(RoutingProblems.noRoom(host));
        }
        wire.ifPresent(seen -> seen.injected(message));
        String source = from.map(begin -> " as if it came from " + begin).orElse("");
        log.write(step.toString(), host.service(), LogLevel.RUNTIME, "An operator injects a message" + source, "", "");
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
