// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.protocol.codec.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.ScheduledExecutorPingSender;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/// Makes connections: TLS, sign-in with a fresh token, subscriptions.
final class Dialer implements AutoCloseable {
    private static final Duration GIVE_UP = Duration.ofSeconds(1);
    private static final int ROOM_IN_FLIGHT = 256;

    private final HubAccess access;
    private final Duration tokenLife;
    private final Clock clock;
    private final LinkProblems problems;
    private final PahoThreads threads = new PahoThreads();

    Dialer(HubAccess access, Duration tokenLife, Clock clock) {
        this.access = access;
        this.tokenLife = tokenLife;
        this.clock = clock;
        this.problems = new LinkProblems(access.hub());
    }

    /// A connection that is up and subscribed to these, in one packet; throws ProblemException when there is none to be
    /// had.
    Connection dial(List<String> topics, Consumer<Runnable> events, Arrivals arrivals) throws InterruptedException {
        Connection connection = new Connection(client(), problems, events);
        try {
            connection.signIn(options(), arrivals);
            connection.subscribe(topics);
            return connection;
        } catch (RuntimeException | InterruptedException failed) {
            connection.close(GIVE_UP);
            throw failed;
        }
    }

    private MqttAsyncClient client() {
        try {
            return new MqttAsyncClient(
                    access.address(),
                    access.device().value(),
                    new MemoryPersistence(),
                    new ScheduledExecutorPingSender(threads),
                    threads);
        } catch (MqttException | IllegalArgumentException failed) {
            throw new ProblemException(problems.notConnected(failed), failed);
        }
    }

    private MqttConnectOptions options() {
        var options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setUserName(access.userName());
        options.setPassword(access.password(clock.instant().plus(tokenLife)).toCharArray());
        options.setCleanSession(false);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval((int) LinkTiming.KEEP_ALIVE.toSeconds());
        options.setConnectionTimeout((int) LinkTiming.PATIENCE.toSeconds());
        options.setMaxInflight(ROOM_IN_FLIGHT);
        options.setSocketFactory(access.tls().getSocketFactory());
        options.setHttpsHostnameVerificationEnabled(true);
        return options;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
