// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.workbench.editing.Mark;
import java.time.Duration;
import java.util.stream.Collectors;
import javafx.event.EventHandler;
import javafx.scene.control.Tooltip;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.reactfx.Subscription;

/// Says what is wrong where the pointer rests.
public final class MarkTips implements EditorFeature {
    private static final Duration REST = Duration.ofMillis(400);

    private final Checking checking;

    public MarkTips(Checking checking) {
        this.checking = checking;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        var tip = new Tooltip();
        EventHandler<MouseOverTextEvent> rest = event -> show(area, tip, event);
        EventHandler<MouseOverTextEvent> leave = event -> tip.hide();
        area.setMouseOverTextDelay(REST);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, rest);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, leave);
        return () -> {
            tip.hide();
            area.setMouseOverTextDelay(null);
            area.removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, rest);
            area.removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, leave);
        };
    }

    private void show(CodeArea area, Tooltip tip, MouseOverTextEvent event) {
        int at = event.getCharacterIndex();
        String words = checking.marks().get().stream()
                .filter(mark -> mark.start() <= at && at < Math.max(mark.end(), mark.start() + 1))
                .map(Mark::message)
                .collect(Collectors.joining("\n"));
        if (!words.isEmpty()) {
            tip.setText(words);
            var where = event.getScreenPosition();
            tip.show(area, where.getX(), where.getY() + 16);
        }
    }
}
