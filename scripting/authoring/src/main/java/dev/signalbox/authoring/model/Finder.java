// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.model;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Looks for a tree, also in what the parser could not make sense of.
final class Finder extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final Predicate<Tree> wanted;
    private final boolean innermost;
    private @Nullable TreePath found;

    private Finder(Predicate<Tree> wanted, boolean innermost) {
        this.wanted = wanted;
        this.innermost = innermost;
    }

    static Optional<TreePath> first(CompilationUnitTree unit, Predicate<Tree> wanted) {
        return look(unit, new Finder(wanted, false));
    }

    /// The last one, which is inside the others if trees like that are around one place.
    static Optional<TreePath> innermost(CompilationUnitTree unit, Predicate<Tree> wanted) {
        return look(unit, new Finder(wanted, true));
    }

    private static Optional<TreePath> look(CompilationUnitTree unit, Finder finder) {
        finder.scan(new TreePath(unit), null);
        return Optional.ofNullable(finder.found);
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void nothing) {
        if (tree != null && (innermost || found == null)) {
            TreePath around = getCurrentPath();
            if (wanted.test(tree)) {
                found = tree.equals(around.getLeaf()) ? around : new TreePath(around, tree);
            }
            super.scan(tree, null);
        }
        return null;
    }

    @Override
    public @Nullable Void visitErroneous(ErroneousTree broken, @Nullable Void nothing) {
        return scan(broken.getErrorTrees(), null);
    }
}
