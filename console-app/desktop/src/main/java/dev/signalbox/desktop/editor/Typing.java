// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.code.CodeEditor;
import dev.signalbox.desktop.code.EditorFeature;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// Tells the open service what is typed, and shows its text when it changes by itself.
final class Typing implements EditorFeature {
    private final OpenService tab;

    Typing(OpenService tab) {
        this.tab = tab;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        var typed = area.multiPlainChanges().subscribe(changes -> tab.personTyped(area.getText()));
        var replaced = tab.source().subscribe(text -> {
            if (!text.equals(area.getText())) {
                area.replaceText(text);
            }
        });
        return () -> {
            typed.unsubscribe();
            replaced.unsubscribe();
        };
    }
}
