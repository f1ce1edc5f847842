// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tour;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How far somebody is.
///
/// @param service the one she made, if she did
/// @param flow that it is a step of, if it is
/// @param node that runs it, if one does
/// @param done what the hub says is done
public record TourPlace(Optional<String> service, Optional<String> flow, Optional<String> node, Set<TourStep> done) {
    static final TourPlace NOWHERE = new TourPlace(Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    public TourPlace {
        done = Set.copyOf(done);
    }

    /// What comes next; empty at the end.
    Optional<TourStep> next() {
        return done.contains(TourStep.RUNNING)
                ? Optional.empty()
                : Stream.of(TourStep.values())
                        .filter(step -> !done.contains(step))
                        .findFirst();
    }

    /// What the next step is about and how it is taken.
    String advice() {
        String mine = service.orElse("the service");
        return switch (next().orElse(TourStep.RUNNING)) {
            case NODE ->
                "A node is a machine that runs services. Add one here; the window then shows the one line that starts it,"
                        + " on this machine or another.";
            case SERVICE ->
                "A service is a small program in Java or Python. It begins with a template that runs as it is.";
            case FLOW ->
                "A flow says which services run together, and who hands messages to whom. Make one, and drag " + mine
                        + " from the list at its left onto the canvas.";
            case ASSIGNMENT ->
                "Choose the step with " + mine + " in the flow " + flow.orElse("")
                        + ", and at its right the nodes, or a tag of nodes, where it runs.";
            case RELEASE ->
                "Nothing runs before it is released. The window shows what changes where; you say why, and it is signed.";
            case RUNNING ->
                "The node fetches what you signed, verifies it, compiles it and runs it. That takes seconds.";
        };
    }
}
