// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import javafx.scene.input.KeyCode;

/// What an author and operator does in the window, in her words.
record WindowStory(Desk desk) {
    /// Makes the workspace's first service; its template is saved with it.
    void firstService(String name) {
        desk.goTo("services");
        desk.click("#service-first");
        name(name);
    }

    /// Makes one more service.
    void newService(String name) {
        desk.goTo("services");
        desk.click("#service-new");
        name(name);
    }

    private void name(String name) {
        desk.click("#service-name");
        desk.type(name);
        desk.press(KeyCode.ENTER);
        desk.awaitThere("#tab-" + name);
    }

    void openService(String name) {
        desk.goTo("services");
        desk.click("#open-service-" + name);
        desk.awaitThere("#tab-" + name);
    }

    /// Writes the open service anew, until it is without errors and saved.
    void write(String source) {
        desk.rewrite(source);
        desk.awaitWords("#status-errors", "0 errors");
        desk.awaitWords("#save-state", "Saved");
    }

    void firstFlow(String name) {
        desk.goTo("flows");
        desk.click("#flow-first");
        desk.click("#flow-name");
        desk.type(name);
        desk.press(KeyCode.ENTER);
    }

    /// Places a service and has it run on the nodes of the site.
    ///
    /// @param nodes how many nodes that must be
    void place(String service, String site, int nodes) {
        desk.doubleClick("#palette-" + service);
        desk.click("#assign-input");
        desk.type("site=" + site);
        desk.press(KeyCode.ENTER);
        desk.awaitWords("#assign-matches", nodes == 1 ? "1 node now" : nodes + " nodes now");
    }

    void awaitFlowSaved() {
        desk.awaitWords("#flow-save-state", "Saved");
    }

    void release(int number) {
        confirmRelease();
        desk.awaitWords("#release-words", "Release " + number + " runs on ");
        desk.click("#release-close");
    }

    /// Presses Release and does not wait for the hub's answer.
    void confirmRelease() {
        desk.click("#release");
        desk.awaitEnabled("#release-confirm");
        desk.click("#release-confirm");
    }

    /// Goes on in the next minor version of a service.
    void updateMinor(String name) {
        openService(name);
        desk.click("#update-minor-banner");
        desk.awaitWords("#save-state", "Saved");
    }
}
