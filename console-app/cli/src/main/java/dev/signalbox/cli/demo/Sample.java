// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.demo;

import dev.signalbox.cli.terminal.Colour;
import dev.signalbox.cli.terminal.Failures;
import dev.signalbox.cli.workspace.ServiceFile;
import dev.signalbox.cli.workspace.Upload;
import dev.signalbox.cli.workspace.WorkspaceFiles;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.release.ReleasePlan;
import dev.signalbox.workbench.session.Workbench;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Fills a workspace with the samples. What is there already is left as a person may have changed it.
final class Sample {
    private static final List<String> NODES = List.of("press-01", "press-02");
    private static final Map<String, String> TAGS = Map.of("site", "north");

    private final Workbench workbench;
    private final Path samples;
    private final PrintWriter out;

    Sample(Workbench workbench, Path samples, PrintWriter out) {
        this.workbench = workbench;
        this.samples = samples;
        this.out = out;
    }

    void bringServicesAndFlows() {
        var upload = new Upload(workbench);
        Set<String> services =
                workbench.services().list().stream().map(ServiceSummary::name).collect(Collectors.toSet());
        for (ServiceFile service : WorkspaceFiles.services(samples)) {
            if (!services.contains(service.name())) {
                upload.push(service);
                out.println("Service " + service.name() + " stored.");
            }
        }
        Set<String> flows = workbench.flows().list().stream().map(Flow::name).collect(Collectors.toSet());
        for (Path file : WorkspaceFiles.in(samples.resolve("flows"), ".json")) {
            Flow flow = WorkspaceFiles.flow(file);
            if (!flows.contains(flow.name())) {
                upload.push(flow);
                out.println("Flow " + flow.name() + " stored.");
            }
        }
    }

    /// Provisioning tokens by node name. A node that is known keeps its tags.
    Map<String, String> letNodesIn() {
        Set<String> known =
                workbench.nodes().list().stream().map(node -> node.id().value()).collect(Collectors.toSet());
        var tokens = new TreeMap<String, String>();
        for (String name : NODES) {
            var id = new DeviceId(name);
            tokens.put(
                    name,
                    known.contains(name)
                            ? workbench.nodes().token(id)
                            : workbench.nodes().create(new NewDevice(id, TAGS)));
        }
        return tokens;
    }

    void releaseIfPending() {
        ReleasePlan plan = workbench.releases().plan();
        if (!plan.blockers().isEmpty()) {
            out.println("Nothing new is released, because something stands in its way:");
            Failures.print(out, plan.blockers());
        } else if (plan.changes().isEmpty()) {
            out.println("Release " + plan.manifest().predecessor() + " is in force.");
        } else {
            long number = workbench.releases().release(plan, "Sample workspace").number();
            out.println(Colour.GREEN.paint(
                    "Release " + number + " made: " + plan.manifest().steps().size() + " steps for "
                            + plan.changes().size() + " nodes."));
        }
    }
}
