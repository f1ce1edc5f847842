// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.TallyBar;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.rollout.RolloutTally;
import dev.signalbox.operator.rollout.RolloutView;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Rollouts in words and colours.
final class RolloutWords {
    private RolloutWords() {}

    /// Where it stands, in a word or two.
    static String state(RolloutView view) {
        return switch (view.state()) {
            case PREPARING -> "preparing";
            case RUNNING ->
                "stage " + (view.stage() + 1) + " of " + view.plan().shares().size();
            case PAUSED -> "paused";
            case HALTED -> "halted";
            case DONE -> "done";
        };
    }

    static Chip.Tone tone(RolloutView view) {
        return switch (view.state()) {
            case PREPARING, RUNNING -> Chip.Tone.ACCENT;
            case PAUSED -> Chip.Tone.WARNING;
            case HALTED -> Chip.Tone.DANGER;
            case DONE -> Chip.Tone.GOOD;
        };
    }

    /// What is going on.
    static String title(RolloutView view) {
        int share = view.plan().shares().get(view.stage());
        return switch (view.state()) {
            case PREPARING -> "Finding the nodes it changes something on";
            case RUNNING -> "Coming to " + share + " % of " + nodes(view.tally().targets());
            case PAUSED ->
                "Paused on its way to " + share + " % of " + nodes(view.tally().targets());
            case HALTED ->
                (hasIt(view.tally()) == 0 ? "Taken back to release " : "Going back to release ") + view.base();
            case DONE -> "For all nodes";
        };
    }

    /// How many have it, or may have it.
    private static int hasIt(RolloutTally tally) {
        return tally.ordered() + tally.succeeded();
    }

    private static String nodes(int count) {
        return count == 1 ? "1 node" : count + " nodes";
    }

    /// How many nodes fare how.
    static String tally(RolloutView view) {
        RolloutTally tally = view.tally();
        boolean halted = view.state() == RolloutState.HALTED;
        boolean done = view.state() == RolloutState.DONE;
        String parts = Stream.of(
                        part(tally.succeeded(), halted ? "still run it" : "run it"),
                        part(tally.ordered(), halted ? "did not tell yet" : "try it"),
                        part(tally.failed(), "failed"),
                        part(tally.back(), "went back"),
                        part(tally.waiting(), done ? "got it unwatched, or get it when they come" : "do not have it"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
        return parts.isEmpty() ? "It changes nothing on any node" : parts;
    }

    private static Optional<String> part(int count, String words) {
        return count == 0 ? Optional.empty() : Optional.of(count + " " + words);
    }

    static TallyBar.Parts parts(RolloutView view) {
        RolloutTally tally = view.tally();
        return new TallyBar.Parts(tally.succeeded(), tally.failed(), 0, tally.back(), tally.ordered(), tally.targets());
    }

    /// What becomes of a rollout that the person is about to halt.
    static String halting(RolloutView view) {
        int exposed = hasIt(view.tally()) + view.tally().failed();
        return "No node gets release " + view.release() + " any more, and "
                + (exposed == 1 ? "the one that has it goes" : "the " + exposed + " that have it go")
                + " back to release "
                + view.base() + ". It cannot be resumed; the next release takes its place.";
    }
}
