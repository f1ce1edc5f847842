// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.step.Exchange;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.api.Message;
import dev.signalbox.api.Subscription;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.StepState;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Takes messages from one step to others: along wires, to subscribers, by action, to the hub. Which steps there are
/// and how they are wired is one value, swapped at once. A full mailbox makes the sender wait up to 5 s; then the
/// message is dropped, counted and said. A step that would wait for itself does not wait.
public final class Switchboard implements Exchange {
    private static final long FULL_WAIT_MILLIS = 5_000;

    private final NodeLog log;
    private final Submitter submitter;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private volatile Routes routes = Routes.NONE;

    /// Takes a message to the hub by way of the disk.
    @FunctionalInterface
    public interface Submitter {
        void submit(StepAddress from, Message message);
    }

    public Switchboard(NodeLog log, Submitter submitter) {
        this.log = log;
        this.submitter = submitter;
    }

    private record Listener(StepAddress by, String address, Consumer<Message> handler) {}

    /// From now on these steps and wires.
    public void use(Routes now) {
        routes = now;
    }

    @Override
    public void emit(StepAddress from, Message message) {
        Routes now = routes;
        for (Routes.Way way : now.from(from)) {
            deliver(from, way.to(), way.cyclic(), (host, wait) -> host.deliver(message, wait));
        }
        for (Listener listener : listeners) {
            if (now.find(listener.address()).stream()
                    .anyMatch(host -> host.plan().address().equals(from))) {
                now.at(listener.by())
                        .ifPresent(host -> deliver(
                                from,
                                host,
                                true,
                                (to, wait) -> to.offer(s -> listener.handler().accept(message), wait)));
            }
        }
    }

    @Override
    public void submit(StepAddress from, Message message) {
        submitter.submit(from, message);
    }

    @Override
    public void act(StepAddress from, String destination, String action, Message message) {
        Routes now = routes;
        List<StepHost> found = destination.equals("*")
                ? now.all().stream().filter(host -> host.hasAction(action)).toList()
                : now.find(destination);
        if (found.isEmpty()) {
            log.write(
                    from.toString(),
                    service(from),
                    LogLevel.WARNING,
                    "There is no service called " + destination,
                    "",
                    "");
        }
        found.forEach(host -> deliver(from, host, false, (to, wait) -> to.act(action, message, wait)));
    }

    @Override
    public Subscription subscribe(StepAddress by, String address, Consumer<Message> handler) {
        var listener = new Listener(by, address, handler);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void deliver(StepAddress from, StepHost to, boolean cyclic, Handover handover) {
        long wait = cyclic || to.isOwnThread() ? 0 : FULL_WAIT_MILLIS;
        if (!handover.to(to, wait)) {
            complain(from, to, to.drop());
        }
    }

    /// At the first, second, fourth, eighth ... of them.
    private void complain(StepAddress from, StepHost to, long dropped) {
        if (Long.bitCount(dropped) == 1) {
            boolean quarantined = to.report().state() == StepState.QUARANTINED;
            String text = (quarantined ? "The step " : "The mailbox of ")
                    + to.plan().address() + (quarantined ? " is in quarantine" : " is full") + ": " + dropped
                    + " messages dropped so far";
            log.write(from.toString(), service(from), LogLevel.ERROR, text, quarantined ? "90011" : "90010", "");
        }
    }

    private String service(StepAddress step) {
        return routes.at(step)
                .map(host -> host.plan().service())
                .orElse(step.step().toLowerCase(Locale.ROOT));
    }

    @FunctionalInterface
    private interface Handover {
        boolean to(StepHost host, long waitMillis);
    }
}
