// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.Place;
import java.util.Optional;

/// A navigator that pages are given before the shell that holds them exists.
public final class Later implements Navigator {
    private Optional<Navigator> goal = Optional.empty();

    public void leadsTo(Navigator navigator) {
        goal = Optional.of(navigator);
    }

    @Override
    public void go(Place place, String argument) {
        goal.ifPresent(navigator -> navigator.go(place, argument));
    }
}
