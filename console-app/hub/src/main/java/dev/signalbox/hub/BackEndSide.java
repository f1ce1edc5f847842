// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.azure.AzureDesk;
import dev.signalbox.hub.azure.AzureRoutes;
import dev.signalbox.hub.azure.BlobDesk;
import dev.signalbox.hub.azure.BlobReplies;
import dev.signalbox.hub.azure.BlobRoutes;
import dev.signalbox.hub.azure.DeviceGuard;
import dev.signalbox.hub.azure.FileRoutes;
import dev.signalbox.hub.azure.IdentityRoutes;
import dev.signalbox.hub.azure.JobRoutes;
import dev.signalbox.hub.azure.MethodRoutes;
import dev.signalbox.hub.azure.ModuleRoutes;
import dev.signalbox.hub.azure.QueryRoutes;
import dev.signalbox.hub.azure.QueueRoutes;
import dev.signalbox.hub.azure.TwinRoutes;
import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.backend.Bulk;
import dev.signalbox.hub.backend.Modules;
import dev.signalbox.hub.backend.Registrations;
import dev.signalbox.hub.file.Uploads;
import dev.signalbox.hub.job.JobInquiry;
import dev.signalbox.hub.job.JobNews;
import dev.signalbox.hub.job.Jobs;
import dev.signalbox.hub.policy.ServiceAccess;
import dev.signalbox.hub.query.Inquiry;
import dev.signalbox.hub.query.Queries;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.protocol.query.Source;
import java.util.Map;

/// The parts that speak with back ends.
///
/// @param inquiries who answers queries about which documents
record BackEndSide(Jobs jobs, Map<Source, Inquiry> inquiries, AzureRoutes routes, Registry registry) {
    /// What operators use as well.
    record Registry(Registrations registrations, Modules modules, BackendTwins twins) {}

    static BackEndSide of(Ground ground, Feeds feeds, DeviceSide devices, Shutdown shutdown) {
        var twins = new BackendTwins(ground.registry(), devices.twins(), feeds.presence());
        twins.watch(feeds.nodes()::changed);
        var reach = new Jobs.Reach(twins, devices.methods(), feeds.presence());
        var jobs = shutdown.add(
                Jobs.open(ground.registry(), reach, new JobNews(feeds.notices(), feeds.changes()), ground.clock()));
        var registry = registry(ground, feeds, devices, twins);
        var access = new ServiceAccess(devices.door().policies(), ground.names(), ground.clock());
        var inquiries = inquiries(ground.registry());
        var nouns = new AzureRoutes.Nouns(
                new IdentityRoutes(registry.registrations(), new Bulk(registry.registrations(), twins)),
                new ModuleRoutes(registry.modules()),
                new TwinRoutes(twins),
                new MethodRoutes(devices.methods(), twins),
                new JobRoutes(jobs),
                new QueryRoutes(inquiries),
                new QueueRoutes(devices.cloud(), registry.registrations()),
                new FileRoutes(
                        devices.files().uploads(),
                        new DeviceGuard(devices.door().access(), feeds.notices())),
                blobs(ground, feeds, devices.files().uploads()));
        var desk = new AzureDesk(ground.listening().blocking(), access, feeds.notices());
        return new BackEndSide(jobs, inquiries, new AzureRoutes(desk, nouns), registry);
    }

    private static Registry registry(Ground ground, Feeds feeds, DeviceSide devices, BackendTwins twins) {
        var registrations = new Registrations(ground.registry(), feeds.presence(), ground.clock());
        registrations.watch(feeds.nodes()::changed, devices::drop);
        return new Registry(registrations, new Modules(ground.registry(), devices.links()::dropModule), twins);
    }

    private static BlobRoutes blobs(Ground ground, Feeds feeds, Uploads uploads) {
        var listening = ground.listening();
        var desk = new BlobDesk(listening.vertx(), listening.blocking(), uploads, new BlobReplies(feeds.notices()));
        return new BlobRoutes(uploads, desk);
    }

    private static Map<Source, Inquiry> inquiries(SqliteRegistry registry) {
        var twins = new Queries(registry);
        return Map.of(Source.DEVICES, twins, Source.MODULES, twins, Source.JOBS, new JobInquiry(registry));
    }
}
