// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.pictures.Patience;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

class ConsoleWindowTest {
    private final FxRobot robot = new FxRobot();

    @TempDir
    Path folder;

    @Test
    void aDeveloperSeesAllPartsWithCtrlShiftGEvenWithoutAHub() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        var window = FxToolkit.setupApplication(
                ConsoleWindow.class,
                "--contact",
                folder.resolve("hub.json").toString(),
                "--data",
                folder.resolve("console").toString());
        Patience.until(() -> robot.lookup("Try again").tryQuery().isPresent());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
        Stage gallery = (Stage) robot.lookup("#gallery").query().getScene().getWindow();
        assertThat(gallery).isNotSameAs(stage);
        assertThat(gallery.isShowing()).isTrue();
        robot.interact(gallery::hide);
        FxToolkit.cleanupApplication(window);
    }
}
