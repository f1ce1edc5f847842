// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.client.mqttv3.MqttException;

/// A device that sends numbered messages one after the other, each until the hub has it, and does at once what jobs
/// ask.
/// Comes back whenever it loses its connection.
final class Worker implements AutoCloseable {
    private static final long BEFORE_TRYING_AGAIN_NANOS = 50_000_000;

    private final DeviceKeys keys;
    private final Ledger ledger;
    private final boolean marked;
    private final Thread thread;
    private volatile boolean ending;
    private int number = 1;

    /// @param marked whether its messages carry a position, as a node's do, by which the hub knows them again
    Worker(DeviceKeys keys, Way way, Ledger ledger, boolean marked) {
        this.keys = keys;
        this.ledger = ledger;
        this.marked = marked;
        this.thread = Thread.ofPlatform().name(keys.id().value()).start(() -> work(way));
    }

    String name() {
        return keys.id().value();
    }

    boolean isMarked() {
        return marked;
    }

    private void work(Way way) {
        while (!ending) {
            try (Line line = Line.open(way, keys, this::asked, Topics.METHOD_CALLS)) {
                while (!ending && line.isOpen()) {
                    sendNext(line);
                }
            } catch (MqttException hubIsAway) {
                LockSupport.parkNanos(BEFORE_TRYING_AGAIN_NANOS);
            } catch (InterruptedException told) {
                return;
            }
        }
    }

    private void sendNext(Line line) throws InterruptedException {
        String bag = marked ? "signalbox-epoch=e1&signalbox-seq=" + number : "";
        String topic = "devices/" + name() + "/messages/events/" + bag;
        if (line.send(topic, Integer.toString(number).getBytes(StandardCharsets.US_ASCII))) {
            ledger.acknowledged(name(), number);
            number++;
        }
    }

    private void asked(Line line, String topic, byte[] body) {
        ledger.executed(Json.readTree(body).path("job").stringValue(), name());
        String requestId = topic.substring(topic.indexOf("$rid=") + 5);
        line.say("$iothub/methods/res/200/?$rid=" + requestId, "1".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws InterruptedException {
        ending = true;
        thread.interrupt();
        thread.join();
    }
}
