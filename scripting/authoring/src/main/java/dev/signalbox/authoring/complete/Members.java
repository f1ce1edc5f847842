// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Scope;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.signalbox.authoring.complete.Candidate.Kind;
import dev.signalbox.authoring.complete.Candidate.Nearness;
import dev.signalbox.authoring.model.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/// What stands behind a point or `::`.
final class Members {
    private static final Set<ElementKind> NAMED = Set.of(
            ElementKind.METHOD,
            ElementKind.FIELD,
            ElementKind.ENUM_CONSTANT,
            ElementKind.CLASS,
            ElementKind.INTERFACE,
            ElementKind.ENUM,
            ElementKind.RECORD);

    private final Reading reading;
    private final Rows rows;
    private final TreePath place;

    /// @param place the member that is asked about
    Members(Reading reading, Rows rows, TreePath place) {
        this.reading = reading;
        this.rows = rows;
        this.place = place;
    }

    List<Candidate> candidates() {
        boolean isReference = place.getLeaf() instanceof MemberReferenceTree;
        var path = new TreePath(place, qualifier(place.getLeaf()));
        @Nullable Element named = reading.trees().getElement(path);
        if (named instanceof PackageElement found) {
            return PackageRows.in(reading.index(), found.getQualifiedName().toString(), "");
        }
        boolean isType =
                named != null && (named.getKind().isClass() || named.getKind().isInterface());
        @Nullable TypeMirror type = reading.trees().getTypeMirror(path);
        return type == null ? List.of() : of(type, isType, isReference);
    }

    private static Tree qualifier(Tree member) {
        return member instanceof MemberSelectTree select
                ? select.getExpression()
                : ((MemberReferenceTree) member).getQualifierExpression();
    }

    private List<Candidate> of(TypeMirror type, boolean isType, boolean isReference) {
        if (type instanceof ArrayType) {
            return isType ? List.of() : ofArray();
        }
        var found = new ArrayList<Candidate>();
        declared(type).ifPresent(declared -> addAll(found, declared, isType, isReference));
        if (isType) {
            found.add(Candidate.plain(Kind.KEYWORD, isReference ? "new" : "class", Nearness.WORD));
        }
        return found;
    }

    private static List<Candidate> ofArray() {
        return List.of(
                new Candidate(Kind.FIELD, "length", "", "int", Nearness.OWN, false, Insertion.of("length")),
                new Candidate(Kind.METHOD, "clone", "()", "Object", Nearness.OBJECT, false, Insertion.of("clone()")));
    }

    private void addAll(List<Candidate> found, DeclaredType type, boolean isType, boolean isReference) {
        Scope scope = reading.trees().getScope(memberClass(place));
        for (Element member : reading.elements().getAllMembers((TypeElement) type.asElement())) {
            boolean isStatic = member.getModifiers().contains(Modifier.STATIC)
                    || member.getKind().isClass()
                    || member.getKind().isInterface();
            boolean fits =
                    isReference ? member.getKind() == ElementKind.METHOD && (isType || !isStatic) : isType == isStatic;
            if (fits && NAMED.contains(member.getKind()) && reading.trees().isAccessible(scope, member, type)) {
                rows.member(member, type).ifPresent(found::add);
            }
        }
    }

    /// The innermost class around it that is not within a method: to ask for the scope of what is within one has the
    /// compiler read it again, and who sees a member is the same.
    private static TreePath memberClass(TreePath place) {
        TreePath found = place;
        for (TreePath at = place; at != null; at = at.getParentPath()) {
            found = at.getLeaf() instanceof MethodTree || !(found.getLeaf() instanceof ClassTree) ? at : found;
            if (at.getLeaf() instanceof ClassTree && at.getParentPath().getLeaf() instanceof CompilationUnitTree) {
                return found.getLeaf() instanceof ClassTree ? found : at;
            }
        }
        return place;
    }

    /// The class or interface whose members a value of the type has.
    private static Optional<DeclaredType> declared(TypeMirror type) {
        return switch (type) {
            case DeclaredType found when type.getKind() == TypeKind.DECLARED -> Optional.of(found);
            case TypeVariable variable -> declared(variable.getUpperBound());
            case WildcardType wildcard ->
                Optional.ofNullable(wildcard.getExtendsBound()).flatMap(Members::declared);
            case IntersectionType several -> declared(several.getBounds().getFirst());
            case UnionType several -> declared(several.getAlternatives().getFirst());
            default -> Optional.empty();
        };
    }
}
