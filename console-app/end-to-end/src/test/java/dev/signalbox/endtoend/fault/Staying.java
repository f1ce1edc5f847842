// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.testing.process.Await;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.client.mqttv3.MqttException;

/// Keeps a device connected: comes back with a connection of its own whenever one ends.
final class Staying implements AutoCloseable {
    private static final long BEFORE_TRYING_AGAIN_NANOS = 50_000_000;

    /// What is done with each connection as soon as it is there, on a thread of the device's own.
    interface Begin {
        void with(Line line) throws InterruptedException;
    }

    private final DeviceKeys keys;
    private final Thread thread;
    private volatile Optional<Line> now = Optional.empty();
    private volatile boolean ending;

    Staying(DeviceKeys keys, Way way, Habits habits) {
        this.keys = keys;
        this.thread = Thread.ofPlatform().name(keys.id().value()).start(() -> stay(way, habits));
    }

    /// @param topics what it listens to
    record Habits(Line.Ear ear, Begin begin, List<String> topics) {}

    String name() {
        return keys.id().value();
    }

    private void stay(Way way, Habits habits) {
        while (!ending) {
            try (Line line = Line.open(way, keys, habits.ear(), habits.topics().toArray(String[]::new))) {
                now = Optional.of(line);
                habits.begin().with(line);
                line.gone().get();
            } catch (MqttException hubIsAway) {
                LockSupport.parkNanos(BEFORE_TRYING_AGAIN_NANOS);
            } catch (InterruptedException told) {
                return;
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /// The connection, as soon as there is one.
    Line line() {
        return Await.value(name() + " is connected", HubSite.SOON, () -> now.filter(Line::isOpen));
    }

    /// As `line`, once that is another one.
    Line lineAfter(Line former) {
        return Await.value(
                name() + " is connected again",
                HubSite.SOON,
                () -> now.filter(line -> line != former && line.isOpen()));
    }

    /// Loses its connection without a word, as a device that is switched off and on.
    void fallOver() {
        now.ifPresent(Line::close);
    }

    @Override
    public void close() throws InterruptedException {
        ending = true;
        thread.interrupt();
        thread.join();
        fallOver();
    }
}
