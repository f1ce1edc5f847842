// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

/// Takes the person to another page. Pages never see each other: they ask this.
public interface Navigator {
    /// Shows the page, if there is one, and tells it what to open.
    ///
    /// @param argument what to show there, such as a service or, for LOGS, a filter; empty for nothing special
    void go(Place place, String argument);
}
