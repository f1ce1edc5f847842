// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.device.credential.Credentials.Access;
import dev.signalbox.device.credential.Credentials.Pass;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Topics;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/// Makes connections: TLS, sign-in, subscriptions. For the link's thread alone.
final class Dialer implements AutoCloseable {
    private static final Duration GIVE_UP = Duration.ofSeconds(1);
    private static final int ROOM_IN_FLIGHT = 256;

    private final HubAccess access;
    private final LinkTiming usual;
    private final PahoThreads threads = new PahoThreads();
    private LinkTiming timing;

    Dialer(HubAccess access, LinkTiming timing) {
        this.access = access;
        this.usual = timing;
        this.timing = timing;
    }

    /// How patient the ends are with each other on the next connection. It is the device that tells the hub.
    void bePatient(boolean patient) {
        timing = patient ? usual.patient() : usual;
    }

    /// Where the next connection goes.
    Access target() {
        return access.credentials().access();
    }

    /// Throws ProblemException when there is none to be had.
    Pass pass() {
        return access.credentials().pass();
    }

    /// A connection that is up and subscribed to these, in one packet; throws ProblemException when there is none to be
    /// had.
    Connection dial(Pass pass, List<String> topics, Consumer<Runnable> events, Arrivals arrivals)
            throws InterruptedException {
        Access target = target();
        var problems = new LinkProblems(target.hub());
        var ear = new Ear(timing);
        var senses = new Connection.Senses(ear, new Burden(usual));
        Connection connection = new Connection(client(target, problems, ear), problems, senses, events);
        try {
            boolean remembered = connection.signIn(options(target, pass), arrivals);
            connection.subscribe(topics);
            String cloud = Topics.cloudMessages(target.id());
            if (remembered && !topics.contains(cloud)) {
                connection.unsubscribe(cloud); // a program of before may have listened, and this one does not
            }
            return connection;
        } catch (RuntimeException | InterruptedException failed) {
            connection.close(GIVE_UP);
            hear(failed);
            throw failed;
        }
    }

    private void hear(Exception failed) {
        if (failed instanceof ProblemException known && known.problem().code().equals(LinkProblems.REFUSED)) {
            access.credentials().refused();
        }
    }

    private MqttAsyncClient client(Access target, LinkProblems problems, Ear ear) {
        try {
            return new MqttAsyncClient(
                    HubAccess.address(target),
                    target.id().value(),
                    new MemoryPersistence(),
                    new Pings(threads, timing, ear::heard),
                    threads);
        } catch (MqttException | IllegalArgumentException failed) {
            throw new ProblemException(problems.notConnected(failed), failed);
        }
    }

    private MqttConnectOptions options(Access target, Pass pass) {
        var options = new MqttConnectOptions();
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setUserName(HubAccess.userName(target));
        options.setPassword(pass.signature().toCharArray());
        options.setCleanSession(false);
        options.setAutomaticReconnect(false);
        options.setKeepAliveInterval((int) timing.keepAlive().toSeconds());
        options.setConnectionTimeout((int) LinkTiming.PATIENCE.toSeconds());
        options.setMaxInflight(ROOM_IN_FLIGHT);
        options.setSocketFactory(new TlsSockets(access.tls()));
        return options;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
