// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.fix;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.signalbox.authoring.check.Mark;
import dev.signalbox.authoring.complete.TypeWords;
import dev.signalbox.authoring.model.Reading;
import dev.signalbox.authoring.model.Source;
import dev.signalbox.authoring.model.SourceModel;
import dev.signalbox.authoring.text.Code;
import dev.signalbox.authoring.text.Edit;
import dev.signalbox.authoring.text.Imports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// For a value of another type than wanted: casts it, or has the variable take that type.
final class TypeFixes {
    private static final Pattern LOSSY =
            Pattern.compile("^incompatible types: possible lossy conversion from (\\w+) to (\\w+)");
    private static final Pattern OTHER = Pattern.compile(
            "^incompatible types: ([\\w.<>?, \\[\\]]+) cannot be converted to ([\\w.<>?, \\[\\]]+)\\s*$");
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");
    private static final String NOTHING = "<null>";

    private TypeFixes() {}

    static List<Fix> of(SourceModel model, Source source, Mark mark) {
        Matcher lossy = LOSSY.matcher(mark.message());
        Matcher other = OTHER.matcher(mark.message());
        boolean isLossy = lossy.find();
        if (!isLossy && !other.find()) {
            return List.of();
        }
        Matcher found = isLossy ? lossy : other;
        Imports imports = Imports.of(Code.of(source.text()));
        String has = TypeWords.written(found.group(1).strip(), imports);
        String wanted = TypeWords.written(found.group(2).strip(), imports);
        boolean casts = isLossy || (has.equals("Object") && !PRIMITIVES.contains(wanted));
        return has.equals(NOTHING)
                ? List.of()
                : model.read(source, reading -> fixes(reading, mark, has, casts ? wanted : ""))
                        .orElse(List.of());
    }

    private static List<Fix> fixes(Reading reading, Mark mark, String has, String cast) {
        var fixes = new ArrayList<Fix>();
        Optional<TreePath> value = reading.find(tree -> tree instanceof ExpressionTree
                && reading.start(tree) == mark.start()
                && reading.end(tree) == mark.end());
        value.filter(found -> !cast.isEmpty()).ifPresent(found -> fixes.add(cast(found, mark, cast)));
        Optional.ofNullable(value.map(TreePath::getParentPath).orElse(null))
                .map(TreePath::getLeaf)
                .filter(around -> around instanceof VariableTree variable && variable.getInitializer() != null)
                .map(around -> ((VariableTree) around).getType())
                .filter(type -> reading.start(type) >= 0)
                .ifPresent(type -> fixes.add(
                        Fix.of("Make the variable a " + has, new Edit(reading.start(type), reading.end(type), has))));
        return fixes;
    }

    private static Fix cast(TreePath value, Mark mark, String type) {
        boolean isSimple = Set.of(
                        Tree.Kind.IDENTIFIER,
                        Tree.Kind.MEMBER_SELECT,
                        Tree.Kind.METHOD_INVOCATION,
                        Tree.Kind.PARENTHESIZED,
                        Tree.Kind.INT_LITERAL,
                        Tree.Kind.DOUBLE_LITERAL,
                        Tree.Kind.LONG_LITERAL)
                .contains(value.getLeaf().getKind());
        String title = "Cast to " + type;
        Edit before = new Edit(mark.start(), mark.start(), "(" + type + ") " + (isSimple ? "" : "("));
        return isSimple
                ? Fix.of(title, before)
                : new Fix(title, List.of(before, new Edit(mark.end(), mark.end(), ")")));
    }
}
