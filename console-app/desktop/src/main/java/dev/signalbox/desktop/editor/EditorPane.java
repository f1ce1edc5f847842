// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.code.Checking;
import dev.signalbox.desktop.code.CodeEditor;
import dev.signalbox.desktop.code.Colours;
import dev.signalbox.desktop.code.Indenting;
import dev.signalbox.desktop.code.LineEndWords;
import dev.signalbox.desktop.code.LineNumbers;
import dev.signalbox.desktop.code.MarkTips;
import dev.signalbox.desktop.code.ProblemStrip;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.SaveState;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The middle of the page: tabs, the text, what is wrong with it, and where it stands.
final class EditorPane extends VBox {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    private final ServicesViewModel model;
    private final SourceHelp help;
    private final OnFx fx;
    private final CodeEditor editor = new CodeEditor();
    private final StateBanner banner;
    private final ProblemStrip strip = new ProblemStrip(editor::goTo);
    private final EditorStatus status = new EditorStatus();
    private Subscription looking = Subscription.EMPTY;

    EditorPane(ServicesViewModel model, SourceHelp help, OnFx fx) {
        this.model = model;
        this.help = help;
        this.fx = fx;
        banner = new StateBanner(model);
        getStyleClass().add("editor-pane");
        var none = new EmptyState(
                Icons.SERVICES, "Nothing open", "Choose a service at the left to read or write it, or make a new one.");
        none.visibleProperty().bind(model.tabs().current().map(Optional::isEmpty));
        var written = new VBox(new TabBar(model), banner, editor, strip, status);
        written.visibleProperty().bind(model.tabs().current().map(Optional::isPresent));
        VBox.setVgrow(editor, Priority.ALWAYS);
        var both = new StackPane(none, written);
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren().add(both);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.tabs().current().subscribe(tab -> tab.ifPresent(this::show));
    }

    private void pressed(KeyEvent event) {
        if (SAVE.match(event)) {
            model.tabs().current().get().ifPresent(tab -> tab.saving().saveNow());
            event.consume();
        }
    }

    private void show(OpenService tab) {
        looking.unsubscribe();
        ServiceDraft draft = tab.stored().get();
        var checking = new Checking(help, fx, draft.fileName());
        editor.show(
                tab.source().get(),
                !tab.readOnly(),
                List.of(
                        new LineNumbers(),
                        new Indenting(),
                        new Colours(checking),
                        new LineEndWords(checking),
                        new MarkTips(checking),
                        new Typing(tab)));
        checking.look(tab.source().get());
        looking = Subscription.combine(
                tab.source().subscribe(checking::look),
                tab.packages().subscribe(checking::needs),
                tab.state().subscribe(state -> editor.area().setEditable(state != SaveState.RELEASED)),
                banner.follow(tab),
                strip.follow(checking),
                status.follow(tab, checking, editor.area()));
    }
}
