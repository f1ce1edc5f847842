// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.fleet.FleetPage;
import dev.signalbox.desktop.fleet.NodeDesk;
import dev.signalbox.desktop.fleet.NodeNews;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.log.LogDock;
import dev.signalbox.desktop.log.LogStore;
import dev.signalbox.desktop.log.LogsPage;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.desktop.pictures.Samples;
import dev.signalbox.desktop.shell.Shell;
import dev.signalbox.desktop.shell.ShellViewModel;
import dev.signalbox.desktop.shell.StatusBar;
import dev.signalbox.desktop.shell.TopBar;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

/// Draws each page in both themes into `target/pictures`, to be looked at.
class PicturesTest {
    private static final NodeDesk NO_DESK = new NodeDesk() {
        @Override
        public String create(NewDevice device) {
            return "signalbox1.token";
        }

        @Override
        public String token(DeviceId id) {
            return "signalbox1.token";
        }

        @Override
        public void setTags(DeviceId id, Map<String, String> tags) {}

        @Override
        public void delete(DeviceId id) {}
    };

    private final LogStore store = new LogStore();
    private final ShellViewModel model =
            new ShellViewModel(Clock.fixed(Instant.parse("2026-11-21T12:03:11Z"), ZoneOffset.UTC));
    private final FleetPage[] fleet = new FleetPage[1];
    private final LogDock[] dock = new LogDock[1];
    private final Shell[] shell = new Shell[1];

    @Test
    void everyPageCanBeDrawnInBothThemes() {
        Scene scene = Pictures.show(this::build, Theme.LIGHT);
        go(Place.NODES, "");
        Pictures.saveBoth(scene, "nodes-empty");
        go(Place.LOGS, "");
        Pictures.saveBoth(scene, "logs-empty");
        fill();
        Pictures.saveBoth(scene, "logs");
        go(Place.LOGS, "level=warning service=boiler limit");
        Pictures.saveBoth(scene, "logs-filtered");
        go(Place.LOGS, "nothing says this");
        Pictures.saveBoth(scene, "logs-none-match");
        go(Place.NODES, "press-0418");
        Pictures.saveBoth(scene, "nodes");
        go(Place.NODES, "gateway-01");
        Pictures.on(() -> {
            dock[0].toggle();
            return scene;
        });
        Pictures.saveBoth(scene, "nodes-dock");
        assertThat(Path.of("target/pictures/nodes-dock-dark.png")).exists();
    }

    private void go(Place place, String argument) {
        Pictures.on(() -> {
            shell[0].go(place, argument);
            return place;
        });
    }

    private void fill() {
        Pictures.on(() -> {
            store.append(Samples.lines(400));
            for (NodeView node : Samples.nodes()) {
                fleet[0].hear(List.of(new NodeNews.Seen(node)));
                model.nodeSeen(node);
            }
            model.nodesHeard();
            return store;
        });
    }

    private javafx.scene.Parent build() {
        var theme = new SimpleObjectProperty<>(Theme.LIGHT);
        dock[0] = new LogDock(store);
        fleet[0] = new FleetPage(NO_DESK, OnFx.atOnce(), (place, argument) -> {});
        List<Page> pages = List.of(fleet[0], new LogsPage(store));
        var topBar = new TopBar(model, "north-works", theme);
        topBar.offersRelease(() -> {});
        shell[0] = new Shell(pages, dock[0], topBar, new StatusBar(model, store.warnings(), store.errors()));
        return shell[0].view();
    }
}
