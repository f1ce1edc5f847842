// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import javafx.scene.Node;

/// What stands in the window before there is a session.
final class Welcome {
    private Welcome() {}

    static Node connecting(Path contact) {
        return new EmptyState(Icons.REFRESH, "Signing in", "Opening the hub named in " + contact + ".");
    }

    static Node failed(Problem problem, Runnable again) {
        return new EmptyState(
                Icons.ERROR,
                problem.what(),
                problem.remedy() + " (" + problem.code() + ")",
                Buttons.primary("Try again", again));
    }
}
