// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.pictures;

import dev.signalbox.desktop.kit.Theme;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/// Somebody before a window: looks, points, types, and waits for what should happen.
public final class Person {
    private static final int PRESSES = 10;

    private final FxRobot robot = new FxRobot();
    private final Scene scene;

    private Person(Scene scene) {
        this.scene = scene;
    }

    /// Shows that content and sits down before it.
    public static Person before(Supplier<Parent> content) {
        return new Person(Pictures.show(content, Theme.DARK));
    }

    public Person clicks(String query) throws TimeoutException {
        awaits(query);
        robot.clickOn(query);
        return settled();
    }

    /// Presses the button of the dialog that is open, without the mouse: on the platform without a screen a dialog that
    /// was drawn for a picture hears it no more.
    public Person confirms(String words) throws TimeoutException {
        awaits(words);
        Button button = robot.lookup((Node node) -> node instanceof Button found
                        && words.equals(found.getText())
                        && !scene.equals(found.getScene()))
                .queryAs(Button.class);
        robot.interact(button::fire);
        return settled();
    }

    /// Presses a key at something until that has happened: a window that is not in front yet hears none.
    public void pressesUntil(Node at, KeyCode key, Callable<Boolean> happened) throws TimeoutException {
        for (int press = 0; press < PRESSES && !Patience.has(1, happened); press++) {
            robot.interact(at::requestFocus);
            presses(key);
        }
        awaits(happened);
    }

    /// Clicks a place in something with the right mouse button, in its own pixels.
    public Person rightClicks(String query, double x, double y) throws TimeoutException {
        awaits(query);
        robot.clickOn(named(query).query().localToScreen(x, y), MouseButton.SECONDARY);
        return settled();
    }

    public Person doubleClicks(String query) throws TimeoutException {
        awaits(query);
        robot.doubleClickOn(query);
        return settled();
    }

    /// Presses the mouse with Shift held down. The headless platform's own mouse knows nothing of keys, so the events
    /// are made here.
    public Person shiftClicks(String query) throws TimeoutException {
        awaits(query);
        Node node = named(query).query();
        robot.interact(() -> {
            Event.fireEvent(node, shifted(node, MouseEvent.MOUSE_PRESSED));
            Event.fireEvent(node, shifted(node, MouseEvent.MOUSE_RELEASED));
        });
        return settled();
    }

    private static MouseEvent shifted(Node node, EventType<MouseEvent> what) {
        Point2D scene = node.localToScene(node.getLayoutBounds().getCenterX(), 8);
        return new MouseEvent(
                what,
                scene.getX(),
                scene.getY(),
                scene.getX(),
                scene.getY(),
                MouseButton.PRIMARY,
                1,
                true,
                false,
                false,
                false,
                what.equals(MouseEvent.MOUSE_PRESSED),
                false,
                false,
                false,
                false,
                true,
                null);
    }

    /// Drags from one place in something to another, both in its own pixels.
    public Person drags(String query, double fromX, double fromY, double toX, double toY) {
        return drags(MouseButton.PRIMARY, query, new Point2D(fromX, fromY), new Point2D(toX, toY));
    }

    /// Drags in the same way, with a button of one's choice.
    public Person drags(MouseButton button, String query, Point2D from, Point2D to) {
        Node node = named(query).query();
        Point2D begin = node.localToScreen(from);
        Point2D end = node.localToScreen(to);
        robot.moveTo(begin).press(button).moveTo(end).release(button);
        return settled();
    }

    public Person types(String text) {
        robot.write(text);
        return settled();
    }

    /// Puts text in the place of all that is in the field.
    public Person fills(String query, String text) throws TimeoutException {
        return clicks(query).presses(KeyCode.SHORTCUT, KeyCode.A).types(text);
    }

    /// Holds all but the last key down while pressing the last.
    public Person presses(KeyCode... keys) {
        robot.push(keys);
        return settled();
    }

    /// Turns the wheel by one notch over a place in something, with Ctrl held down. The headless platform's own wheel
    /// knows nothing of keys, so the event is made here.
    ///
    /// @param notch 1 away from the person, -1 towards her
    public Person zooms(String query, Point2D at, int notch) {
        Node node = named(query).query();
        Point2D scene = node.localToScene(at);
        Point2D screen = node.localToScreen(at);
        robot.interact(() -> Event.fireEvent(
                node,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        scene.getX(),
                        scene.getY(),
                        screen.getX(),
                        screen.getY(),
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        0,
                        40.0 * notch,
                        0,
                        40.0 * notch,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
        return settled();
    }

    public void awaits(String query) throws TimeoutException {
        awaits(() -> sees(query));
    }

    public void awaits(Callable<Boolean> truth) throws TimeoutException {
        Patience.until(truth);
        settled();
    }

    public boolean sees(String query) {
        return named(query).match(Person::shown).tryQuery().isPresent();
    }

    /// An id may have a point in it, which a style query would take for a class.
    private NodeQuery named(String query) {
        return query.startsWith("#")
                ? robot.lookup((Node node) -> query.substring(1).equals(node.getId()))
                : robot.lookup(query);
    }

    /// Whether words like that can be read anywhere, a dialog included.
    public boolean reads(String words) {
        return robot.lookup((Node node) ->
                        node instanceof Text text && text.getText().contains(words) && shown(text))
                .tryQuery()
                .isPresent();
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    public String words(String query) {
        return named(query).queryLabeled().getText();
    }

    public <N extends Node> N finds(String query, Class<N> kind) {
        return named(query).queryAs(kind);
    }

    /// Takes a picture of what is in front, in both themes.
    public void pictures(String name) {
        Pictures.saveBoth(robot.listWindows().getLast().getScene(), name);
    }

    private Person settled() {
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /// Closes dialogs that a test left open.
    public void leaves() {
        Pictures.on(() -> {
            List.copyOf(Window.getWindows()).stream()
                    .filter(window -> !window.equals(scene.getWindow()))
                    .forEach(Window::hide);
            return scene;
        });
    }
}
