// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.release.StepAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads one flow from text. What it does not understand it refuses, with the place: a member that is spelled wrong
/// would else be lost without a word.
final class FlowReader {
    /// A card further out could not be found again.
    private static final double FARTHEST = 1_000_000;

    private final Members top;

    FlowReader(String text) {
        if (text.length() > FlowText.LONGEST) {
            throw new ProblemException(FlowTextProblems.tooLong());
        }
        top = new Members(tree(text), "");
    }

    private static JsonNode tree(String text) {
        try {
            JsonNode tree = Json.mapper().readTree(text);
            if (tree == null || !tree.isObject() || !(tree.has("steps") || tree.has("name"))) {
                throw new ProblemException(FlowTextProblems.noFlow());
            }
            return tree;
        } catch (JacksonException malformed) {
            throw new ProblemException(FlowTextProblems.malformed(malformed), malformed);
        }
    }

    Flow flow() {
        if (top.number("format", FlowText.FORMAT) != FlowText.FORMAT) {
            throw new ProblemException(FlowTextProblems.otherFormat(top.text("format", "")));
        }
        top.only(Set.of("format", "name", "description", "steps", "wires", "notes", "etag"));
        String name = top.text("name");
        address(name, "step", "name");
        var steps = new ArrayList<Step>();
        var names = new HashMap<String, String>();
        for (Members one : top.list("steps")) {
            Step step = step(name, one);
            if (names.put(step.name().toLowerCase(Locale.ROOT), step.name()) != null) {
                throw one.wrong("name", "another step is called " + step.name());
            }
            steps.add(step);
        }
        List<Wire> wires = top.list("wires").stream()
                .map(one -> wire(one, names))
                .distinct()
                .toList();
        List<Note> notes =
                top.list("notes").stream().map(FlowReader::note).distinct().toList();
        return new Flow(name, top.text("description", ""), steps, wires, notes, "");
    }

    private Step step(String flow, Members one) {
        one.only(Set.of("name", "service", "version", "properties", "assignment", "x", "y"));
        String name = one.text("name");
        address(flow, name, one.at("name"));
        String service = one.text("service");
        if (service.isBlank() || service.length() > 128) {
            throw one.wrong("service", "a service's name has 1 to 128 characters");
        }
        return new Step(
                name,
                service,
                version(one),
                FlowText.open(one.values("properties")),
                assignment(one.object("assignment")),
                place(one, "x"),
                place(one, "y"));
    }

    private static String version(Members step) {
        String version = step.text("version", Step.LATEST);
        if (!version.equals(Step.LATEST)) {
            try {
                var _ = ServiceVersion.parse(version);
            } catch (IllegalArgumentException bad) {
                throw step.wrong("version", "a version is latest, or a number such as 0.1");
            }
        }
        return version;
    }

    private static Assignment assignment(Members one) {
        one.only(Set.of("nodes", "tags"));
        return new Assignment(new TreeSet<>(one.texts("nodes")), one.values("tags"));
    }

    private static double place(Members one, String member) {
        double at = one.number(member, 0);
        if (!(at >= 0 && at <= FARTHEST)) {
            throw one.wrong(member, "it is drawn between 0 and 1000000");
        }
        return at;
    }

    private static Note note(Members one) {
        one.only(Set.of("text", "x", "y"));
        String text = one.text("text");
        if (text.isBlank() || text.length() > Note.LONGEST) {
            throw one.wrong("text", "a note has 1 to %,d characters".formatted(Note.LONGEST));
        }
        return new Note(text, place(one, "x"), place(one, "y"));
    }

    private static Wire wire(Members one, Map<String, String> steps) {
        one.only(Set.of("from", "to", "condition"));
        return new Wire(end(one, "from", steps), end(one, "to", steps), one.text("condition", ""));
    }

    private static String end(Members wire, String member, Map<String, String> steps) {
        String named = wire.text(member);
        String step = steps.get(named.toLowerCase(Locale.ROOT));
        if (step == null) {
            throw wire.wrong(member, "there is no step called " + named);
        }
        return step;
    }

    private static void address(String flow, String step, String at) {
        try {
            var _ = new StepAddress(flow, step);
        } catch (IllegalArgumentException bad) {
            throw new ProblemException(FlowTextProblems.wrong(at, String.valueOf(bad.getMessage())), bad);
        }
    }
}
