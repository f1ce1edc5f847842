// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a log, also while a hub writes it.
///
/// @param folder where its files are
public record LogReader(Path folder) {
    /// The newest messages of a device, oldest first. Throws ProblemException where a file cannot be read.
    public List<StoredMessage> newest(DeviceId device, int most) {
        List<StoredMessage> found = new ArrayList<>();
        for (Segment segment : Segment.in(folder).reversed()) {
            if (found.size() < most) {
                found.addAll(0, newest(segment.file(), device, most - found.size()));
            }
        }
        return found;
    }

    private static List<StoredMessage> newest(Path file, DeviceId device, int most) {
        List<StoredMessage> found = new ArrayList<>();
        try {
            List<Long> starts = starts(file, device).reversed();
            for (int i = 0; i < starts.size() && found.size() < most; i++) {
                found.addAll(0, inFrame(file, starts.get(i), device));
            }
        } catch (NoSuchFileException meanwhileForgotten) {
            return List.of();
        } catch (IOException unreadable) {
            throw new ProblemException(
                    StoreProblems.unreadable(file.toString(), String.valueOf(unreadable.getMessage())), unreadable);
        }
        return new ArrayList<>(found.subList(Math.max(0, found.size() - most), found.size()));
    }

    /// Where the frames begin that may have messages of a device, oldest first.
    private static List<Long> starts(Path file, DeviceId device) throws IOException {
        List<Long> starts = new ArrayList<>();
        try (var frames = new FrameReader(file, 0)) {
            while (frames.next()) {
                if (frames.mayHave(device)) {
                    starts.add(frames.start());
                }
            }
        }
        return starts;
    }

    private static List<StoredMessage> inFrame(Path file, long start, DeviceId device) throws IOException {
        try (var frames = new FrameReader(file, start)) {
            if (!frames.next()) {
                return List.of();
            }
            Optional<ByteBuffer> messages = frames.messages();
            if (messages.isEmpty() && frames.next()) {
                throw new ProblemException(StoreProblems.unreadable(
                        file.toString(), "what stands at byte " + start + " is not what was written"));
            }
            // the last one may be on its way to the disk
            return messages.map(content -> Frame.read(content, device)).orElse(List.of());
        }
    }
}
