// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.signalbox.authoring.model.Reading;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/// What a plain name can be where it stands: variables around it, then members of the classes around it.
final class Names {
    private static final Set<ElementKind> VARIABLES = Set.of(
            ElementKind.LOCAL_VARIABLE,
            ElementKind.PARAMETER,
            ElementKind.EXCEPTION_PARAMETER,
            ElementKind.RESOURCE_VARIABLE,
            ElementKind.BINDING_VARIABLE);

    private final Reading reading;
    private final Rows rows;
    private final List<Candidate> found = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    Names(Reading reading, Rows rows) {
        this.reading = reading;
        this.rows = rows;
    }

    /// What a name can be there.
    enum Position {
        /// Behind `new`.
        NEW,
        /// A type only, such as behind `extends`.
        TYPE,
        /// A member of a class begins.
        MEMBER,
        /// A statement begins.
        STATEMENT,
        /// Within an expression.
        EXPRESSION
    }

    static Position position(TreePath place) {
        TreePath around = place.getParentPath();
        while (around.getLeaf() instanceof ErroneousTree) {
            around = around.getParentPath();
        }
        Tree above = around.getParentPath() == null
                ? around.getLeaf()
                : around.getParentPath().getLeaf();
        return switch (around.getLeaf()) {
            case NewClassTree made when made.getIdentifier().equals(place.getLeaf()) -> Position.NEW;
            case ClassTree type -> Position.TYPE;
            case VariableTree variable
            when place.getLeaf().equals(variable.getType()) ->
                above instanceof ClassTree ? Position.MEMBER : Position.STATEMENT;
            case MethodTree method -> Position.TYPE;
            case ParameterizedTypeTree generic -> Position.TYPE;
            case ExpressionStatementTree statement -> Position.STATEMENT;
            case MethodInvocationTree call
            when call.getMethodSelect().equals(place.getLeaf()) && above instanceof StatementTree -> Position.STATEMENT;
            default -> Position.EXPRESSION;
        };
    }

    List<Candidate> in(Scope innermost) {
        @Nullable Scope scope = innermost;
        while (scope != null && scope.getEnclosingClass() != null) {
            locals(scope);
            members(scope);
            scope = scope.getEnclosingScope();
        }
        return found;
    }

    private void locals(Scope scope) {
        for (Element one : scope.getLocalElements()) {
            boolean isVariable = VARIABLES.contains(one.getKind());
            if (isVariable
                    && !Probe.isName(one.getSimpleName())
                    && taken.add(one.getSimpleName().toString())) {
                found.add(rows.variable(one));
            }
        }
    }

    /// Once for each class: a scope is asked for each block too.
    private void members(Scope scope) {
        TypeElement type = scope.getEnclosingClass();
        if (!taken.add("class " + type.getQualifiedName() + type.hashCode())) {
            return;
        }
        boolean fromStatic = isStatic(scope.getEnclosingMethod());
        var declared = (DeclaredType) type.asType();
        for (Element member : reading.elements().getAllMembers(type)) {
            boolean fits = !fromStatic
                    || member.getModifiers().contains(Modifier.STATIC)
                    || (member.getKind() != ElementKind.METHOD && member.getKind() != ElementKind.FIELD);
            boolean ours = Probe.isName(member.getSimpleName());
            if (fits && !ours && reading.trees().isAccessible(scope, member, declared)) {
                rows.member(member, declared).ifPresent(this::add);
            }
        }
    }

    private static boolean isStatic(@Nullable ExecutableElement method) {
        return method != null && method.getModifiers().contains(Modifier.STATIC);
    }

    /// What is hidden by something nearer is left out.
    private void add(Candidate one) {
        if (taken.add(one.name() + one.detail())) {
            found.add(one);
        }
    }
}
