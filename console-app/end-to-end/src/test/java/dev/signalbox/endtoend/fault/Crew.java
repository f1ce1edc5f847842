// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A device that a job asks, and what it is like.
final class Crew implements AutoCloseable {
    /// What becomes of the ask.
    enum Kind {
        READY,
        /// Executes, and never answers.
        SLOW,
        /// Executes, and dies over it; comes back.
        DYING,
        /// Is away when the job starts, and comes back later.
        LATE,
        NEVER_THERE;

        /// One in five is away, half of them for good; one in twenty is slow, and one in ten dies.
        static Kind of(int number) {
            return switch (number % 20) {
                case 0, 5 -> LATE;
                case 10, 15 -> NEVER_THERE;
                case 3 -> SLOW;
                case 7, 13 -> DYING;
                default -> READY;
            };
        }
    }

    private final Kind kind;
    private final Ledger ledger;
    private final Staying staying;

    Crew(DeviceKeys keys, Way way, Ledger ledger, Kind kind) {
        this.kind = kind;
        this.ledger = ledger;
        this.staying =
                new Staying(keys, way, new Staying.Habits(this::asked, line -> {}, List.of(Topics.METHOD_CALLS)));
    }

    String name() {
        return staying.name();
    }

    Kind kind() {
        return kind;
    }

    private void asked(Line line, String topic, byte[] body) {
        ledger.executed(Json.readTree(body).path("job").stringValue(), name());
        switch (kind) {
            case SLOW -> {}
            case DYING -> Thread.ofVirtual().start(line::close);
            default -> {
                String requestId = topic.substring(topic.indexOf("$rid=") + 5);
                line.say("$iothub/methods/res/200/?$rid=" + requestId, "1".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        staying.close();
    }
}
