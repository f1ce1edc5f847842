// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.device;

import dev.signalbox.protocol.identity.DeviceId;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One device's connection: signs in, sends with QoS 1, answers direct methods. Lives on its channel's thread.
final class Connection extends SimpleChannelInboundHandler<MqttMessage> {
    private static final int LAST_PACKET_ID = 65_535;
    private static final String METHODS = "$iothub/methods/";
    private static final String TWIN_RESULTS = "$iothub/twin/res/";
    private static final byte[] ANSWER = "{}".getBytes(StandardCharsets.UTF_8);

    private final DeviceId id;
    private final String topic;
    private final CompletableFuture<Connection> signedIn = new CompletableFuture<>();
    private final CompletableFuture<Connection> listens = new CompletableFuture<>();
    private @Nullable ChannelHandlerContext channel;
    private volatile CompletableFuture<Connection> reported = new CompletableFuture<>();
    private Runnable acknowledged = () -> {};
    private int packetId;

    Connection(DeviceId id) {
        this.id = id;
        this.topic = "devices/" + id.value() + "/messages/events/";
    }

    CompletableFuture<Connection> signedIn() {
        return signedIn;
    }

    /// Subscribes to direct methods; from then on it answers them with status 200.
    CompletableFuture<Connection> listen() {
        send(MqttMessageBuilders.subscribe()
                .messageId(nextPacketId())
                .addSubscription(MqttQoS.AT_MOST_ONCE, METHODS + "POST/#")
                .build());
        return listens;
    }

    /// Subscribes to what becomes of reported properties.
    CompletableFuture<Connection> hearOfReports() {
        send(MqttMessageBuilders.subscribe()
                .messageId(nextPacketId())
                .addSubscription(MqttQoS.AT_MOST_ONCE, TWIN_RESULTS + "#")
                .build());
        return listens;
    }

    /// Reports properties; the future ends once the hub says that they are stored. One after the other.
    CompletableFuture<Connection> report(String patch) {
        reported = new CompletableFuture<>();
        send(MqttMessageBuilders.publish()
                .topicName("$iothub/twin/PATCH/properties/reported/?$rid=1")
                .qos(MqttQoS.AT_MOST_ONCE)
                .payload(Unpooled.copiedBuffer(patch, StandardCharsets.UTF_8))
                .build());
        return reported;
    }

    /// Says what to do at each acknowledgement. To be called on the connection's thread.
    void whenAcknowledged(Runnable work) {
        acknowledged = work;
    }

    void publish(byte[] payload) {
        send(MqttMessageBuilders.publish()
                .topicName(topic)
                .qos(MqttQoS.AT_LEAST_ONCE)
                .messageId(nextPacketId())
                .payload(Unpooled.wrappedBuffer(payload))
                .build());
    }

    void flush() {
        context().flush();
    }

    /// Runs work on the connection's thread.
    void execute(Runnable work) {
        context().executor().execute(work);
    }

    void drop() {
        var _ = context().close();
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = context;
        var _ = context.writeAndFlush(MqttMessageBuilders.connect()
                .clientId(id.value())
                .protocolVersion(MqttVersion.MQTT_3_1_1)
                .cleanSession(false)
                .keepAlive(1_000)
                .username(Devices.userName(id))
                .password(Devices.password(id).getBytes(StandardCharsets.UTF_8))
                .build());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage message) {
        if (message.decoderResult().isFailure()) {
            exceptionCaught(context, message.decoderResult().cause());
            return;
        }
        MqttMessageType type = message.fixedHeader().messageType();
        switch (message) {
            case MqttConnAckMessage answer -> answered(answer);
            case MqttPublishMessage publish -> asked(publish);
            case MqttMessage _ when type == MqttMessageType.PUBACK -> acknowledged.run();
            case MqttMessage _ when type == MqttMessageType.SUBACK -> listens.complete(this);
            default -> {}
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        signedIn.completeExceptionally(new IllegalStateException(id + " was cut off"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        signedIn.completeExceptionally(cause);
        var _ = context.close();
    }

    private void answered(MqttConnAckMessage answer) {
        MqttConnectReturnCode code = answer.variableHeader().connectReturnCode();
        if (code == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            signedIn.complete(this);
        } else {
            signedIn.completeExceptionally(new IllegalStateException(id + " was refused: " + code));
        }
    }

    private void asked(MqttPublishMessage call) {
        String from = call.variableHeader().topicName();
        if (from.startsWith(TWIN_RESULTS)) {
            reported.complete(this);
        }
        int rid = from.indexOf("$rid=");
        if (from.startsWith(METHODS) && rid > 0) {
            var _ = context()
                    .write(MqttMessageBuilders.publish()
                            .topicName(METHODS + "res/200/?" + from.substring(rid))
                            .qos(MqttQoS.AT_MOST_ONCE)
                            .payload(Unpooled.wrappedBuffer(ANSWER))
                            .build());
        }
    }

    /// Goes out at once when asked from outside; inside a read, with all that the read brought about.
    private void send(MqttMessage message) {
        if (context().executor().inEventLoop()) {
            var _ = context().write(message);
        } else {
            var _ = context().writeAndFlush(message);
        }
    }

    private ChannelHandlerContext context() {
        if (channel == null) {
            throw new IllegalStateException(id + " is not connected");
        }
        return channel;
    }

    private int nextPacketId() {
        packetId = packetId % LAST_PACKET_ID + 1;
        return packetId;
    }
}
