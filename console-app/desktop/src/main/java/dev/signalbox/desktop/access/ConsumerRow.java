// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Ages;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.operator.consumer.ConsumerTokenView;
import dev.signalbox.operator.stream.StreamView;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A consumer token in words.
///
/// @param now when it was read
record ConsumerRow(ConsumerTokenView token, Channels streams, Instant now) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'").withZone(ZoneOffset.UTC);

    /// How far a program has come in one channel.
    ///
    /// @param done the key before which it needs nothing any more
    /// @param behind messages from there on, as far as they are kept
    record Progress(String channel, String done, long behind) {
        String behindWords() {
            return behind == 0 ? "up to date" : number(behind) + " behind";
        }
    }

    String name() {
        return token.name();
    }

    boolean hasEnded() {
        return token.expires().filter(end -> !end.isAfter(now)).isPresent();
    }

    Chip.Tone tone() {
        return hasEnded() ? Chip.Tone.OUTLINE : Chip.Tone.GOOD;
    }

    String state() {
        return hasEnded() ? "ended" : "may read";
    }

    String channels() {
        return token.channels().isEmpty()
                ? "all"
                : token.channels().stream().map(streams::name).collect(Collectors.joining(", "));
    }

    String used() {
        return token.used().map(at -> Ages.since(at, now) + " ago").orElse("never");
    }

    String ends() {
        return token.expires().map(TIME::format).orElse("when it is deleted");
    }

    String made() {
        return TIME.format(token.made()) + " by " + token.madeBy();
    }

    /// By channel; only where the program said how far it has come.
    List<Progress> progress() {
        return token.marks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(mark -> progress(mark.getKey(), mark.getValue()))
                .toList();
    }

    private Progress progress(long channel, long done) {
        long behind = streams.find(channel).map(stream -> left(stream, done)).orElse(0L);
        return new Progress(streams.name(channel), number(done), behind);
    }

    private static long left(StreamView stream, long done) {
        return Math.max(0, stream.nextKey() - Math.max(done, stream.oldestKey()));
    }

    /// How far it is behind in all channels together.
    String behind() {
        List<Progress> all = progress();
        if (all.isEmpty()) {
            return "not told";
        }
        long sum = all.stream().mapToLong(Progress::behind).sum();
        return sum == 0 ? "up to date" : number(sum);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
