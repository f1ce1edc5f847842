// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.stream.UploadedFiles.Uploaded;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.StreamHeaders;
import dev.signalbox.protocol.stream.StreamHeader;
import dev.signalbox.protocol.stream.StreamHeader.Form;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/// Opens what one message brought: its payload, or the uploaded file, and unpacks it.
final class PayloadParts {
    /// Bytes of an uploaded file, unpacked.
    private static final long MOST_OF_FILE = 4L << 30;

    private final UploadedFiles files;

    PayloadParts(UploadedFiles files) {
        this.files = files;
    }

    private static Form form(StoredMessage message) {
        try {
            return StreamHeaders.read(message.properties()).form();
        } catch (IllegalArgumentException noNameOfAStream) {
            return StreamHeader.Form.PLAIN;
        }
    }

    /// Throws IOException if it is gone or cannot be unpacked. A dead letter is shown as it was sent.
    ///
    /// @param added what the hub added to the message
    InputStream open(StoredMessage message, Map<String, String> added) throws IOException {
        Form form = added.containsKey(Additions.DEAD) ? Form.PLAIN : form(message);
        if (!form.externalised()) {
            InputStream sent = new ByteArrayInputStream(message.payload());
            return form.brotli() ? new Unpacking(sent, Unpacking.MOST) : sent;
        }
        InputStream file = Files.newInputStream(files.content(file(message, added)));
        try {
            return form.brotli() ? new Unpacking(file, MOST_OF_FILE) : file;
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    /// Bytes as sent; of the stub where the file is gone.
    long size(StoredMessage message, Map<String, String> added) throws IOException {
        if (added.containsKey(Additions.DEAD) || !form(message).externalised()) {
            return message.payload().length;
        }
        try {
            return Files.size(files.content(file(message, added)));
        } catch (FileNotFoundException | ProblemException gone) {
            return message.payload().length;
        }
    }

    private Uploaded file(StoredMessage message, Map<String, String> added) throws FileNotFoundException {
        Optional<String> known = Optional.ofNullable(added.get(Additions.FILE));
        return known.map(Uploaded::read)
                .or(() -> files.find(message.device().value(), message.payload()))
                .orElseThrow(() -> new FileNotFoundException("the uploaded file is not there"));
    }
}
