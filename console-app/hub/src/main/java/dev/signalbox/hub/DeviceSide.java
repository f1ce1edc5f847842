// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.authority.Authorities;
import dev.signalbox.hub.cloud.CloudMessages;
import dev.signalbox.hub.device.Access;
import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.hub.file.Uploads;
import dev.signalbox.hub.method.Methods;
import dev.signalbox.hub.mqtt.Desks;
import dev.signalbox.hub.mqtt.Links;
import dev.signalbox.hub.mqtt.MessageDesk;
import dev.signalbox.hub.mqtt.MqttDoor;
import dev.signalbox.hub.mqtt.TwinDesk;
import dev.signalbox.hub.policy.Policies;
import dev.signalbox.hub.twin.Twins;

/// The parts that speak with devices.
record DeviceSide(Door door, Links links, Twins twins, Methods methods, CloudMessages cloud, Files files) {
    /// Who may come in, and by which policy or authority.
    record Door(Access.Proofs proofs, Access access, MqttDoor mqtt) {
        Policies policies() {
            return proofs.policies();
        }

        Authorities authorities() {
            return proofs.authorities();
        }
    }

    /// What devices upload, and what has come.
    record Files(Uploads uploads, FileShelf shelf) {}

    static DeviceSide of(Ground ground, Feeds feeds) {
        var twins = new Twins(ground.registry());
        var methods = new Methods();
        var cloud = new CloudMessages(ground.registry(), ground.clock());
        var links = new Links(ground.registry(), feeds.presence(), feeds.nodes(), ground.clock());
        links.talkWith(
                new Desks(
                        messages(ground, feeds),
                        new TwinDesk(twins, ground.listening().blocking()),
                        methods,
                        cloud),
                feeds.notices());
        twins.watch(links::push);
        ground.listening().eachMinute(cloud::expire);
        return new DeviceSide(door(ground, feeds, links), links, twins, methods, cloud, files(ground));
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

    private static Files files(Ground ground) {
        var shelf = FileShelf.in(ground.folder().path());
        var uploads = Uploads.in(ground.folder().path(), shelf, ground.clock());
        ground.listening().eachMinute(uploads::expire);
        return new Files(uploads, shelf);
    }

    private static MessageDesk messages(Ground ground, Feeds feeds) {
        var parts = new MessageDesk.Parts(ground.stores().messages(), ground.registry(), feeds.logs(), feeds.nodes());
        return new MessageDesk(parts, feeds.notices(), ground.listening().vertx(), ground.clock());
    }
}
