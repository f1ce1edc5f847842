// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.release.ReleaseManifest.Service;
import dev.signalbox.workbench.comparison.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;

/// What differs between two releases, as a person reads it: each flow with its steps, values, nodes and wires, then
/// which services there are, then the sources of those that differ.
final class ReleaseComparison {
    /// Of so many services the sources are shown; of the others it is told that they differ.
    static final int MOST_SOURCES = 100;

    private final ReleaseManifest left;
    private final ReleaseManifest right;
    private final ReleaseText leftText;
    private final ReleaseText rightText;
    private final Function<Service, String> sources;

    /// @param sources tells the source of a service; a ProblemException of it is shown in its place
    ReleaseComparison(ReleaseManifest left, ReleaseManifest right, Function<Service, String> sources) {
        this.left = left;
        this.right = right;
        this.leftText = new ReleaseText(left);
        this.rightText = new ReleaseText(right);
        this.sources = sources;
    }

    /// Only what differs; empty when nothing does. Asks for sources, one after the other.
    List<Part> parts() {
        var parts = new ArrayList<>(flows());
        parts.add(Part.of("Services", leftText.services(), rightText.services()));
        changes().stream().limit(MOST_SOURCES).map(this::part).forEach(parts::add);
        return parts.stream().filter(Part::differs).toList();
    }

    private List<Part> flows() {
        SortedMap<String, List<String>> before = leftText.flows();
        SortedMap<String, List<String>> after = rightText.flows();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .map(name -> Part.of(
                        "Flow " + name, before.getOrDefault(name, List.of()), after.getOrDefault(name, List.of())))
                .toList();
    }

    /// A service at another version, or one that came or went.
    private record Change(Optional<Service> before, Optional<Service> after) {
        String title() {
            return before.or(() -> after).map(Service::name).orElse("")
                    + before.map(old -> " " + old.version()).orElse("")
                    + after.map(now -> (before.isEmpty() ? " " : " → ") + now.version())
                            .orElse(", gone");
        }
    }

    /// A version that went belongs to one of the same name that came, if there is one.
    private List<Change> changes() {
        var came = new ArrayList<>(only(right, left));
        var changes = new ArrayList<Change>();
        for (Service old : only(left, right)) {
            Optional<Service> now =
                    came.stream().filter(one -> one.name().equals(old.name())).findFirst();
            now.ifPresent(came::remove);
            changes.add(new Change(Optional.of(old), now));
        }
        came.forEach(now -> changes.add(new Change(Optional.empty(), Optional.of(now))));
        return changes;
    }

    /// The services of one that the other has not, by name.
    private static List<Service> only(ReleaseManifest one, ReleaseManifest other) {
        var there = new HashSet<>(other.services());
        return one.services().stream()
                .filter(service -> !there.contains(service))
                .sorted(ReleaseText.BY_NAME)
                .toList();
    }

    private Part part(Change change) {
        return Part.of(change.title(), source(change.before()), source(change.after()));
    }

    private String source(Optional<Service> service) {
        try {
            return service.map(sources).orElse("");
        } catch (ProblemException unknown) {
            return unknown.problem().what();
        }
    }
}
