// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import dev.signalbox.workbench.packages.Packages;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads sources as an author types them. Thread-safe; asked by file name, because its ending tells the language. A
/// language without help yet has no marks and no colours.
public interface SourceHelp extends AutoCloseable {
    /// Help with sources that need no packages.
    static SourceHelp create() {
        return create(Packages.NONE);
    }

    /// @param packages finds what services ask for
    static SourceHelp create(Packages packages) {
        return new LanguageHelp(packages);
    }

    /// Compiles the text and says what is wrong with it, in order.
    List<Mark> check(String fileName, String source);

    /// The same for a service that asks for packages; what cannot be had is a mark too.
    default List<Mark> check(String fileName, String source, List<String> packages) {
        return check(fileName, source);
    }

    /// What comes along with the packages that a service asks for; nothing where nobody says, or while they cannot be
    /// had. Slow the first time, when they are fetched.
    default List<BroughtPackage> brought(String fileName, List<String> asked) {
        return List.of();
    }

    /// The files of all that a service asks for, on this machine. Slow the first time, when they are fetched. Throws
    /// ProblemException that names what cannot be had.
    default List<Path> files(String fileName, List<String> asked) {
        return List.of();
    }

    /// Where the text needs colours, in order, without overlaps.
    List<Token> highlight(String fileName, String source);

    /// Which lines can be hidden, in order; at most one fold begins in a line.
    ///
    /// @param tokens what `highlight` said of the same text
    default List<Fold> folds(String fileName, String source, List<Token> tokens) {
        return Folds.byBrackets(source, tokens);
    }

    /// What could be written at a place; nothing where nobody says, such as in a comment. Never throws for
    /// what is in the text.
    default Completions complete(Question asked) {
        return Completions.NONE;
    }

    /// How what is marked in the line of a place could be mended, the likeliest first.
    ///
    /// @param marks what `check` said of the same text
    default List<Fix> fixes(Question asked, List<Mark> marks) {
        return List.of();
    }

    /// What the name at a place is; nothing where no name stands.
    default Optional<About> about(Question asked) {
        return Optional.empty();
    }

    /// What has to be written so that a type can be named without its package; nothing if it can be already.
    default Optional<Edit> importing(String fileName, String source, String type) {
        return Optional.empty();
    }

    /// What has to be changed so that the text stands as is usual in its language, in order, none over another; nothing
    /// if it cannot be read, or where nobody knows what is usual.
    default Optional<List<Edit>> format(String fileName, String source) {
        return Optional.empty();
    }

    /// Does the slow first time beforehand.
    void warmUp();

    @Override
    void close();
}
