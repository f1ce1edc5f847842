// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow.tap;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.node.NodeActions;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Puts messages into steps, and says in a sentence what came of the last one.
final class Injecting {
    private final NodeActions hub;
    private final OnFx fx;
    private final StringProperty said = new SimpleStringProperty("");
    private long asked;

    Injecting(NodeActions hub, OnFx fx) {
        this.hub = hub;
        this.fx = fx;
    }

    void personInjects(DeviceId node, Target target, InjectDraft draft) {
        long mine = ++asked;
        said.set("Asking " + node + "…");
        fx.fetch(() -> hub.inject(node, draft.to(target)), words -> say(mine, words), what -> say(mine, words(what)));
    }

    private static String words(Problem what) {
        return what.what() + " " + what.remedy();
    }

    /// Another target is looked at.
    void forget() {
        asked++;
        said.set("");
    }

    private void say(long mine, String words) {
        if (mine == asked) {
            said.set(words);
        }
    }

    ReadOnlyStringProperty said() {
        return said;
    }
}
