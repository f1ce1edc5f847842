// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.constant.ClassDesc;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/// Every public type that a service can name: of the modules that services use, of the scripting API, of the
/// service's packages. Immutable.
public final class TypeIndex {
    static final TypeIndex NONE = new TypeIndex(List.of(), List.of());

    private static final List<String> MODULES = List.of("java.base", "java.net.http", "java.sql", "java.xml");
    /// A service with more than these has some that are not offered; they can be written all the same.
    private static final int MOST = 50_000;

    private final List<TypeName> jdk;
    private final List<TypeName> others;

    private TypeIndex(List<TypeName> jdk, List<TypeName> others) {
        this.jdk = jdk;
        this.others = others;
    }

    public Stream<TypeName> types() {
        return Stream.concat(others.stream(), jdk.stream());
    }

    /// The types of that name, in whatever package.
    public List<TypeName> named(String name) {
        return types().filter(type -> type.name().equals(name)).toList();
    }

    /// The same of the JDK with what these files have besides.
    TypeIndex forFiles(JavaFileManager files) {
        List<TypeName> known = jdk.isEmpty() ? jdk(files) : jdk;
        return new TypeIndex(known, of(files, StandardLocation.CLASS_PATH, "", true));
    }

    private static List<TypeName> jdk(JavaFileManager files) {
        var all = new ArrayList<TypeName>();
        for (String module : MODULES) {
            ModuleFinder.ofSystem().find(module).map(ModuleReference::descriptor).stream()
                    .flatMap(found -> found.exports().stream())
                    .filter(exported -> !exported.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .sorted()
                    .forEach(name -> all.addAll(of(files, location(files, module), name, false)));
        }
        return List.copyOf(all);
    }

    private static Location location(JavaFileManager files, String module) {
        try {
            return files.getLocationForModule(StandardLocation.SYSTEM_MODULES, module);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<TypeName> of(JavaFileManager files, Location where, String packageName, boolean recurse) {
        try {
            var all = new ArrayList<TypeName>();
            for (JavaFileObject file : files.list(where, packageName, EnumSet.of(JavaFileObject.Kind.CLASS), recurse)) {
                String name = files.inferBinaryName(where, file);
                if (all.size() < MOST && name != null && name.indexOf('$') < 0 && name.indexOf('.') > 0) {
                    type(file, name).ifPresent(all::add);
                }
            }
            return List.copyOf(all);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Empty for one that only its own package sees, and for a file that is not a class after all.
    private static Optional<TypeName> type(JavaFileObject file, String name) throws IOException {
        try (InputStream in = file.openInputStream()) {
            ClassModel found = ClassFile.of().parse(in.readAllBytes());
            int point = name.lastIndexOf('.');
            return (found.flags().flagsMask() & ClassFile.ACC_PUBLIC) == 0
                    ? Optional.empty()
                    : Optional.of(new TypeName(name.substring(0, point), name.substring(point + 1), kind(found)));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    private static TypeName.Kind kind(ClassModel found) {
        int flags = found.flags().flagsMask();
        if ((flags & ClassFile.ACC_ANNOTATION) != 0) {
            return TypeName.Kind.ANNOTATION;
        }
        if ((flags & ClassFile.ACC_INTERFACE) != 0) {
            return TypeName.Kind.INTERFACE;
        }
        if ((flags & ClassFile.ACC_ENUM) != 0) {
            return TypeName.Kind.ENUM;
        }
        boolean isRecord = found.superclass()
                .filter(up -> up.asSymbol().equals(ClassDesc.of("java.lang.Record")))
                .isPresent();
        return isRecord ? TypeName.Kind.RECORD : TypeName.Kind.CLASS;
    }
}
