// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.window;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;

/// Starts the smallest window, and looks at it as `WindowProbe` does at the console. Not an `Application` itself, as
/// the
/// console's is not.
public final class HelloProgram {
    private HelloProgram() {}

    /// @param args of which the third is `start` or `work`
    public static void main(String[] args) {
        WindowProbe.beside("#" + HelloWindow.FIELD, scene -> {
            if (args[2].equals(WindowProbe.WORK)) {
                write(scene);
            }
        });
        Application.launch(HelloWindow.class);
    }

    private static void write(Scene scene) throws InterruptedException {
        var field = (TextArea) Ui.node("#" + HelloWindow.FIELD);
        Ui.on(() -> {
            field.setText(Workplace.longSource());
            return "";
        });
        new Typing(scene, field).tell();
    }
}
