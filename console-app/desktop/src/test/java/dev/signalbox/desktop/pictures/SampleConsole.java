// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.pictures;

import dev.signalbox.desktop.command.Commands;
import dev.signalbox.desktop.desks.ActionsInMemory;
import dev.signalbox.desktop.desks.ProvisioningInMemory;
import dev.signalbox.desktop.fleet.FleetPage;
import dev.signalbox.desktop.fleet.NodeDesk;
import dev.signalbox.desktop.fleet.NodeNews;
import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.log.LogDock;
import dev.signalbox.desktop.log.LogStore;
import dev.signalbox.desktop.log.LogsPage;
import dev.signalbox.desktop.shell.Shell;
import dev.signalbox.desktop.shell.ShellViewModel;
import dev.signalbox.desktop.shell.StatusBar;
import dev.signalbox.desktop.shell.TopBar;
import dev.signalbox.desktop.waiting.OperationNews;
import dev.signalbox.desktop.waiting.WaitingPage;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.operator.intake.IntakeView;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.workbench.node.NodeActions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;

/// The console's window over a hub that lives in this object: real pages and view-models, no network.
public final class SampleConsole implements NodeDesk {
    private final LogStore store = new LogStore();
    private final ShellViewModel frame =
            new ShellViewModel(Clock.fixed(Instant.parse("2026-11-21T12:03:11Z"), ZoneOffset.UTC));
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.DARK);
    private final List<String> deleted = new ArrayList<>();
    private final ActionsInMemory actions = new ActionsInMemory();
    private final ProvisioningInMemory provisioning = new ProvisioningInMemory();
    private FleetPage fleet;
    private WaitingPage waiting;
    private LogDock dock;
    private Shell shell;
    private Commands commands;

    /// Call on the FX thread.
    public Parent build() {
        dock = new LogDock(store);
        fleet = new FleetPage(this, OnFx.toolkit(), (place, argument) -> shell.go(place, argument));
        waiting = new WaitingPage(provisioning, OnFx.toolkit());
        List<Page> pages = List.of(fleet, new LogsPage(store), waiting);
        var topBar = new TopBar(frame, "north-works", theme);
        shell = new Shell(pages, dock, topBar, new StatusBar(frame, store.warnings(), store.errors()));
        commands = new Commands(pages, shell)
                .with(shell.commands())
                .with(new Command("Show or hide the log", dock::toggle).onCtrl(KeyCode.J))
                .withCards(shell::cover);
        topBar.offersCommands(commands::find);
        topBar.offersRelease(() -> {});
        return shell.view();
    }

    /// The hub told whether it takes in messages. Call on the FX thread.
    public void intakeIs(IntakeView intake) {
        frame.intakeIs(intake);
    }

    /// Six nodes tell of themselves, three devices ask to be let in, and 400 lines come in.
    public Shell fill() {
        store.append(Samples.lines(400));
        Samples.nodes().forEach(this::hear);
        waiting.hear(Samples.devicesThatAsk(provisioning).stream()
                .map(one -> (OperationNews) new OperationNews.Told(one))
                .toList());
        return shell;
    }

    private void hear(NodeView node) {
        fleet.hear(List.of(new NodeNews.Seen(node)));
        frame.nodeSeen(node);
        frame.nodesHeard();
    }

    public Shell shell() {
        return shell;
    }

    public Commands commands() {
        return commands;
    }

    public LogDock dock() {
        return dock;
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    public List<String> deleted() {
        return deleted;
    }

    @Override
    public String create(NewDevice device) {
        var node = new NodeView(device.id(), false, Optional.empty(), device.tags(), 0, List.of(), Optional.empty());
        OnFx.toolkit().later(() -> hear(node));
        return token(device.id());
    }

    @Override
    public String token(DeviceId id) {
        return "signalbox1.token-of-" + id;
    }

    @Override
    public Optional<AccountView> account(DeviceId id) {
        return id.value().equals("press-0418")
                ? Optional.of(new AccountView(
                        new Account(48_210, 46_979, 1204, 27, 0, 0, 12, 240_800),
                        Instant.now(),
                        new AccountView.Counted(46_979, 0, Instant.now())))
                : Optional.empty();
    }

    @Override
    public void setTags(DeviceId id, Map<String, String> tags) {}

    @Override
    public void delete(DeviceId id) {
        deleted.add(id.value());
        OnFx.toolkit().later(() -> fleet.hear(List.of(new NodeNews.Gone(id.value()))));
    }

    @Override
    public NodeActions actions() {
        return actions;
    }

    @Override
    public int tellApp(DeviceId id, String app, String command) {
        return 1;
    }
}
