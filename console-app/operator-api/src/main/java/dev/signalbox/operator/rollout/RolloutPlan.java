// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.rollout;

import java.util.List;

/// How a release comes to the nodes it changes something on: to some, then to more, and back from all of them when too
/// many fail. Throws IllegalArgumentException when a number is out of its bounds.
///
/// @param shares percent of the nodes that have it after each stage; rising, the last is 100; at most `MOST_STAGES`
/// @param haltAtPercent it is halted and taken back once so many percent of those who have it failed, 1 to 100
/// @param goOnAtPercent the next stage needs so many percent of those who told how it went to have succeeded and to be
/// connected, 1 to 100, and half of the nodes that are to have it by then to have told
/// @param soakSeconds how long a stage that went well is watched before the next begins, at most a week
/// @param atOnce so many nodes at most have it and have not told yet how it went, 1 to 1,000
/// @param silentSeconds a node that has it, and does not tell for so long how it went, counts as failed; 120 s, which
/// is two trials, to a day
public record RolloutPlan(
        List<Integer> shares, int haltAtPercent, int goOnAtPercent, int soakSeconds, int atOnce, int silentSeconds) {
    public static final int MOST_STAGES = 20;

    private static final int ALL = 100;
    private static final int WEEK_SECONDS = 7 * 86_400;
    private static final int DAY_SECONDS = 86_400;

    /// What is offered to who says nothing else.
    public static final RolloutPlan USUAL = in(List.of(1, 10, 30, ALL));

    public RolloutPlan {
        shares = List.copyOf(shares);
        checkShares(shares);
        check("haltAtPercent", haltAtPercent, 1, ALL);
        check("goOnAtPercent", goOnAtPercent, 1, ALL);
        check("soakSeconds", soakSeconds, 0, WEEK_SECONDS);
        check("atOnce", atOnce, 1, 1_000);
        check("silentSeconds", silentSeconds, 120, DAY_SECONDS);
    }

    /// The usual thresholds and times, in these stages.
    public static RolloutPlan in(List<Integer> shares) {
        return new RolloutPlan(shares, 2, 90, 60, 50, 600);
    }

    private static void checkShares(List<Integer> shares) {
        boolean rising = true;
        int before = 0;
        for (int share : shares) {
            rising &= share > before;
            before = share;
        }
        if (!rising || before != ALL || shares.size() > MOST_STAGES) {
            throw new IllegalArgumentException("The shares of a rollout are up to " + MOST_STAGES
                    + " percentages that rise to 100, such as 1, 10, 30, 100, and not " + shares);
        }
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + least + " to " + most + ", and not " + value);
        }
    }

    /// How many of so many nodes are to have it in a stage, at least one.
    ///
    /// @param stage counted from 0
    public int nodesIn(int stage, int targets) {
        return (int) Math.ceilDiv((long) shares.get(stage) * targets, ALL);
    }

    /// How many of so many nodes had it before a stage.
    public int nodesBefore(int stage, int targets) {
        return stage == 0 ? 0 : nodesIn(stage - 1, targets);
    }

    /// Whether that is the last stage.
    public boolean isLast(int stage) {
        return stage == shares.size() - 1;
    }
}
