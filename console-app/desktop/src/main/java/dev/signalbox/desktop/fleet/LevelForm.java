// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.StepReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks which lines of a node the hub is to get, and for how long.
final class LevelForm {
    private final ComboBox<Choice<Optional<StepAddress>>> step = new ComboBox<>();
    private final ComboBox<Choice<LogLevel>> level = new ComboBox<>();
    private final ComboBox<Choice<Duration>> span = new ComboBox<>();

    /// Something to choose, in words.
    private record Choice<T>(String words, T value) {
        @Override
        public String toString() {
            return words;
        }
    }

    LevelForm(List<StepReport> steps) {
        fill(step, "level-step", stepChoices(steps), 0);
        fill(
                level,
                "level-level",
                List.of(LogLevel.values()).stream().map(LevelForm::choice).toList(),
                2);
        fill(
                span,
                "level-span",
                List.of(
                        new Choice<>("15 minutes", Duration.ofMinutes(15)),
                        new Choice<>("1 hour", Duration.ofHours(1)),
                        new Choice<>("8 hours", Duration.ofHours(8)),
                        new Choice<>("1 day", Duration.ofDays(1)),
                        new Choice<>("1 week", Duration.ofDays(7)),
                        new Choice<>("no more: all lines again", Duration.ZERO)),
                1);
    }

    private static List<Choice<Optional<StepAddress>>> stepChoices(List<StepReport> steps) {
        var choices = new ArrayList<Choice<Optional<StepAddress>>>();
        choices.add(new Choice<>("the whole node", Optional.empty()));
        steps.forEach(one -> choices.add(new Choice<>(one.step().toString(), Optional.of(one.step()))));
        return choices;
    }

    private static Choice<LogLevel> choice(LogLevel level) {
        String name = level.name().toLowerCase(Locale.ROOT);
        return new Choice<>(level == LogLevel.ERROR ? name + " only" : name + " and worse", level);
    }

    private static <T> void fill(ComboBox<Choice<T>> box, String id, List<Choice<T>> choices, int first) {
        box.setId(id);
        box.getItems().setAll(choices);
        box.getSelectionModel().select(first);
        box.setMaxWidth(Double.MAX_VALUE);
    }

    /// Asks, and hands on what the person wants.
    void ask(Window owner, String node, Consumer<LevelDraft> set) {
        var words =
                new Label("The hub gets these lines and no others until the time is over. The node's own log has all "
                        + "of them, to be collected later.");
        words.getStyleClass().add("ask-words");
        words.setWrapText(true);
        var form = new VBox(
                words,
                Fields.named("Lines of", step, new Label()),
                Fields.named("Level", level, new Label()),
                Fields.named("For", span, new Label()));
        form.getStyleClass().add("ask-form");
        if (Ask.fill(owner, "Log level of " + node, form, "Set", Bindings.createBooleanBinding(() -> true))) {
            set.accept(new LevelDraft(
                    step.getValue().value(),
                    level.getValue().value(),
                    span.getValue().value()));
        }
    }
}
