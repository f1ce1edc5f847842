// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Sizes;
import dev.signalbox.desktop.kit.Warning;
import dev.signalbox.operator.stream.MessageView;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Beside the payload: where the message came from, why it is a dead letter, and its properties.
final class MessageFacts extends ScrollPane {
    private final VBox room = new VBox();
    private final Consumer<String> toDevice;

    MessageFacts(Consumer<String> toDevice) {
        this.toDevice = toDevice;
        getStyleClass().add("message-facts");
        room.getStyleClass().add("message-facts-room");
        setContent(room);
        setFitToWidth(true);
    }

    void show(MessageRow row) {
        MessageView message = row.message();
        Button device = Buttons.plain(row.device(), () -> toDevice.accept(row.device()));
        device.getStyleClass().add("link");
        device.setId("message-device");
        device.setMinWidth(0);
        var about = new GridPane();
        about.getStyleClass().add("stream-facts");
        about.addRow(0, name("Device"), device);
        about.addRow(1, name("Received"), value(row.received() + " UTC"));
        about.addRow(2, name("Size"), value(size(message)));
        room.getChildren().setAll(about);
        row.dead()
                .ifPresent(why -> room.getChildren().addFirst(new Warning(why.what(), why.remedy(), code(why.code()))));
        var properties = new GridPane();
        properties.getStyleClass().add("stream-facts");
        new TreeMap<>(message.properties())
                .forEach((key, text) -> properties.addRow(properties.getRowCount(), name(key), value(text)));
        var title = new Label("Properties");
        title.getStyleClass().add("section-title");
        room.getChildren().add(title);
        room.getChildren().add(properties.getChildren().isEmpty() ? Fields.quiet("It has none.") : properties);
        setVvalue(0);
    }

    private static String size(MessageView message) {
        String exact = message.size() < 1024 ? "" : String.format(Locale.ROOT, " (%,d B)", message.size());
        return Sizes.words(message.size()) + exact;
    }

    private static Label code(String code) {
        var label = new Label(code);
        label.getStyleClass().add("problem-code");
        return label;
    }

    private static Label name(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    private static Label value(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        return label;
    }
}
