// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.model;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.signalbox.api.ImplicitImports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/// What the compiler understood of a source. Good only while `SourceModel` hands it out. Offsets are the author's.
public final class Reading {
    private static final int PREFIX = ImplicitImports.TEXT.length();

    private final JavacTask task;
    private final CompilationUnitTree unit;
    private final TypeIndex index;
    private boolean analyzed;

    Reading(JavacTask task, CompilationUnitTree unit, TypeIndex index) {
        this.task = task;
        this.unit = unit;
        this.index = index;
    }

    public CompilationUnitTree unit() {
        return unit;
    }

    /// Finds out what each name means and each expression gives. Scopes can be asked for without.
    public Reading analyzed() {
        if (!analyzed) {
            analyzed = true;
            try {
                task.analyze();
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
        }
        return this;
    }

    /// Every type that could be named.
    public TypeIndex index() {
        return index;
    }

    public Trees trees() {
        return Trees.instance(task);
    }

    public Elements elements() {
        return task.getElements();
    }

    public Types types() {
        return task.getTypes();
    }

    /// Where a tree begins in the author's text; negative for one that the author did not write.
    public int start(Tree tree) {
        return (int) trees().getSourcePositions().getStartPosition(unit, tree) - PREFIX;
    }

    /// Where it ends; negative when that is not known.
    public int end(Tree tree) {
        return (int) trees().getSourcePositions().getEndPosition(unit, tree) - PREFIX;
    }

    /// The first tree like that, what is inside broken code included.
    public Optional<TreePath> find(Predicate<Tree> wanted) {
        return Finder.first(unit, wanted);
    }

    /// The innermost tree around a character.
    public Optional<TreePath> around(int offset) {
        return Finder.innermost(unit, tree -> start(tree) <= offset && offset < end(tree));
    }
}
