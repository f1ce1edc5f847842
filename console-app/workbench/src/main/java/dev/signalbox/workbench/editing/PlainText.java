// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.util.List;

/// Help with a text in no known language: none.
final class PlainText implements SourceHelp {
    @Override
    public List<Mark> check(String fileName, String source) {
        return List.of();
    }

    @Override
    public List<Token> highlight(String fileName, String source) {
        return List.of();
    }

    @Override
    public void warmUp() {}

    @Override
    public void close() {}
}
