// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.util.List;

/// Reads sources as an author types them. Thread-safe; asked by file name, because its ending tells the language. A
/// language without help yet has no marks and no colours.
public interface SourceHelp extends AutoCloseable {
    static SourceHelp create() {
        return new LanguageHelp();
    }

    /// Compiles the text and says what is wrong with it, in order.
    List<Mark> check(String fileName, String source);

    /// Where the text needs colours, in order, without overlaps.
    List<Token> highlight(String fileName, String source);

    /// Does the slow first time beforehand.
    void warmUp();

    @Override
    void close();
}
