// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.query;

import java.util.ArrayList;
import java.util.List;

/// Where a value is in a document, such as `properties.reported.pumps[0].pressure`. Never empty.
public record Path(List<Step> steps) {
    public Path {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A path has a step");
        }
    }

    /// A path of member names.
    public static Path of(String... names) {
        return new Path(java.util.Arrays.stream(names).<Step>map(Name::new).toList());
    }

    /// This path without its first steps.
    public Path without(int first) {
        return new Path(steps.subList(first, steps.size()));
    }

    /// This path and one step more.
    public Path then(Step step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return new Path(longer);
    }

    /// One step down.
    public sealed interface Step {}

    /// To a member of an object.
    public record Name(String name) implements Step {}

    /// To an element of an array, counted from 0.
    public record Index(int index) implements Step {}
}
