// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.window;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;

/// The smallest window that can be written in: the platform's own text area. None can be there sooner.
public final class HelloWindow extends Application {
    static final String FIELD = "field";

    @Override
    public void start(Stage stage) {
        var field = new TextArea();
        field.setId(FIELD);
        stage.setScene(new Scene(field, 1440, 900));
        stage.show();
    }
}
