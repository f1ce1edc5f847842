// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks something over a window, and waits for the answer.
public final class Ask {
    private Ask() {}

    /// Whether to go on with something that cannot be taken back.
    ///
    /// @param action what the button says, such as `Delete`
    public static boolean confirm(Window owner, String title, String words, String action) {
        var text = new Label(words);
        text.getStyleClass().add("ask-words");
        text.setWrapText(true);
        return ask(owner, title, text, action, "danger", Bindings.createBooleanBinding(() -> true));
    }

    /// Whether the person filled in the form and pressed the action's button.
    ///
    /// @param ready whether it may be pressed now
    public static boolean fill(Window owner, String title, Node form, String action, ObservableValue<Boolean> ready) {
        return ask(owner, title, form, action, "accent", ready);
    }

    /// The window that a page is shown in, or the console's while another page is.
    public static Window windowOf(Node page) {
        return page.getScene() == null
                ? Window.getWindows().getFirst()
                : page.getScene().getWindow();
    }

    /// Shows something to read or copy, with one button that closes it.
    public static void tell(Window owner, String title, Node content) {
        var dialog = dialog(owner, title, content);
        dialog.getDialogPane().getButtonTypes().add(new ButtonType("Done", ButtonData.OK_DONE));
        dialog.showAndWait();
    }

    private static boolean ask(
            Window owner, String title, Node content, String action, String style, ObservableValue<Boolean> ready) {
        var go = new ButtonType(action, ButtonData.OK_DONE);
        var dialog = dialog(owner, title, content);
        dialog.getDialogPane().getButtonTypes().addAll(go, ButtonType.CANCEL);
        var button = (Button) dialog.getDialogPane().lookupButton(go);
        button.getStyleClass().add(style);
        button.disableProperty().bind(ready.map(can -> !can));
        dialog.setOnShown(e -> firstField(content).ifPresent(Node::requestFocus));
        return dialog.showAndWait().filter(go::equals).isPresent();
    }

    /// Where a person begins to write.
    private static Optional<Node> firstField(Node form) {
        return form.lookupAll(".text-input").stream()
                .filter(field -> field.isFocusTraversable() && !field.isDisabled())
                .findFirst();
    }

    private static Dialog<ButtonType> dialog(Window owner, String title, Node content) {
        var dialog = new Dialog<ButtonType>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        var heading = new Label(title);
        heading.getStyleClass().add("ask-title");
        heading.setWrapText(true);
        var body = new VBox(heading, content);
        body.getStyleClass().add("ask");
        dialog.getDialogPane().setContent(body);
        return dialog;
    }
}
