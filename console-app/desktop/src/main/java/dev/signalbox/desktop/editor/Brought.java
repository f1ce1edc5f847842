// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.BroughtPackage;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/// What comes along with the packages of the service that is looked at. An answer about packages that have changed
/// since is dropped.
final class Brought {
    private final SourceHelp help;
    private final OnFx fx;
    private final SimpleObjectProperty<List<BroughtPackage>> packages = new SimpleObjectProperty<>(List.of());
    private Asked asked = new Asked("", List.of());

    private record Asked(String fileName, List<String> packages) {}

    Brought(SourceHelp help, OnFx fx) {
        this.help = help;
        this.fx = fx;
    }

    Subscription follow(OpenService service) {
        return service.packages()
                .subscribe(now -> look(new Asked(service.stored().get().fileName(), now)));
    }

    private void look(Asked now) {
        if (now.equals(asked) && !packages.get().isEmpty()) {
            return;
        }
        asked = now;
        packages.set(List.of());
        if (!now.packages().isEmpty()) {
            fx.fetch(() -> help.brought(now.fileName(), now.packages()), found -> show(now, found), unknown -> {});
        }
    }

    private void show(Asked about, List<BroughtPackage> found) {
        if (about.equals(asked)) {
            packages.set(found);
        }
    }

    ReadOnlyObjectProperty<List<BroughtPackage>> packages() {
        return packages;
    }
}
