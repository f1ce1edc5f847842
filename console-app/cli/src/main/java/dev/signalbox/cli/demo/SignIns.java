// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.demo;

import dev.signalbox.cli.terminal.Colour;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.workbench.live.NodeWatcher;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;

/// Says when nodes come and go.
final class SignIns implements NodeWatcher {
    private final PrintWriter out;
    private final Map<String, Boolean> connected = new HashMap<>();

    SignIns(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void node(NodeView view) {
        String name = view.id().value();
        Boolean before = connected.put(name, view.connected());
        if (view.connected() && !Boolean.TRUE.equals(before)) {
            out.println(Colour.GREEN.paint("Node " + name + " signed in."));
        } else if (!view.connected() && Boolean.TRUE.equals(before)) {
            out.println(Colour.YELLOW.paint("Node " + name + " is away."));
        }
    }

    @Override
    public void gone(String id) {
        connected.remove(id);
    }
}
