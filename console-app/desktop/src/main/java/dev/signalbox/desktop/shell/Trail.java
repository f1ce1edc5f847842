// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import dev.signalbox.desktop.kit.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The pages over which links led a person to where she is. Who chooses a page by herself begins a new trail.
public final class Trail {
    private static final int LONGEST = 32;

    private final Deque<Place> places = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Optional<Place>> last = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// A link leads away from that page.
    void leaves(Place place) {
        places.addLast(place);
        if (places.size() > LONGEST) {
            places.removeFirst();
        }
        show();
    }

    void begins() {
        places.clear();
        show();
    }

    /// The page to go back to; it is the last one no more.
    Optional<Place> back() {
        Optional<Place> place = Optional.ofNullable(places.pollLast());
        show();
        return place;
    }

    private void show() {
        last.set(Optional.ofNullable(places.peekLast()));
    }

    /// Where a link led from last; empty when there is no way back.
    public ReadOnlyObjectProperty<Optional<Place>> last() {
        return last.getReadOnlyProperty();
    }
}
