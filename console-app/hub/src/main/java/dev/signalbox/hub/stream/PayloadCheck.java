// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.protocol.stream.StreamHeader.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks whether a payload can be read later, so that what cannot is a dead letter and no surprise.
final class PayloadCheck {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

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

    Verdict check(Incoming message) {
        Form form = message.header().form();
        if (form.externalised()) {
            return file(message)
                    .map(file -> new Verdict(Optional.empty(), Map.of(Additions.FILE, file.toString())))
                    .orElseGet(() -> Verdict.refused(Reason.PAYLOAD_MISSING));
        }
        return !form.brotli() || unpacks(message.raw().payload())
                ? Verdict.RIGHT
                : Verdict.refused(Reason.PAYLOAD_UNREADABLE);
    }

    /// A shelf that cannot be read must not hold up everybody's messages.
    private Optional<UploadedFiles.Uploaded> file(Incoming message) {
        try {
            return files.find(message.device(), message.raw().payload());
        } catch (RuntimeException unreadable) {
            LOG.warn("The files of {} cannot be read: {}", message.device(), unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static boolean unpacks(byte[] payload) {
        try (var unpacked = new Unpacking(new ByteArrayInputStream(payload), Unpacking.MOST)) {
            unpacked.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }
}
