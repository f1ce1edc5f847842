// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The jars of one service's packages, opened. The first that has a name wins. What is read goes past the
/// cache that the
/// JDK keeps of jars for addresses, so that closing these is the end of them, and of these only.
final class Jars implements AutoCloseable {
    static final Jars NONE = new Jars(List.of());

    /// Bytes of one class or resource; a digest guards the jar, this guards against one that unpacks to more.
    private static final int MOST = 64 * 1024 * 1024;

    private final List<Jar> jars;

    /// What was found, and where it comes from.
    record Found(byte[] bytes, ProtectionDomain from) {}

    private Jars(List<Jar> jars) {
        this.jars = List.copyOf(jars);
    }

    /// Throws UncheckedIOException for a jar that cannot be read; nothing is left open then.
    static Jars open(List<Path> files) {
        var opened = new ArrayList<Jar>();
        try {
            for (Path file : files) {
                opened.add(Jar.open(file));
            }
            return new Jars(opened);
        } catch (IOException unreadable) {
            new Jars(opened).close();
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A file by its path in a jar. Throws UncheckedIOException when it is there and cannot be read.
    Optional<Found> find(String path) {
        for (Jar jar : jars) {
            JarEntry entry = jar.file.getJarEntry(path);
            if (entry != null) {
                return Optional.of(new Found(jar.read(entry), jar.domain));
            }
        }
        return Optional.empty();
    }

    /// An address for each jar that has that path.
    List<URL> addresses(String path) {
        var found = new ArrayList<URL>();
        for (Jar jar : jars) {
            JarEntry entry = jar.file.getJarEntry(path);
            if (entry != null) {
                found.add(jar.address(path, entry));
            }
        }
        return found;
    }

    @Override
    public void close() {
        jars.forEach(Jar::close);
    }

    private record Jar(JarFile file, URI uri, ProtectionDomain domain) {
        static Jar open(Path path) throws IOException {
            var file = new JarFile(path.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
            var source = new CodeSource(path.toUri().toURL(), (Certificate @Nullable []) null);
            return new Jar(file, path.toUri(), new ProtectionDomain(source, null));
        }

        byte[] read(JarEntry entry) {
            try (InputStream in = file.getInputStream(entry)) {
                byte[] bytes = in.readNBytes(MOST + 1);
                if (bytes.length > MOST) {
                    throw new IOException(entry.getName() + " has more than " + MOST + " bytes");
                }
                return bytes;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        URL address(String path, JarEntry entry) {
            try {
                URI encoded = new URI(null, null, "/" + path, null);
                return URL.of(URI.create("jar:" + uri + "!" + encoded.getRawPath()), new Reading(this, entry));
            } catch (IOException | java.net.URISyntaxException odd) {
                throw new IllegalStateException(odd);
            }
        }

        void close() {
            try {
                file.close();
            } catch (IOException late) {
                throw new UncheckedIOException(late);
            }
        }
    }

    /// Opens an address of a jar that is open already.
    private static final class Reading extends URLStreamHandler {
        private final Jar jar;
        private final JarEntry entry;

        Reading(Jar jar, JarEntry entry) {
            this.jar = jar;
            this.entry = entry;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {
                    connected = true;
                }

                @Override
                public long getContentLengthLong() {
                    return entry.getSize();
                }

                @Override
                public InputStream getInputStream() {
                    return new ByteArrayInputStream(jar.read(entry));
                }
            };
        }
    }
}
