// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.gallery;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;

/// Each control that a person can press or write in, in each state: a row a control, a column a state.
final class ControlTable extends GridPane {
    ControlTable() {
        getStyleClass().add("gallery-table");
        int column = 1;
        for (StateOfControl state : StateOfControl.values()) {
            add(quiet(state.words()), column++, 0);
        }
        row("Button", () -> Buttons.plain("Add a node", () -> {}));
        row("with an icon", () -> Buttons.plain(Icons.PAUSE, "Pause", () -> {}));
        row("the page's one", () -> Buttons.primary("Release…", () -> {}));
        row("not to be taken back", () -> Buttons.danger("Delete…", () -> {}));
        row("an icon alone", () -> Buttons.quiet(Icons.MORE, "More"));
        row("small", ControlTable::small);
        row("Switch, off", () -> new ToggleButton("Follow"));
        row("on", ControlTable::on);
        row("Check box", () -> new CheckBox("mandatory"));
        row("checked", ControlTable::checked);
        row("Field, empty", () -> named(new TextField(), "Filter services"));
        row("written in", () -> named(new TextField("press-0417"), "Name"));
        row("wrong", ControlTable::wrong);
        row("secret", ControlTable::secret);
        row("of several lines", ControlTable::area);
        row("Choice", ControlTable::choice);
        row("Menu", ControlTable::menu);
        row("Link", () -> new Hyperlink("boiler/watch"));
        row("Progress", () -> bar(0.4));
        row("nobody knows how far", () -> bar(ProgressBar.INDETERMINATE_PROGRESS));
    }

    private void row(String name, Supplier<Control> control) {
        int row = getRowCount();
        int column = 1;
        add(quiet(name), 0, row);
        for (StateOfControl state : StateOfControl.values()) {
            Node one = control.get();
            state.putOn(one);
            add(one, column++, row);
        }
    }

    private static Label quiet(String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("muted", "small-words");
        return label;
    }

    private static Button small() {
        Button button = Buttons.plain("Restore", () -> {});
        button.getStyleClass().add("small");
        return button;
    }

    private static ToggleButton on() {
        var button = new ToggleButton("Errors");
        button.setSelected(true);
        return button;
    }

    private static CheckBox checked() {
        var box = new CheckBox("mandatory");
        box.setSelected(true);
        return box;
    }

    private static TextInputControl named(TextInputControl field, String name) {
        field.setPromptText(name);
        field.setAccessibleText(name);
        return field;
    }

    private static Control wrong() {
        TextInputControl field = named(new TextField("82,5"), "Limit");
        field.getStyleClass().addAll("mono", "bad");
        return field;
    }

    private static Control secret() {
        var field = new PasswordField();
        field.setText("not to be read");
        return named(field, "Password");
    }

    private static Control area() {
        var area = new TextArea("{\n  \"celsius\": 99\n}");
        area.setPrefRowCount(3);
        area.setPrefColumnCount(14);
        area.getStyleClass().add("mono");
        return named(area, "Message");
    }

    private static Control choice() {
        var choice = new ComboBox<>(FXCollections.observableArrayList("0.2, locked", "latest"));
        choice.getSelectionModel().select(0);
        choice.setAccessibleText("Version");
        return choice;
    }

    private static Control menu() {
        return new MenuButton("Actions", null, new MenuItem("Ping"));
    }

    private static Control bar(double progress) {
        var bar = new ProgressBar(progress);
        bar.setAccessibleText("Progress");
        return bar;
    }
}
