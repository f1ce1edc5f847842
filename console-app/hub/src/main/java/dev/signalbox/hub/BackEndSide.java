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
import dev.signalbox.hub.job.JobInquiry;
import dev.signalbox.hub.job.Jobs;
import dev.signalbox.hub.policy.ServiceAccess;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.protocol.query.Source;
import java.util.Map;

/// The parts that speak with back ends.
record BackEndSide(Jobs jobs, AzureRoutes routes, Registry registry) {
    /// What operators use as well.
    record Registry(Registrations registrations, Modules modules, BackendTwins twins) {}

    static BackEndSide of(Ground ground, Feeds feeds, DeviceSide devices, Shutdown shutdown) {
        var twins = new BackendTwins(ground.registry(), devices.twins(), feeds.presence());
        twins.watch(feeds.nodes()::changed);
        var reach = new Jobs.Reach(twins, devices.methods(), feeds.presence());
        var jobs = shutdown.add(Jobs.open(ground.registry(), reach, feeds.notices(), ground.clock()));
        var registry = registry(ground, feeds, devices, twins);
        var access = new ServiceAccess(devices.door().policies(), ground.names(), ground.clock());
        var nouns = new AzureRoutes.Nouns(
                new IdentityRoutes(registry.registrations(), new Bulk(registry.registrations(), twins)),
                new ModuleRoutes(registry.modules()),
                new TwinRoutes(twins),
                new MethodRoutes(devices.methods(), twins),
                new JobRoutes(jobs),
                queries(ground.registry(), twins));
        var desk = new AzureDesk(ground.listening().blocking(), access, feeds.notices());
        return new BackEndSide(jobs, new AzureRoutes(desk, nouns), registry);
    }

    private static Registry registry(Ground ground, Feeds feeds, DeviceSide devices, BackendTwins twins) {
        var registrations = new Registrations(ground.registry(), feeds.presence(), ground.clock());
        registrations.watch(feeds.nodes()::changed, devices.links()::drop);
        return new Registry(registrations, new Modules(ground.registry(), devices.links()::dropModule), twins);
    }

    private static QueryRoutes queries(SqliteRegistry registry, BackendTwins twins) {
        return new QueryRoutes(Map.of(
                Source.DEVICES, new DocumentInquiry(registry, (records, _) -> twins.devices(records)),
                Source.MODULES, new DocumentInquiry(registry, (records, _) -> twins.modules(records)),
                Source.JOBS, new DocumentInquiry(registry, JobInquiry::documents)));
    }
}
