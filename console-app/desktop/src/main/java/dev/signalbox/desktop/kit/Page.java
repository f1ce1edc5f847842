// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// One page of the console. Built once; its view stays while other pages are shown.
public interface Page {
    Place place();

    default String title() {
        return place().title();
    }

    default Icons icon() {
        return place().icon();
    }

    /// A number at the page's place in the rail, such as how many wait there for a person; empty for none.
    default ObservableValue<String> badge() {
        return new ReadOnlyStringWrapper("");
    }

    /// What a person can have done here by its name. Each runs with the page in front.
    default List<Command> commands() {
        return List.of();
    }

    /// The names of what can be opened here, as `open` takes them, as of now.
    default List<String> names() {
        return List.of();
    }

    /// What keys do here.
    default List<KeyNote> keys() {
        return List.of();
    }

    /// The same node each time.
    Node view();

    /// The page has come to the front.
    default void shown() {}

    /// Another page comes to the front, or the window closes: unsaved work is kept now.
    default void left() {}

    /// Someone came here for something, after `shown()`.
    ///
    /// @param argument what the navigator was given; never empty
    default void open(String argument) {}
}
