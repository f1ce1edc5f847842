// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.topic.FromHub;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what the hub sends off Paho's thread at once and tells it on a thread of its own, one after the other.
final class Inbound implements MqttCallback, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);

    private final LinkEvents events;
    private final Signal signal;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("device-events").factory());
    private final AtomicLong requests = new AtomicLong();
    private final TwinCopy twin = new TwinCopy();
    private volatile boolean twinWanted;

    Inbound(LinkEvents events, Signal signal) {
        this.events = events;
        this.signal = signal;
    }

    /// A new connection begins: the twin has to be asked for again.
    void forget() {
        twinWanted = true;
    }

    void signedIn() {
        later(events::signedIn);
    }

    void disconnected(Problem why) {
        later(() -> events.disconnected(why));
    }

    /// Whether the twin must be asked for; asking once is enough.
    boolean twinWanted() {
        boolean wanted = twinWanted;
        twinWanted = false;
        return wanted;
    }

    String nextRequestId() {
        return Long.toString(requests.incrementAndGet());
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        byte[] payload = message.getPayload();
        later(() -> Topics.fromHub(topic).ifPresent(what -> take(what, payload)));
    }

    private void take(FromHub what, byte[] payload) {
        switch (what) {
            case FromHub.TwinResponse response
            when response.status() == 200 -> {
                twin.whole(payload);
                tellTwin();
            }
            case FromHub.DesiredPatch patch -> {
                long before = twin.version();
                if (!twin.patch(payload)) {
                    twinWanted = true;
                    signal.raise();
                } else if (twin.version() != before) {
                    tellTwin();
                }
            }
            case FromHub.TwinResponse other ->
                LOG.debug("The hub answered {} to a question about the twin", other.status());
            case FromHub.MethodCall call -> LOG.debug("Nobody here answers method {}", call.name());
            case FromHub.CloudMessage ignored -> LOG.debug("Nobody here takes messages from the hub");
        }
    }

    private void tellTwin() {
        twin.desired().ifPresent(desired -> events.twin(desired, twin.version()));
    }

    @Override
    public void connectionLost(@Nullable Throwable why) {
        signal.raise();
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {}

    private void later(Runnable task) {
        try {
            thread.execute(() -> run(task));
        } catch (RejectedExecutionException closed) {
            LOG.debug("Closed already");
        }
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException broken) {
            LOG.error("What the hub sent could not be taken", broken);
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
