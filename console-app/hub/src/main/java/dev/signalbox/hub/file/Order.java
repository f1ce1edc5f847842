// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.hub.store.LogPlace;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where an upload stands among those of its name and among the messages of its hub, whatever clocks say.
///
/// @param place messages before it came before the upload; the log's beginning if nobody wrote it down then
/// @param number higher than those of all earlier uploads of the name
/// @param file the upload's own id
record Order(LogPlace place, long number, UUID file) {
    static final Comparator<Order> NEWEST_FIRST =
            Comparator.comparingLong(Order::number).reversed();

    private static final Pattern FORM = Pattern.compile("(\\d{1,10})-(\\d{1,19})-(\\d{1,18})-([0-9a-f-]{36})");

    /// As the name of a file.
    String fileName() {
        return place.segment() + "-" + place.bytes() + "-" + number + "-" + file;
    }

    /// Empty if a file is called otherwise.
    static Optional<Order> read(Path file) {
        Matcher parts = FORM.matcher(file.getFileName().toString());
        try {
            return parts.matches() ? Optional.of(read(parts)) : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static Order read(Matcher parts) {
        var place = new LogPlace(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)));
        return new Order(place, Long.parseLong(parts.group(3)), UUID.fromString(parts.group(4)));
    }

    boolean isDated() {
        return place.equals(LogPlace.START);
    }
}
