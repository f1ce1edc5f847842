// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreePath;
import dev.signalbox.authoring.complete.Candidate.Kind;
import dev.signalbox.authoring.complete.Candidate.Nearness;
import dev.signalbox.authoring.model.Reading;
import dev.signalbox.authoring.text.Imports;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/// The methods that a class could override and does not yet.
public final class Overrides {
    private static final Set<String> SELDOM = Set.of("finalize", "clone");

    private final Reading reading;
    private final Imports imports;
    private final String indent;

    /// @param indent what the lines of the method begin with
    public Overrides(Reading reading, Imports imports, String indent) {
        this.reading = reading;
        this.imports = imports;
        this.indent = indent;
    }

    /// @param place somewhere in the class
    /// @param before characters before the word that the method brings along itself, such as `public`
    List<Candidate> candidates(TreePath place, int before) {
        TreePath at = place;
        while (at != null && !(at.getLeaf() instanceof ClassTree)) {
            at = at.getParentPath();
        }
        if (at == null || !(reading.trees().getElement(at) instanceof TypeElement type)) {
            return List.of();
        }
        return missing(type).stream()
                .map(method -> candidate(type, method, before))
                .toList();
    }

    /// Those that can be overridden in it, the ones it has left out.
    private List<ExecutableElement> missing(TypeElement type) {
        return ElementFilter.methodsIn(reading.elements().getAllMembers(type)).stream()
                .filter(method -> !type.equals(method.getEnclosingElement()))
                .filter(Overrides::isOpen)
                .toList();
    }

    /// Those of them that it has to have.
    public List<ExecutableElement> abstractOnes(TypeElement type) {
        return missing(type).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT))
                .filter(method -> !Rows.isOfAll(method))
                .toList();
    }

    private static boolean isOpen(Element method) {
        Set<Modifier> modifiers = method.getModifiers();
        boolean visible = modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
        return method.getKind() == ElementKind.METHOD
                && visible
                && !modifiers.contains(Modifier.STATIC)
                && !modifiers.contains(Modifier.FINAL)
                && !SELDOM.contains(method.getSimpleName().toString());
    }

    private Candidate candidate(TypeElement type, ExecutableElement method, int before) {
        var as = (ExecutableType) reading.types().asMemberOf((DeclaredType) type.asType(), method);
        boolean ofObject = Rows.isOfObject(method);
        return new Candidate(
                Kind.OVERRIDE,
                method.getSimpleName().toString(),
                TypeWords.parameters(method, as),
                TypeWords.shortly(as.getReturnType()),
                ofObject ? Nearness.OBJECT : Nearness.OWN,
                reading.elements().isDeprecated(method),
                Insertion.marked(written(type, method)).removing(before));
    }

    /// The whole method; `|` stands where its first line goes.
    public String written(TypeElement type, ExecutableElement method) {
        var as = (ExecutableType) reading.types().asMemberOf((DeclaredType) type.asType(), method);
        String visible = method.getModifiers().contains(Modifier.PUBLIC) ? "public " : "protected ";
        String head = visible
                + TypeWords.written(as.getReturnType(), imports)
                + " "
                + method.getSimpleName()
                + TypeWords.declared(method, as, imports)
                + thrown(as);
        return "@Override\n" + indent + head + " {\n" + indent + "    " + body(method, as) + "\n" + indent + "}";
    }

    private String thrown(ExecutableType as) {
        String names = as.getThrownTypes().stream()
                .map(type -> TypeWords.written(type, imports))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " throws " + names;
    }

    private static String body(ExecutableElement method, ExecutableType as) {
        if (as.getReturnType().getKind() == TypeKind.VOID) {
            return "|";
        }
        if (!method.getModifiers().contains(Modifier.ABSTRACT)) {
            String names = method.getParameters().stream()
                    .map(parameter -> parameter.getSimpleName().toString())
                    .collect(Collectors.joining(", ", "(", ")"));
            return "return super." + method.getSimpleName() + names + ";|";
        }
        return "return " + nothing(as.getReturnType().getKind()) + ";|";
    }

    private static String nothing(TypeKind kind) {
        return kind == TypeKind.BOOLEAN ? "false" : kind.isPrimitive() ? "0" : "null";
    }
}
