// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.pretend;

import static dev.signalbox.device.pretend.Done.done;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.credential.Credentials;
import dev.signalbox.device.credential.KeyCredentials;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.MergePatch;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.protocol.topic.FromDevice;
import dev.signalbox.protocol.topic.FromHub;
import dev.signalbox.protocol.topic.Reserved;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.MqttTopicSubscription;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import tools.jackson.databind.node.ObjectNode;

/// A hub of one device: real MQTT over real TLS, with as much of IoT Hub's dialect as a device client meets. What it
/// has accepted outlives `kill` and `listen`, as a hub's disk would.
public final class PretendHub implements AutoCloseable {
    /// The one device's key.
    public static final String KEY = "c2lnbmFsYm94IHRlc3Qga2V5";

    /// Vert.x complains of packets that were under way when a connection was cut, which is what we are here for.
    private static final Logger VERTX = Logger.getLogger("io.vertx");

    static {
        VERTX.setLevel(Level.OFF);
    }

    private final Vertx vertx = Vertx.vertx();
    private final DeviceId device;
    private Authority.ServerChain chain;
    private final Map<String, Long> highWater = new HashMap<>();
    private final List<MqttEndpoint> endpoints = new CopyOnWriteArrayList<>();
    private final AtomicInteger killIn = new AtomicInteger(Integer.MAX_VALUE);
    private MqttServer server;
    private volatile boolean alive;
    private int port;
    private ObjectNode desired = Json.mapper().createObjectNode();
    private long version = 1;
    private ObjectNode reportedDocument = Json.mapper().createObjectNode();
    private long reportedVersion = 1;

    /// Messages as a consumer behind the hub sees them: once each.
    public final List<String> consumed = new CopyOnWriteArrayList<>();

    /// Messages offered that it had already.
    public final AtomicInteger repeated = new AtomicInteger();

    public final AtomicInteger signIns = new AtomicInteger();
    public final BlockingQueue<String> states = new LinkedBlockingQueue<>();
    public final BlockingQueue<String> logs = new LinkedBlockingQueue<>();
    public final BlockingQueue<Account> accounts = new LinkedBlockingQueue<>();
    public final BlockingQueue<ObjectNode> reported = new LinkedBlockingQueue<>();

    /// What the device said, a line for each packet: its kind, and what stands in it without the payload.
    public final List<String> packets = new CopyOnWriteArrayList<>();

    /// What the device subscribed to, a list for each packet.
    public final BlockingQueue<List<String>> subscriptions = new LinkedBlockingQueue<>();

    /// Messages to the device.
    public final CloudMail mail = new CloudMail();

    /// What the device answered to methods: `status request-id text`.
    public final BlockingQueue<String> methodAnswers = new LinkedBlockingQueue<>();

    /// Closes so many connections as soon as it has answered to what the device subscribes to.
    public final AtomicInteger hangUpsAtSubscribing = new AtomicInteger();

    /// The device's key, which people may change.
    public volatile String key = KEY;

    /// Remembers that the device once listened to messages from the cloud.
    public volatile boolean remembersListening;

    /// What the device does not want to hear any more.
    public final BlockingQueue<List<String>> unsubscriptions = new LinkedBlockingQueue<>();

    /// Answers no patch of the reported properties while set.
    public volatile boolean deafToReports;

    public PretendHub(DeviceId device, Authority.ServerChain chain) {
        this.device = device;
        this.chain = chain;
    }

    /// Listens on a free port, and on the same one again after a kill.
    public PretendHub listen() {
        var options = new MqttServerOptions()
                .setMaxMessageSize(300_000)
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addKeyValue(Buffer.buffer(chain.key()))
                        .addCertValue(Buffer.buffer(chain.chain())));
        server = MqttServer.create(vertx, options.setHost("127.0.0.1").setPort(port));
        server.endpointHandler(this::connect).exceptionHandler(ignored -> {});
        port = done(server.listen()).actualPort();
        alive = true;
        return this;
    }

    /// Shows another certificate from the next `listen` on.
    public void show(Authority.ServerChain renewed) {
        chain = renewed;
    }

    /// What lets its device in, by a key that may be wrong.
    public Credentials credentials(String key, SSLContext tls) {
        HubAddress address = address("127.0.0.1");
        return new KeyCredentials(
                new ConnectionString(address.host(), device, key), new HubHttps(address, tls, new HubClock()));
    }

    public HubAddress address(String host) {
        return new HubAddress(host, port, 8443);
    }

    private void connect(MqttEndpoint endpoint) {
        String password = endpoint.auth() == null ? "" : endpoint.auth().getPassword();
        String host =
                endpoint.auth() == null ? "" : endpoint.auth().getUsername().replaceAll("/.*", "");
        if (!SasTokens.isGood(password, host + "/devices/" + device, key, Instant.now())) {
            endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
            return;
        }
        packets.add("CONNECT " + endpoint.clientIdentifier() + " "
                + endpoint.auth().getUsername() + (endpoint.isCleanSession() ? "" : " keeps its session"));
        endpoint.publishAutoAck(false);
        endpoint.exceptionHandler(ignored -> {});
        endpoint.closeHandler(gone -> {
            endpoints.remove(endpoint);
            mail.left(endpoint);
        });
        endpoint.subscribeHandler(asked -> subscribe(endpoint, asked));
        endpoint.unsubscribeHandler(asked -> unsubscribe(endpoint, asked));
        endpoint.publishAcknowledgeHandler(mail::acknowledged);
        endpoint.publishHandler(message -> receive(endpoint, message));
        endpoints.forEach(PretendHub::hangUp);
        endpoints.clear();
        endpoints.add(endpoint);
        signIns.incrementAndGet();
        endpoint.accept(!endpoint.isCleanSession());
        if (remembersListening) {
            mail.listens(endpoint);
        }
    }

    private void unsubscribe(MqttEndpoint endpoint, MqttUnsubscribeMessage asked) {
        remembersListening = false;
        mail.left(endpoint);
        unsubscriptions.add(asked.topics());
        endpoint.unsubscribeAcknowledge(asked.messageId());
    }

    private void subscribe(MqttEndpoint endpoint, MqttSubscribeMessage asked) {
        List<String> topics = asked.topicSubscriptions().stream()
                .map(MqttTopicSubscription::topicName)
                .toList();
        packets.add("SUBSCRIBE " + topics);
        endpoint.subscribeAcknowledge(
                asked.messageId(),
                asked.topicSubscriptions().stream()
                        .map(MqttTopicSubscription::qualityOfService)
                        .toList());
        if (hangUpsAtSubscribing.getAndDecrement() > 0) {
            hangUp(endpoint);
            return;
        }
        subscriptions.add(topics);
        if (topics.contains(Topics.cloudMessages(device))) {
            mail.listens(endpoint);
        }
    }

    /// Calls a method of the device, if it is connected.
    public void call(String method, String requestId, String payload) {
        Buffer body = Buffer.buffer(payload);
        String topic = Topics.write(device, new FromHub.MethodCall(method, requestId));
        endpoints.forEach(endpoint -> endpoint.publish(topic, body, MqttQoS.AT_MOST_ONCE, false, false));
    }

    private synchronized void receive(MqttEndpoint endpoint, MqttPublishMessage message) {
        byte[] payload = message.payload().getBytes();
        packets.add("PUBLISH " + message.qosLevel().value() + " " + message.topicName());
        switch (Topics.fromDevice(message.topicName()).orElseThrow()) {
            case FromDevice.Telemetry telemetry -> {
                accept(telemetry.properties(), new String(payload, StandardCharsets.UTF_8));
                if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE && killIn.decrementAndGet() == 0) {
                    drop();
                    return;
                }
            }
            case FromDevice.TwinGet get ->
                answer(endpoint, new FromHub.TwinResponse(200, get.requestId(), OptionalLong.empty()), twin());
            case FromDevice.ReportedPatch patch -> {
                boolean answers = !deafToReports;
                ObjectNode change = (ObjectNode) Json.readTree(payload);
                reportedDocument = MergePatch.apply(reportedDocument, change);
                reportedVersion++;
                reported.add(change);
                if (answers) {
                    var taken = new FromHub.TwinResponse(204, patch.requestId(), OptionalLong.of(reportedVersion));
                    answer(endpoint, taken, null);
                }
            }
            case FromDevice.MethodResponse response ->
                methodAnswers.add(response.status() + " " + response.requestId() + " "
                        + new String(payload, StandardCharsets.UTF_8));
        }
        if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE && endpoint.isConnected()) {
            endpoint.publishAcknowledge(message.messageId());
        }
    }

    private void accept(Map<String, String> properties, String text) {
        switch (properties.getOrDefault(Reserved.KIND.wireName(), "")) {
            case Reserved.KIND_STATE -> states.add(text);
            case Reserved.KIND_LOG -> logs.add(text);
            case Reserved.KIND_ACCOUNT -> accounts.add(Json.read(text, Account.class));
            default -> {
                String epoch = properties.get(Reserved.EPOCH.wireName());
                long sequence = Long.parseLong(properties.get(Reserved.SEQUENCE.wireName()));
                if (sequence > highWater.getOrDefault(epoch, 0L)) {
                    highWater.put(epoch, sequence);
                    consumed.add(text);
                } else {
                    repeated.incrementAndGet();
                }
            }
        }
    }

    private ObjectNode twin() {
        ObjectNode twin = Json.mapper().createObjectNode();
        twin.set("desired", desired.deepCopy().put("$version", version));
        twin.set("reported", reportedDocument.deepCopy().put("$version", reportedVersion));
        return twin;
    }

    /// Changes the desired properties and tells the device.
    public synchronized void desire(String patch) {
        desireSilently(patch);
        ObjectNode sent = (ObjectNode) Json.readTree(patch.getBytes(StandardCharsets.UTF_8));
        sent.put("$version", version);
        endpoints.forEach(endpoint -> answer(endpoint, new FromHub.DesiredPatch(version), sent));
    }

    /// Changes them without a word, as when the network swallowed it.
    public synchronized void desireSilently(String patch) {
        desired = MergePatch.apply(desired, (ObjectNode) Json.readTree(patch.getBytes(StandardCharsets.UTF_8)));
        version++;
    }

    private void answer(MqttEndpoint endpoint, FromHub message, ObjectNode body) {
        Buffer payload = body == null ? Buffer.buffer() : Buffer.buffer(Json.write(body));
        endpoint.publish(Topics.write(device, message), payload, MqttQoS.AT_MOST_ONCE, false, false);
    }

    /// Takes so many messages more, then dies before it acknowledges the last.
    public void killAfter(int messages) {
        killIn.set(messages);
    }

    public boolean alive() {
        return alive;
    }

    private static void hangUp(MqttEndpoint endpoint) {
        try {
            endpoint.close();
        } catch (IllegalArgumentException alreadyClosed) {
            // the device was quicker
        }
    }

    /// Is dead only once the port is free: whoever listened anew before would share the server that ends.
    private void drop() {
        endpoints.forEach(PretendHub::hangUp);
        server.close().onComplete(closed -> alive = false);
    }

    /// Closes the device's connection and goes on listening.
    public void dropConnection() {
        endpoints.forEach(PretendHub::hangUp);
    }

    /// Ends without a word to anyone; what it accepted it keeps. Does nothing to a dead hub.
    public void kill() {
        if (alive) {
            var open = new ArrayList<>(endpoints);
            done(server.close());
            open.forEach(PretendHub::hangUp);
            alive = false;
        }
    }

    @Override
    public void close() {
        done(vertx.close());
    }
}
