// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/// Keeps what the compiler writes in memory; reading goes through to the shared files, and to the packages
/// of the service, which are opened for this one compile: a manager never lets go of an archive before it is closed.
final class MemoryFiles extends ForwardingJavaFileManager<KnownPackages> {
    private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();
    private final Optional<StandardJavaFileManager> packages;

    /// @param packages shows the service's packages on its class path; closed with this
    MemoryFiles(KnownPackages shared, Optional<StandardJavaFileManager> packages) {
        super(shared);
        this.packages = packages;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        Iterable<JavaFileObject> shared = super.list(location, packageName, kinds, recurse);
        if (packages.isEmpty() || location != StandardLocation.CLASS_PATH) {
            return shared;
        }
        var both = new ArrayList<JavaFileObject>();
        shared.forEach(both::add);
        packages.get().list(location, packageName, kinds, recurse).forEach(both::add);
        return both;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
        var bytes = new ByteArrayOutputStream();
        written.put(className, bytes);
        return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('$', '-') + kind.extension), kind) {
            @Override
            public OutputStream openOutputStream() {
                return bytes;
            }
        };
    }

    Map<String, byte[]> classes() {
        var classes = new TreeMap<String, byte[]>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    /// The shared files stay open.
    @Override
    public void close() throws IOException {
        written.clear();
        if (packages.isPresent()) {
            packages.get().close();
        }
    }
}
