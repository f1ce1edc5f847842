// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.hover;

import dev.signalbox.authoring.complete.TypeWords;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/// What was declared, in one line.
final class Signature {
    private Signature() {}

    static String of(Element element) {
        return switch (element) {
            case ExecutableElement method -> method(method);
            case VariableElement variable ->
                modifiers(variable) + TypeWords.shortly(variable.asType()) + " " + variable.getSimpleName();
            default -> kind(element.getKind()) + TypeWords.shortly(element.asType());
        };
    }

    private static String method(ExecutableElement method) {
        boolean isMade = method.getKind() == ElementKind.CONSTRUCTOR;
        String gives = isMade ? "" : TypeWords.shortly(method.getReturnType()) + " ";
        List<? extends TypeMirror> thrown = method.getThrownTypes();
        String words = thrown.isEmpty()
                ? ""
                : thrown.stream().map(TypeWords::shortly).collect(Collectors.joining(", ", " throws ", ""));
        return modifiers(method)
                + gives
                + name(method)
                + TypeWords.parameters(method, (ExecutableType) method.asType())
                + words;
    }

    /// As it is called: a constructor by its type.
    static String name(Element element) {
        @Nullable
        Element named = element.getKind() == ElementKind.CONSTRUCTOR ? element.getEnclosingElement() : element;
        return named == null ? "" : named.getSimpleName().toString();
    }

    private static String modifiers(Element element) {
        return element.getModifiers().contains(Modifier.STATIC) ? "static " : "";
    }

    private static String kind(ElementKind kind) {
        return switch (kind) {
            case CLASS -> "class ";
            case INTERFACE -> "interface ";
            case ENUM -> "enum ";
            case RECORD -> "record ";
            case ANNOTATION_TYPE -> "annotation ";
            case PACKAGE -> "package ";
            default -> "";
        };
    }

    /// Where it belongs; empty for what is within a method.
    static String owner(Element element) {
        return switch (element.getKind()) {
            case METHOD, CONSTRUCTOR, FIELD, ENUM_CONSTANT, CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE ->
                String.valueOf(element.getEnclosingElement()).replace("unnamed package", "");
            default -> "";
        };
    }
}
