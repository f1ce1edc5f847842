// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.JsonHelp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A field for JSON of many lines: colours, a wave under the first place that is no JSON, and the reason below it.
public final class JsonEditor extends VBox {
    private static final String FILE = "text.json";

    private final CodeEditor editor = new CodeEditor();

    /// @param id of the text area
    /// @param objectsOnly whether a text, number or list alone is wrong too
    public static JsonEditor writing(String id, StringProperty text, boolean objectsOnly, OnFx fx) {
        var help = new JsonHelp(objectsOnly);
        return new JsonEditor(id, text, new Checking(help, fx, FILE), Optional.of(new Formatting(help, fx, FILE)));
    }

    /// To read and copy only.
    public static JsonEditor reading(String id, StringProperty text, OnFx fx) {
        return new JsonEditor(id, text, new Checking(new JsonHelp(false), fx, FILE), Optional.empty());
    }

    private JsonEditor(String id, StringProperty text, Checking checking, Optional<Formatting> writing) {
        getStyleClass().add("json-editor");
        editor.area().setId(id);
        editor.area().setAccessibleText("JSON, " + id.replace('-', ' '));
        editor.area().setWrapText(true);
        VBox.setVgrow(editor, Priority.ALWAYS);
        getChildren().add(editor);
        var features = new ArrayList<EditorFeature>(List.of(new Bound(text), new LineNumbers(), new Colours(checking)));
        if (writing.isPresent()) {
            var strip = new ProblemStrip(editor::goTo);
            strip.follow(checking);
            features.addAll(List.of(new Indenting("  "), new MarkTips(checking), writing.get()));
            getChildren().add(strip);
        } else {
            getStyleClass().add("reading");
            features.add(new TabLeaving());
        }
        editor.show(text.get(), writing.isPresent(), features);
        text.subscribe(checking::look);
    }
}
