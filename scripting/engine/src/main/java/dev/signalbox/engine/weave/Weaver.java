// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import dev.signalbox.api.CustomService;
import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.Map;

/// Changes a service's classes so that a tether holds them:
///
/// - at each turn of a loop, at the start of each method and of each handler they ask whether they may go on;
/// - what is opened or started is written down with its line;
/// - calls that would end or change the whole node are refused.
///
/// What the classes compute stays the same. They can only be loaded by a loader that is Tethered and shows Guard.
public final class Weaver {
    private final ClassFile classFile;

    private Weaver(Map<String, byte[]> classes) {
        classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy(classes)));
    }

    /// Weaves all classes of one service. Throws IllegalArgumentException when a method gets longer than a class file
    /// allows.
    ///
    /// @param classes bytes by binary class name
    public static Map<String, byte[]> weave(Map<String, byte[]> classes) {
        var weaver = new Weaver(classes);
        var woven = new HashMap<String, byte[]>();
        classes.forEach((name, bytes) -> woven.put(name, weaver.weave(bytes)));
        return woven;
    }

    private byte[] weave(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        return classFile.transformClass(model, ClassTransform.ofStateful(() -> new Threading(model)));
    }

    private static ClassHierarchyResolver hierarchy(Map<String, byte[]> classes) {
        var own = ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> {
            byte[] bytes = classes.get(
                    type.packageName().isEmpty() ? type.displayName() : type.packageName() + "." + type.displayName());
            return bytes == null ? null : new ByteArrayInputStream(bytes);
        });
        return own.orElse(ClassHierarchyResolver.ofClassLoading(CustomService.class.getClassLoader()))
                .cached();
    }

    /// Goes through one class, and adds the methods its method references need.
    private static final class Threading implements ClassTransform {
        private final Bridges bridges;

        Threading(ClassModel model) {
            bridges = new Bridges(model);
        }

        @Override
        public void accept(ClassBuilder builder, ClassElement element) {
            if (element instanceof MethodModel method && method.code().isPresent()) {
                CodeModel code = method.code().get();
                builder.transformMethod(method, (to, part) -> {
                    if (part == code) {
                        to.transformCode(code, new MethodWeave(Shape.of(code), bridges));
                    } else {
                        to.with(part);
                    }
                });
            } else {
                builder.with(element);
            }
        }

        @Override
        public void atEnd(ClassBuilder builder) {
            bridges.write(builder);
        }
    }
}
