// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

/// Where one can go in the console, in the rail's order.
public enum Place {
    NODES("Nodes", Icons.NODES),
    SERVICES("Services", Icons.SERVICES),
    FLOWS("Flows", Icons.FLOWS),
    RELEASES("Releases", Icons.RELEASE),
    LOGS("Logs", Icons.LOGS),
    DEVICES("Devices", Icons.DEVICES),
    WAITING("Waiting", Icons.WAITING),
    STREAMS("Streams", Icons.STREAMS),
    JOBS("Jobs", Icons.JOBS),
    QUERY("Query", Icons.QUERY),
    ACCESS("Access", Icons.ACCESS),
    OPERATORS("Operators", Icons.OPERATORS);

    private final String title;
    private final Icons icon;

    Place(String title, Icons icon) {
        this.title = title;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    public Icons icon() {
        return icon;
    }
}
