// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The whole content of the window.
public final class Shell implements Navigator {
    private final List<Page> pages;
    private final Node dock;
    private final Rail rail;
    private final StackPane room = new StackPane();
    private final BorderPane view = new BorderPane();
    private final StackPane layers = new StackPane(view);
    private final Trail trail = new Trail();
    private final ObjectProperty<Optional<Place>> lookedAt = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Page> front = Optional.empty();

    /// @param dock lies under every page but the log's own
    public Shell(List<Page> pages, Node dock, Node topBar, Node statusBar) {
        this.pages = List.copyOf(pages);
        this.dock = dock;
        rail = new Rail(this.pages, this::personChooses);
        dock.managedProperty().bind(dock.visibleProperty());
        VBox.setVgrow(room, Priority.ALWAYS);
        view.setTop(topBar);
        view.setLeft(rail);
        view.setCenter(new VBox(room, dock));
        view.setBottom(statusBar);
        view.getStyleClass().add("shell");
    }

    public Parent view() {
        return layers;
    }

    /// Lays something over the pages, which shows itself when it is wanted.
    public void cover(Node overlay) {
        layers.getChildren().add(overlay);
    }

    public List<Page> pages() {
        return pages;
    }

    /// Ctrl+1 to Ctrl+9 and Ctrl+0 bring a page to the front, Alt+Left goes back over a link.
    public Command[] commands() {
        Stream<Command> leading = IntStream.range(0, pages.size()).mapToObj(this::leading);
        var back = new Command("Back to where the link was", this::back)
                .on(new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN));
        return Stream.concat(leading, Stream.of(back)).toArray(Command[]::new);
    }

    private Command leading(int index) {
        Place place = pages.get(index).place();
        var command = new Command("Go to " + place.title(), place, () -> personChooses(place));
        return PageKey.at(index).map(key -> command.onCtrl(key.code())).orElse(command);
    }

    private void personChooses(Place place) {
        trail.begins();
        at(place).ifPresent(this::bring);
    }

    /// Goes back to the page from which a link led here; it is as it was left.
    public void back() {
        trail.back().flatMap(this::at).ifPresent(this::bring);
    }

    /// The way back.
    public Trail trail() {
        return trail;
    }

    private Optional<Page> at(Place place) {
        return pages.stream().filter(page -> page.place() == place).findFirst();
    }

    @Override
    public void go(Place place, String argument) {
        at(place).ifPresent(page -> {
            front.filter(before -> !before.equals(page)).ifPresent(before -> trail.leaves(before.place()));
            bring(page);
            if (!argument.isEmpty()) {
                page.open(argument);
            }
        });
    }

    /// The page that is looked at; empty before the first.
    public Optional<Place> front() {
        return front.map(Page::place);
    }

    /// The same, as it changes.
    public ReadOnlyObjectProperty<Optional<Place>> lookedAt() {
        return lookedAt;
    }

    private void bring(Page page) {
        if (front.filter(page::equals).isPresent()) {
            return;
        }
        front.ifPresent(Page::left);
        front = Optional.of(page);
        room.getChildren().setAll(page.view());
        rail.front(page.place());
        lookedAt.set(Optional.of(page.place()));
        dock.setVisible(page.place() != Place.LOGS);
        page.shown();
    }

    /// The page in front keeps its work now: the window closes, or what was written is released.
    public void keepWork() {
        front.ifPresent(Page::left);
    }
}
