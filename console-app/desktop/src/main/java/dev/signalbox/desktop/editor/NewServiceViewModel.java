// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.service.Beginning;
import dev.signalbox.workbench.service.Beginnings;
import dev.signalbox.workbench.service.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What a new service is to be: its name, its language, and what it begins with.
final class NewServiceViewModel {
    private final ServiceDesk desk;
    private final List<ServiceSummary> known;
    private final Asking asking;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty description = new SimpleStringProperty("");
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.JAVA);
    private final ObservableList<Start> starts = FXCollections.observableArrayList();
    private final ObjectProperty<Start> start = new SimpleObjectProperty<>(new Start.Template(Beginnings.EMPTY));
    private Optional<Start.File> file = Optional.empty();

    /// @param known the services there are
    NewServiceViewModel(ServiceDesk desk, List<ServiceSummary> known, OnFx fx) {
        this.desk = desk;
        this.known = List.copyOf(known);
        asking = new Asking(fx);
        language.subscribe(this::offer);
    }

    /// What there is in that language; what was chosen stays if it is among it.
    private void offer(Language of) {
        Start chosen = start.get();
        List<Start> offered = new ArrayList<>(
                Stream.of(Beginnings.values()).map(Start.Template::new).toList());
        file.filter(one -> one.beginning().language() == of).ifPresent(offered::add);
        known.stream()
                .filter(service ->
                        service.language() == of && !service.versions().isEmpty())
                .forEach(service -> offered.add(new Start.Copy(service.name())));
        starts.setAll(offered);
        start.set(offered.contains(chosen) ? chosen : offered.getFirst());
    }

    /// Begins with a file, whose class gives the name unless the person gave one.
    void personChoosesFile(Path path) {
        asking.ask(() -> SourceFile.read(path), beginning -> {
            var chosen = new Start.File(String.valueOf(path.getFileName()), beginning);
            file = Optional.of(chosen);
            start.set(chosen);
            language.set(beginning.language());
            offer(beginning.language());
            if (name.get().isBlank()) {
                name.set(beginning.className());
            }
        });
    }

    /// Reads what the service is to begin with; waits for the hub when that is another service.
    Callable<Beginning> beginning() {
        String words = description.get().strip();
        Language chosen = language.get();
        return switch (start.get()) {
            case Start.Template from -> () -> from.template().in(chosen, words);
            case Start.File from -> from::beginning;
            case Start.Copy from ->
                () -> Beginning.copyOf(desk.services().open(from.service(), newest(from.service())));
        };
    }

    private ServiceVersion newest(String service) {
        return known.stream()
                .filter(one -> one.name().equals(service))
                .map(one -> one.versions().getFirst().version())
                .findFirst()
                .orElseThrow();
    }

    /// What is wrong with the name; empty when nothing is.
    String complaint() {
        return ClassName.complaint(name.get().strip(), taken());
    }

    BooleanBinding ready() {
        return Bindings.createBooleanBinding(() -> ClassName.ready(name.get().strip(), taken()), name);
    }

    private List<String> taken() {
        return known.stream().map(ServiceSummary::name).toList();
    }

    StringProperty name() {
        return name;
    }

    StringProperty description() {
        return description;
    }

    ObjectProperty<Language> language() {
        return language;
    }

    ObservableList<Start> starts() {
        return starts;
    }

    ObjectProperty<Start> start() {
        return start;
    }

    /// Why the last file cannot be taken.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return asking.problem();
    }
}
