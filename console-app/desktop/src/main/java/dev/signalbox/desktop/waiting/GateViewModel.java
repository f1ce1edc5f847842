// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.provisioning.GateView;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.provisioning.Provisioning;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the page knows of whether new devices may come in.
final class GateViewModel {
    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final int TICKS_BETWEEN_LOOKS = 5;

    private final Provisioning hub;
    private final OnFx fx;
    private final Asking asking;
    private final ObjectProperty<GateView> gate = new SimpleObjectProperty<>(GateView.OPEN);
    private boolean shown;
    private boolean looking;
    private boolean lookFailed;
    /// Grows with all that makes an answer stale that is on its way.
    private int turn;

    private int ticks;

    GateViewModel(Provisioning hub, OnFx fx) {
        this.hub = hub;
        this.fx = fx;
        asking = new Asking(fx);
    }

    /// The page is in front, or not any more.
    void isShown(boolean now) {
        shown = now;
        if (now) {
            look();
        }
    }

    /// A second has passed. Another operator may have changed it.
    void tick() {
        ticks++;
        if (shown && ticks % TICKS_BETWEEN_LOOKS == 0) {
            look();
        }
    }

    private void look() {
        if (!looking) {
            looking = true;
            int asked = turn;
            fx.fetch(hub::gate, now -> told(now, asked), this::untold);
        }
    }

    /// Why a person's own wish failed stays until the next one.
    private void told(GateView now, int asked) {
        looking = false;
        if (lookFailed) {
            asking.clear();
        }
        lookFailed = false;
        if (asked == turn) {
            gate.set(now);
        }
    }

    private void untold(Problem why) {
        looking = false;
        lookFailed = true;
        asking.explain(why);
    }

    void personCloses() {
        wish(true);
    }

    void personOpens() {
        wish(false);
    }

    private void wish(boolean closed) {
        lookFailed = false;
        turn++;
        asking.ask(() -> hub.close(closed), now -> {
            turn++;
            gate.set(now);
        });
    }

    ReadOnlyObjectProperty<GateView> gate() {
        return gate;
    }

    /// Who closed it and when.
    static String words(GateView closed) {
        return "Closed"
                + closed.since()
                        .map(since -> " since " + SINCE.format(since) + " UTC by " + closed.by())
                        .orElse("")
                + ". Devices that ask are told to try again later. Those that are in go on as before.";
    }

    Asking asking() {
        return asking;
    }
}
