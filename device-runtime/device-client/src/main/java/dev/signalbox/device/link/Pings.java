// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttPingSender;
import org.eclipse.paho.client.mqttv3.MqttToken;
import org.eclipse.paho.client.mqttv3.internal.ClientComms;
import org.jspecify.annotations.Nullable;

/// Asks the hub for a sign of life once nothing was heard for the keep-alive time. Looks often: by itself Paho looks
/// once in that time, and notices a dead line after three of them.
final class Pings implements MqttPingSender {
    private final ScheduledExecutorService timer;
    private final LinkTiming timing;
    private final Runnable heard;
    private @Nullable ClientComms comms;
    private @Nullable Future<?> next;

    /// @param heard told each answer, by one of Paho's threads
    Pings(ScheduledExecutorService timer, LinkTiming timing, Runnable heard) {
        this.timer = timer;
        this.timing = timing;
        this.heard = heard;
    }

    @Override
    public synchronized void init(ClientComms client) {
        comms = client;
    }

    @Override
    public void start() {
        lookIn(timing.look().toMillis());
    }

    /// Paho would have us look at its own times.
    @Override
    public void schedule(long delayMillis) {
        // ours are more often
    }

    private void look() {
        ClientComms client = client();
        if (client != null) {
            MqttToken asked = client.checkForActivity(new Outcome(answer -> heard.run(), silence -> {}));
            lookIn((asked == null ? timing.look() : timing.answer()).toMillis());
        }
    }

    private synchronized @Nullable ClientComms client() {
        return comms;
    }

    private synchronized void lookIn(long millis) {
        if (comms != null && !timer.isShutdown()) {
            next = timer.schedule(this::look, millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        comms = null;
        if (next != null) {
            next.cancel(false);
        }
    }
}
