// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.client.DeviceClientBuilder.Access;
import dev.signalbox.device.client.DeviceClientBuilder.Habits;
import dev.signalbox.device.client.DeviceClientBuilder.Handlers;
import dev.signalbox.device.delivery.LargePayloads;
import dev.signalbox.device.delivery.Packing;
import dev.signalbox.device.delivery.Uploads;
import dev.signalbox.device.inbox.Inbox;
import dev.signalbox.device.inbox.InboxLane;
import dev.signalbox.device.inbox.Pauses;
import dev.signalbox.device.link.Lane;
import dev.signalbox.device.message.DeviceEvents;
import dev.signalbox.device.message.ProvisioningOperation;
import dev.signalbox.device.method.MethodLane;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.provisioning.CodeOnScreen;
import dev.signalbox.device.twin.DesiredState;
import dev.signalbox.device.twin.ReportedLane;
import dev.signalbox.device.twin.ReportedState;
import dev.signalbox.device.twin.TwinLane;
import dev.signalbox.device.upload.FileUpload;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.provisioning.OperationStarted;
import java.nio.file.Path;
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

    DeviceClient start(Handlers handlers, DeviceEvents events, Habits habits) throws InterruptedException {
        Path place = folder.orElseThrow(() -> Entrance.missing("a folder for what must survive", "folder(...)"));
        DeviceOptions options = new Entrance(access, trust).options(place, handlers);
        var setup = new Line.Setup(options, habits.limits(), habits.timing());
        return client(setup, handlers, events);
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
