// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Scene;

/// How the console looks: a base sheet, our colours by name, and sheets that use the names. All lie in one folder,
/// `look`.
public enum Theme {
    LIGHT,
    DARK,
    /// For those who see badly: white and strong colours on black.
    CONTRAST;

    /// All on the scene, none on the node that it is for: for a sheet of a node the toolkit goes through a list of all
    /// parents below it, for each node that it styles.
    private static final List<String> SHEETS = List.of(
            "signalbox",
            "controls",
            "shell",
            "command",
            "tour",
            "fleet",
            "editor",
            "tryout",
            "code",
            "diff",
            "flow",
            "canvas",
            "tap",
            "release",
            "log",
            "device",
            "waiting",
            "stream",
            "job",
            "query",
            "rows",
            "access");

    /// Puts the look on a scene, in the size of now. Dialogs that have an owner take it from their owner's scene.
    public void applyTo(Scene scene) {
        Fonts.load();
        Application.setUserAgentStylesheet(base().getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(Stream.concat(Stream.of("tokens-" + name().toLowerCase(Locale.ROOT)), SHEETS.stream())
                        .map(StyleSheets::of)
                        .toList());
    }

    /// The one that a person wants who wants another.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    private atlantafx.base.theme.Theme base() {
        return this == LIGHT ? new PrimerLight() : new PrimerDark();
    }
}
