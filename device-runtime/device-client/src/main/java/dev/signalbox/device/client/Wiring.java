// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.client.DeviceClientBuilder.Access;
import dev.signalbox.device.client.DeviceClientBuilder.Handlers;
import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.credential.KeyCredentials;
import dev.signalbox.device.credential.RegisteredCredentials;
import dev.signalbox.device.delivery.LargePayloads;
import dev.signalbox.device.delivery.Packing;
import dev.signalbox.device.delivery.Uploads;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.inbox.Inbox;
import dev.signalbox.device.inbox.InboxLane;
import dev.signalbox.device.inbox.Pauses;
import dev.signalbox.device.link.Lane;
import dev.signalbox.device.link.LinkTiming;
import dev.signalbox.device.message.DeviceEvents;
import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.message.ProvisioningOperation;
import dev.signalbox.device.method.MethodLane;
import dev.signalbox.device.outbox.Limits;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.provisioning.CodeOnScreen;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.device.twin.DesiredState;
import dev.signalbox.device.twin.ReportedLane;
import dev.signalbox.device.twin.ReportedState;
import dev.signalbox.device.twin.TwinLane;
import dev.signalbox.device.upload.FileUpload;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.ProvisioningTokens;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.identity.ProvisioningToken;
import dev.signalbox.protocol.provisioning.OperationStarted;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a device client together.
///
/// @param trust whom to trust with a connection string
record Wiring(Access access, Optional<Path> folder, Optional<SSLContext> trust) {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    static void showOnScreen(ProvisioningOperation operation) {
        new CodeOnScreen(System.out)
                .accept(new OperationStarted(operation.id(), operation.verificationCode(), operation.expirationTime()));
    }

    DeviceClient start(Handlers handlers, DeviceEvents events, OutboxLimits limits) throws InterruptedException {
        Path place = folder.orElseThrow(() -> missing("a folder for what must survive", "folder(...)"));
        DeviceOptions options = options(place, handlers);
        var setup = new Line.Setup(options, new Limits(limits.bytes(), limits.age()), LinkTiming.USUAL);
        return client(setup, handlers, events);
    }

    private DeviceOptions options(Path place, Handlers handlers) throws InterruptedException {
        if (access.connectionString().isPresent()) {
            return byConnectionString(
                    place, ConnectionStrings.read(access.connectionString().get()));
        }
        String token = access.token()
                .orElseThrow(() -> missing(
                        "a provisioning token or a connection string",
                        "provisioningToken(...) or connectionString(...)"));
        return byToken(place, ProvisioningTokens.read(token), handlers);
    }

    private DeviceOptions byConnectionString(Path place, ConnectionString given) {
        var hub = new HubAddress(given.host(), access.mqttPort(), access.httpsPort());
        SSLContext tls = trust.orElseGet(Wiring::javasOwn);
        return new DeviceOptions(new KeyCredentials(given, https(hub, tls)), tls, place);
    }

    private DeviceOptions byToken(Path place, ProvisioningToken token, Handlers handlers) throws InterruptedException {
        SSLContext tls = PinnedTls.toCa(token.pins().ca()).context();
        var asked = new RegisteredCredentials.Asked(token, access.deviceId().map(DeviceId::new));
        var credentials = RegisteredCredentials.open(
                place,
                asked,
                https(token.pins().hub(), tls),
                operation -> handlers.provisioning()
                        .accept(new ProvisioningOperation(
                                operation.provisioningOperationId(),
                                operation.verificationCode(),
                                operation.expirationTime())));
        try {
            credentials.awaitAdmission();
        } catch (RuntimeException | InterruptedException notLetIn) {
            credentials.close();
            throw notLetIn;
        }
        return new DeviceOptions(credentials, tls, place);
    }

    private static HubHttps https(HubAddress hub, SSLContext tls) {
        return new HubHttps(hub, tls, new HubClock());
    }

    private static SSLContext javasOwn() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("This Java has no TLS", none);
        }
    }

    private static ProblemException missing(String what, String how) {
        return new ProblemException(new Problem(
                "device.incomplete", "The device client lacks " + what + ".", "Call " + how + " before start()."));
    }

    private static DeviceClient client(Line.Setup setup, Handlers handlers, DeviceEvents events) {
        var helpers = new ArrayList<AutoCloseable>();
        helpers.add(setup.credentials());
        try {
            return client(setup, added(helpers, setup.outbox()), new Told(handlers, events), helpers);
        } catch (RuntimeException failed) {
            close(helpers);
            throw failed;
        }
    }

    private record Told(Handlers handlers, DeviceEvents events) {}

    /// @param helpers gets what is to be closed again, the last one first
    private static DeviceClient client(Line.Setup setup, Outbox outbox, Told told, List<AutoCloseable> helpers) {
        var waking = new Waking();
        var large = new LargePayloads(setup.options().folder());
        if (outbox.waiting() == 0) {
            large.sweep();
        }
        var upload = added(
                helpers, new FileUpload(setup.credentials(), setup.options().tls()));
        var twin = twin(setup.options().folder(), waking, helpers);
        List<Lane> lanes = lanes(setup.credentials().access().id(), outbox, told.handlers(), waking, helpers);
        lanes.addAll(List.of(new TwinLane(twin.desired()), new ReportedLane(twin.reported())));
        var listener = added(helpers, new ListenerThread(new EventsOnly(told.events())));
        var sending = new Line.Sending(outbox, new Uploads(large, upload::upload, new PayloadNews(outbox, waking)));
        Line line = added(helpers, Line.of(setup, sending, lanes, listener));
        waking.wake(line::wake);
        told.handlers().desired().ifPresent(handler -> twin.desired().start(handler::accept, Pauses.USUAL));
        line.start();
        return new DeviceClient(line, new Packing(large), twin, helpers);
    }

    private static DeviceClient.Twin twin(Path folder, Runnable waking, List<AutoCloseable> helpers) {
        var desired = added(helpers, new DesiredState(folder));
        return new DeviceClient.Twin(desired, added(helpers, new ReportedState(folder, waking)));
    }

    /// What the program handles itself.
    private static List<Lane> lanes(
            DeviceId id, Outbox outbox, Handlers handlers, Runnable waking, List<AutoCloseable> helpers) {
        var lanes = new ArrayList<Lane>();
        handlers.method().ifPresent(handler -> lanes.add(added(helpers, new MethodLane(handler::apply, waking))));
        handlers.cloudMessage().ifPresent(handler -> {
            var inbox = added(helpers, new Inbox(outbox.inbox(), handler::accept, Pauses.USUAL));
            lanes.add(new InboxLane(id, outbox.inbox(), inbox::wake));
            inbox.start();
        });
        return lanes;
    }

    private static <T extends AutoCloseable> T added(List<AutoCloseable> helpers, T one) {
        helpers.add(one);
        return one;
    }

    /// Closes all of them, the newest first, whatever one of them throws.
    static void close(List<AutoCloseable> helpers) {
        for (AutoCloseable helper : helpers.reversed()) {
            try {
                helper.close();
            } catch (Exception unclosed) {
                LOG.warn("A part of the device client did not close: {}", unclosed.getMessage());
            }
        }
    }
}
