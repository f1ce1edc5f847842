// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import java.io.File;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks for the file that a flow comes from or goes to.
final class FlowChoosers {
    private final FlowsViewModel model;
    private final Supplier<Window> window;

    FlowChoosers(FlowsViewModel model, Supplier<Window> window) {
        this.model = model;
        this.window = window;
    }

    void personImports() {
        File file = chooser("Import a flow").showOpenDialog(window.get());
        if (file != null) {
            model.personImports(file.toPath());
        }
    }

    void personExports() {
        model.current().get().ifPresent(open -> {
            FileChooser chooser = chooser("Export the flow");
            chooser.setInitialFileName(open.flow().get().name() + ".json");
            File file = chooser.showSaveDialog(window.get());
            if (file != null) {
                model.texts().personExports(file.toPath());
            }
        });
    }

    private static FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Flow (JSON)", "*.json"));
        return chooser;
    }
}
