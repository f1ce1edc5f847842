// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.TextSize;
import dev.signalbox.desktop.pictures.Patience;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
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

    private Application open() throws TimeoutException {
        return FxToolkit.setupApplication(
                ConsoleWindow.class,
                "--contact",
                folder.resolve("hub.json").toString(),
                "--data",
                folder.resolve("console").toString());
    }

    @Test
    void theWindowOpensWhereItWasButNotWhereNoScreenIs() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        var habits = new Habits(folder.resolve("console"));
        habits.remember(new WindowState(30, 20, 1000, 700, false, Place.LOGS));
        var window = open();
        Patience.until(() -> stage.getWidth() == 1000 && stage.getHeight() == 700 && stage.getX() == 30);
        FxToolkit.cleanupApplication(window);
        habits.remember(new WindowState(30_000, 20, 1000, 700, false, Place.LOGS));
        window = open();
        Patience.until(() -> robot.lookup("Try again").tryQuery().isPresent());
        assertThat(stage.getX()).isLessThan(30_000);
        FxToolkit.cleanupApplication(window);
        robot.interact(() -> {
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(1440);
            stage.setHeight(900);
        });
    }

    @Test
    void theSizeOfWordsIsKept() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        var habits = new Habits(folder.resolve("console"));
        assertThat(habits.textSize()).isEqualTo(TextSize.USUAL);
        habits.rememberTextSize(150);
        var window = open();
        Patience.until(() -> robot.lookup("Try again").tryQuery().isPresent());
        double large = robot.lookup("Try again").query().getLayoutBounds().getHeight();
        robot.interact(() -> TextSize.set(TextSize.USUAL));
        Patience.until(() -> robot.lookup("Try again").query().getLayoutBounds().getHeight() < large / 1.3);
        assertThat(habits.textSize()).isEqualTo(TextSize.USUAL);
        FxToolkit.cleanupApplication(window);
    }

    @Test
    void aDeveloperSeesAllPartsWithCtrlShiftGEvenWithoutAHub() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        var window = open();
        Patience.until(() -> robot.lookup("Try again").tryQuery().isPresent());
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
        Stage gallery = (Stage) robot.lookup("#gallery").query().getScene().getWindow();
        assertThat(gallery).isNotSameAs(stage);
        assertThat(gallery.isShowing()).isTrue();
        robot.interact(gallery::hide);
        FxToolkit.cleanupApplication(window);
    }
}
