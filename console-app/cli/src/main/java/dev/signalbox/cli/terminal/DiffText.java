// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.terminal;

import dev.signalbox.workbench.comparison.Line;
import dev.signalbox.workbench.comparison.LinePair;
import dev.signalbox.workbench.comparison.Part;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/// What differs, as `diff` prints it: what went red with a minus, what came green with a plus, and a few lines around
/// both. What somebody wrote steers no terminal.
public final class DiffText {
    private static final int AROUND = 3;

    private DiffText() {}

    public static void print(List<Part> parts, PrintWriter to) {
        for (Part part : parts) {
            to.println(Colour.BOLD.paint(Harmless.of(part.title())));
            print(part, to);
        }
        to.flush();
    }

    private static void print(Part part, PrintWriter to) {
        List<LinePair> lines = part.lines();
        boolean shown = true;
        for (int at = 0; at < lines.size(); at++) {
            boolean near = isNear(lines, at);
            if (near) {
                print(lines.get(at), to);
            } else if (shown) {
                to.println(Colour.DIM.paint("  ..."));
            }
            shown = near;
        }
    }

    private static boolean isNear(List<LinePair> lines, int at) {
        return lines.subList(Math.max(0, at - AROUND), Math.min(lines.size(), at + AROUND + 1)).stream()
                .anyMatch(LinePair::differs);
    }

    private static void print(LinePair pair, PrintWriter to) {
        if (pair.differs()) {
            text(pair.left()).ifPresent(gone -> to.println(Colour.RED.paint("- " + gone)));
            text(pair.right()).ifPresent(come -> to.println(Colour.GREEN.paint("+ " + come)));
        } else {
            text(pair.left()).ifPresent(same -> to.println("  " + same));
        }
    }

    private static Optional<String> text(Optional<Line> line) {
        return line.map(one -> Harmless.of(one.text()));
    }
}
