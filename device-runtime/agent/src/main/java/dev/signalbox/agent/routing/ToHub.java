// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.routing;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.step.Sender;
import dev.signalbox.api.Message;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.LogLevel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Hands messages to the outbox. While that is full the sender waits, because a hub that is away is no fault of a
/// service; it is said once for each.
final class ToHub {
    private static final String FULL = "outbox.full";
    private static final long LOOK_MILLIS = 50;

    private final NodeLog log;
    private final Switchboard.Submitter submitter;
    private final Set<Sender> waiting = ConcurrentHashMap.newKeySet();

    ToHub(NodeLog log, Switchboard.Submitter submitter) {
        this.log = log;
        this.submitter = submitter;
    }

    /// Throws ProblemException when the message is refused for another reason, or when who waits is told to end.
    void submit(Sender from, Message message) {
        while (true) {
            try {
                submitter.submit(from.address(), message);
                waiting.remove(from);
                return;
            } catch (ProblemException refused) {
                if (!refused.problem().code().equals(FULL) || from.isEnding() || isHurried()) {
                    waiting.remove(from);
                    throw refused;
                }
                say(from, refused);
                from.waited(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
            }
        }
    }

    private static boolean isHurried() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return false;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void say(Sender from, ProblemException refused) {
        if (waiting.add(from)) {
            String step = from.address().toString();
            String text = step + " waits for room: " + refused.problem().what();
            log.write(step, from.service(), LogLevel.WARNING, text, "", "");
        }
    }
}
