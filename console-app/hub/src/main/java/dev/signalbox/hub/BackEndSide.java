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
import dev.signalbox.hub.backend.Inquiry;
import dev.signalbox.hub.backend.Modules;
import dev.signalbox.hub.backend.Registrations;
import dev.signalbox.hub.job.JobInquiry;
import dev.signalbox.hub.job.JobNews;
import dev.signalbox.hub.job.Jobs;
import dev.signalbox.hub.policy.ServiceAccess;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.protocol.query.Source;
import java.util.Map;

/// The parts that speak with back ends.
///
/// @param inquiries who answers queries about which documents
record BackEndSide(Jobs jobs, Map<Source, Inquiry> inquiries, AzureRoutes routes) {
    static BackEndSide of(Ground ground, Feeds feeds, DeviceSide devices, Shutdown shutdown) {
        var twins = new BackendTwins(ground.registry(), devices.twins(), feeds.presence());
        var reach = new Jobs.Reach(twins, devices.methods(), feeds.presence());
        var jobs = shutdown.add(
                Jobs.open(ground.registry(), reach, new JobNews(feeds.notices(), feeds.changes()), ground.clock()));
        var access = new ServiceAccess(devices.door().policies(), ground.names(), ground.clock());
        var inquiries = inquiries(ground.registry(), twins);
        var nouns = new AzureRoutes.Nouns(
                identities(ground, feeds, devices, twins),
                new ModuleRoutes(new Modules(ground.registry(), devices.links()::dropModule)),
                new TwinRoutes(twins),
                new MethodRoutes(devices.methods(), twins),
                new JobRoutes(jobs),
                new QueryRoutes(inquiries));
        var desk = new AzureDesk(ground.listening().blocking(), access, feeds.notices());
        return new BackEndSide(jobs, inquiries, new AzureRoutes(desk, nouns));
    }

    private static IdentityRoutes identities(Ground ground, Feeds feeds, DeviceSide devices, BackendTwins twins) {
        var registrations = new Registrations(ground.registry(), feeds.presence(), ground.clock());
        registrations.watch(feeds.nodes()::changed, devices.links()::drop);
        return new IdentityRoutes(registrations, new Bulk(registrations, twins));
    }

    private static Map<Source, Inquiry> inquiries(SqliteRegistry registry, BackendTwins twins) {
        return Map.of(
                Source.DEVICES, new DocumentInquiry(registry, (records, _) -> twins.devices(records)),
                Source.MODULES, new DocumentInquiry(registry, (records, _) -> twins.modules(records)),
                Source.JOBS, new DocumentInquiry(registry, JobInquiry::documents));
    }
}
