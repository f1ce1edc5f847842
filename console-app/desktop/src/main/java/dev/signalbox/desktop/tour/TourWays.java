// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tour;

/// Leads to where a step is taken.
public interface TourWays {
    /// @param at how far the person is
    void lead(TourStep step, TourPlace at);

    /// Shows what that service writes.
    void showLines(String service);
}
