// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.fleet.NodeNews;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.shell.ShellViewModel;
import dev.signalbox.desktop.waiting.OperationNews;
import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.stream.StreamRate;
import dev.signalbox.workbench.editing.SourceHelp;
import dev.signalbox.workbench.live.FiguresNews;
import dev.signalbox.workbench.live.NodeWatcher;
import dev.signalbox.workbench.live.OperationWatcher;
import dev.signalbox.workbench.session.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What comes from the hub while it happens, brought to the FX thread. Closing it ends all of it and the session.
final class LiveWires implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveWires.class);

    private static final Duration LOOK_AT_INTAKE = Duration.seconds(10);

    /// Less, and what is being drawn first would share the machine with it.
    private static final java.time.Duration REST = java.time.Duration.ofSeconds(3);

    private final Workbench session;
    private final OnFx fx;
    private final ShellViewModel frame;
    private final List<AutoCloseable> open = new ArrayList<>();

    LiveWires(Workbench session, OnFx fx, ShellViewModel frame) {
        this.session = session;
        this.fx = fx;
        this.frame = frame;
        open.add(session);
        open.add(session.feeds().connection(up -> fx.later(() -> frame.hubIs(up))));
    }

    void logs(Consumer<List<LogEvent>> show) {
        open.add(session.feeds().logs(fx.batched(show)));
    }

    void nodes(Consumer<List<NodeNews>> show) {
        Consumer<List<NodeNews>> batched = fx.batched(show);
        open.add(session.feeds().nodes(new NodeWatcher() {
            @Override
            public void node(NodeView view) {
                batched.accept(List.of(new NodeNews.Seen(view)));
            }

            @Override
            public void gone(String id) {
                batched.accept(List.of(new NodeNews.Gone(id)));
            }
        }));
    }

    void figures(Consumer<List<FiguresNews>> show) {
        Consumer<List<FiguresNews>> batched = fx.batched(show);
        open.add(session.feeds().figures(news -> batched.accept(List.of(news))));
    }

    void operations(Consumer<List<OperationNews>> show) {
        Consumer<List<OperationNews>> batched = fx.batched(show);
        open.add(session.feeds().operations(new OperationWatcher() {
            @Override
            public void operation(OperationView view) {
                batched.accept(List.of(new OperationNews.Told(view)));
            }

            @Override
            public void gone(String id) {
                batched.accept(List.of(new OperationNews.Gone(id)));
            }
        }));
    }

    void rates(Consumer<List<List<StreamRate>>> show) {
        Consumer<List<List<StreamRate>>> batched = fx.batched(show);
        open.add(session.feeds().rates(rates -> batched.accept(List.of(rates))));
    }

    /// Keeps the newest release's number in sight.
    void releases() {
        newestRelease();
        open.add(session.feeds().changes(what -> {
            if (what.equals("releases")) {
                newestRelease();
            }
        }));
    }

    /// Says what an operator changed, this one or another.
    void changes(Consumer<String> show) {
        open.add(session.feeds().changes(what -> fx.later(() -> show.accept(what))));
    }

    /// Makes the compiler ready once the window has come to rest, while nobody waits for it; it goes with the window.
    void warmUp(SourceHelp help) {
        open.add(help);
        fx.after(REST, () -> {
            if (open.contains(help)) {
                Thread.ofPlatform().daemon().name("warm-up").start(help::warmUp);
            }
        });
    }

    private void newestRelease() {
        fx.fetch(
                () -> session.releases().history(),
                history -> history.stream().findFirst().ifPresent(newest -> frame.releaseIs(newest.number())),
                problem -> LOG.warn("The releases could not be read: {}", problem));
    }

    /// Keeps in sight whether the hub takes in messages.
    void intake() {
        lookAtIntake();
        var clock = new Timeline(new KeyFrame(LOOK_AT_INTAKE, e -> lookAtIntake()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        open.add(clock::stop);
    }

    private void lookAtIntake() {
        fx.fetch(
                session::intake,
                frame::intakeIs,
                problem -> LOG.warn("Whether messages are taken in could not be read: {}", problem));
    }

    void eachSecond(Runnable tick) {
        var seconds = new Timeline(new KeyFrame(Duration.seconds(1), e -> tick.run()));
        seconds.setCycleCount(Animation.INDEFINITE);
        seconds.play();
        open.add(seconds::stop);
    }

    @Override
    public void close() {
        for (AutoCloseable wire : open.reversed()) {
            try {
                wire.close();
            } catch (Exception stuck) {
                LOG.warn("Something did not close", stuck);
            }
        }
        open.clear();
    }
}
