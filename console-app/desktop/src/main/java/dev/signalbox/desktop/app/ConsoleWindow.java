// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.entrance.EntranceView;
import dev.signalbox.desktop.entrance.EntranceViewModel;
import dev.signalbox.desktop.gallery.Gallery;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.TextSize;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.session.Workbench;
import java.util.Optional;
import java.util.Set;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The window: first a word that it signs in, then the pages or why there are none.
public final class ConsoleWindow extends Application {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final KeyCombination GALLERY =
            new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    /// What is wrong where a person has to say who she is.
    private static final Set<String> NO_SESSION = Set.of("session.none", "hub.not-started");

    private final OnFx fx = OnFx.toolkit();
    private final StackPane room = new StackPane();
    private final Scene scene = new Scene(room, WIDTH, HEIGHT);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private Optional<Console> console = Optional.empty();
    private Optional<WindowPlace> place = Optional.empty();
    private Optional<SigningIn> begun = Optional.empty();

    /// Signs in while the toolkit draws the first of the window.
    @Override
    public void init() {
        begun = Optional.of(SigningIn.begin(options()));
    }

    private ConsoleOptions options() {
        return ConsoleOptions.parse(getParameters().getRaw().toArray(String[]::new));
    }

    @Override
    public void start(Stage stage) {
        ConsoleOptions options = options();
        var habits = new Habits(options.data());
        theme.set(options.theme().orElseGet(habits::theme));
        TextSize.set(habits.textSize());
        theme.subscribe(now -> now.applyTo(scene));
        TextSize.percent().addListener((its, before, now) -> {
            theme.get().applyTo(scene);
            habits.rememberTextSize(now.intValue());
        });
        theme.addListener((its, before, now) -> habits.remember(now));
        stage.setTitle("Signalbox");
        stage.setScene(scene);
        scene.getAccelerators().put(GALLERY, () -> showGallery(stage));
        stage.setOnCloseRequest(e -> closing());
        stage.show();
        place = Optional.of(new WindowPlace(stage, habits));
        place.ifPresent(WindowPlace::restore);
        connect(options);
    }

    /// For developers: all parts the window is made of, in a window of their own.
    private void showGallery(Stage owner) {
        var parts = new Scene(new Gallery(), WIDTH, HEIGHT);
        theme.get().applyTo(parts);
        var gallery = new Stage();
        gallery.initOwner(owner);
        gallery.setTitle("Signalbox: all parts");
        gallery.setScene(parts);
        gallery.show();
    }

    private void connect(ConsoleOptions options) {
        room.getChildren().setAll(Welcome.connecting(options.contact()));
        SigningIn way = begun.orElseGet(() -> SigningIn.begin(options));
        begun = Optional.empty();
        fx.fetch(way::session, this::open, problem -> explain(problem, options));
    }

    private void open(Workbench session) {
        var opened = Console.open(session, fx, theme, new Habits(options().data()));
        console = Optional.of(opened);
        room.getChildren().setAll(opened.shell().view());
        opened.commands().joinKeys(scene);
        opened.shell().go(place.map(WindowPlace::page).orElse(Place.NODES), "");
    }

    private void explain(Problem problem, ConsoleOptions options) {
        boolean isStranger = NO_SESSION.contains(problem.code());
        room.getChildren()
                .setAll(isStranger ? entrance(problem, options) : Welcome.failed(problem, () -> connect(options)));
    }

    private Node entrance(Problem why, ConsoleOptions options) {
        var way = new HubEntrance(new ContactFile(options.contact()), options.data());
        return new EntranceView(new EntranceViewModel(way, fx, this::open), why, () -> connect(options));
    }

    private void closing() {
        console.flatMap(open -> open.shell().front())
                .ifPresent(front -> place.ifPresent(window -> window.remember(front)));
        console.ifPresent(Console::close);
        console = Optional.empty();
    }

    @Override
    public void stop() {
        closing();
    }
}
