// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.buffer;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files of a buffer, oldest first.
final class Segments implements AutoCloseable {
    private static final long LARGEST = 1 << 20;

    private final Path folder;
    private final List<Segment> all = new ArrayList<>();
    private long next = 1;
    private boolean fresh;

    /// Opens what is there.
    Segments(Path folder) throws IOException {
        this.folder = folder;
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Segments::isSegment).sorted().toList()) {
                all.add(Segment.open(file));
                next = all.getLast().number() + 1;
            }
        }
    }

    private static boolean isSegment(Path file) {
        return file.getFileName().toString().matches("\\d{19}\\.messages");
    }

    /// Appends to the newest, which is one of this run and not too large.
    void append(byte[] message) throws IOException {
        if (!fresh || all.isEmpty() || all.getLast().end() >= LARGEST) {
            all.add(Segment.create(folder, next++));
            rememberNames();
            fresh = true;
        }
        all.getLast().append(message);
    }

    /// Numbers of new files are larger than this one.
    void continueAfter(long number) {
        next = Math.max(next, number + 1);
    }

    /// The message at a place, or at the first place after it; empty when there is none.
    Optional<Place> at(Place place) {
        for (Segment segment : all) {
            if (segment.number() == place.segment() && place.offset() < segment.end()) {
                return Optional.of(place);
            }
            if (segment.number() > place.segment() && segment.end() > segment.begin()) {
                return Optional.of(new Place(segment.number(), segment.begin()));
            }
        }
        return Optional.empty();
    }

    Place after(Place place) throws IOException {
        return new Place(place.segment(), of(place).after(place.offset()));
    }

    byte[] read(Place place) throws IOException {
        return of(place).read(place.offset());
    }

    /// By which a node gives a receipt. Stays the same over restarts, and never comes twice.
    String id(Place place) {
        return of(place).id() + "-" + place.offset();
    }

    /// Empty for an id of nothing that is here.
    Optional<Place> byId(String id) {
        int dash = id.lastIndexOf('-');
        String offset = id.substring(dash + 1);
        if (dash < 0 || !offset.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return all.stream()
                .filter(one -> one.id().toString().equals(id.substring(0, dash)))
                .map(one -> new Place(one.number(), Long.parseLong(offset)))
                .findFirst();
    }

    /// Bytes from a place to the end.
    long bytesFrom(Place place) {
        return all.stream()
                .filter(one -> one.number() >= place.segment())
                .mapToLong(one -> one.end() - (one.number() == place.segment() ? place.offset() : one.begin()))
                .sum();
    }

    /// Removes the files before a place.
    void forgetBefore(Place place) throws IOException {
        while (!all.isEmpty() && all.getFirst().number() < place.segment()) {
            all.removeFirst().delete();
        }
    }

    /// A file that was just made is also found after a power cut.
    private void rememberNames() throws IOException {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private Segment of(Place place) {
        return all.stream()
                .filter(one -> one.number() == place.segment())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no message at " + place));
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : all) {
            segment.close();
        }
    }
}
