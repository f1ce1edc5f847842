// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.file.FileShelf.Moment;
import dev.signalbox.hub.store.LogPlace;
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

    /// A message as it stands in the log, and what the hub added to it.
    record Brought(StoredMessage message, LogPlace at, Map<String, String> added) {}

    /// Throws IOException if it is gone or cannot be unpacked. A dead letter is shown as it was sent.
    InputStream open(Brought brought) throws IOException {
        StoredMessage message = brought.message;
        Map<String, String> added = brought.added;
        Form form = added.containsKey(Additions.DEAD) ? Form.PLAIN : form(message);
        if (!form.externalised()) {
            InputStream sent = new ByteArrayInputStream(message.payload());
            return form.brotli() ? new Unpacking(sent, Unpacking.MOST) : sent;
        }
        InputStream file = Files.newInputStream(files.content(file(brought)));
        try {
            return form.brotli() ? new Unpacking(file, MOST_OF_FILE) : file;
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    /// Bytes as sent; of the stub where the file is gone.
    long size(Brought brought) throws IOException {
        StoredMessage message = brought.message;
        Map<String, String> added = brought.added;
        if (added.containsKey(Additions.DEAD) || !form(message).externalised()) {
            return message.payload().length;
        }
        try {
            return Files.size(files.content(file(brought)));
        } catch (FileNotFoundException | ProblemException gone) {
            return message.payload().length;
        }
    }

    private Uploaded file(Brought brought) throws FileNotFoundException {
        StoredMessage message = brought.message;
        var came = new Moment(brought.at, message.receivedAt());
        return Optional.ofNullable(brought.added.get(Additions.FILE))
                .map(Uploaded::read)
                .or(() -> files.find(message.device(), message.payload(), came, _ -> true))
                .orElseThrow(() -> new FileNotFoundException("the uploaded file is not there"));
    }
}
