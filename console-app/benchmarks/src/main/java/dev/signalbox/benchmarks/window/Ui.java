// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.window;

import dev.signalbox.testing.process.Await;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Window;

/// The window as the probe sees it, from a thread of its own.
final class Ui {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Ui() {}

    /// On the window's thread; waits for the answer.
    static <T> T on(Callable<T> question) {
        var answer = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception failed) {
                answer.completeExceptionally(failed);
            }
        });
        try {
            return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    /// The scene that has such a node; waits for it.
    static Scene sceneWith(String query) {
        return Await.value(query, PATIENCE, () -> {
            try {
                return on(() -> scenes(query).findFirst());
            } catch (IllegalStateException toolkitIsNotThereYet) {
                return Optional.empty();
            }
        });
    }

    private static Stream<Scene> scenes(String query) {
        return Window.getWindows().stream()
                .map(Window::getScene)
                .filter(scene -> scene != null && found(scene, query).isPresent());
    }

    private static Optional<Node> found(Scene scene, String query) {
        return Optional.ofNullable(scene.lookup(query)).filter(node -> isShown(node));
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    static Node node(String query) {
        return on(() -> scenes(query).findFirst().orElseThrow().lookup(query));
    }

    /// Presses it as a person would.
    static void click(String query) {
        var _ = sceneWith(query);
        Node node = node(query);
        on(() -> {
            if (node instanceof ButtonBase button) {
                button.fire();
            } else {
                fire(node, MouseEvent.MOUSE_PRESSED);
                fire(node, MouseEvent.MOUSE_RELEASED);
                fire(node, MouseEvent.MOUSE_CLICKED);
            }
            return "";
        });
    }

    private static void fire(Node node, javafx.event.EventType<MouseEvent> type) {
        var middle = node.localToScene(
                node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
        boolean down = type == MouseEvent.MOUSE_PRESSED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        middle.getX(),
                        middle.getY(),
                        middle.getX(),
                        middle.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        down,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(node, 0, 0)));
    }
}
