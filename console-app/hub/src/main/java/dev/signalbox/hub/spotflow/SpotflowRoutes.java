// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.spotflow;

import io.vertx.ext.web.Router;
import java.util.List;

/// All paths in Spotflow's shape. They come before IoT Hub's, for `/devices/register` is no device's.
///
/// @param devices for devices
/// @param operations for programs of operators, as `workspaces`
public record SpotflowRoutes(
        SpotflowDesk desk, DeviceRoutes devices, OperationRoutes operations, WorkspaceRoutes workspaces) {
    /// @param door lets operators in
    public void add(Router router, OperatorDoor door) {
        devices.add(router, desk);
        for (String path : List.of(WorkspaceRoutes.WORKSPACE, WorkspaceRoutes.WORKSPACE + "/*")) {
            router.route(path).handler(door.guard()).handler(context -> {
                Call.madeBy(context, door.name().apply(context));
                context.next();
            });
            desk.readFromOperators(router.route(path));
        }
        operations.add(door, desk, workspaces);
        workspaces.add(door, desk);
    }
}
