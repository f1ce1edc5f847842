// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.account.Accounts;
import dev.signalbox.hub.authority.Authorities;
import dev.signalbox.hub.cloud.CloudMessages;
import dev.signalbox.hub.device.Access;
import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.hub.file.PayloadMessages;
import dev.signalbox.hub.file.Uploads;
import dev.signalbox.hub.method.Methods;
import dev.signalbox.hub.mqtt.Desks;
import dev.signalbox.hub.mqtt.Links;
import dev.signalbox.hub.mqtt.MessageDesk;
import dev.signalbox.hub.mqtt.MqttDoor;
import dev.signalbox.hub.mqtt.TwinDesk;
import dev.signalbox.hub.policy.Policies;
import dev.signalbox.hub.twin.Twins;
import dev.signalbox.protocol.identity.DeviceId;

/// The parts that speak with devices.
record DeviceSide(Door door, Links links, Talk talk, Files files, Feeds feeds) {
    /// Who may come in, and by which policy or authority.
    record Door(Access.Proofs proofs, Access access, MqttDoor mqtt) {
        Policies policies() {
            return proofs.policies();
        }

        Authorities authorities() {
            return proofs.authorities();
        }
    }

    /// What devices hear, say and answer.
    record Talk(Twins twins, Methods methods, CloudMessages cloud, Accounts accounts) {}

    /// Shuts out a device whose keys are no longer good, or that is gone.
    void drop(DeviceId id) {
        links.drop(id);
        feeds.book().forget(id);
        feeds.figures().changed(id);
    }

    Twins twins() {
        return talk.twins();
    }

    Methods methods() {
        return talk.methods();
    }

    CloudMessages cloud() {
        return talk.cloud();
    }

    /// What devices upload, and what has come.
    record Files(Uploads uploads, FileShelf shelf) {}

    /// @param payloads the messages whose payloads uploaded files may be
    static DeviceSide of(Ground ground, Feeds feeds, PayloadMessages payloads, Shutdown shutdown) {
        var twins = new Twins(ground.registry());
        var methods = new Methods();
        var cloud = new CloudMessages(ground.registry(), ground.clock());
        var accounts = shutdown.add(new Accounts(ground.registry(), feeds.notices(), ground.clock()));
        var talk = new Talk(twins, methods, cloud, accounts);
        var links = new Links(ground.registry(), feeds.presence(), feeds.nodes(), ground.clock());
        links.talkWith(
                new Desks(
                        messages(ground, feeds, accounts),
                        new TwinDesk(twins, ground.listening().blocking()),
                        methods,
                        cloud),
                feeds.notices());
        twins.watch(links::push);
        ground.listening().eachMinute(cloud::expire);
        return new DeviceSide(door(ground, feeds, links), links, talk, files(ground, feeds, payloads), feeds);
    }

    private static Door door(Ground ground, Feeds feeds, Links links) {
        var authorities = new Authorities(ground.registry(), ground.clock());
        var policies = Policies.open(ground.registry());
        policies.watch(links::dropPolicy);
        var proofs = new Access.Proofs(policies, authorities);
        var access = new Access(new Devices(ground.registry()), proofs, ground.names(), ground.clock());
        var listening = ground.listening();
        authorities.whenDeleted(() -> listening.blocking().execute(() -> links.dropAll(access::isByAuthority)));
        var mqtt = new MqttDoor(listening.vertx(), listening.blocking(), access, links, feeds.notices());
        return new Door(proofs, access, mqtt);
    }

    private static Files files(Ground ground, Feeds feeds, PayloadMessages payloads) {
        var shelf = FileShelf.in(ground.folder().path(), feeds.notices()::failed);
        var uploads = Uploads.in(ground.space(), shelf, payloads, ground.clock());
        ground.listening().eachMinute(uploads::expire);
        return new Files(uploads, shelf);
    }

    private static MessageDesk messages(Ground ground, Feeds feeds, Accounts accounts) {
        var parts = new MessageDesk.Parts(
                ground.stores().messages(),
                ground.intake(),
                ground.registry(),
                accounts,
                feeds.logs(),
                new MessageDesk.Fleet(feeds.nodes(), feeds.book(), feeds.figures()));
        return new MessageDesk(parts, feeds.notices(), ground.listening().vertx(), ground.clock());
    }
}
