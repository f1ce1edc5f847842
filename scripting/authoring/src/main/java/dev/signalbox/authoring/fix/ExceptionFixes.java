// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.fix;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// For an exception that nobody takes: says that the method throws it, or catches it.
final class ExceptionFixes {
    private static final Pattern UNREPORTED = Pattern.compile("^unreported exception ([\\w.]+)");

    private final Reading reading;
    private final Code code;
    private final String exception;

    private ExceptionFixes(Reading reading, Code code, String exception) {
        this.reading = reading;
        this.code = code;
        this.exception = exception;
    }

    static List<Fix> of(SourceModel model, Source source, Mark mark) {
        Matcher unreported = UNREPORTED.matcher(mark.message());
        if (!unreported.find()) {
            return List.of();
        }
        Code code = Code.of(source.text());
        String exception = TypeWords.written(unreported.group(1), Imports.of(code));
        return model.read(source, reading -> {
                    var fixes = new ExceptionFixes(reading, code, exception);
                    return reading.around(mark.start()).map(fixes::at).orElse(List.of());
                })
                .orElse(List.of());
    }

    private List<Fix> at(TreePath place) {
        var fixes = new ArrayList<Fix>();
        for (TreePath at = place; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof StatementTree statement && fixes.isEmpty() && isAlone(at)) {
                fixes.add(caught(statement));
            }
            if (at.getLeaf() instanceof LambdaExpressionTree) {
                return fixes;
            }
            if (at.getLeaf() instanceof MethodTree method) {
                declared(method, fixes);
                return fixes;
            }
        }
        return fixes;
    }

    /// Whether it is a statement of a block, which others can stand around.
    private static boolean isAlone(TreePath at) {
        Tree around = at.getParentPath().getLeaf();
        return around instanceof BlockTree || around instanceof CaseTree;
    }

    private void declared(MethodTree method, List<Fix> fixes) {
        List<? extends ExpressionTree> thrown = method.getThrows();
        int place = thrown.isEmpty() ? code.before(reading.start(method.getBody())) + 1 : reading.end(thrown.getLast());
        String words = thrown.isEmpty() ? " throws " + exception : ", " + exception;
        fixes.addFirst(Fix.of("Declare that it throws " + exception, new Edit(place, place, words)));
    }

    /// A variable that it makes is declared before, so that what follows still has it.
    private Fix caught(StatementTree statement) {
        int start = reading.start(statement);
        int end = reading.end(statement);
        String indent = code.indent(start);
        String body = code.text().substring(start, end);
        String before = "";
        if (statement instanceof VariableTree variable && variable.getInitializer() != null) {
            int name = code.wordStart(code.before(code.text().indexOf('=', start)) + 1);
            before = declaration(code.text().substring(start, name), variable, indent);
            body = code.text().substring(name, end);
        }
        String inside = body.replace("\n", "\n    ");
        String written = before + "try {\n" + indent + "    " + inside + "\n" + indent + "} catch (" + exception
                + " failed) {\n" + indent + "    throw new IllegalStateException(failed);\n" + indent + "}";
        return Fix.of("Surround with try and catch", new Edit(start, end, written));
    }

    private String declaration(String type, VariableTree variable, String indent) {
        String words = type.strip();
        if (words.equals("var")) {
            TreePath path = TreePath.getPath(reading.unit(), variable);
            words = TypeWords.shortly(reading.analyzed().trees().getTypeMirror(path));
        }
        return words + " " + variable.getName() + ";\n" + indent;
    }
}
