// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

import dev.signalbox.api.CustomService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/// What a service's source can name: the JDK, the scripting API and the service's own packages, nothing else. What it
/// knows of the first two is kept, because opening and listing them is most of a compile's work. Used by one
/// thread at a time.
public final class ServiceFiles implements AutoCloseable {
    private final JavaCompiler javac;
    private final KnownPackages shared;

    private ServiceFiles(JavaCompiler javac, KnownPackages shared) {
        this.javac = javac;
        this.shared = shared;
    }

    /// Throws IllegalStateException on a Java without a compiler.
    public static ServiceFiles create() {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new IllegalStateException("This Java has no compiler. Run the node with a JDK 25.");
        }
        var files = javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(apiLocation()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ServiceFiles(javac, new KnownPackages(files));
    }

    private static Path apiLocation() {
        try {
            return Path.of(CustomService.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What a service with these packages sees. To close it lets go of the packages only. Throws UncheckedIOException
    /// when a jar cannot be read.
    ///
    /// @param packages jars that the class path has besides the JDK and the scripting API
    public JavaFileManager with(List<Path> packages) {
        return memory(packages);
    }

    MemoryFiles memory(List<Path> packages) {
        return new MemoryFiles(shared, opened(packages));
    }

    private Optional<StandardJavaFileManager> opened(List<Path> packages) {
        if (packages.isEmpty()) {
            return Optional.empty();
        }
        var opened = javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        try {
            opened.setLocationFromPaths(StandardLocation.CLASS_PATH, packages);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Optional.of(opened);
    }

    JavaCompiler javac() {
        return javac;
    }

    @Override
    public void close() {
        try {
            shared.close();
        } catch (IOException late) {
            throw new UncheckedIOException(late);
        }
    }
}
