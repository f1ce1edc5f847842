// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.file.FileShelf.Moment;
import dev.signalbox.hub.store.FileUseRecords;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.log.RawMessages;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.stream.StreamHeader.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks whether a payload can be read later, so that what cannot is a dead letter and no surprise.
final class PayloadCheck {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    /// Of each packed payload so many bytes are unpacked in any case, and more as it is longer.
    private static final int LOOKED_AT = 16 << 10;

    private static final int LOOKED_AT_PER_BYTE = 64;

    private final UploadedFiles files;

    PayloadCheck(UploadedFiles files) {
        this.files = files;
    }

    /// @param refusal absent if the payload is right
    /// @param added what is to be remembered of it
    record Verdict(Optional<Reason> refusal, Map<String, String> added) {
        static final Verdict RIGHT = new Verdict(Optional.empty(), Map.of());

        static Verdict refused(Reason why) {
            return new Verdict(Optional.of(why), Map.of());
        }
    }

    /// @param place where the message stands
    /// @param uses which files are about to be deleted
    Verdict check(Incoming message, LogPlace place, FileUseRecords uses) {
        Form form = message.header().form();
        if (form.externalised()) {
            return checkFile(message.raw(), place, uses);
        }
        return !form.brotli() || unpacks(message.raw().payload())
                ? Verdict.RIGHT
                : Verdict.refused(Reason.PAYLOAD_UNREADABLE);
    }

    /// The file that holds the payload of a message which is refused for another reason; empty for none.
    String file(RawMessages message, Form form, LogPlace place, FileUseRecords uses) {
        return form.externalised() ? checkFile(message, place, uses).added().getOrDefault(Additions.FILE, "") : "";
    }

    /// A shelf that cannot be read must not hold up everybody's messages, nor decide: whoever reads this one looks
    /// again.
    private Verdict checkFile(RawMessages message, LogPlace place, FileUseRecords uses) {
        var came = new Moment(place, Instant.ofEpochMilli(message.receivedAt()));
        try {
            return files.find(
                            new DeviceId(message.device()),
                            message.payload(),
                            came,
                            file -> !uses.isGoing(file.toString()))
                    .map(file -> new Verdict(Optional.empty(), Map.of(Additions.FILE, file.toString())))
                    .orElseGet(() -> Verdict.refused(Reason.PAYLOAD_MISSING));
        } catch (ProblemException unreadable) {
            LOG.warn("The files of {} cannot be read: {}", message.device(), unreadable.getMessage());
            return Verdict.RIGHT;
        }
    }

    /// A few bytes can be made to unpack to very many, so it is looked at only so far; what follows is for the reader.
    private static boolean unpacks(byte[] payload) {
        long left = LOOKED_AT + (long) LOOKED_AT_PER_BYTE * payload.length;
        byte[] room = new byte[LOOKED_AT];
        try (var unpacked = new Unpacking(new ByteArrayInputStream(payload), Unpacking.MOST)) {
            for (int count = 0; count >= 0 && left > 0; left -= count) {
                count = unpacked.read(room);
            }
            return true;
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }
}
