// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// Numbers the lines.
public final class LineNumbers implements EditorFeature {
    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        IntFunction<Node> numbers = LineNumbers::number;
        area.setParagraphGraphicFactory(numbers);
        return () -> area.setParagraphGraphicFactory(null);
    }

    static Label number(int paragraph) {
        var label = new Label(Integer.toString(paragraph + 1));
        label.getStyleClass().add("line-number");
        return label;
    }
}
