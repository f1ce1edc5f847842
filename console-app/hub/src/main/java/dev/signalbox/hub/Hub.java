// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.azure.AzureDesk;
import dev.signalbox.hub.azure.AzureRoutes;
import dev.signalbox.hub.azure.IdentityRoutes;
import dev.signalbox.hub.azure.JobRoutes;
import dev.signalbox.hub.azure.MethodRoutes;
import dev.signalbox.hub.azure.ModuleRoutes;
import dev.signalbox.hub.azure.QueryRoutes;
import dev.signalbox.hub.azure.TwinRoutes;
import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.backend.Bulk;
import dev.signalbox.hub.backend.DocumentInquiry;
import dev.signalbox.hub.backend.Modules;
import dev.signalbox.hub.backend.Registrations;
import dev.signalbox.hub.certificate.Authority;
import dev.signalbox.hub.certificate.HostNames;
import dev.signalbox.hub.cloud.CloudMessages;
import dev.signalbox.hub.device.Access;
import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.flow.Flows;
import dev.signalbox.hub.folder.DataFolder;
import dev.signalbox.hub.http.AuthoringRoutes;
import dev.signalbox.hub.http.HttpsDoor;
import dev.signalbox.hub.http.LiveRoutes;
import dev.signalbox.hub.http.NodeRoutes;
import dev.signalbox.hub.http.PolicyRoutes;
import dev.signalbox.hub.http.RegistryRoutes;
import dev.signalbox.hub.http.ReleaseRoutes;
import dev.signalbox.hub.http.SignInRoutes;
import dev.signalbox.hub.job.JobInquiry;
import dev.signalbox.hub.job.Jobs;
import dev.signalbox.hub.live.ChangeFeed;
import dev.signalbox.hub.live.LogFeed;
import dev.signalbox.hub.live.NodeFeed;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.hub.method.Methods;
import dev.signalbox.hub.mqtt.Desks;
import dev.signalbox.hub.mqtt.Links;
import dev.signalbox.hub.mqtt.MessageDesk;
import dev.signalbox.hub.mqtt.MqttDoor;
import dev.signalbox.hub.mqtt.TwinDesk;
import dev.signalbox.hub.node.Fleet;
import dev.signalbox.hub.node.Nodes;
import dev.signalbox.hub.operator.Operators;
import dev.signalbox.hub.policy.Policies;
import dev.signalbox.hub.policy.ServiceAccess;
import dev.signalbox.hub.release.Entitlements;
import dev.signalbox.hub.release.Orders;
import dev.signalbox.hub.release.Releases;
import dev.signalbox.hub.secret.Secrets;
import dev.signalbox.hub.secret.Vault;
import dev.signalbox.hub.service.Services;
import dev.signalbox.hub.store.sqlite.SqliteMessages;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.hub.trust.TrustBook;
import dev.signalbox.hub.twin.Twins;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.query.Source;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

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
        var shutdown = new Shutdown();
        try {
            return start(config, shutdown);
        } catch (RuntimeException failed) {
            shutdown.close();
            throw failed;
        }
    }

    private static Hub start(HubConfig config, Shutdown shutdown) {
        var clock = config.clock();
        var folder = shutdown.add(DataFolder.open(config.data()));
        var preparing = CompletableFuture.supplyAsync(Listening::prepare);
        shutdown.add(() -> preparing.join().close());
        var names = HostNames.of(config.host());
        var authority = Authority.open(folder, names, clock);
        var registry = shutdown.add(SqliteRegistry.open(folder.file("registry.db")));
        var messages = shutdown.add(SqliteMessages.in(folder.path(), clock));
        var listening = preparing.join();
        String workspace = Workspace.of(registry, config.workspace());

        var presence = new Presence();
        var nodes = new Nodes(registry, presence);
        var logs = shutdown.add(new LogFeed(clock));
        var nodeFeed = shutdown.add(new NodeFeed(nodes));
        var changes = shutdown.add(new ChangeFeed());
        var notices = new Notices(logs, clock);

        var operators = Operators.open(registry, folder);
        var policies = Policies.open(registry);
        var access = new Access(new Devices(registry), policies, names, clock);
        var twins = new Twins(registry);
        var orders = new Orders(registry, twins);
        var fleet = new Fleet(registry, nodes, orders, HostNames.contact(config.host()));
        var secrets = new Secrets(registry, Vault.open(folder));
        var trust = new TrustBook(registry);
        orders.resolveAll();

        var links = new Links(registry, presence, nodeFeed, clock);
        var taken = new MessageDesk.Parts(messages, registry, logs, nodeFeed);
        var methods = new Methods();
        var cloud = new CloudMessages(registry, clock);
        listening.eachMinute(cloud::expire);
        links.talkWith(
                new Desks(
                        new MessageDesk(taken, notices, listening.vertx(), clock),
                        new TwinDesk(twins, listening.blocking()),
                        methods,
                        cloud),
                notices);
        twins.watch(links::push);
        fleet.whenDeleted(links::drop);
        var registrations = new Registrations(registry, presence, clock);
        registrations.watch(nodeFeed::changed, links::drop);

        var backendTwins = new BackendTwins(registry, twins, presence);
        var reach = new Jobs.Reach(backendTwins, methods, presence);
        var jobs = shutdown.add(Jobs.open(registry, reach, notices, clock));
        var backEnds = new ServiceAccess(policies, names, clock);
        var azure = new AzureRoutes(
                new AzureDesk(listening.blocking(), backEnds, notices),
                new AzureRoutes.Nouns(
                        new IdentityRoutes(registrations, new Bulk(registrations, backendTwins)),
                        new ModuleRoutes(new Modules(registry, links::dropModule)),
                        new TwinRoutes(backendTwins),
                        new MethodRoutes(methods, backendTwins),
                        new JobRoutes(jobs),
                        new QueryRoutes(Map.of(
                                Source.DEVICES,
                                new DocumentInquiry(registry, (records, _) -> backendTwins.devices(records)),
                                Source.MODULES,
                                new DocumentInquiry(registry, (records, _) -> backendTwins.modules(records)),
                                Source.JOBS,
                                new DocumentInquiry(registry, JobInquiry::documents)))));
        var mqtt = new MqttDoor(listening.vertx(), listening.blocking(), access, links, notices);
        var webSockets = mqtt.webSocketDoor(authority.caPem());
        var routes = new HttpsDoor.Routes(
                new SignInRoutes(operators, access, notices, workspace),
                new AuthoringRoutes(new Services(registry, clock), new Flows(registry), secrets, changes),
                new ReleaseRoutes(trust, new Releases(registry, orders), changes),
                new RegistryRoutes(fleet, nodeFeed, cloud),
                new NodeRoutes(trust, new Entitlements(registry, secrets)),
                new LiveRoutes(logs, nodeFeed, changes),
                new PolicyRoutes(policies, HostNames.contact(config.host())),
                azure,
                webSockets);
        shutdown.add(listening);
        HubAddress address = listening.listen(
                config, authority, mqtt, new HttpsDoor(listening.vertx(), listening.blocking(), notices, routes));
        webSockets.leadTo(HostNames.near(config.host()), address.mqttPort());
        jobs.begin();
        listening.hourly(() -> messages.forget(config.keepMessages()));
        listening.daily(() -> authority.due(clock).ifPresent(notices::failed));
        var contact = new HubContact(
                address, workspace, authority.caPem(), ProcessHandle.current().pid());
        folder.write("hub.json", Json.write(contact));
        return new Hub(contact, new Inside(methods, cloud), shutdown);
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
