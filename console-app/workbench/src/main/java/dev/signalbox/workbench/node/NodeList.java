// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.node;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.workbench.link.HubLink;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/// Fetches all nodes of a hub, some with each request, as the hub gives them.
public final class NodeList {
    private NodeList() {}

    /// By id. What goes wrong is a ProblemException.
    public static List<NodeView> of(HubLink hub) {
        List<NodeView> all = new ArrayList<>();
        List<NodeView> some;
        do {
            HttpUrl.Builder url = hub.at(Paths.NODES).newBuilder();
            if (!all.isEmpty()) {
                url.addQueryParameter("after", all.getLast().id().value());
            }
            some = hub.list(url.build(), NodeView[].class);
            all.addAll(some);
        } while (some.size() == Paths.NODES_AT_ONCE);
        return List.copyOf(all);
    }
}
