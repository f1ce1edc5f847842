// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import javafx.beans.property.StringProperty;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// Keeps the text and a property the same, whoever changes it.
final class Bound implements EditorFeature {
    private final StringProperty text;

    Bound(StringProperty text) {
        this.text = text;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        var typed = area.multiPlainChanges().subscribe(changes -> text.set(area.getText()));
        var replaced = text.subscribe(now -> {
            if (!now.equals(area.getText())) {
                area.replaceText(now);
                area.moveTo(0);
            }
        });
        return () -> {
            typed.unsubscribe();
            replaced.unsubscribe();
        };
    }
}
