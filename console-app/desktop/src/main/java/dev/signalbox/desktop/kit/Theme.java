// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.scene.Scene;

/// How the console looks: a base sheet, our colours by name, and one sheet that uses the names.
public enum Theme {
    LIGHT,
    DARK,
    /// For those who see badly: white and strong colours on black.
    CONTRAST;

    /// Puts the look on a scene. Dialogs that have an owner take it from their owner's scene.
    public void applyTo(Scene scene) {
        Fonts.load();
        Application.setUserAgentStylesheet(base().getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(List.of(
                        sheet(Theme.class, "tokens-" + name().toLowerCase(Locale.ROOT) + ".css"),
                        sheet(Theme.class, "signalbox.css"),
                        sheet(Theme.class, "controls.css")));
    }

    /// The one that a person wants who wants another.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    private atlantafx.base.theme.Theme base() {
        return this == LIGHT ? new PrimerLight() : new PrimerDark();
    }

    /// Where a sheet is that lies beside a class: a page adds its own to its view's `getStylesheets()`.
    public static String sheet(Class<?> beside, String name) {
        var found = beside.getResource(name);
        if (found == null) {
            throw new IllegalArgumentException("No sheet " + name + " beside " + beside.getName());
        }
        return found.toExternalForm();
    }
}
