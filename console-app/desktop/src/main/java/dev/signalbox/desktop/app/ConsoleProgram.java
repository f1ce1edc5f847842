// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import java.util.List;
import javafx.application.Application;

/// Starts the console. Not an `Application` itself, so that JavaFX may be on the class path.
public final class ConsoleProgram {
    private ConsoleProgram() {}

    public static void main(String[] args) {
        if (List.of(args).contains("--help")) {
            System.out.println(ConsoleOptions.USAGE);
            return;
        }
        try {
            ConsoleOptions.parse(args);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.println(ConsoleOptions.USAGE);
            System.exit(2);
        }
        launch(args);
    }

    private static void launch(String... args) {
        try {
            Application.launch(ConsoleWindow.class, args);
        } catch (UnsupportedOperationException noDisplay) {
            System.err.println("The console found no display to open its window on (" + noDisplay.getMessage() + ").");
            System.err.println("Start it in a desktop session, or use the command line: ./signalbox --help");
            System.exit(1);
        }
    }
}
