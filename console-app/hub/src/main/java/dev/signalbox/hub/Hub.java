// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.certificate.HostNames;
import dev.signalbox.hub.cloud.CloudMessages;
import dev.signalbox.hub.method.Methods;
import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.log.MessageLog;
import dev.signalbox.hub.stream.SortedLog;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.HubAddress;
import java.util.function.Function;

/// A running hub: who exists, what each should run, twins, messages and logs. Starts ready, and closing it waits until
/// all that was taken in is on the disk.
public final class Hub implements AutoCloseable {
    /// What this program may use of a hub without going over the wire.
    record Inside(Methods methods, CloudMessages cloud) {}

    private final HubContact contact;
    private final Inside inside;
    private final Shutdown shutdown;

    private Hub(HubContact contact, Inside inside, Shutdown shutdown) {
        this.contact = contact;
        this.inside = inside;
        this.shutdown = shutdown;
    }

    /// Starts a hub, or throws a ProblemException and leaves nothing behind that runs.
    public static Hub start(HubConfig config) {
        return start(config, log -> log);
    }

    /// @param messages makes of the log the store of what devices send
    static Hub start(HubConfig config, Function<MessageLog, MessageStore> messages) {
        var shutdown = new Shutdown();
        try {
            return start(Ground.open(config, messages, shutdown), shutdown);
        } catch (RuntimeException failed) {
            shutdown.close();
            throw failed;
        }
    }

    private static Hub start(Ground ground, Shutdown shutdown) {
        String workspace = Workspace.of(ground.registry(), ground.config().workspace());
        var feeds = Feeds.open(ground, shutdown);
        ground.listening().tell(feeds.notices());
        var streams = ground.sort(feeds.notices(), shutdown);
        var devices = DeviceSide.of(ground, feeds, streams.payloads(), shutdown);
        var backEnds = BackEndSide.of(ground, feeds, devices, shutdown);
        var provisioning = ProvisioningSide.of(ground, feeds, devices, backEnds, shutdown);
        var reading = StreamSide.of(ground, feeds, streams, shutdown);
        var _ = streams.begin();
        var operators = new OperatorSide(ground, feeds, devices, reading, workspace);
        HubAddress address = listen(ground, operators, new Others(backEnds, provisioning), shutdown);
        backEnds.jobs().begin();
        keepHouse(ground, feeds, streams);
        var contact = new HubContact(
                address,
                workspace,
                ground.authority().caPem(),
                ProcessHandle.current().pid());
        ground.folder().write("hub.json", Json.write(contact));
        return new Hub(contact, new Inside(devices.methods(), devices.cloud()), shutdown);
    }

    /// Who knocks at the HTTPS port besides operators.
    private record Others(BackEndSide backEnds, ProvisioningSide provisioning) {}

    private static HubAddress listen(Ground ground, OperatorSide operators, Others others, Shutdown shutdown) {
        var mqtt = operators.devices().door().mqtt();
        var webSockets = mqtt.webSocketDoor(ground.authority().caPem());
        var https = operators.door(others.backEnds(), others.provisioning(), webSockets, shutdown);
        shutdown.add(ground.listening());
        HubAddress address = ground.listening().listen(ground.config(), ground.authority(), mqtt, https);
        others.provisioning().admissions().devices().listensAt(address);
        webSockets.leadTo(HostNames.near(ground.config().host()), address.mqttPort());
        return address;
    }

    private static void keepHouse(Ground ground, Feeds feeds, SortedLog streams) {
        var listening = ground.listening();
        listening.hourly(() -> streams.forget(ground.config().keepMessages()));
        listening.eachMinute(streams::tidy);
        listening.eachMinute(feeds.notices()::sayWhatWasLeftOut);
        listening.daily(() -> ground.authority().due(ground.clock()).ifPresent(feeds.notices()::failed));
    }

    /// How to reach it, as it stands in `hub.json`.
    public HubContact contact() {
        return contact;
    }

    public HubAddress address() {
        return contact.address();
    }

    Inside inside() {
        return inside;
    }

    /// Waits until the hub is closed.
    public void awaitStop() throws InterruptedException {
        shutdown.await();
    }

    @Override
    public void close() {
        shutdown.close();
    }
}
