// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Defines a service's classes from what the node sent. Its parent shows the JDK; of ours it shows
/// the scripting API, and between them are the packages that the service brings along. The classes are as they were
/// compiled: nothing in this process needs to be
/// held.
final class ServiceClasses extends ClassLoader {
    private static final String API = "dev.signalbox.api.";

    private final Map<String, @Nullable Object> written;

    private ServiceClasses(Map<String, @Nullable Object> written, ClassLoader packages) {
        super("service", packages);
        this.written = written;
    }

    /// The service's own class.
    static Class<?> load(Line classes) throws ClassNotFoundException {
        return new ServiceClasses(classes.object("bytes").members(), packages(classes.text("packages")))
                .loadClass(classes.text("main"));
    }

    /// @param jars as a class path
    private static ClassLoader packages(String jars) {
        URL[] urls = Stream.of(jars.split(File.pathSeparator))
                .filter(jar -> !jar.isEmpty())
                .map(ServiceClasses::url)
                .toArray(URL[]::new);
        return new URLClassLoader("packages", urls, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String jar) {
        try {
            return Path.of(jar).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(API)) {
            return ServiceClasses.class.getClassLoader().loadClass(name);
        }
        if (written.get(name) instanceof String base64) {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return defineClass(name, bytes, 0, bytes.length);
        }
        throw new ClassNotFoundException(name);
    }
}
