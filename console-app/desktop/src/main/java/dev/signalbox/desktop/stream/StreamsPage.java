// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Lazy;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.operator.stream.StreamRate;
import dev.signalbox.workbench.stream.Streams;
import java.util.List;
import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.util.Duration;

/// The Streams page: all streams at the left, and beside them what is in the one that is looked at.
public final class StreamsPage implements Page {
    private static final Duration LOOK_AGAIN = Duration.seconds(3);
    private static final double LIST_SHARE = 0.26;

    private final StreamsViewModel model;
    private final StreamModels models;
    private final Lazy<Sight> sight;
    private final Timeline clock;

    /// @param feed tells of messages as they come
    public StreamsPage(Streams streams, MessageFeed feed, OnFx fx, Navigator navigator) {
        model = new StreamsViewModel(streams, fx);
        models = new StreamModels(streams, feed, fx);
        sight = new Lazy<>(() ->
                draw(new StreamPane(model, models, fx, device -> navigator.go(Place.DEVICES, device))));
        clock = new Timeline(new KeyFrame(LOOK_AGAIN, e -> {
            model.look();
            models.letters().look();
        }));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /// What is seen of the page.
    private record Sight(StreamPane pane, Node all) {}

    private Sight draw(StreamPane pane) {
        var list = new StreamList(model, this::make);
        var both = new SplitPane(list, pane);
        both.getStyleClass().add("stream-split");
        both.setDividerPositions(LIST_SHARE);
        SplitPane.setResizableWithParent(list, false);
        var unread =
                new EmptyState(Icons.STREAMS, "Streams are not read yet", "What devices send is sorted into streams.");
        var all = new Frame(
                both, unread, model.rows().map(Map::isEmpty), model.asking().problem());
        return new Sight(pane, all);
    }

    private void make() {
        String group = model.selected().get().map(StreamRow::group).orElse("");
        new NewStreamForm(model, group).ask(view().getScene().getWindow()).ifPresent(model::personMakes);
    }

    /// Takes what the hub told of how busy streams are since the last pulse.
    public void hear(List<List<StreamRate>> rates) {
        model.hear(rates);
    }

    @Override
    public Place place() {
        return Place.STREAMS;
    }

    @Override
    public Node view() {
        return sight.get().all();
    }

    @Override
    public void shown() {
        model.look();
        models.comeBack();
        sight.get().pane().comeBack();
        clock.play();
    }

    @Override
    public void left() {
        clock.stop();
        models.leave();
    }
}
