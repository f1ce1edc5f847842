// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.text.Text;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// The line itself: coloured, with what is wrong underlined. RichTextFX has a field of one line too, which does not
/// start under a theme of one's own; so this is its area, kept to one line.
final class QueryField extends StyleClassedTextArea {
    private final QueryViewModel model;

    QueryField(QueryViewModel model, String prompt) {
        super();
        this.model = model;
        getStyleClass().add("query-field");
        var words = new Text(prompt);
        words.getStyleClass().add("query-prompt");
        setPlaceholder(words, Pos.CENTER_LEFT);
        setUseInitialStyleForInsertion(true);
        textProperty().addListener((its, before, now) -> typed(now));
        model.text().subscribe(now -> {
            if (!now.equals(getText())) {
                replaceText(now);
            }
        });
        model.fault().subscribe(this::colour);
    }

    /// Lines that are pasted become one.
    @Override
    public void replaceText(int start, int end, String text) {
        super.replaceText(start, end, text.replaceAll("\\R|\\t", " "));
    }

    private void typed(String now) {
        model.text().set(now);
        colour(Optional.empty());
    }

    private void colour(Optional<QueryFault> fault) {
        if (getLength() > 0) {
            setStyleSpans(0, spans(getText(), fault.filter(found -> found.end() <= getLength())));
        }
    }

    private static StyleSpans<Collection<String>> spans(String text, Optional<QueryFault> fault) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        for (QueryWord word : QueryWord.of(text)) {
            spans.add(List.of(), word.start() - at);
            spans.add(styles(word, fault), word.end() - word.start());
            at = word.end();
        }
        spans.add(List.of(), text.length() - at);
        return spans.create();
    }

    private static List<String> styles(QueryWord word, Optional<QueryFault> fault) {
        List<String> styles = new ArrayList<>();
        styles.add("query-" + word.kind().name().toLowerCase(Locale.ROOT));
        fault.filter(found -> word.start() < found.end() && found.start() < word.end())
                .ifPresent(found -> styles.add("query-fault"));
        return styles;
    }
}
