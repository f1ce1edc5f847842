// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.hub.cloud.CloudLine;
import dev.signalbox.hub.method.MethodLine;
import dev.signalbox.hub.store.StoredCloudMessage;
import dev.signalbox.hub.twin.DesiredChange;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.topic.FromHub;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// The connection of one device or module: what it wants to hear, and how far its messages have come.
final class Link implements MethodLine, CloudLine {
    private final Session session;
    private final Pass pass;
    private final Wire wire;
    private final String lock = UUID.randomUUID().toString();
    private final Load load;
    private volatile boolean stuck;
    private volatile boolean hasAccount;

    Link(Session session, Pass pass, Wire wire, Load load) {
        this.session = session;
        this.pass = pass;
        this.wire = wire;
        this.load = load;
    }

    ClientId client() {
        return session.who();
    }

    DeviceId device() {
        return session.who().device();
    }

    /// Where it may hear messages from the cloud: those to a device are not its modules'.
    Optional<String> cloudMessages() {
        return session.who().module().isEmpty() ? Optional.of(Topics.cloudMessages(device())) : Optional.empty();
    }

    /// Whether it wants to hear them.
    boolean hearsCloudMessages() {
        return cloudMessages().flatMap(session::qos).isPresent();
    }

    Wire wire() {
        return wire;
    }

    Load load() {
        return load;
    }

    Pass pass() {
        return pass;
    }

    Session session() {
        return session;
    }

    /// Sends an answer about the twin, if the device listens to them.
    void answer(int status, String requestId, OptionalLong version, byte[] body) {
        session.qos(Topics.TWIN_RESPONSES)
                .ifPresent(
                        qos -> wire.publish(device(), new FromHub.TwinResponse(status, requestId, version), body, qos));
    }

    void push(DesiredChange change) {
        session.qos(Topics.DESIRED_PATCHES).ifPresent(qos -> {
            ObjectNode body = change.patch().deepCopy().put("$version", change.version());
            wire.publish(device(), new FromHub.DesiredPatch(change.version()), Json.write(body), qos);
        });
    }

    @Override
    public String lock() {
        return lock;
    }

    /// A device that wants them at most once has it once it is sent.
    @Override
    public void deliver(StoredCloudMessage message, Runnable whenAcknowledged) {
        session.qos(Topics.cloudMessages(device())).ifPresent(qos -> {
            String topic = Topics.write(device(), new FromHub.CloudMessage(message.properties()));
            wire.publish(new Wire.Outgoing(topic, message.body(), qos, message.deliveries() > 0), whenAcknowledged);
        });
    }

    /// At most once, as IoT Hub does: a method that is called twice may do harm.
    @Override
    public void call(String name, String requestId, byte[] body) {
        wire.publish(device(), new FromHub.MethodCall(name, requestId), body, MqttQoS.AT_MOST_ONCE);
    }

    /// Whether its messages may be stored: not once one of them could not be, until it signs in again.
    boolean inOrder() {
        return !stuck;
    }

    /// A message could not be stored. Those after it are not stored either; the device sends them all again.
    void stuck() {
        stuck = true;
    }

    /// Whether it told what became of its messages since it signed in.
    boolean hasAccount() {
        return hasAccount;
    }

    void tellsAccount() {
        hasAccount = true;
    }

    void close() {
        wire.close();
    }
}
