// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.flow.FlowFile;
import dev.signalbox.workbench.flow.FlowText;
import dev.signalbox.workbench.flow.FlowTextProblems;
import dev.signalbox.workbench.flow.Flows;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;

/// Flows that come and go as text: by way of the clipboard, and of files.
final class FlowTexts {
    private final Flows flows;
    private final KnownServices services;
    private final Drawing drawing;
    private final Asking asking;

    FlowTexts(Flows flows, KnownServices services, Drawing drawing, Asking asking) {
        this.flows = flows;
        this.services = services;
        this.drawing = drawing;
        this.asking = asking;
    }

    /// Puts the steps and notes that the text has into the open flow; says why, if they cannot be put there.
    ///
    /// @param middle where on the canvas; empty for beside where they were
    void personPastes(String text, Optional<Point2D> middle) {
        drawing.current().get().ifPresent(open -> {
            try {
                paste(open, FlowText.read(text), middle);
            } catch (ProblemException refused) {
                asking.explain(refused.problem());
            }
        });
    }

    private void paste(FlowViewModel open, Flow part, Optional<Point2D> middle) {
        if (part.steps().isEmpty() && part.notes().isEmpty()) {
            return;
        }
        Copying.Put put = Copying.into(open.flow().get(), part, middle);
        if (Json.write(put.flow()).length > FlowText.LONGEST) {
            throw new ProblemException(tooLarge(put.flow().name()));
        }
        open.personPuts(put);
        tellUnknown(part);
    }

    private static Problem tooLarge(String flow) {
        return new Problem(
                "flow.too-large",
                "With what was pasted, flow " + flow + " would have more than 1 MiB.",
                "Paste fewer steps, or paste them into another flow.");
    }

    /// Makes a flow of a file, beside those that are there.
    void personImports(Path file, Consumer<Flow> made) {
        asking.ask(
                () -> {
                    Flow read = FlowFile.read(file);
                    return flows.save(named(read, FlowFile.freeName(read.name(), flows.list())));
                },
                flow -> {
                    made.accept(flow);
                    tellUnknown(flow);
                });
    }

    private static Flow named(Flow flow, String name) {
        return flow.named(name).withEtag("");
    }

    /// Writes the open flow, as it is drawn, to a file.
    void personExports(Path file) {
        drawing.current().get().ifPresent(open -> {
            Flow flow = open.flow().get();
            asking.ask(() -> FlowFile.write(flow, file), written -> {});
        });
    }

    private void tellUnknown(Flow flow) {
        var known = services.all().stream().map(ServiceSummary::name).collect(Collectors.toSet());
        List<Step> unknown = flow.steps().stream()
                .filter(step -> !known.contains(step.service()))
                .toList();
        if (!unknown.isEmpty()) {
            asking.explain(FlowTextProblems.servicesNotKnown(flow.name(), unknown));
        }
    }
}
