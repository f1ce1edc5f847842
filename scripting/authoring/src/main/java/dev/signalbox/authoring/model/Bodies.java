// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.model;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import org.jspecify.annotations.Nullable;

/// Blanks the bodies of methods that a question is not about: to understand them is most of the compiler's work.
/// Every other character stays where it is.
final class Bodies extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final char[] text;
    private final int keep;

    private Bodies(JavacTask task, CompilationUnitTree unit, char[] text, int keep) {
        this.unit = unit;
        this.positions = Trees.instance(task).getSourcePositions();
        this.text = text;
        this.keep = keep;
    }

    /// @param keep the body around this place stays
    static String without(JavacTask task, CompilationUnitTree unit, String text, int keep) {
        var bodies = new Bodies(task, unit, text.toCharArray(), keep);
        bodies.scan(unit, null);
        return new String(bodies.text);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        BlockTree body = method.getBody();
        if (body == null) {
            return null;
        }
        int start = (int) positions.getStartPosition(unit, body);
        int end = (int) positions.getEndPosition(unit, body);
        boolean isWhole = start >= 0 && end <= text.length && end > start + 1 && text[end - 1] == '}';
        if (isWhole && (keep <= start || keep >= end)) {
            blank(start + 1, end - 1);
        } else {
            super.visitMethod(method, null);
        }
        return null;
    }

    private void blank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text[i] != '\n') {
                text[i] = ' ';
            }
        }
    }
}
