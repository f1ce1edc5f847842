// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long messages are kept, as a person writes it: `36 hours`, `14 days`, or nothing for as long as the hub keeps
/// them.
final class Keeping {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,6})\\s*(h|hours?|d|days?)");
    private static final int A_DAY = 24;
    private static final long MOST_HOURS = 87_600;

    private Keeping() {}

    static String words(long hours) {
        if (hours == 0) {
            return "";
        }
        boolean days = hours % A_DAY == 0;
        long count = days ? hours / A_DAY : hours;
        return count + (days ? " day" : " hour") + (count == 1 ? "" : "s");
    }

    /// In hours, 0 for as long as the hub keeps messages; absent for what is no time.
    static OptionalLong read(String text) {
        if (text.isBlank()) {
            return OptionalLong.of(0);
        }
        Matcher written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            return OptionalLong.empty();
        }
        long hours = Long.parseLong(written.group(1)) * (written.group(2).startsWith("d") ? A_DAY : 1);
        return hours >= 1 && hours <= MOST_HOURS ? OptionalLong.of(hours) : OptionalLong.empty();
    }

    static String complaint(String text) {
        return read(text).isPresent() ? "" : "Write hours or days, such as 36 hours or 14 days; ten years at most.";
    }
}
