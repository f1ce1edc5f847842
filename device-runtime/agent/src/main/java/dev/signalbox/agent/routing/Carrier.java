// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.step.Completion;
import dev.signalbox.agent.step.Item;
import dev.signalbox.agent.step.Mailbox;
import dev.signalbox.agent.step.Sender;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.StepState;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Puts messages into mailboxes. A full one makes the sender wait up to 5 s; then the message is dropped, counted and
/// said. A step that would wait for itself does not wait, and one that is about to end may exceed the bound.
final class Carrier {
    private static final long FULL_WAIT_MILLIS = 5_000;
    private static final long LOOK_MILLIS = 50;

    private final NodeLog log;
    /// Whom each waits for. Who would close a circle does not wait.
    private final Map<Sender, StepHost> waiting = new ConcurrentHashMap<>();

    Carrier(NodeLog log) {
        this.log = log;
    }

    /// @param mayWait false where the message may come back to its sender
    /// @return whether it arrived
    boolean carry(Sender from, StepHost to, boolean mayWait, Item.Delivery delivery) {
        delivery.completion().ifPresent(Completion::departs);
        boolean arrived = handedOver(from, to, mayWait && !to.isOwnThread() && !to.standsStill(), delivery);
        if (!arrived) {
            complain(from, to, to.drop(delivery));
        }
        return arrived;
    }

    private boolean handedOver(Sender from, StepHost to, boolean mayWait, Item.Delivery delivery) {
        Mailbox.Answer answer = to.deliver(delivery, 0);
        if (answer == Mailbox.Answer.FULL && mayWait) {
            long began = System.nanoTime();
            waiting.put(from, to);
            answer = waited(from, to, delivery);
            waiting.remove(from);
            from.waited(System.nanoTime() - began);
        }
        return answer == Mailbox.Answer.TAKEN;
    }

    private Mailbox.Answer waited(Sender from, StepHost to, Item.Delivery delivery) {
        Mailbox.Answer answer = Mailbox.Answer.FULL;
        for (long waited = 0; waited < FULL_WAIT_MILLIS && answer == Mailbox.Answer.FULL; waited += LOOK_MILLIS) {
            if (from.isEnding()) {
                return to.force(delivery);
            }
            if (to.standsStill() || isWaitedForBy(from, to)) {
                return answer;
            }
            answer = to.deliver(delivery, LOOK_MILLIS);
        }
        return answer;
    }

    /// Whether `to`, by whomever it waits for, waits for `from`.
    private boolean isWaitedForBy(Sender from, StepHost to) {
        var seen = new HashSet<StepHost>();
        for (StepHost at = waiting.get(to); at != null && seen.add(at); at = waiting.get(at)) {
            if (at.equals(from)) {
                return true;
            }
        }
        return false;
    }

    /// At the first, second, fourth, eighth ... of them.
    private void complain(Sender from, StepHost to, long dropped) {
        if (Long.bitCount(dropped) == 1) {
            Refusal why = Refusal.of(to);
            String text = why.begins() + to.plan().address() + why.ends() + ": " + dropped + " messages dropped so far";
            log.write(from.address().toString(), from.service(), why.level(), text, why.code(), "");
        }
    }

    /// Why a step takes no message.
    private record Refusal(String begins, String ends, LogLevel level, String code) {
        static Refusal of(StepHost to) {
            if (to.whyOff().isPresent()) {
                return new Refusal("The step ", " is switched off", LogLevel.WARNING, "90018");
            }
            if (to.standsStill()) {
                return new Refusal("The step ", " stands still and its mailbox is full", LogLevel.WARNING, "90018");
            }
            return to.report().state() == StepState.QUARANTINED
                    ? new Refusal("The step ", " is in quarantine", LogLevel.ERROR, "90011")
                    : new Refusal("The mailbox of ", " is full", LogLevel.ERROR, "90010");
        }
    }
}
