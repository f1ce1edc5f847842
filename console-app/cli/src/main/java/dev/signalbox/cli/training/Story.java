// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.training;

import dev.signalbox.cli.workspace.ServiceFile;
import dev.signalbox.cli.workspace.Upload;
import dev.signalbox.cli.workspace.WorkspaceFiles;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.session.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What an operator does on a first day: lets a node in, releases the samples, changes one and releases again.
final class Story {
    private final Workbench workbench;
    private final Path samples;

    Story(Workbench workbench, Path samples) {
        this.workbench = workbench;
        this.samples = samples;
    }

    /// A provisioning token for the node.
    String letIn(DeviceId node) {
        return workbench.nodes().create(new NewDevice(node, Map.of("site", "north")));
    }

    /// Ends when the node runs the second release, and lines of it have come.
    void tell() throws InterruptedException {
        var upload = new Upload(workbench);
        List<ServiceFile> services = WorkspaceFiles.services(samples);
        services.forEach(upload::push);
        WorkspaceFiles.in(samples.resolve("flows"), ".json").stream()
                .map(WorkspaceFiles::flow)
                .forEach(upload::push);
        try (var watch = new ReleaseWatch(workbench.feeds())) {
            watch.await(release());
            upload.push(changed(services.getFirst()));
            watch.await(release());
        }
    }

    private long release() {
        var releases = workbench.releases();
        return releases.release(releases.plan(), "").number();
    }

    private static ServiceFile changed(ServiceFile file) {
        return new ServiceFile(file.name(), file.language(), file.about(), file.source() + "\n");
    }
}
