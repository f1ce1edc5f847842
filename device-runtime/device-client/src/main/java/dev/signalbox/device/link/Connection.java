// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.jspecify.annotations.Nullable;

/// One MQTT client for one connection, never used again. Used by the link's thread alone; what Paho's threads report
/// is handed to that thread as events, for a Paho thread that waits stops the pings.
final class Connection implements Uplink {
    private static final int REFUSED = 0x80;

    /// What a connection knows of its line.
    record Senses(Ear ear, Burden burden) {}

    private final MqttAsyncClient client;
    private final LinkProblems problems;
    private final Ear ear;
    private final Burden burden;
    private final Consumer<Runnable> events;
    private final Receipts receipts = new Receipts(this::acknowledge);
    private final CompletableFuture<IMqttToken> lost = new CompletableFuture<>();
    private boolean over;
    private int unacknowledged;
    private boolean worked;
    private long lastProgress = System.nanoTime();
    private @Nullable Problem loss;

    /// @param events takes what is to run on the link's thread
    Connection(MqttAsyncClient client, LinkProblems problems, Senses senses, Consumer<Runnable> events) {
        this.client = client;
        this.problems = problems;
        this.ear = senses.ear();
        this.burden = senses.burden();
        this.events = events;
    }

    /// Whether the hub remembers what this device subscribed to before.
    boolean signIn(MqttConnectOptions options, Arrivals arrivals) throws InterruptedException {
        client.setManualAcks(true);
        client.setCallback(new PahoCallback(
                (topic, message) -> {
                    ear.heard();
                    post(() -> hand(arrivals, topic, message));
                },
                this::lost));
        return await(outcome -> client.connect(options, null, outcome)).getSessionPresent();
    }

    /// On one of Paho's threads, while ours may wait for an answer: Paho forgets those it was about to hand over.
    private void lost(Throwable cause) {
        lost.completeExceptionally(cause);
        post(() -> lose(problems.lost(cause)));
    }

    private void hand(Arrivals arrivals, String topic, MqttMessage message) {
        CompletableFuture<?> safe = arrivals.arrived(topic, message.getPayload());
        if (message.getQos() > 0) {
            receipts.add(message.getId(), safe);
            var unused = safe.whenComplete((done, failure) -> post(receipts::settle));
        }
    }

    private void acknowledge(int packet) {
        try {
            client.messageArrivedComplete(packet, 1);
        } catch (MqttException failed) {
            lose(problems.lost(failed));
        }
    }

    /// Throws ProblemException unless the hub grants each of them.
    void subscribe(List<String> topics) throws InterruptedException {
        int[] qualities = new int[topics.size()];
        Arrays.fill(qualities, 1);
        IMqttToken answer = await(outcome -> client.subscribe(topics.toArray(String[]::new), qualities, null, outcome));
        int[] granted = answer.getGrantedQos();
        if (granted != null && Arrays.stream(granted).anyMatch(quality -> quality == REFUSED)) {
            throw new ProblemException(problems.notSubscribed());
        }
    }

    /// Lets the hub keep what comes by this topic. Does not wait for its answer.
    void unsubscribe(String topic) {
        try {
            client.unsubscribe(topic, null, new Outcome(done -> {}, notDone -> {}));
        } catch (MqttException failed) {
            lose(problems.lost(failed));
        }
    }

    @Override
    public void publish(String topic, byte[] payload, int quality, Runnable taken) {
        boolean acknowledged = quality > 0;
        int bytes = topic.length() + payload.length;
        if (acknowledged && unacknowledged++ == 0) {
            lastProgress = System.nanoTime();
        }
        if (acknowledged) {
            burden.sent(bytes);
        }
        try {
            client.publish(
                    topic,
                    payload,
                    quality,
                    false,
                    null,
                    new Outcome(
                            token -> {
                                if (acknowledged) {
                                    ear.heard();
                                }
                                post(() -> progress(acknowledged ? bytes : 0, taken));
                            },
                            cause -> post(() -> lose(problems.lost(cause)))));
        } catch (MqttException failed) {
            throw new ProblemException(problems.lost(failed), failed);
        }
    }

    /// @param bytes of what was acknowledged; 0 for what is not
    private void progress(int bytes, Runnable taken) {
        if (bytes > 0) {
            burden.acknowledged(bytes);
            unacknowledged--;
            worked = true;
            lastProgress = System.nanoTime();
        }
        taken.run();
    }

    /// Whether the hub took anything.
    boolean worked() {
        return worked;
    }

    Burden burden() {
        return burden;
    }

    /// Whether all there is has been acknowledged, by the hub and by us.
    boolean quiet() {
        return unacknowledged == 0 && receipts.isEmpty();
    }

    /// Throws ProblemException when the connection is gone or the hub silent.
    void check() {
        if (loss != null) {
            throw new ProblemException(loss);
        }
        if (ear.hearsNothing() || (unacknowledged > 0 && ear.isStuck(lastProgress))) {
            throw new ProblemException(problems.silent());
        }
    }

    private void lose(Problem why) {
        if (loss == null) {
            loss = why;
        }
    }

    private void post(Runnable event) {
        events.accept(() -> {
            if (!over) {
                event.run();
            }
        });
    }

    /// Says goodbye and waits for it up to the given time; Paho may take longer, which is nobody's concern then.
    void close(Duration patience) throws InterruptedException {
        over = true;
        Thread.ofVirtual().name("signalbox-mqtt-end").start(() -> end(patience)).join(patience);
    }

    private void end(Duration patience) {
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(patience.toMillis());
            } else {
                client.disconnectForcibly(0, 1, false);
            }
        } catch (MqttException alreadyGone) {
            // it was to end, and it did
        }
    }

    private interface Asked {
        void of(Outcome outcome) throws MqttException;
    }

    private IMqttToken await(Asked asked) throws InterruptedException {
        var answer = new CompletableFuture<IMqttToken>();
        try {
            asked.of(new Outcome(answer::complete, answer::completeExceptionally));
            IMqttToken answered = answer.applyToEither(lost, token -> token)
                    .get(LinkTiming.PATIENCE.toMillis() + 5000, TimeUnit.MILLISECONDS);
            ear.heard();
            return answered;
        } catch (ExecutionException | MqttException failed) {
            throw new ProblemException(problems.notConnected(failed), failed);
        } catch (TimeoutException silent) {
            throw new ProblemException(problems.silent(), silent);
        }
    }
}
