// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Uploads that have begun and not ended. They do not outlive the hub's process; a device then asks again.
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    static final int MOST_AT_ONCE = 10;
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int SECRET_BYTES = 32;

    private final Path folder;
    private final FileShelf shelf;
    private final PayloadMessages messages;
    private final Space space;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<UUID, Upload> begun = new ConcurrentHashMap<>();

    private Uploads(Space space, FileShelf shelf, PayloadMessages messages, Clock clock) {
        this.folder = folder(space);
        this.shelf = shelf;
        this.messages = messages;
        this.space = space;
        this.clock = clock;
    }

    /// In the hub's folder; forgets what an earlier process left unfinished.
    public static Uploads in(Space space, FileShelf shelf, PayloadMessages messages, Clock clock) {
        Path folder = folder(space);
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
        return new Uploads(space, shelf, messages, clock);
    }

    private static Path folder(Space space) {
        return space.hub().resolve("uploads");
    }

    public Space space() {
        return space;
    }

    /// Lets a device upload one file for an hour. Waits for the disk.
    public Upload begin(DeviceId device, String name) {
        if (name.isBlank()
                || name.length() > Upload.LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(FileProblems.badName());
        }
        shelf.checkRoom(device);
        Upload upload = add(device, name);
        try {
            Files.createDirectory(upload.folder());
        } catch (IOException refused) {
            begun.remove(upload.id());
            throw new ProblemException(FileProblems.failed(refused), refused);
        }
        return upload;
    }

    /// The upload that a signature lets in, if one of the names is its device's and its own: `pump-1/log.txt`. Does not
    /// block.
    public Optional<Upload> find(List<String> names, String signature) {
        return begun.values().stream()
                .filter(upload -> isSame(upload.ticket().signature(), signature))
                .filter(upload -> clock.instant().isBefore(upload.ticket().until()))
                .filter(upload -> names.contains(
                        upload.ticket().device() + "/" + upload.ticket().name()))
                .findFirst();
    }

    public Duration timeLeft(Upload upload) {
        return Duration.between(clock.instant(), upload.ticket().until());
    }

    /// Ends an upload, and keeps the file if it is good. Waits for the disk.
    public void end(DeviceId device, String correlation, boolean good) {
        Upload upload = begun.values().stream()
                .filter(one -> one.id().toString().equals(correlation)
                        && one.ticket().device().equals(device))
                .findFirst()
                .orElseThrow(() -> new ProblemException(FileProblems.uploadNotKnown()));
        if (good && !upload.isWritten()) {
            throw new ProblemException(FileProblems.notWritten());
        }
        if (begun.remove(upload.id()) == null) {
            throw new ProblemException(FileProblems.uploadNotKnown());
        }
        if (good) {
            keep(upload);
        }
        Folders.deleteQuietly(upload.folder());
    }

    private void keep(Upload upload) {
        DeviceId device = upload.ticket().device();
        LogPlace now = messages.now();
        for (UUID old : shelf.keep(upload, clock.instant(), now)) {
            gaveWay(device, old, now);
        }
    }

    /// The new file is here already, so that it cannot be told must not fail it; the next upload of the name tells it.
    private void gaveWay(DeviceId device, UUID old, LogPlace now) {
        try {
            messages.gaveWay(device, old, now);
        } catch (RuntimeException refused) {
            LOG.warn("File {} of {} stays although there is a newer one: {}", old, device, refused.getMessage());
        }
    }

    /// Ends uploads whose hour is over. Waits for the disk.
    public void expire() {
        for (Upload upload : List.copyOf(begun.values())) {
            if (!clock.instant().isBefore(upload.ticket().until()) && begun.remove(upload.id(), upload)) {
                Folders.deleteQuietly(upload.folder());
            }
        }
    }

    private synchronized Upload add(DeviceId device, String name) {
        long others = begun.values().stream()
                .filter(upload -> upload.ticket().device().equals(device)
                        && clock.instant().isBefore(upload.ticket().until()))
                .count();
        if (others >= MOST_AT_ONCE) {
            throw new ProblemException(FileProblems.tooMany());
        }
        UUID id = UUID.randomUUID();
        var ticket = new Upload.Ticket(device, name, secret(), clock.instant().plus(LIFE));
        var upload = new Upload(id, ticket, folder.resolve(id.toString()));
        begun.put(id, upload);
        return upload;
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
