// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import dev.signalbox.authoring.model.TypeName;
import dev.signalbox.authoring.text.Imports;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/// Types and parameters in words, without what a reader can do without.
public final class TypeWords {
    private static final Pattern ANNOTATION = Pattern.compile("@[\\w.]+(\\([^)]*\\))?\\s*");
    private static final Pattern CAPTURED = Pattern.compile("capture#\\d+ of ");
    private static final Pattern QUALIFIED = Pattern.compile("\\b((?:[a-z_]\\w*\\.)*)((?:[A-Z]\\w*\\.)*)([A-Z]\\w*)");
    private static final Pattern UNKNOWN = Pattern.compile("arg\\d+");
    private static final String SIGNALBOX_NAME = "signalboxCaret";

    private TypeWords() {}

    /// Without packages.
    public static String shortly(TypeMirror type) {
        return QUALIFIED
                .matcher(plain(type))
                .replaceAll("$3")
                .replaceAll(",(?=\\S)", ", ")
                .replace(SIGNALBOX_NAME, "?");
    }

    /// As the source has to write it.
    static String written(TypeMirror type, Imports imports) {
        return written(plain(type), imports);
    }

    /// The same of a type in the compiler's words.
    public static String written(String type, Imports imports) {
        return QUALIFIED.matcher(type).replaceAll(found -> written(found, imports));
    }

    private static String written(MatchResult found, Imports imports) {
        if (found.group(1).isEmpty()) {
            return found.group();
        }
        String inside = found.group(2) + found.group(3);
        String packageName = found.group(1).substring(0, found.group(1).length() - 1);
        var outermost = new TypeName(packageName, inside.split("\\.", 2)[0], TypeName.Kind.CLASS);
        return imports.has(outermost) ? inside : found.group();
    }

    private static String plain(TypeMirror type) {
        return CAPTURED.matcher(ANNOTATION.matcher(type.toString()).replaceAll(""))
                .replaceAll("");
    }

    /// What stands in the parentheses, them included. Names that nobody kept are left out.
    public static String parameters(ExecutableElement method, ExecutableType as) {
        List<? extends TypeMirror> types = as.getParameterTypes();
        return IntStream.range(0, types.size())
                .mapToObj(at -> parameter(method, at, types.get(at)))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String parameter(ExecutableElement method, int at, TypeMirror type) {
        boolean takesMore = method.isVarArgs() && at == method.getParameters().size() - 1;
        String words = takesMore && type instanceof ArrayType array
                ? shortly(array.getComponentType()) + "..."
                : shortly(type);
        String name = method.getParameters().get(at).getSimpleName().toString();
        return UNKNOWN.matcher(name).matches() ? words : words + " " + name;
    }

    /// The same, so that it compiles.
    static String declared(ExecutableElement method, ExecutableType as, Imports imports) {
        List<? extends VariableElement> names = method.getParameters();
        return IntStream.range(0, names.size())
                .mapToObj(at -> written(as.getParameterTypes().get(at), imports) + " "
                        + names.get(at).getSimpleName())
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
