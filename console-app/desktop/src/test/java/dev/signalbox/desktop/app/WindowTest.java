// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.pictures.Patience;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.desktop.pictures.SampleConsole;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/// What a person does with mouse and keys.
class WindowTest {
    private final FxRobot robot = new FxRobot();
    private final SampleConsole console = new SampleConsole();
    private Scene scene;

    @BeforeEach
    void theWindowIsOpen() {
        scene = Pictures.show(console::build, Theme.DARK);
        Pictures.on(() -> {
            console.commands().joinKeys(scene);
            console.shell().go(Place.NODES, "");
            return scene;
        });
    }

    @AfterEach
    void noDialogStaysOpen() {
        Pictures.on(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(window -> !window.equals(scene.getWindow()))
                    .forEach(Window::hide);
            return scene;
        });
    }

    @Test
    void theRailAndTheKeysLeadFromPageToPage() throws TimeoutException {
        click("#rail-logs");
        await(() -> shows("No lines yet"));
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        await(() -> shows("No nodes yet"));
    }

    @Test
    void aNodeIsAddedAndItsCommandShown() throws TimeoutException {
        click("Add a node");
        click("#node-name").write("pump-1");
        click("#node-tags").write("site=north");
        Pictures.save(front(), "dialog-add-node");
        click("Add");
        await(() -> shows("Start pump-1"));
        Pictures.save(front(), "dialog-token");
        robot.clickOn(robot.lookup("Copy").<Node>query());
        String copied = Pictures.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo("./signalbox node --data node-pump-1 --token signalbox1.token-of-pump-1");
        click("Done");
        await(() -> shows("pump-1"));
    }

    @Test
    void aNodeIsDeletedOnlyWhenThePersonConfirms() throws TimeoutException {
        Pictures.on(console::fill);
        Pictures.on(() -> {
            console.shell().go(Place.NODES, "press-0440");
            return scene;
        });
        click("Delete…");
        Pictures.save(front(), "dialog-delete");
        click("Cancel");
        assertThat(console.deleted()).isEmpty();
        click("Delete…");
        click("Delete");
        await(() -> console.deleted().contains("press-0440"));
        await(() -> robot.lookup(".table-view").<TableView<?>>query().getItems().size() == 5);
    }

    @Test
    void clickingALineShowsItWholeAndTypingFiltersTheLog() throws TimeoutException {
        Pictures.on(console::fill);
        click("#rail-logs");
        click("#log-text").write("too hot");
        click(".tail-view");
        await(() -> robot.lookup(".log-detail").query().isVisible());
        Pictures.save(scene, "logs-detail-dark");
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        String copied = Pictures.on(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).contains("90121 Too hot: above 82.5");
    }

    @Test
    void scrollingBackStopsTheLogUntilOneJumpsToTheNewest() throws TimeoutException {
        Pictures.on(console::fill);
        click("#rail-logs").moveTo(".tail-view").scroll(10, javafx.geometry.VerticalDirection.UP);
        await(() -> shows("Jump to newest"));
        Pictures.on(console::fill);
        await(() -> shows("400 new · jump to newest"));
        Pictures.save(scene, "logs-held-dark");
        click(".log-newest");
        await(() -> shows("Pause"));
    }

    @Test
    void theLogsPageBeginsWithTheNewestLines() throws TimeoutException {
        Pictures.on(console::fill);
        click("#rail-logs");
        await(() -> shows("Pause"));
        assertThat(shows("Jump to newest")).isFalse();
    }

    @Test
    void theLogOpensUnderAnotherPage() throws TimeoutException {
        robot.press(KeyCode.CONTROL, KeyCode.J).release(KeyCode.J, KeyCode.CONTROL);
        await(() -> robot.lookup(".log-dock .tail-view").tryQuery().isPresent() && shows("No lines yet"));
    }

    private Scene front() {
        return robot.listWindows().getLast().getScene();
    }

    private boolean shows(String text) {
        return robot.lookup((Node node) ->
                        node instanceof Labeled labeled && text.equals(labeled.getText()) && visible(node)
                                || node instanceof javafx.scene.text.Text words
                                        && text.equals(words.getText())
                                        && visible(node))
                .tryQuery()
                .isPresent();
    }

    private static boolean visible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// What is to be clicked may be a moment late on a busy machine.
    private FxRobot click(String query) throws TimeoutException {
        await(() -> robot.lookup(query).match(Node::isVisible).tryQuery().isPresent());
        robot.clickOn(query);
        return robot;
    }

    private static void await(BooleanSupplier truth) throws TimeoutException {
        Patience.until(truth::getAsBoolean);
        Pictures.settle();
    }
}
