// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.command.Commands;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.tour.TourPlace;
import dev.signalbox.desktop.tour.TourStep;
import dev.signalbox.desktop.tour.TourWays;

/// Leads to the pages where the first steps are taken.
record FirstSteps(Commands commands, Navigator navigator) implements TourWays {
    @Override
    public void lead(TourStep step, TourPlace at) {
        switch (step) {
            case NODE -> commands.perform("Add a node…");
            case SERVICE -> commands.perform("New service…");
            case FLOW -> commands.perform("New flow…");
            case ASSIGNMENT -> navigator.go(Place.FLOWS, at.flow().orElse(""));
            case RELEASE -> commands.perform("Release…");
            case RUNNING -> navigator.go(Place.NODES, "");
        }
    }

    @Override
    public void showLines(String service) {
        navigator.go(Place.LOGS, "service=" + service);
    }
}
