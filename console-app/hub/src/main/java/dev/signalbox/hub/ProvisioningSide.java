// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.http.ProvisioningRoutes;
import dev.signalbox.hub.live.OperationFeed;
import dev.signalbox.hub.provisioning.Admissions;
import dev.signalbox.hub.spotflow.DeviceRoutes;
import dev.signalbox.hub.spotflow.OperationRoutes;
import dev.signalbox.hub.spotflow.SpotflowDesk;
import dev.signalbox.hub.spotflow.SpotflowRoutes;
import dev.signalbox.hub.spotflow.WorkspaceRoutes;

/// The parts that let new devices in.
record ProvisioningSide(Admissions admissions, ProvisioningRoutes routes, SpotflowRoutes spotflow) {
    static ProvisioningSide of(
            Ground ground, Feeds feeds, DeviceSide devices, BackEndSide backEnds, Shutdown shutdown) {
        String workspace = Workspace.of(ground.registry(), ground.config().workspace());
        var feed = shutdown.add(new OperationFeed());
        var admissions = Admissions.of(
                ground.registry(),
                ground.clock(),
                new Admissions.Place(workspace, ground.names()),
                new Admissions.Hearers(feed::changed, feeds.nodes()::changed, devices::drop, feeds.notices()));
        var operations = admissions.operations();
        feed.tellsOf(operations);
        ground.listening().eachMinute(operations::expire);
        ground.listening().hourly(operations::forget);
        var registry = backEnds.registry();
        var spotflow = new SpotflowRoutes(
                new SpotflowDesk(ground.listening().blocking(), feeds.notices(), ground.clock()),
                new DeviceRoutes(admissions.devices()),
                new OperationRoutes(operations),
                new WorkspaceRoutes(
                        workspace,
                        new WorkspaceRoutes.Devices(registry.registrations(), registry.twins(), devices.cloud())));
        return new ProvisioningSide(admissions, new ProvisioningRoutes(admissions, feed), spotflow);
    }
}
