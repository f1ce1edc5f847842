// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.device.credential.KeyCredentials;
import dev.signalbox.device.inbox.Inbox;
import dev.signalbox.device.inbox.InboxLane;
import dev.signalbox.device.inbox.Pauses;
import dev.signalbox.device.link.HubAccess;
import dev.signalbox.device.link.Link;
import dev.signalbox.device.link.LinkTiming;
import dev.signalbox.device.link.LinkWatcher;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.method.MethodLane;
import dev.signalbox.device.outbox.Limits;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.twin.DesiredState;
import dev.signalbox.device.twin.ReportedLane;
import dev.signalbox.device.twin.ReportedState;
import dev.signalbox.device.twin.TwinLane;
import dev.signalbox.device.upload.FileUpload;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.report.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// All that takes what comes in to a device, as it stands in a folder; writes down what it was given.
final class Receiver implements AutoCloseable {
    private static final LinkTiming QUICK =
            new LinkTiming(Duration.ofMillis(50), Duration.ofMillis(500), Duration.ofMinutes(1));
    private static final LinkWatcher NOBODY = new LinkWatcher() {
        @Override
        public void signedIn() {}

        @Override
        public void disconnected(Problem why) {}
    };

    private final KeyCredentials credentials;
    private final Outbox outbox;
    private final Inbox inbox;
    private final MethodLane methods;
    private final Link link;
    final DesiredState desired;
    final ReportedState reported;
    final FileUpload upload;

    /// @param given takes the texts of messages, in order
    Receiver(HubSite site, DeviceKeys keys, Path folder, List<String> given) {
        var tls = site.way().tls();
        credentials = new KeyCredentials(ConnectionStrings.read(keys.connectionString()), site.address(), tls);
        outbox = Outbox.open(folder, Limits.USUAL);
        inbox = new Inbox(
                outbox.inbox(),
                message -> given.add(new String(message.payload(), StandardCharsets.UTF_8)),
                Pauses.USUAL);
        desired = new DesiredState(folder);
        reported = new ReportedState(folder, this::wake);
        upload = new FileUpload(credentials, tls);
        methods = new MethodLane(call -> new MethodAnswer(200, call.payload()), this::wake);
        var messages = new InboxLane(keys.id(), outbox.inbox(), inbox::wake);
        var lanes = List.of(new TwinLane(desired), new ReportedLane(reported), messages, methods);
        link = new Link(new HubAccess(credentials, tls), QUICK, lanes, NOBODY);
        inbox.start();
        link.start();
    }

    private void wake() {
        link.wake();
    }

    @Override
    public void close() {
        link.close();
        inbox.close();
        methods.close();
        desired.close();
        reported.close();
        upload.close();
        outbox.close();
        credentials.close();
    }
}
