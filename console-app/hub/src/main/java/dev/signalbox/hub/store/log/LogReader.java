// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Reads a log, also while a hub writes it. Whatever is damaged is named in the hub's log and passed over.
///
/// @param folder where its files are
public record LogReader(Path folder) {
    private static final int AHEAD = 1 << 21;

    /// The newest messages of a device, oldest first. Goes through whole days, from the newest on, until it
    /// has as many. Throws ProblemException where a file cannot be read.
    public List<StoredMessage> newest(DeviceId device, int most) {
        List<StoredMessage> found = new ArrayList<>();
        for (Segment segment : Segment.in(folder).reversed()) {
            if (found.size() < most) {
                found.addAll(0, newest(segment, device, most - found.size()));
            }
        }
        return found;
    }

    private static Deque<StoredMessage> newest(Segment segment, DeviceId device, int most) {
        var found = new ArrayDeque<StoredMessage>();
        try (var frames = new Frames(new ReadWindow(segment.file(), AHEAD, false))) {
            long size = frames.size();
            Optional<LogFrame> next = frames.next(new LogPlace(segment.number(), 0), size);
            while (next.isPresent()) {
                next.get().messages().ifPresent(messages -> collect(messages, device, found));
                while (found.size() > most) {
                    found.removeFirst();
                }
                next = frames.next(next.get().end(), size);
            }
        } catch (NoSuchFileException meanwhileForgotten) {
            found.clear();
        } catch (IOException unreadable) {
            throw new ProblemException(
                    StoreProblems.unreadable(segment.file().toString(), String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
        return found;
    }

    private static void collect(RawMessages messages, DeviceId device, Deque<StoredMessage> into) {
        while (messages.next()) {
            if (messages.device().equals(device.value())) {
                into.add(messages.message());
            }
        }
    }
}
