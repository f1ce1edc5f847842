// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.flow;

import dev.signalbox.protocol.release.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// A graph of steps joined by wires.
///
/// @param notes what people wrote beside them; no part of a release
/// @param etag what the hub last stored; empty for a new one
public record Flow(String name, String description, List<Step> steps, List<Wire> wires, List<Note> notes, String etag) {
    public Flow {
        steps = List.copyOf(steps);
        wires = List.copyOf(wires);
        notes = List.copyOf(Objects.requireNonNullElse(notes, List.of()));
    }

    /// One without notes.
    public Flow(String name, String description, List<Step> steps, List<Wire> wires, String etag) {
        this(name, description, steps, wires, List.of(), etag);
    }

    /// The same under another name.
    public Flow named(String other) {
        return new Flow(other, description, steps, wires, notes, etag);
    }

    public Flow withEtag(String other) {
        return new Flow(name, description, steps, wires, notes, other);
    }

    public Flow with(List<Step> otherSteps, List<Wire> otherWires) {
        return new Flow(name, description, otherSteps, otherWires, notes, etag);
    }

    public Flow withNotes(List<Note> others) {
        return new Flow(name, description, steps, wires, others, etag);
    }

    /// The step of that name, without regard to case.
    public Optional<Step> step(String name) {
        return steps.stream().filter(s -> s.name().equalsIgnoreCase(name)).findFirst();
    }

    /// @param name unique in the flow, without regard to case
    /// @param service the service it runs
    /// @param version `latest`, or a version it is locked to
    /// @param properties values by property id; a secret is `secret:<id>@<version>`
    /// @param x where it is drawn, in canvas pixels
    public record Step(
            String name,
            String service,
            String version,
            Map<String, String> properties,
            Assignment assignment,
            double x,
            double y) {
        public static final String LATEST = "latest";

        public Step {
            properties = java.util.Collections.unmodifiableMap(new TreeMap<>(properties));
        }
    }

    /// @param from name of a step of this flow
    /// @param condition WHERE expression over the message; empty means always
    public record Wire(String from, String to, String condition) {}

    /// What somebody wrote on the canvas, for whoever comes next.
    ///
    /// @param text up to `LONGEST` characters, of several lines
    /// @param x where it is drawn, in canvas pixels
    public record Note(String text, double x, double y) {
        public static final int LONGEST = 2_000;
    }
}
