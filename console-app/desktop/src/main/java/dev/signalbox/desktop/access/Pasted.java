// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.access.CertificateFile;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A certificate that a person pastes or takes from a file, and what is wrong with it.
final class Pasted {
    private final OnFx fx;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty complaint = new SimpleStringProperty("");

    Pasted(OnFx fx) {
        this.fx = fx;
        text.subscribe(() -> complaint.set(""));
    }

    void personChoseFile(Path file) {
        fx.fetch(() -> new CertificateFile(file).text(), text::set, this::explain);
    }

    /// Says what is wrong, and what to do, until the text changes.
    void explain(Problem problem) {
        complaint.set(problem.what() + " " + problem.remedy());
    }

    void clear() {
        text.set("");
        complaint.set("");
    }

    StringProperty text() {
        return text;
    }

    ReadOnlyStringProperty complaint() {
        return complaint;
    }
}
