// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.JsonHelp;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A field for JSON of many lines: colours, a wave under the first place that is no JSON, and the reason below it.
public final class JsonEditor extends VBox {
    private final CodeEditor editor = new CodeEditor();

    /// @param id of the text area
    /// @param objectsOnly whether a text, number or list alone is wrong too
    public static JsonEditor writing(String id, StringProperty text, boolean objectsOnly, OnFx fx) {
        return new JsonEditor(id, text, new Checking(new JsonHelp(objectsOnly), fx, "text.json"), true);
    }

    /// To read and copy only.
    public static JsonEditor reading(String id, StringProperty text, OnFx fx) {
        return new JsonEditor(id, text, new Checking(new JsonHelp(false), fx, "text.json"), false);
    }

    private JsonEditor(String id, StringProperty text, Checking checking, boolean editable) {
        getStyleClass().add("json-editor");
        editor.area().setId(id);
        editor.area().setAccessibleText("JSON, " + id.replace('-', ' '));
        editor.area().setWrapText(true);
        VBox.setVgrow(editor, Priority.ALWAYS);
        getChildren().add(editor);
        var features = new ArrayList<EditorFeature>(List.of(new Bound(text), new LineNumbers(), new Colours(checking)));
        if (editable) {
            var strip = new ProblemStrip(editor::goTo);
            strip.follow(checking);
            features.addAll(List.of(new Indenting("  "), new MarkTips(checking)));
            getChildren().add(strip);
        } else {
            getStyleClass().add("reading");
            features.add(new TabLeaving());
        }
        editor.show(text.get(), editable, features);
        text.subscribe(checking::look);
    }
}
