// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import dev.signalbox.operator.intake.IntakeView;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.report.NodeReport;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the frame around the pages says: the hub, the nodes as a whole, the release, the time.
public final class ShellViewModel {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final Map<String, NodeView> nodes = new HashMap<>();
    private final ReadOnlyBooleanWrapper hubUp = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyLongWrapper online = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper waiting = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper release = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper alarm = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");

    public ShellViewModel(Clock clock) {
        this.clock = clock;
        tick();
    }

    public void hubIs(boolean up) {
        hubUp.set(up);
    }

    public void nodeSeen(NodeView node) {
        nodes.put(node.id().value(), node);
    }

    public void nodeGone(String id) {
        nodes.remove(id);
    }

    /// Counts once after a batch of nodes.
    public void nodesHeard() {
        online.set(nodes.values().stream().filter(NodeView::connected).count());
        total.set(nodes.size());
        waiting.set(nodes.values().stream()
                .mapToLong(node -> node.report().map(NodeReport::outboxWaiting).orElse(0L))
                .sum());
        nodes.values().stream().mapToLong(NodeView::ordered).max().ifPresent(this::releaseIs);
    }

    /// The newest release there is. An older number changes nothing.
    public void releaseIs(long number) {
        release.set(Math.max(release.get(), number));
    }

    /// Whether the hub takes in what devices send.
    public void intakeIs(IntakeView intake) {
        IntakeView.Disk disk = intake.disk();
        long devices = intake.quota().devices();
        String full = String.format(
                Locale.ROOT,
                "No messages are taken in: %,d MiB of the hub's disk are free, %,d MiB are kept free",
                disk.freeBytes() >> 20,
                disk.keptFreeBytes() >> 20);
        String quota = String.format(
                Locale.ROOT,
                devices == 1 ? "%,d device sent all it may today" : "%,d devices sent all they may today",
                devices);
        alarm.set(disk.isFull() ? full : devices > 0 ? quota : "");
    }

    /// A second has passed.
    public void tick() {
        time.set(TIME.format(Instant.now(clock)));
    }

    ReadOnlyBooleanProperty hubUp() {
        return hubUp.getReadOnlyProperty();
    }

    ReadOnlyLongProperty online() {
        return online.getReadOnlyProperty();
    }

    ReadOnlyLongProperty total() {
        return total.getReadOnlyProperty();
    }

    ReadOnlyLongProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    ReadOnlyLongProperty release() {
        return release.getReadOnlyProperty();
    }

    /// What keeps the hub from taking in messages; empty if nothing does.
    ReadOnlyStringProperty alarm() {
        return alarm.getReadOnlyProperty();
    }

    ReadOnlyStringProperty time() {
        return time.getReadOnlyProperty();
    }
}
