// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.workbench.figures.StepFigures;
import dev.signalbox.workbench.figures.StepFigures.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What figures say, as people say it.
public final class LiveWords {
    private static final String DOT = " · ";

    private LiveWords() {}

    /// How fast it goes, or how many there were while that is not known; and what waits.
    public static String line(StepFigures figures) {
        List<String> words = new ArrayList<>();
        words.add(figures.perSecond().map(Rates::perSecond).orElseGet(() -> Counts.words(total(figures)) + " so far"));
        if (figures.waiting() > 0) {
            words.add(Counts.words(figures.waiting()) + " waiting");
        }
        return String.join(DOT, words);
    }

    /// All of it, one line each.
    public static String about(StepFigures figures) {
        return String.join(
                "\n",
                "received " + received(figures),
                "sent " + sent(figures),
                "failed " + Counts.words(figures.failed()) + ", waiting " + Counts.words(figures.waiting()),
                "processor " + cpu(figures) + ", memory " + memory(figures));
    }

    public static String received(StepFigures figures) {
        return total(figures.received(), figures.pace().map(Pace::received));
    }

    public static String sent(StepFigures figures) {
        return total(figures.sent(), figures.pace().map(Pace::sent));
    }

    private static long total(StepFigures figures) {
        return figures.received() > 0 ? figures.received() : figures.sent();
    }

    /// A total and how fast it grows.
    private static String total(long count, Optional<Double> perSecond) {
        String total = Counts.words(count);
        return perSecond.map(rate -> total + DOT + Rates.perSecond(rate)).orElse(total);
    }

    /// How busy it is and what it costs, in one line.
    public static String lineWithCost(StepFigures figures) {
        return figures.pace().isEmpty()
                ? line(figures)
                : String.join(DOT, line(figures), "CPU " + cpu(figures), memory(figures));
    }

    /// How much of a processor it uses; a dash where that is not known.
    public static String cpu(StepFigures figures) {
        return figures.pace()
                .map(pace -> String.format(Locale.ROOT, pace.cpu() < 0.1 ? "%.1f %%" : "%,.0f %%", pace.cpu() * 100))
                .orElse("–");
    }

    /// The memory of its own process, or what it allocates on the node's heap; a dash where neither is known.
    public static String memory(StepFigures figures) {
        if (figures.residentBytes() > 0) {
            return Sizes.words(figures.residentBytes());
        }
        return figures.pace()
                .map(Pace::allocated)
                .map(bytes -> Sizes.words(Math.round(bytes)) + "/s allocated")
                .orElse("–");
    }
}
