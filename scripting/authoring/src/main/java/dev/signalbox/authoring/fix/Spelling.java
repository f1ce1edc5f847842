// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.fix;

import java.util.Locale;

/// How far two names are from each other.
final class Spelling {
    private static final int LONGEST = 64;

    private Spelling() {}

    /// Whether somebody could have meant the other: one slip in a short name, two in a long one.
    static boolean near(String name, String other) {
        int allowed = name.length() < 5 ? 1 : 2;
        return Math.max(name.length(), other.length()) <= LONGEST
                && Math.abs(name.length() - other.length()) <= allowed
                && distance(name, other) <= allowed;
    }

    /// How many letters have to be put in, left out, changed, or swapped with their neighbour. Capitals do not count.
    static int distance(String name, String other) {
        String one = name.toLowerCase(Locale.ROOT);
        String two = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[one.length() + 1][two.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= two.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, one, two, i, j);
            }
        }
        return cost[one.length()][two.length()];
    }

    private static int cheapest(int[][] cost, String one, String two, int i, int j) {
        int changed = cost[i - 1][j - 1] + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == two.charAt(j - 2) && one.charAt(i - 2) == two.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
