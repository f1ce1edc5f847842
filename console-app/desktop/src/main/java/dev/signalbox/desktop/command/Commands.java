// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.command;

import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

/// All that can be done by name: what the window does, what its pages do, and everything that can be opened in them.
public final class Commands {
    private final List<Command> own = new ArrayList<>();
    private final List<Page> pages;
    private final Navigator navigator;
    private Runnable palette = () -> {};

    public Commands(List<Page> pages, Navigator navigator) {
        this.pages = List.copyOf(pages);
        this.navigator = navigator;
    }

    /// Adds what the window as a whole can do.
    public Commands with(Command... more) {
        own.addAll(List.of(more));
        return this;
    }

    /// Adds the palette of commands (Ctrl+K) and the list of keys (Ctrl+/).
    ///
    /// @param cover lays a node over the window
    public Commands withCards(Consumer<Node> cover) {
        var card = new CommandPalette(this);
        var keys = new KeyMap(this);
        cover.accept(card.view());
        cover.accept(keys.view());
        palette = card::toggle;
        return with(
                new Command("Find a command", palette).onCtrl(KeyCode.K),
                new Command("Show all keys", keys::open).onCtrl(KeyCode.SLASH));
    }

    /// Does what has that title; nothing if it cannot be done now.
    public void perform(String title) {
        all().stream()
                .filter(command -> command.title().equals(title))
                .findFirst()
                .ifPresent(command -> command.action().run());
    }

    /// Opens the palette.
    public void find() {
        palette.run();
    }

    /// As of now: what can be opened comes and goes.
    List<Command> all() {
        Stream<Command> deeds = pages.stream().flatMap(this::deeds);
        Stream<Command> things = pages.stream().flatMap(this::things);
        return Stream.of(own.stream(), deeds, things).flatMap(all -> all).toList();
    }

    private Stream<Command> deeds(Page page) {
        return page.commands().stream()
                .map(command -> command.doing(() -> {
                    navigator.go(page.place(), "");
                    command.action().run();
                }));
    }

    private Stream<Command> things(Page page) {
        return page.names().stream()
                .map(name -> new Command(name, page.place(), () -> navigator.go(page.place(), name)));
    }

    /// Those of the window itself that have keys.
    List<Command> withKeys() {
        return own.stream().filter(command -> command.keys().isPresent()).toList();
    }

    List<Page> pages() {
        return pages;
    }

    /// Has the keys work wherever the focus is, unless something there needs them itself.
    public void joinKeys(Scene scene) {
        withKeys()
                .forEach(command ->
                        command.keys().ifPresent(keys -> scene.getAccelerators().put(keys, command.action())));
    }
}
