// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/// Remembers what the packages of the JDK and of the scripting API hold: each compile asks for the same few, and
/// listing them anew is a third of its work. Used by one thread at a time.
final class KnownPackages extends ForwardingJavaFileManager<StandardJavaFileManager> {
    /// A service imports some twenty; the JDK has so many that they must not all stay.
    private static final int MOST = 64;

    private final Map<Listing, List<JavaFileObject>> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Listing, List<JavaFileObject>> eldest) {
            return size() > MOST;
        }
    };

    private record Listing(Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {}

    KnownPackages(StandardJavaFileManager files) {
        super(files);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        var listing = new Listing(location, packageName, Set.copyOf(kinds), recurse);
        List<JavaFileObject> before = known.get(listing);
        if (before != null) {
            return before;
        }
        List<JavaFileObject> found = StreamSupport.stream(
                        super.list(location, packageName, kinds, recurse).spliterator(), false)
                .toList();
        if (!found.isEmpty()) {
            known.put(listing, found);
        }
        return found;
    }
}
