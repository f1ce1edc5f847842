// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import dev.signalbox.workbench.packages.Packages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Help with each text in its own language; a text of another one has no marks and no colours.
final class LanguageHelp implements SourceHelp {
    private static final String PYTHON = ".py";

    private final SourceHelp java;
    private final SourceHelp python = new PythonHelp(PythonCheck.usual());

    /// @param packages finds what services ask for
    LanguageHelp(Packages packages) {
        java = new JavaHelp(packages);
    }

    private SourceHelp of(String fileName) {
        return fileName.endsWith(PYTHON) ? python : java;
    }

    @Override
    public List<Mark> check(String fileName, String source) {
        return of(fileName).check(fileName, source);
    }

    @Override
    public List<Mark> check(String fileName, String source, List<String> asked) {
        return of(fileName).check(fileName, source, asked);
    }

    @Override
    public List<BroughtPackage> brought(String fileName, List<String> asked) {
        return of(fileName).brought(fileName, asked);
    }

    @Override
    public List<Path> files(String fileName, List<String> asked) {
        return of(fileName).files(fileName, asked);
    }

    @Override
    public List<Token> highlight(String fileName, String source) {
        return of(fileName).highlight(fileName, source);
    }

    @Override
    public List<Fold> folds(String fileName, String source, List<Token> tokens) {
        return of(fileName).folds(fileName, source, tokens);
    }

    @Override
    public Completions complete(Question asked) {
        return of(asked.fileName()).complete(asked);
    }

    @Override
    public List<Fix> fixes(Question asked, List<Mark> marks) {
        return of(asked.fileName()).fixes(asked, marks);
    }

    @Override
    public Optional<About> about(Question asked) {
        return of(asked.fileName()).about(asked);
    }

    @Override
    public Optional<Edit> importing(String fileName, String source, String type) {
        return of(fileName).importing(fileName, source, type);
    }

    @Override
    public Optional<List<Edit>> format(String fileName, String source) {
        return of(fileName).format(fileName, source);
    }

    /// Python needs none.
    @Override
    public void warmUp() {
        java.warmUp();
    }

    @Override
    public void close() {
        java.close();
        python.close();
    }
}
