// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.audit.AuditLog;
import dev.signalbox.hub.backend.Identities;
import dev.signalbox.hub.certificate.HostNames;
import dev.signalbox.hub.flow.Flows;
import dev.signalbox.hub.http.AuthoringRoutes;
import dev.signalbox.hub.http.AuthorityRoutes;
import dev.signalbox.hub.http.Desk;
import dev.signalbox.hub.http.DeviceTalkRoutes;
import dev.signalbox.hub.http.FileRoutes;
import dev.signalbox.hub.http.HttpsDoor;
import dev.signalbox.hub.http.IdentityRoutes;
import dev.signalbox.hub.http.JobRoutes;
import dev.signalbox.hub.http.LiveRoutes;
import dev.signalbox.hub.http.NodeActionRoutes;
import dev.signalbox.hub.http.NodeRoutes;
import dev.signalbox.hub.http.OperatorRoutes;
import dev.signalbox.hub.http.PackageRoutes;
import dev.signalbox.hub.http.PolicyRoutes;
import dev.signalbox.hub.http.QueryRoutes;
import dev.signalbox.hub.http.RegistryRoutes;
import dev.signalbox.hub.http.ReleaseRoutes;
import dev.signalbox.hub.http.SignInRoutes;
import dev.signalbox.hub.job.OperatorJobs;
import dev.signalbox.hub.method.NodeCalls;
import dev.signalbox.hub.mqtt.WebSocketDoor;
import dev.signalbox.hub.node.Fleet;
import dev.signalbox.hub.node.Nodes;
import dev.signalbox.hub.operator.OperatorDesk;
import dev.signalbox.hub.packages.PackageShelf;
import dev.signalbox.hub.release.Entitlements;
import dev.signalbox.hub.release.OrderRounds;
import dev.signalbox.hub.release.Orders;
import dev.signalbox.hub.release.Proposals;
import dev.signalbox.hub.release.Releases;
import dev.signalbox.hub.release.Switching;
import dev.signalbox.hub.rollout.RolloutNews;
import dev.signalbox.hub.rollout.RolloutRunner;
import dev.signalbox.hub.rollout.Rollouts;
import dev.signalbox.hub.saved.SavedQueries;
import dev.signalbox.hub.secret.Secrets;
import dev.signalbox.hub.secret.Vault;
import dev.signalbox.hub.service.Services;
import dev.signalbox.hub.trust.TrustBook;

/// The parts that speak with operators, and that hand nodes what operators made.
record OperatorSide(Ground ground, Feeds feeds, DeviceSide devices, StreamSide streams, String workspace) {
    /// Brings every node's orders up to date, and answers all that comes over HTTPS.
    HttpsDoor door(BackEndSide backEnds, ProvisioningSide provisioning, WebSocketDoor webSockets, Shutdown shutdown) {
        var registry = ground.registry();
        var orders = new Orders(registry, devices.twins());
        var rounds = shutdown.add(new OrderRounds(orders));
        // in case a newer program orders differently
        var _ = rounds.begin();
        var fleet = fleet(orders);
        var secrets = new Secrets(registry, Vault.open(ground.folder()));
        var trust = new TrustBook(registry);
        var entitlements = new Entitlements(registry, secrets);
        var packages = packages();
        var operators = OperatorDesk.open(registry, ground.folder(), ground.clock());
        var audit = new AuditLog(registry, ground.clock());
        ground.listening().hourly(audit::tidy);
        ground.listening().hourly(operators.operators()::tidy);
        var signIn = new SignInRoutes(operators, devices.door().access(), workspace);
        ground.listening().eachMinute(signIn::sweep);
        var routes = new HttpsDoor.Routes(
                signIn,
                new OperatorRoutes(operators.operators(), audit),
                new AuthoringRoutes(
                        new Services(registry, ground.clock()), new Flows(registry), secrets, feeds.changes()),
                new ReleaseRoutes(
                        trust,
                        made(new Releases(registry, orders, rounds, packages::has)),
                        rollouts(new RolloutRunner.Reach(registry, orders, rounds, feeds.presence()::isHere), shutdown),
                        feeds.changes()),
                new RegistryRoutes(fleet, feeds.nodes(), feeds.book(), devices.cloud()),
                actions(fleet, rounds),
                new FileRoutes(devices.files().shelf()),
                new NodeRoutes(trust, entitlements),
                new PackageRoutes(packages, entitlements),
                new LiveRoutes(
                        feeds.logs(),
                        new LiveRoutes.Nodes(feeds.nodes(), feeds.figures()),
                        feeds.changes(),
                        streams.live()),
                new PolicyRoutes(devices.door().policies(), contactName()),
                new AuthorityRoutes(devices.door().authorities()),
                identities(backEnds.registry()),
                talk(backEnds.registry()),
                new QueryRoutes(backEnds.inquiries(), new SavedQueries(registry), feeds.changes()),
                new JobRoutes(new OperatorJobs(backEnds.jobs())),
                provisioning.routes(),
                provisioning.spotflow(),
                streams.routes(),
                backEnds.routes(),
                webSockets);
        var desk = new Desk(ground.listening().blocking(), feeds.notices());
        return new HttpsDoor(ground.listening().vertx(), desk, audit, routes);
    }

    private ReleaseRoutes.Made made(Releases releases) {
        return new ReleaseRoutes.Made(releases, new Proposals(ground.registry(), releases, ground.clock()));
    }

    private Rollouts rollouts(RolloutRunner.Reach reach, Shutdown shutdown) {
        var news = new RolloutNews(feeds.changes(), feeds.notices());
        var runner = shutdown.add(new RolloutRunner(reach, news, ground.clock()));
        runner.wake();
        return new Rollouts(ground.registry(), runner, news, ground.clock());
    }

    private PackageShelf packages() {
        var shelf = new PackageShelf(
                ground.folder().path(),
                ground.registry(),
                devices.files().uploads().space(),
                ground.clock());
        ground.listening().hourly(shelf::tidy);
        return shelf;
    }

    private Fleet fleet(Orders orders) {
        var nodes = new Nodes(ground.registry(), feeds.presence());
        var fleet = new Fleet(ground.registry(), nodes, orders, contactName());
        fleet.whenDeleted(devices::drop);
        return fleet;
    }

    private NodeActionRoutes actions(Fleet fleet, OrderRounds rounds) {
        return new NodeActionRoutes(
                fleet,
                new NodeCalls(devices.methods(), ground.clock()),
                new Switching(ground.registry(), devices.twins(), rounds),
                new NodeActionRoutes.News(feeds.nodes(), feeds.changes(), feeds.notices()));
    }

    private IdentityRoutes identities(BackEndSide.Registry registry) {
        return new IdentityRoutes(new Identities(registry.registrations(), registry.modules(), contactName()));
    }

    private DeviceTalkRoutes talk(BackEndSide.Registry registry) {
        return new DeviceTalkRoutes(
                registry.twins(),
                devices.methods(),
                devices.cloud(),
                devices.talk().accounts());
    }

    private String contactName() {
        return HostNames.contact(ground.config().host());
    }
}
