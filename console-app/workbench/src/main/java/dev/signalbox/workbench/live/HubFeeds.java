// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.live;

import dev.signalbox.operator.live.FiguresView;
import dev.signalbox.operator.live.LogEvent;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.stream.LiveMessages;
import dev.signalbox.operator.stream.StreamRate;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.workbench.link.HubLink;
import dev.signalbox.workbench.node.NodeList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The feeds as the hub's event streams bring them.
public final class HubFeeds implements Feeds, AutoCloseable {
    private static final List<String> ALL = List.of("services", "flows", "releases", "jobs", "queries");

    private static final ListListener.Kind<NodeView> NODES =
            new ListListener.Kind<>("node", NodeView.class, node -> node.id().value());

    private static final ListListener.Kind<OperationView> OPERATIONS =
            new ListListener.Kind<>("operation", OperationView.class, OperationView::id);

    private final HubLink hub;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();

    public HubFeeds(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public AutoCloseable logs(Consumer<List<LogEvent>> lines) {
        return begin(Paths.LIVE_LOGS, event -> lines.accept(List.of(Json.read(event.data(), LogEvent[].class))));
    }

    @Override
    public AutoCloseable nodes(NodeWatcher watcher) {
        var told = new ListListener.Watcher<>(watcher::node, watcher::gone);
        return begin(Paths.LIVE_NODES, new ListListener<>(NODES, told, this::nodesNow));
    }

    @Override
    public AutoCloseable figures(Consumer<FiguresNews> news) {
        return begin(Paths.LIVE_FIGURES, event -> {
            switch (event.name()) {
                case "figures" -> news.accept(new FiguresNews.Told(Json.read(event.data(), FiguresView.class)));
                case "gone" -> news.accept(new FiguresNews.Gone(event.data()));
                default -> {}
            }
        });
    }

    @Override
    public AutoCloseable operations(OperationWatcher watcher) {
        var told = new ListListener.Watcher<>(watcher::operation, watcher::gone);
        return begin(Paths.LIVE_PROVISIONING, new ListListener<>(OPERATIONS, told, this::operationsNow));
    }

    @Override
    public AutoCloseable changes(Consumer<String> what) {
        return begin(Paths.LIVE_CHANGES, new Stream.Listener() {
            @Override
            public void event(EventReader.Event event) {
                what.accept(event.data());
            }

            @Override
            public void connected(boolean again) {
                if (again) {
                    ALL.forEach(what);
                }
            }
        });
    }

    @Override
    public AutoCloseable rates(Consumer<List<StreamRate>> rates) {
        return begin(Paths.LIVE_STREAMS, event -> rates.accept(List.of(Json.read(event.data(), StreamRate[].class))));
    }

    @Override
    public AutoCloseable messages(long stream, Consumer<LiveMessages> messages) {
        return begin(
                Paths.LIVE_STREAMS + "/" + stream,
                event -> messages.accept(Json.read(event.data(), LiveMessages.class)));
    }

    @Override
    public AutoCloseable connection(Consumer<Boolean> up) {
        return begin(Paths.LIVE_CHANGES, new ConnectionListener(up));
    }

    @Override
    public void close() {
        open.forEach(Stream::close);
    }

    private AutoCloseable begin(String path, Stream.Listener listener) {
        var stream = new Stream(hub, path, listener).start();
        open.add(stream);
        return () -> {
            open.remove(stream);
            stream.close();
        };
    }

    private List<NodeView> nodesNow() {
        return NodeList.of(hub);
    }

    private List<OperationView> operationsNow() {
        return hub.list(hub.at(Paths.PROVISIONING_OPERATIONS), OperationView[].class);
    }

    /// Says only what changed.
    private static final class ConnectionListener implements Stream.Listener {
        private final Consumer<Boolean> up;
        private Optional<Boolean> said = Optional.empty();

        ConnectionListener(Consumer<Boolean> up) {
            this.up = up;
        }

        @Override
        public void event(EventReader.Event event) {}

        @Override
        public void connected(boolean again) {
            say(true);
        }

        @Override
        public void lost() {
            say(false);
        }

        private void say(boolean now) {
            if (!said.equals(Optional.of(now))) {
                said = Optional.of(now);
                up.accept(now);
            }
        }
    }
}
