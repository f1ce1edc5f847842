// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.workbench.editing.BroughtPackage;
import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Severity;
import dev.signalbox.workbench.editing.SourceHelp;
import dev.signalbox.workbench.editing.Token;
import java.util.List;
import java.util.regex.Pattern;

/// Help that knows a few words: colours them, and calls `wrong` an error. What comes along with packages it was told.
public final class WordHelp implements SourceHelp {
    private static final Pattern WORDS = Pattern.compile(
            "(?<KEYWORD>\\b(public|class|extends|private|void|if|double|int)\\b)|(?<STRING>\"[^\"\n]*\")"
                    + "|(?<COMMENT>//[^\n]*|/\\*.*?\\*/)|(?<ANNOTATION>@\\w+)|(?<NUMBER>\\b\\d+\\b)"
                    + "|(?<TYPE>\\b[A-Z]\\w*)|(?<METHOD>\\b[a-z]\\w*(?=\\())",
            Pattern.DOTALL);

    private final List<BroughtPackage> brought;

    public WordHelp() {
        this(List.of());
    }

    /// @param brought with whatever is asked for
    public WordHelp(List<BroughtPackage> brought) {
        this.brought = brought;
    }

    @Override
    public List<BroughtPackage> brought(String fileName, List<String> asked) {
        return brought;
    }

    @Override
    public List<Mark> check(String fileName, String source) {
        return Pattern.compile("wrong")
                .matcher(source)
                .results()
                .map(found -> mark(source, found.start(), found.end()))
                .toList();
    }

    private static Mark mark(String source, int start, int end) {
        String before = source.substring(0, start);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = start - before.lastIndexOf('\n');
        return new Mark(Severity.ERROR, line, column, start, end, "cannot find symbol wrong");
    }

    @Override
    public List<Token> highlight(String fileName, String source) {
        return WORDS.matcher(source)
                .results()
                .map(found -> new Token(found.start(), found.end(), kind(found)))
                .toList();
    }

    private static Token.Kind kind(java.util.regex.MatchResult found) {
        for (Token.Kind kind : Token.Kind.values()) {
            if (found.group(kind.name()) != null) {
                return kind;
            }
        }
        throw new IllegalStateException(found.group());
    }

    @Override
    public void warmUp() {}

    @Override
    public void close() {}
}
