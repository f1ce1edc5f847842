// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tour;

/// What somebody new does one after the other.
public enum TourStep {
    NODE("Have a node", "Add a node…"),
    SERVICE("Write a service", "New service…"),
    FLOW("Wire it into a flow", "New flow…"),
    ASSIGNMENT("Say where it runs", "Open the flow"),
    RELEASE("Release it", "Release…"),
    RUNNING("Watch it run", "See the nodes");

    private final String title;
    private final String button;

    TourStep(String title, String button) {
        this.title = title;
        this.button = button;
    }

    String title() {
        return title;
    }

    /// What stands on the button that leads there.
    String button() {
        return button;
    }
}
