// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.protocol.stream.StreamHeader.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/// Looks whether a payload can be read later, so that what cannot is a dead letter and no surprise.
final class PayloadCheck {
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
            return files.find(message.device(), message.raw().payload())
                    .map(file -> new Verdict(Optional.empty(), Map.of(Additions.FILE, file.toString())))
                    .orElseGet(() -> Verdict.refused(Reason.PAYLOAD_MISSING));
        }
        return !form.brotli() || unpacks(message.raw().payload())
                ? Verdict.RIGHT
                : Verdict.refused(Reason.PAYLOAD_UNREADABLE);
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
