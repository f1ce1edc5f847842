// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.util.List;
import java.util.Optional;

/// Help with Python: its colours, and what this machine's interpreter does not understand. The interpreter
/// reads the text and never runs it. Without one there is a warning that says so, and nodes check at release.
final class PythonHelp implements SourceHelp {
    private final PythonCheck check;

    PythonHelp(PythonCheck check) {
        this.check = check;
    }

    @Override
    public List<Mark> check(String fileName, String source) {
        return switch (check.of(source)) {
            case PythonCheck.Answer.Good good -> List.of();
            case PythonCheck.Answer.Fault fault ->
                List.of(Marks.at(source, Severity.ERROR, fault.line(), fault.column(), fault.message()));
            case PythonCheck.Answer.Unchecked unchecked ->
                List.of(Marks.at(source, Severity.WARNING, 1, 1, unchecked.why()));
        };
    }

    @Override
    public List<Token> highlight(String fileName, String source) {
        return new PythonColours(source).tokens();
    }

    @Override
    public List<Fold> folds(String fileName, String source, List<Token> tokens) {
        return Folds.byIndents(source, tokens);
    }

    @Override
    public Completions complete(Question asked) {
        return PythonCompletions.at(asked);
    }

    @Override
    public Optional<About> about(Question asked) {
        return PythonAbout.at(asked);
    }

    @Override
    public void warmUp() {}

    @Override
    public void close() {}
}
