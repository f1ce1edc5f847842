// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.stream.MessageView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.stream.Payload;
import dev.signalbox.workbench.stream.Streams;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The message that is looked at.
final class MessageViewModel {
    private final Streams hub;
    private final Asking asking;
    private final FileDownload download;
    private final PayloadViewModel payload = new PayloadViewModel();
    private final ObjectProperty<Optional<MessageRow>> row = new SimpleObjectProperty<>(Optional.empty());
    private long stream;

    MessageViewModel(Streams hub, OnFx fx) {
        this.hub = hub;
        asking = new Asking(fx);
        download = new FileDownload(fx);
    }

    /// Nothing is looked at; messages that are shown from now on are of that stream.
    void begin(long number) {
        stream = number;
        row.set(Optional.empty());
        asking.clear();
        download.forget();
    }

    /// Shows a message; what of its payload is not here is fetched.
    void show(MessageRow wanted) {
        row.set(Optional.of(wanted));
        asking.clear();
        download.forget();
        payload.show(Payload.of(wanted.message()));
        if (wanted.isCut()) {
            long number = stream;
            asking.ask(() -> whole(number, wanted.key()), found -> {
                if (isLookedAt(number, wanted)) {
                    payload.show(Payload.of(found));
                }
            });
        }
    }

    private boolean isLookedAt(long number, MessageRow wanted) {
        return number == stream && row.get().filter(wanted::equals).isPresent();
    }

    private MessageView whole(long number, long key) {
        return hub.messages(number, Wanted.ALL.from(key, 1)).messages().stream()
                .filter(message -> message.key() == key)
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        "stream.no-message",
                        "Message " + key + " is not there any more.",
                        "The stream's retention may have let it go.")));
    }

    /// Saves the whole payload, unpacked.
    void personDownloads(Path file) {
        long number = stream;
        row.get().ifPresent(its -> download.begin(file, out -> hub.payload(number, its.key(), out)));
    }

    ReadOnlyObjectProperty<Optional<MessageRow>> row() {
        return row;
    }

    PayloadViewModel payload() {
        return payload;
    }

    FileDownload download() {
        return download;
    }

    Asking asking() {
        return asking;
    }
}
