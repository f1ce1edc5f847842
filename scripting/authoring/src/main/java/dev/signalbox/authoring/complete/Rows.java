// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import dev.signalbox.authoring.complete.Candidate.Kind;
import dev.signalbox.authoring.complete.Candidate.Nearness;
import dev.signalbox.authoring.model.Reading;
import dev.signalbox.authoring.model.TypeName;
import dev.signalbox.authoring.text.Imports;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/// What the compiler knows by name, as candidates.
final class Rows {
    /// Each record has them of its own.
    private static final Set<String> OF_ALL = Set.of("equals", "hashCode", "toString");

    private final Reading reading;
    private final boolean bare;

    /// @param bare whether methods are written without parentheses, because they are there or have no place there
    Rows(Reading reading, boolean bare) {
        this.reading = reading;
        this.bare = bare;
    }

    Candidate variable(Element variable) {
        return valued(Kind.VARIABLE, variable, variable.asType(), Nearness.LOCAL);
    }

    /// A member as the type that it is asked of has it; empty for what has no name to write.
    Optional<Candidate> member(Element member, DeclaredType of) {
        Nearness near = near(member, of);
        return switch (member.getKind()) {
            case METHOD -> Optional.of(method((ExecutableElement) member, of, near));
            case FIELD, ENUM_CONSTANT -> {
                TypeMirror type = reading.types().asMemberOf(of, member);
                yield Optional.of(valued(Kind.FIELD, member, type, near == Nearness.OWN ? Nearness.FIELD : near));
            }
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> Optional.of(nested(member));
            default -> Optional.empty();
        };
    }

    private static Nearness near(Element member, DeclaredType of) {
        if (isOfObject(member) || isOfAll(member)) {
            return Nearness.OBJECT;
        }
        return of.asElement().equals(member.getEnclosingElement()) ? Nearness.OWN : Nearness.INHERITED;
    }

    static boolean isOfAll(Element member) {
        return OF_ALL.contains(member.getSimpleName().toString());
    }

    static boolean isOfObject(Element member) {
        return String.valueOf(member.getEnclosingElement()).equals("java.lang.Object");
    }

    private Candidate method(ExecutableElement method, DeclaredType of, Nearness near) {
        var as = (ExecutableType) reading.types().asMemberOf(of, method);
        String name = method.getSimpleName().toString();
        String written = bare ? name : method.getParameters().isEmpty() ? name + "()" : name + "(|)";
        return new Candidate(
                Kind.METHOD,
                name,
                TypeWords.parameters(method, as),
                TypeWords.shortly(as.getReturnType()),
                near,
                reading.elements().isDeprecated(method),
                Insertion.marked(written));
    }

    private Candidate valued(Kind kind, Element named, TypeMirror type, Nearness near) {
        String name = named.getSimpleName().toString();
        boolean deprecated =
                named.getKind() == ElementKind.FIELD && reading.elements().isDeprecated(named);
        return new Candidate(kind, name, "", TypeWords.shortly(type), near, deprecated, Insertion.of(name));
    }

    private static Candidate nested(Element type) {
        String name = type.getSimpleName().toString();
        return new Candidate(
                Kind.TYPE,
                name,
                String.valueOf(type.getEnclosingElement()),
                "",
                Nearness.TYPE,
                false,
                Insertion.of(name));
    }

    /// @param after what is written behind the name, with `|` where the caret goes
    static Candidate type(TypeName type, Imports imports, String after) {
        boolean has = imports.has(type);
        String name = imports.taken(type) ? type.qualified() : type.name();
        Insertion written = Insertion.marked(name + after);
        return new Candidate(
                Kind.TYPE,
                type.name(),
                type.packageName(),
                "",
                has ? Nearness.TYPE : Nearness.ELSEWHERE,
                false,
                has || imports.taken(type) ? written : written.importing(type.qualified()));
    }
}
