// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.ReleaseManifest;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/// A flow as text that people read, keep in git and hand to each other: JSON with steps and wires by name and
/// members in a fixed order, so that a small change is a small difference.
///
/// Secrets are never part of it, not even references to them: who reads the text enters her own.
public final class FlowText {
    /// The form that is written, and the newest that is read.
    public static final int FORMAT = 1;

    /// The longest text that is read, in characters; the hub stores no larger flow.
    public static final int LONGEST = 1024 * 1024;

    private static final ObjectWriter WRITER = Json.mapper().writer().with(printer());

    private FlowText() {}

    /// Writes a flow; the text ends in a line end.
    public static String write(Flow flow) {
        ObjectNode text = Json.mapper().createObjectNode();
        text.put("format", FORMAT);
        text.put("name", flow.name());
        text.put("description", flow.description());
        var steps = text.putArray("steps");
        flow.steps().stream().sorted(Comparator.comparing(Step::name)).forEach(step -> step(steps.addObject(), step));
        var wires = text.putArray("wires");
        flow.wires().stream()
                .sorted(Comparator.comparing(Wire::from).thenComparing(Wire::to).thenComparing(Wire::condition))
                .forEach(wire -> wires.addObject()
                        .put("from", wire.from())
                        .put("to", wire.to())
                        .put("condition", wire.condition()));
        notes(text, flow.notes());
        return WRITER.writeValueAsString(text) + "\n";
    }

    /// Reads a flow, without an etag and without secrets. Throws a ProblemException that says what is wrong, and where.
    public static Flow read(String text) {
        return new FlowReader(text).flow();
    }

    /// The flow that was read, to be stored in the place of another: with that one's etag, and with the secrets of its
    /// steps where a step of that name still runs the same service.
    public static Flow over(Flow read, Flow there) {
        List<Step> steps = read.steps().stream()
                .map(step -> there.step(step.name())
                        .filter(old -> old.service().equals(step.service()))
                        .map(old -> withSecrets(step, old))
                        .orElse(step))
                .toList();
        return read.with(steps, read.wires()).withEtag(there.etag());
    }

    /// Nothing when there are none, so that a flow without notes reads as it ever did.
    private static void notes(ObjectNode text, List<Note> notes) {
        if (!notes.isEmpty()) {
            var all = text.putArray("notes");
            notes.stream()
                    .sorted(Comparator.comparing(Note::text)
                            .thenComparing(Note::x)
                            .thenComparing(Note::y))
                    .forEach(note -> all.addObject()
                            .put("text", note.text())
                            .put("x", whole(note.x()))
                            .put("y", whole(note.y())));
        }
    }

    private static Step withSecrets(Step s, Step old) {
        var values = new TreeMap<>(s.properties());
        old.properties().forEach((id, value) -> {
            if (isSecret(value)) {
                values.putIfAbsent(id, value);
            }
        });
        return new Step(s.name(), s.service(), s.version(), values, s.assignment(), s.x(), s.y());
    }

    /// Without the references to secrets that its steps have.
    static Map<String, String> open(Map<String, String> properties) {
        return properties.entrySet().stream()
                .filter(one -> !isSecret(one.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    static boolean isSecret(String value) {
        return value.startsWith(ReleaseManifest.Step.SECRET_PREFIX);
    }

    private static void step(ObjectNode text, Step step) {
        text.put("name", step.name());
        text.put("service", step.service());
        text.put("version", step.version());
        sorted(text.putObject("properties"), open(step.properties()));
        ObjectNode assignment = text.putObject("assignment");
        var nodes = assignment.putArray("nodes");
        step.assignment().nodes().forEach(nodes::add);
        sorted(assignment.putObject("tags"), step.assignment().tags());
        text.put("x", whole(step.x()));
        text.put("y", whole(step.y()));
    }

    private static void sorted(ObjectNode text, Map<String, String> values) {
        new TreeMap<>(values).forEach(text::put);
    }

    /// 80 rather than 80.0, and never 8E+1.
    private static BigDecimal whole(double at) {
        BigDecimal number = BigDecimal.valueOf(at).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private static DefaultPrettyPrinter printer() {
        var lines = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    }
}
