// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.testing.process.Await;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What a node said, bounded; prints what matters.
final class Told {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int MOST = 2_000;

    private final ConcurrentLinkedQueue<String> texts = new ConcurrentLinkedQueue<>();

    void add(LogLine line) {
        if (line.step().endsWith("LogFlood")) {
            return;
        }
        System.out.println(line.text() + " [" + line.faultCode() + "]");
        texts.add(line.text());
        if (texts.size() > MOST) {
            texts.poll();
        }
    }

    void clear() {
        texts.clear();
    }

    /// Waits for one that has the text, and forgets all up to it.
    void await(String text) {
        Await.value("a line says " + text, SOON, () -> {
            for (String next = texts.poll(); next != null; next = texts.poll()) {
                if (next.contains(text)) {
                    return Optional.of(next);
                }
            }
            return Optional.empty();
        });
    }
}
