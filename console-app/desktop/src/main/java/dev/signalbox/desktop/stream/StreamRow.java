// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Rates;
import dev.signalbox.desktop.kit.Sizes;
import dev.signalbox.operator.stream.StreamRate;
import dev.signalbox.operator.stream.StreamView;
import java.util.Locale;
import java.util.Optional;

/// A stream and how busy it is, in the words of the list.
///
/// @param rate absent while nothing has come since the hub started
record StreamRow(StreamView stream, Optional<StreamRate> rate) {
    private static final long DEAD_LETTERS = 0;
    private static final long DEFAULT = 1;

    long number() {
        return stream.number();
    }

    boolean isDeadLetters() {
        return number() == DEAD_LETTERS;
    }

    boolean isDefault() {
        return number() == DEFAULT;
    }

    /// Whether it is the hub's own, which nobody can delete.
    boolean isLasting() {
        return isDeadLetters() || isDefault();
    }

    String group() {
        return stream.name().group();
    }

    /// Within its group.
    String name() {
        return isDeadLetters() ? "Dead letters" : stream.name().stream();
    }

    /// With its group.
    String title() {
        return isDeadLetters() ? name() : stream.name().toString();
    }

    /// How many messages are kept. One here or there may be damaged.
    long kept() {
        return stream.kept();
    }

    /// Whether somebody should look at it.
    boolean isAlarming() {
        return isDeadLetters() && kept() > 0;
    }

    boolean isBusy() {
        return perSecond() > 0;
    }

    private double perSecond() {
        return rate.map(StreamRate::perSecond).orElse(0.0);
    }

    String keptWords() {
        return String.format(Locale.ROOT, "%,d", kept());
    }

    /// Nothing to say while nothing comes.
    String rateWords() {
        return isBusy() ? Rates.perSecond(perSecond()) : "";
    }

    /// What goes on in it, beside its title.
    String about() {
        String kept = kept() == 1 ? "1 message kept" : keptWords() + " messages kept";
        String rates = rate.filter(now -> isBusy())
                .map(now -> " · " + Rates.perSecond(now.perSecond()) + " · "
                        + Sizes.words(Math.round(now.bytesPerSecond())) + "/s")
                .orElse("");
        return kept
                + rates
                + told(StreamRate::repeated, "repeated")
                + (isDeadLetters() ? "" : told(StreamRate::dead, "dead"));
    }

    private String told(java.util.function.ToLongFunction<StreamRate> count, String word) {
        return rate.map(count::applyAsLong)
                .filter(number -> number > 0)
                .map(number -> String.format(Locale.ROOT, " · %,d %s", number, word))
                .orElse("");
    }

    boolean matches(String words) {
        return title().toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
    }
}
