// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.hover;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.signalbox.authoring.model.Reading;
import dev.signalbox.authoring.model.Source;
import dev.signalbox.authoring.model.SourceModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/// What the authors of the scripting API and of the JDK wrote about their types. Of the JDK only where its sources are
/// installed.
final class Documentation {
    private static final String API = "dev.signalbox.api.";
    private static final int LARGEST = 4 * 1024 * 1024;

    private final SourceModel model;

    Documentation(SourceModel model) {
        this.model = model;
    }

    /// @param module empty outside of modules
    /// @param outermost qualified name of the type whose file it is in
    /// @param type simple name of the type that has it
    /// @param member empty for the type itself
    /// @param parameters simple names of their types
    record Sought(String module, String outermost, String type, String member, List<String> parameters) {
        static Sought of(Reading reading, Element element) {
            Element type = element;
            while (!(type instanceof TypeElement) && type.getEnclosingElement() != null) {
                type = type.getEnclosingElement();
            }
            Element outermost = type;
            while (outermost.getEnclosingElement() instanceof TypeElement around) {
                outermost = around;
            }
            var module = reading.elements().getModuleOf(element);
            List<String> parameters = element instanceof ExecutableElement method
                    ? method.getParameters().stream()
                            .map(one ->
                                    simple(reading.types().erasure(one.asType()).toString()))
                            .toList()
                    : List.of();
            return new Sought(
                    module == null ? "" : module.getQualifiedName().toString(),
                    outermost.toString(),
                    type.getSimpleName().toString(),
                    element.equals(type) ? "" : element.getSimpleName().toString(),
                    parameters);
        }

        boolean is(Tree tree) {
            return switch (tree) {
                case ClassTree found ->
                    member.isEmpty() && found.getSimpleName().contentEquals(type);
                case MethodTree found ->
                    found.getName().contentEquals(member)
                            && parameters.equals(found.getParameters().stream()
                                    .map(one -> simple(one.getType().toString()))
                                    .toList());
                case VariableTree found ->
                    !member.isEmpty() && parameters.isEmpty() && found.getName().contentEquals(member);
                default -> false;
            };
        }
    }

    /// Without package, annotations and what is in angle brackets.
    private static String simple(String type) {
        String bare = type.replaceAll("@[\\w.]+\\s*", "")
                .replaceAll("<.*>", "")
                .replace("...", "[]")
                .strip();
        return bare.substring(bare.lastIndexOf('.') + 1);
    }

    /// Its first sentences; empty if nothing is written or it cannot be read.
    String of(Sought sought) {
        return source(sought)
                .flatMap(text -> model.read(
                        new Source("Read.java", text.replaceFirst("(?m)^package [^;]+;", ""), List.of()),
                        reading -> comment(reading, sought)))
                .orElse("");
    }

    private static String comment(Reading reading, Sought sought) {
        return reading.find(tree -> sought.is(tree) && isIn(reading, tree, sought.type()))
                .map(path -> reading.trees().getDocComment(path))
                .map(DocWords::of)
                .orElse("");
    }

    private static boolean isIn(Reading reading, Tree tree, String type) {
        TreePath around = TreePath.getPath(reading.unit(), tree).getParentPath();
        return tree instanceof ClassTree
                || (around.getLeaf() instanceof ClassTree owner
                        && owner.getSimpleName().contentEquals(type));
    }

    private static Optional<String> source(Sought sought) {
        String path = sought.outermost().replace('.', '/') + ".java";
        try {
            if (sought.outermost().startsWith(API)) {
                return ofApi(path);
            }
            return sought.module().startsWith("java.") ? ofJdk(sought.module() + "/" + path) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> ofApi(String path) throws IOException {
        try (InputStream in = Documentation.class.getResourceAsStream("/sources/" + path)) {
            return in == null ? Optional.empty() : Optional.of(text(in));
        }
    }

    private static Optional<String> ofJdk(String path) throws IOException {
        Path sources = Path.of(System.getProperty("java.home"), "lib", "src.zip");
        if (!Files.isReadable(sources)) {
            return Optional.empty();
        }
        try (var zip = new ZipFile(sources.toFile())) {
            ZipEntry entry = zip.getEntry(path);
            return entry == null ? Optional.empty() : Optional.of(text(zip.getInputStream(entry)));
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
    }
}
