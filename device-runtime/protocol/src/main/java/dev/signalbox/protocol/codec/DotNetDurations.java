// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Durations as .NET writes them, `[-][d.]hh:mm:ss[.fffffff]`, which Spotflow's platform uses.
public final class DotNetDurations {
    private static final Pattern FORM =
            Pattern.compile("(-)?(?:(\\d{1,8})\\.)?(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\.(\\d{1,7}))?");

    private DotNetDurations() {}

    /// With days only where there are some, and without fractions where there are none.
    public static String write(Duration duration) {
        Duration length = duration.abs();
        String days = length.toDays() == 0 ? "" : length.toDays() + ".";
        int ticks = length.toNanosPart() / 100;
        String fraction = ticks == 0 ? "" : String.format(Locale.ROOT, ".%07d", ticks);
        String clock = String.format(
                Locale.ROOT, "%02d:%02d:%02d", length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart());
        return (duration.isNegative() ? "-" : "") + days + clock + fraction;
    }

    /// Throws IllegalArgumentException when the text is no such duration.
    public static Duration read(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no duration such as 29.23:59:58");
        }
        Duration length = Duration.ofDays(number(parts.group(2)))
                .plusHours(number(parts.group(3)))
                .plusMinutes(number(parts.group(4)))
                .plusSeconds(number(parts.group(5)))
                .plusNanos(nanos(parts.group(6)));
        return parts.group(1) == null ? length : length.negated();
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static long nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Long.parseLong((fraction + "000000000").substring(0, 9));
    }
}
