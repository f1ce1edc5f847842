// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Sizes;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Brings something from the hub into a file, and says how far it is. The file is there when all of it came; until then
/// it has another name, which goes again when something goes wrong. Used on the FX thread only; one at a time.
final class FileDownload {
    private final OnFx fx;
    private final StringProperty words = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Counted> under = Optional.empty();

    FileDownload(OnFx fx) {
        this.fx = fx;
    }

    /// Begins, unless one is under way.
    ///
    /// @param source writes everything, on another thread
    void begin(Path file, Consumer<OutputStream> source) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set(Optional.empty());
        words.set("Saving " + file.getFileName() + "…");
        fx.fetch(() -> save(file, source), bytes -> saved(file, bytes), this::failed);
    }

    private long save(Path file, Consumer<OutputStream> source) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            long bytes = write(part, source, "Saving " + file.getFileName() + ": ");
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return bytes;
        } catch (IOException unwritable) {
            throw new ProblemException(notWritten(file, unwritable), unwritable);
        } finally {
            cleanUp(part);
        }
    }

    private long write(Path part, Consumer<OutputStream> source, String before) throws IOException {
        try (var out = new Counted(Files.newOutputStream(part), bytes -> fx.later(() -> tell(before, bytes)))) {
            fx.later(() -> under = Optional.of(out));
            source.accept(out);
            return out.bytes();
        }
    }

    private void tell(String before, long bytes) {
        if (busy.get()) {
            words.set(before + Sizes.words(bytes));
        }
    }

    private static void cleanUp(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            throw new ProblemException(notWritten(part, stays), stays);
        }
    }

    private static Problem notWritten(Path file, IOException why) {
        return new Problem(
                "console.file-not-written",
                "The file " + file + " could not be written: " + why.getClass().getSimpleName() + ".",
                "Choose another place, or make room there.");
    }

    private void saved(Path file, long bytes) {
        rest("Saved " + Sizes.words(bytes) + " as " + file.getFileName());
    }

    private void failed(Problem why) {
        boolean stopped = under.filter(Counted::isStopped).isPresent();
        rest(stopped ? "Stopped; nothing was saved" : "");
        problem.set(stopped ? Optional.empty() : Optional.of(why));
    }

    private void rest(String last) {
        under = Optional.empty();
        busy.set(false);
        words.set(last);
    }

    void personStops() {
        under.ifPresent(Counted::stop);
    }

    /// Something else is looked at: what was said of the last one is no news any more.
    void forget() {
        if (!busy.get()) {
            words.set("");
            problem.set(Optional.empty());
        }
    }

    /// How far it is, or how it ended.
    ReadOnlyStringProperty words() {
        return words;
    }

    ReadOnlyBooleanProperty busy() {
        return busy;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
