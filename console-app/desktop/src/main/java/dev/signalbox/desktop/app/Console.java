// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.access.AccessPage;
import dev.signalbox.desktop.command.Commands;
import dev.signalbox.desktop.device.DevicesPage;
import dev.signalbox.desktop.editor.ServicesPage;
import dev.signalbox.desktop.fleet.FleetPage;
import dev.signalbox.desktop.fleet.NodeNews;
import dev.signalbox.desktop.flow.FlowDesk;
import dev.signalbox.desktop.flow.FlowsPage;
import dev.signalbox.desktop.job.JobsPage;
import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.HubNews;
import dev.signalbox.desktop.kit.LiveFigures;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.TextSize;
import dev.signalbox.desktop.kit.Theme;
import dev.signalbox.desktop.log.LogDock;
import dev.signalbox.desktop.log.LogStore;
import dev.signalbox.desktop.log.LogsPage;
import dev.signalbox.desktop.operator.OperatorsPage;
import dev.signalbox.desktop.release.ReleaseDesk;
import dev.signalbox.desktop.release.ReleaseDialog;
import dev.signalbox.desktop.release.ReleasesPage;
import dev.signalbox.desktop.rows.QueryPage;
import dev.signalbox.desktop.shell.Later;
import dev.signalbox.desktop.shell.Shell;
import dev.signalbox.desktop.shell.ShellViewModel;
import dev.signalbox.desktop.shell.StatusBar;
import dev.signalbox.desktop.shell.TopBar;
import dev.signalbox.desktop.stream.StreamsPage;
import dev.signalbox.desktop.tour.TourCard;
import dev.signalbox.desktop.tour.TourMemory;
import dev.signalbox.desktop.tour.TourViewModel;
import dev.signalbox.desktop.waiting.WaitingPage;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.workbench.journal.Journal;
import dev.signalbox.workbench.session.Workbench;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.scene.input.KeyCode;

/// The console over one session: the wiring, top to bottom.
record Console(Shell shell, Commands commands, LiveWires wires, Journal journal, OnFx fx) implements AutoCloseable {
    /// What the pages are told of that show what was written; jobs go on too often for these.
    private static final Set<String> AUTHORED = Set.of("services", "flows", "releases");

    private static final Duration LAST_SAVES = Duration.ofSeconds(5);

    static Console open(Workbench session, OnFx fx, ObjectProperty<Theme> theme, TourMemory memory) {
        var lines = new LogStore();
        var frame = new ShellViewModel(Clock.systemUTC());
        var navigator = new Later();
        var figures = new LiveFigures(fx, System::nanoTime);

        var fleet = new FleetPage(
                new HubNodeDesk(session.nodes(), session.nodeActions(), session.devices()), fx, navigator);
        fleet.follows(figures);
        var logs = new LogsPage(lines);
        var help = session.sourceHelp();
        Journal journal = session.openJournal();
        var services = new ServicesPage(
                session.services(), session.flows(), help, new ServicesPage.Surroundings(fx, navigator, journal));
        var flows = new FlowsPage(
                new FlowDesk(session.flows(), session.services(), figures, journal),
                session.nodeActions(),
                fx,
                navigator);
        var releases = new ReleasesPage(session.releases(), session.rollouts(), session.approvals(), fx);
        var devices = new DevicesPage(session.devices(), session.queries(), fx, navigator);
        var waiting = new WaitingPage(session.provisioning(), fx);
        var streams = new StreamsPage(session.streams(), session.feeds()::messages, fx, navigator);
        var jobs = new JobsPage(session.jobs(), session.queries(), fx, navigator);
        var query = new QueryPage(session.queries(), fx, navigator);
        var access = new AccessPage(
                Optional.of(session.policies()).filter(_ -> session.role().has(Right.OWN)),
                session.authorities(),
                new AccessPage.Programs(session.consumerTokens(), session.streams()::list),
                fx);
        var operators = new OperatorsPage(
                new OperatorsPage.Desk(session.operators(), session.trust(), session.audit()), fx, Clock.systemUTC());
        List<Page> pages = List.of(
                fleet, services, flows, releases, logs, devices, waiting, streams, jobs, query, access, operators);
        var tour = new TourViewModel(session.services(), session.flows(), memory, fx);
        List<HubNews> listeners = List.of(services.news(), flows.news(), devices.news(), tour);

        var dock = new LogDock(lines);
        var topBar = new TopBar(frame, session.workspace(), theme);
        var statusBar = new StatusBar(frame, lines.warnings(), lines.errors());
        var shell = new Shell(pages, dock, topBar, statusBar);
        var making = new ReleaseDesk(session.releases(), session.approvals(), session.nodes()::list);
        Runnable release = () -> {
            shell.keepWork();
            ReleaseDialog.open(shell.view().getScene().getWindow(), making, fx);
        };
        navigator.leadsTo(shell);
        var commands = new Commands(pages, shell)
                .with(shell.commands())
                .with(
                        new Command("Release…", release),
                        new Command("Show or hide the log", dock::toggle).onCtrl(KeyCode.J),
                        new Command("Theme: light", () -> theme.set(Theme.LIGHT)),
                        new Command("Theme: dark", () -> theme.set(Theme.DARK)),
                        new Command("Theme: high contrast", () -> theme.set(Theme.CONTRAST)),
                        new Command("Text: larger", TextSize::larger).onCtrl(KeyCode.EQUALS),
                        new Command("Text: smaller", TextSize::smaller).onCtrl(KeyCode.MINUS),
                        new Command("Text: usual size", () -> TextSize.set(TextSize.USUAL)),
                        new Command("First steps", tour::personBegins))
                .withCards(shell::cover);
        shell.cover(new TourCard(tour, new FirstSteps(commands, shell), shell.lookedAt()));
        topBar.offersCommands(commands::find);
        topBar.offersRelease(release);
        topBar.offersWayBack(shell.trail(), shell::back);

        var wires = new LiveWires(session, fx, frame);
        wires.logs(lines::append);
        wires.nodes(news -> {
            fleet.hear(news);
            news.forEach(one -> tell(frame, listeners, one));
            frame.nodesHeard();
        });
        wires.figures(figures::hear);
        wires.operations(waiting::hear);
        wires.rates(streams::hear);
        wires.releases();
        wires.intake();
        wires.changes(what -> {
            jobs.changed(what);
            releases.changed(what);
            if (AUTHORED.contains(what)) {
                listeners.forEach(HubNews::look);
            }
        });
        wires.warmUp(help);
        wires.eachSecond(frame::tick);
        wires.eachSecond(waiting::tick);
        listeners.forEach(HubNews::look);
        return new Console(shell, commands, wires, journal, fx);
    }

    private static void tell(ShellViewModel frame, List<HubNews> listeners, NodeNews news) {
        switch (news) {
            case NodeNews.Seen seen -> {
                frame.nodeSeen(seen.node());
                listeners.forEach(one -> one.hear(seen.node()));
            }
            case NodeNews.Gone gone -> {
                frame.nodeGone(gone.id());
                listeners.forEach(one -> one.gone(gone.id()));
            }
        }
    }

    /// Waits for the last saves, then ends the session.
    @Override
    public void close() {
        shell.keepWork();
        fx.finish(LAST_SAVES);
        wires.close();
        journal.close();
    }
}
