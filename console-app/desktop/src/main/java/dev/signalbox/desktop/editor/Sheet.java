// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.code.Brackets;
import dev.signalbox.desktop.code.Checking;
import dev.signalbox.desktop.code.CodeEditor;
import dev.signalbox.desktop.code.Colours;
import dev.signalbox.desktop.code.Completing;
import dev.signalbox.desktop.code.CompletionModel;
import dev.signalbox.desktop.code.FindBar;
import dev.signalbox.desktop.code.Folding;
import dev.signalbox.desktop.code.Formatting;
import dev.signalbox.desktop.code.Hovering;
import dev.signalbox.desktop.code.Indenting;
import dev.signalbox.desktop.code.LineEndWords;
import dev.signalbox.desktop.code.MarkTips;
import dev.signalbox.desktop.code.Mending;
import dev.signalbox.desktop.code.ProblemStrip;
import dev.signalbox.desktop.kit.Lazy;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.SaveState;
import dev.signalbox.desktop.tryout.TryPane;
import dev.signalbox.desktop.tryout.TryViewModel;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.workbench.editing.Question;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The text of one open service, and what is wrong with it. It keeps its caret and its undo while another is looked at.
final class Sheet extends VBox {
    private static final double TEXT_SHARE = 0.6;

    private final CodeEditor editor = new CodeEditor();
    private final SplitPane work = new SplitPane();
    private final Checking checking;
    private final TryViewModel trying;
    private final Lazy<TryPane> tries;
    private final Subscription following;

    /// @param steps addresses that it could send to
    Sheet(OpenService tab, SourceHelp help, OnFx fx, Supplier<List<String>> steps) {
        String fileName = tab.stored().get().fileName();
        checking = new Checking(help, fx, fileName);
        trying = new TryViewModel(tab.saving().now()::get, draft -> help.files(draft.fileName(), draft.packages()), fx);
        tries = new Lazy<>(() -> new TryPane(trying, line -> editor.goTo(line, 1), this::leaveTrying));
        Supplier<Question.Around> around = () -> around(tab, steps.get());
        var completion = new CompletionModel(help, fx, fileName, around);
        var finding = new FindBar(editor);
        var strip = new ProblemStrip(editor::goTo);
        BiFunction<String, Integer, Question> question =
                (text, place) -> new Question(fileName, text, place, around.get());
        getStyleClass().add("sheet");
        VBox.setVgrow(editor, Priority.ALWAYS);
        VBox.setVgrow(work, Priority.ALWAYS);
        work.setOrientation(Orientation.VERTICAL);
        work.getItems().setAll(new VBox(editor, strip));
        getChildren().addAll(finding, work);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        editor.show(
                tab.source().get(),
                !tab.readOnly(),
                List.of(
                        new Folding(checking, fx),
                        new Completing(completion, fx),
                        new Indenting(),
                        new Colours(checking, finding.found()),
                        new Brackets(checking, fx),
                        new LineEndWords(checking, fx),
                        new MarkTips(checking),
                        new Hovering(help, fx, checking, question),
                        new Mending(help, fx, question),
                        new Formatting(help, fx, fileName),
                        new Typing(tab)));
        checking.look(tab.source().get());
        following = Subscription.combine(
                tab.source().subscribe(checking::look),
                tab.packages().subscribe(checking::needs),
                tab.state().subscribe(state -> editor.area().setEditable(state != SaveState.RELEASED)),
                strip.follow(checking));
    }

    private void pressed(KeyEvent event) {
        if (TryPane.RUN.match(event)) {
            openTrying().personRuns();
            event.consume();
        }
    }

    /// Opens what a person tries it with, and has the keys go there.
    void personTries() {
        openTrying().takesKeys();
    }

    private TryPane openTrying() {
        TryPane pane = tries.get();
        if (!work.getItems().contains(pane)) {
            work.getItems().add(pane);
            work.setDividerPositions(TEXT_SHARE);
        }
        return pane;
    }

    private void leaveTrying() {
        trying.personStops();
        work.getItems().remove(tries.get());
        takesKeys();
    }

    private static Question.Around around(OpenService tab, List<String> steps) {
        List<String> ids =
                tab.properties().get().stream().map(PropertyDefinition::id).toList();
        return new Question.Around(tab.packages().get(), ids, steps);
    }

    /// Says under the text how it stands with it.
    Subscription tells(EditorStatus status, OpenService tab) {
        return status.follow(tab, checking, editor.area());
    }

    /// The person goes on writing in it.
    void takesKeys() {
        editor.area().requestFocus();
    }

    /// Nobody looks at it any more.
    void close() {
        following.unsubscribe();
        trying.personStops();
        editor.close();
    }
}
