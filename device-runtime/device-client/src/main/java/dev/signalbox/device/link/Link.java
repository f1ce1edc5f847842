// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.topic.FromDevice;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a device connected: one connection after the other, for ever, until closed. Its own thread connects and drains
/// the outbox; it shares no thread with what the device does.
public final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);
    private static final Duration RENEW_AFTER = Duration.ofMinutes(50);

    private final Connection.Credentials credentials;
    private final Outbox outbox;
    private final Inbound inbound;
    private final Signal signal = new Signal();
    private final ScheduledExecutorService mqttThreads = Executors.newScheduledThreadPool(
            8, Thread.ofVirtual().name("mqtt-", 0).factory());
    private final AtomicLong states = new AtomicLong();
    private volatile @Nullable Connection current;
    private volatile boolean closed;
    private volatile @Nullable State state;
    private @Nullable Thread thread;

    public Link(Who who, Outbox outbox, LinkEvents events) {
        this.credentials =
                new Connection.Credentials(who.device(), who.sharedAccessKey(), who.hub(), who.tls(), TOKEN_LIFE);
        this.outbox = outbox;
        this.inbound = new Inbound(events, signal);
    }

    /// Who this device is, and to which hub it belongs.
    public record Who(DeviceId device, String sharedAccessKey, HubAddress hub, SSLContext tls) {}

    private record State(long number, byte[] payload, Map<String, String> properties) {}

    /// Starts connecting, in the background.
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("device-link").start(this::stayConnected);
        }
    }

    /// Says that the outbox has something new.
    public void wake() {
        signal.raise();
    }

    public boolean connected() {
        Connection connection = current;
        return connection != null && connection.isConnected();
    }

    /// Sends once, now or not at all.
    public boolean sendNow(byte[] payload, Map<String, String> properties) {
        Connection connection = current;
        if (connection == null || !connection.isConnected()) {
            return false;
        }
        try {
            connection.publish(topic(properties), payload, 0, null);
            return true;
        } catch (MqttException busyOrGone) {
            return false;
        }
    }

    /// Sends now if it can, and again after each sign-in, until there is a newer one.
    public void sendState(byte[] payload, Map<String, String> properties) {
        state = new State(states.incrementAndGet(), payload, properties);
        signal.raise();
    }

    private void stayConnected() {
        var backOff = new BackOff(RandomGenerator.getDefault());
        while (!closed) {
            try {
                serveOneConnection(backOff);
            } catch (MqttException failed) {
                tell(LinkProblems.of(failed, credentials.hub()));
            } catch (RuntimeException broken) {
                LOG.error("The link stumbled and starts again", broken);
            }
            if (!closed) {
                signal.pause(backOff.nextMillis());
            }
        }
    }

    private void serveOneConnection(BackOff backOff) throws MqttException {
        inbound.forget();
        try (var connection = Connection.open(
                credentials,
                mqttThreads,
                inbound,
                Topics.TWIN_RESPONSES,
                Topics.DESIRED_PATCHES,
                Topics.cloudMessages(credentials.device()))) {
            current = connection;
            backOff.succeeded();
            inbound.signedIn();
            drain(connection, new Drain(outbox, credentials.device(), signal));
        } finally {
            current = null;
        }
        if (!closed) {
            inbound.disconnected(
                    new Problem("link.lost", "The connection to the hub was lost.", "It opens again by itself."));
        }
    }

    private void drain(Connection connection, Drain drain) throws MqttException {
        long renewAt = System.nanoTime() + RENEW_AFTER.toNanos();
        long sent = 0;
        while (!closed && connection.isConnected() && System.nanoTime() - renewAt < 0) {
            if (inbound.twinWanted()) {
                connection.publish(Topics.write(new FromDevice.TwinGet(inbound.nextRequestId())), new byte[0], 0, null);
            }
            State newest = state;
            if (newest != null && newest.number() != sent) {
                connection.publish(topic(newest.properties()), newest.payload(), 1, null);
                sent = newest.number();
            }
            if (!drain.sendSome(connection)) {
                signal.await(1_000);
            }
        }
    }

    private String topic(Map<String, String> properties) {
        return Topics.write(new FromDevice.Telemetry(credentials.device(), properties));
    }

    private void tell(Problem why) {
        LOG.debug("{}", why);
        inbound.disconnected(why);
    }

    @Override
    public void close() {
        closed = true;
        signal.raise();
        Thread running = thread;
        if (running != null) {
            joined(running);
        }
        inbound.close();
        mqttThreads.shutdownNow();
    }

    private static void joined(Thread running) {
        try {
            running.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
