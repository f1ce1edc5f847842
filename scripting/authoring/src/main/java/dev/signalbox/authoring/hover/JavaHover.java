// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.hover;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.signalbox.authoring.model.Reading;
import dev.signalbox.authoring.model.Source;
import dev.signalbox.authoring.model.SourceModel;
import dev.signalbox.authoring.text.Bodies;
import dev.signalbox.authoring.text.Code;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/// Says what a name is. Thread-safe. Never throws for what the author wrote.
public final class JavaHover {
    private final SourceModel model;
    private final Documentation documentation;

    public JavaHover(SourceModel model) {
        this.model = model;
        documentation = new Documentation(model);
    }

    /// Empty where no name stands, in comments and texts, and for a name that the compiler does not know.
    ///
    /// @param place offset of a character of the name
    public Optional<About> at(Source source, int place) {
        Code code = Code.of(source.text());
        int at = Math.clamp(place, 0, source.text().length());
        int start = code.wordStart(at);
        int end = code.wordEnd(at);
        boolean isWord =
                start < end && Character.isJavaIdentifierStart(code.bare().charAt(start));
        if (!isWord) {
            return Optional.empty();
        }
        Source lean = source.with(Bodies.without(code, start));
        Optional<Named> found = model.read(lean, reading -> named(reading.analyzed(), code, start, end))
                .flatMap(named -> named);
        // what others wrote about it is read once this source is let go
        return found.map(named -> new About(
                start,
                end,
                named.signature(),
                named.owner(),
                named.words().isEmpty() ? documentation.of(named.sought()) : named.words(),
                named.definition()));
    }

    private record Named(
            String signature, String owner, String words, OptionalInt definition, Documentation.Sought sought) {}

    private static Optional<Named> named(Reading reading, Code code, int start, int end) {
        String word = code.text().substring(start, end);
        return reading.around(start)
                .flatMap(path -> Optional.ofNullable(element(reading, path, word)))
                .map(element -> named(reading, code, element));
    }

    private static Named named(Reading reading, Code code, Element element) {
        @Nullable TreePath declared = reading.trees().getPath(element);
        @Nullable String comment = declared == null ? null : reading.trees().getDocComment(declared);
        return new Named(
                Signature.of(element),
                Signature.owner(element),
                comment == null ? "" : DocWords.of(comment),
                declared == null ? OptionalInt.empty() : name(reading, code, declared.getLeaf(), element),
                Documentation.Sought.of(reading, element));
    }

    /// What the name in that tree stands for; null for a keyword.
    private static @Nullable Element element(Reading reading, TreePath path, String word) {
        boolean isName = switch (path.getLeaf()) {
            case IdentifierTree name -> name.getName().contentEquals(word);
            case MemberSelectTree member -> member.getIdentifier().contentEquals(word);
            case MemberReferenceTree member -> member.getName().contentEquals(word);
            case VariableTree variable -> variable.getName().contentEquals(word);
            case ClassTree type -> type.getSimpleName().contentEquals(word);
            case MethodTree method ->
                method.getName().contentEquals(word) || method.getName().contentEquals("<init>");
            default -> false;
        };
        if (!isName) {
            return null;
        }
        boolean isMade = path.getParentPath().getLeaf() instanceof NewClassTree made
                && made.getIdentifier().equals(path.getLeaf());
        @Nullable Element element = reading.trees().getElement(isMade ? path.getParentPath() : path);
        boolean isKnown = element != null && element.asType().getKind() != TypeKind.ERROR;
        return isKnown ? element : null;
    }

    /// Where the name stands in what declares it.
    private static OptionalInt name(Reading reading, Code code, Tree declared, Element element) {
        String name = Signature.name(element);
        @Nullable
        Tree type = switch (declared) {
            case VariableTree variable -> variable.getType();
            case MethodTree method -> method.getReturnType();
            default -> null;
        };
        int from = Math.max(reading.start(declared), type == null ? -1 : reading.end(type));
        Matcher found = Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(code.bare());
        return from >= 0 && from <= code.bare().length() && found.find(from)
                ? OptionalInt.of(found.start())
                : OptionalInt.empty();
    }
}
