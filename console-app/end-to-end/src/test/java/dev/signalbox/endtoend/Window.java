// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import dev.signalbox.desktop.app.ConsoleWindow;
import dev.signalbox.testing.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// The real console window, used as a person would: by mouse and keys. Draws without a display.
final class Window implements Desk, AutoCloseable {
    /// Why tests with a window run by themselves.
    static final String ALONE = "a program has one pointer, and the second click of two comes late on a busy machine";

    private static final Path SCREENSHOTS = Path.of("..", "..", "assets", "screenshots");

    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final Application application;

    Window(Path contact, Path consoleFolder) throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        application = FxToolkit.setupApplication(
                ConsoleWindow.class,
                "--contact",
                contact.toString(),
                "--data",
                consoleFolder.toString(),
                "--theme",
                "light");
        awaitThere("#rail-nodes");
    }

    @Override
    public void goTo(String page) {
        click("#rail-" + page);
    }

    @Override
    public void click(String query) {
        reach(query, () -> robot.clickOn(query));
    }

    @Override
    public void doubleClick(String query) {
        reach(query, () -> robot.doubleClickOn(query));
    }

    @Override
    public void drag(String from, String to) {
        awaitThere(to);
        reach(from, () -> robot.drag(from, MouseButton.PRIMARY));
        robot.moveBy(30, 10).moveTo(to).drop();
        settle();
    }

    @Override
    public void type(String text) {
        robot.write(text);
        settle();
    }

    /// Puts a text where the keys go, by way of the clipboard.
    void paste(String text) {
        robot.interact(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        press(KeyCode.SHORTCUT, KeyCode.V);
    }

    @Override
    public void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    /// A list that is drawn anew may take a control away between finding it and pointing at it; a person looks again.
    private void reach(String query, Runnable gesture) {
        awaitThere(query);
        Await.until(query + " stays where it is", Site.SOON, () -> {
            try {
                gesture.run();
                return true;
            } catch (RuntimeException gone) {
                return false;
            }
        });
        settle();
    }

    @Override
    public void awaitThere(String query) {
        awaits(
                query + " is there",
                () -> robot.lookup(query).match(Window::shown).tryQuery().isPresent());
    }

    /// Whether it and all that it is in can be seen.
    private static boolean shown(Node node) {
        return node.isVisible() && (node.getParent() == null || shown(node.getParent()));
    }

    @Override
    public void awaitWords(String query, String words) {
        awaits(
                query + " says " + words,
                () -> robot.lookup(query)
                        .tryQueryAs(Labeled.class)
                        .filter(labeled -> labeled.getText().contains(words))
                        .isPresent());
    }

    @Override
    public void awaitEnabled(String query) {
        awaits(
                query + " can be pressed",
                () -> robot.lookup(query)
                        .tryQuery()
                        .filter(node -> !node.isDisabled())
                        .isPresent());
    }

    @Override
    public void awaitText(String words) {
        awaits(
                "the window shows " + words,
                () -> robot.lookup(node -> node instanceof Text text
                                && text.isVisible()
                                && text.getText().contains(words))
                        .tryQuery()
                        .isPresent());
    }

    /// Looks on the window's own thread: elsewhere the window would change while one looks.
    private static void awaits(String what, Callable<Boolean> truth) {
        Await.until(what, Site.SOON, () -> WaitForAsyncUtils.waitForAsyncFx(Site.SOON.toMillis(), truth));
    }

    /// Saves what the page looks like in both themes, for the README.
    void savePictures(String page) {
        save(page + "-light");
        click("#theme");
        save(page + "-dark");
        click("#theme");
    }

    private void save(String name) {
        robot.moveTo("#theme");
        WaitForAsyncUtils.waitForFxEvents(8);
        Scene scene = stage.getScene();
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene.snapshot(null));
        try {
            Files.createDirectories(SCREENSHOTS);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    SCREENSHOTS.resolve(name + ".png").toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() throws TimeoutException {
        FxToolkit.cleanupApplication(application);
    }
}
