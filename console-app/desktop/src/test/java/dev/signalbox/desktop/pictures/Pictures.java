// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.kit.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// Shows something in a window of 1440 by 900 and saves what it looks like under `target/pictures`.
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");

    private Pictures() {}

    /// A window with that content, which comes into a window that has its look already, as in the console. Call on any
    /// thread but the FX thread.
    public static Scene show(java.util.function.Supplier<Parent> content, Theme theme) {
        Stage stage = stage();
        return on(() -> {
            var room = new StackPane();
            var scene = new Scene(room, 1440, 900);
            theme.applyTo(scene);
            stage.setScene(scene);
            stage.show();
            room.getChildren().setAll(content.get());
            return scene;
        });
    }

    private static Stage stage() {
        try {
            return FxToolkit.registerPrimaryStage();
        } catch (java.util.concurrent.TimeoutException slow) {
            throw new IllegalStateException(slow);
        }
    }

    /// Draws it in both themes, as `name-light.png` and `name-dark.png`.
    public static void saveBoth(Scene scene, String name) {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            on(() -> {
                theme.applyTo(scene);
                return scene;
            });
            save(scene, name + "-" + theme.name().toLowerCase(Locale.ROOT));
        }
    }

    /// Draws it as it is. Every control in it must have a name for those who cannot see it.
    public static void save(Scene scene, String name) {
        settle();
        WritableImage image = on(() -> scene.snapshot(null));
        assertThat(on(() -> Names.missing(scene.getRoot())))
                .as("controls without a name in " + name)
                .isEmpty();
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    FOLDER.resolve(name + ".png").toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// Waits until the toolkit has drawn what was asked of it.
    public static void settle() {
        WaitForAsyncUtils.waitForFxEvents(8);
    }

    /// Runs something on the FX thread and waits for it; at once if this is that thread.
    public static <T> T on(java.util.function.Supplier<T> work) {
        if (Platform.isFxApplicationThread()) {
            return work.get();
        }
        stage();
        var result = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (Throwable failed) {
                result.completeExceptionally(failed);
            }
        });
        return result.join();
    }
}
