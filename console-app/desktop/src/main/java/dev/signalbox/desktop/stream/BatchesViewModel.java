// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.Merging;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.stream.BatchView;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.stream.Streams;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the page knows of a stream's batches, and of the one that is saved.
final class BatchesViewModel {
    private final Streams hub;
    private final Asking asking;
    private final FileDownload download;
    private final int aPage;
    private final ObservableList<BatchRow> rows = FXCollections.observableArrayList();
    private final StringProperty device = new SimpleStringProperty("");
    private final ObjectProperty<Join> join = new SimpleObjectProperty<>(Join.AS_RULED);
    private final BooleanProperty read = new SimpleBooleanProperty();
    private final BooleanProperty hasMore = new SimpleBooleanProperty();
    private long number;
    private Optional<DeviceId> only = Optional.empty();
    private int question;

    BatchesViewModel(Streams hub, OnFx fx) {
        this(hub, fx, Paths.BATCHES_AT_ONCE);
    }

    /// @param aPage so many come in one answer, if there are more
    BatchesViewModel(Streams hub, OnFx fx, int aPage) {
        this.hub = hub;
        this.aPage = aPage;
        asking = new Asking(fx);
        download = new FileDownload(fx);
    }

    /// Batches of another stream are looked at from now on.
    void begin(long stream) {
        number = stream;
        question++;
        only = Optional.empty();
        device.set("");
        rows.clear();
        read.set(false);
        hasMore.set(false);
        download.forget();
    }

    /// Reads them anew, the first ones.
    void look() {
        ask("", found -> Merging.into(rows, found, BatchRow::id));
    }

    void personWantsMore() {
        ask(rows.getLast().id(), rows::addAll);
    }

    /// Shows those of the device that was typed.
    void personNarrows() {
        try {
            only = Optional.of(device.get().strip()).filter(id -> !id.isEmpty()).map(DeviceId::new);
            look();
        } catch (IllegalArgumentException malformed) {
            asking.explain(new Problem(
                    "console.search", "\"" + device.get() + "\" is no device id.", "Correct it and try again."));
        }
    }

    private void ask(String after, Consumer<List<BatchRow>> show) {
        int mine = ++question;
        long asked = number;
        Optional<DeviceId> of = only;
        asking.ask(() -> hub.batches(asked, of, after), found -> {
            if (mine == question) {
                show.accept(rows(found));
                hasMore.set(found.size() >= aPage);
                read.set(true);
            }
        });
    }

    private static List<BatchRow> rows(List<BatchView> found) {
        List<BatchRow> rows = new ArrayList<>();
        found.forEach(batch -> rows.add(new BatchRow(batch)));
        return rows;
    }

    /// Saves what the messages of a batch hold, one after the other.
    void personDownloads(BatchRow row, Path file) {
        long asked = number;
        Optional<Concatenation> how = join.get().how();
        download.begin(file, out -> hub.batch(asked, row.batch(), how, out));
    }

    /// By device and batch.
    ObservableList<BatchRow> rows() {
        return rows;
    }

    /// A device's id, as typed.
    StringProperty device() {
        return device;
    }

    boolean isNarrowed() {
        return only.isPresent();
    }

    ObjectProperty<Join> join() {
        return join;
    }

    ReadOnlyBooleanProperty isRead() {
        return read;
    }

    ReadOnlyBooleanProperty hasMore() {
        return hasMore;
    }

    FileDownload download() {
        return download;
    }

    Asking asking() {
        return asking;
    }
}
