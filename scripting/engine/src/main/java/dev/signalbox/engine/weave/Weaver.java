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
import java.util.Optional;
import java.util.function.Function;

/// Changes a service's classes so that a tether holds them:
///
/// - at each turn of a loop, at the start of each method and of each handler they ask whether they may go on;
/// - what is opened or started is written down with its line;
/// - calls that would end or change the whole node are refused.
///
/// What the classes compute stays the same. They can only be loaded by a loader that is Tethered and shows Guard.
public final class Weaver {
    private final Map<String, byte[]> classes;
    private final ClassFile classFile;

    /// @param classes the service's own, bytes by binary class name
    /// @param packages finds a class of the packages it brings along by its binary name
    public Weaver(Map<String, byte[]> classes, Function<String, Optional<byte[]>> packages) {
        this.classes = classes;
        classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy(classes, packages)));
    }

    /// Weaves all classes of one service that has no packages. Throws IllegalArgumentException when a
    /// method gets longer than a class file allows.
    ///
    /// @param classes bytes by binary class name
    public static Map<String, byte[]> weave(Map<String, byte[]> classes) {
        return new Weaver(classes, _ -> Optional.empty()).own();
    }

    /// All classes of the service's own, woven. Throws as `weave`.
    public Map<String, byte[]> own() {
        var woven = new HashMap<String, byte[]>();
        classes.forEach((name, bytes) -> woven.put(name, weave(bytes, false)));
        return woven;
    }

    /// A class of a package, woven, or as it is if that cannot be: a method would get too long, or it
    /// refers to classes that are not there, as packages do to what is optional. By one thread at a time.
    public byte[] packaged(byte[] bytes) {
        try {
            return weave(bytes, true);
        } catch (IllegalArgumentException | IllegalStateException cannotBe) {
            return bytes;
        }
    }

    private byte[] weave(byte[] bytes, boolean packaged) {
        ClassModel model = classFile.parse(bytes);
        return classFile.transformClass(model, ClassTransform.ofStateful(() -> new Threading(model, packaged)));
    }

    private static ClassHierarchyResolver hierarchy(
            Map<String, byte[]> classes, Function<String, Optional<byte[]>> packages) {
        var own = ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> {
            String name =
                    type.packageName().isEmpty() ? type.displayName() : type.packageName() + "." + type.displayName();
            byte[] bytes = classes.get(name);
            return bytes == null
                    ? packages.apply(name).map(ByteArrayInputStream::new).orElse(null)
                    : new ByteArrayInputStream(bytes);
        });
        return own.orElse(ClassHierarchyResolver.ofClassLoading(CustomService.class.getClassLoader()))
                .cached();
    }

    /// Goes through one class, and adds the methods its method references need.
    private static final class Threading implements ClassTransform {
        private final Bridges bridges;

        Threading(ClassModel model, boolean packaged) {
            bridges = new Bridges(model, packaged);
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
