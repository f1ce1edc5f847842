// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.isolated.host;

import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Defines a service's classes from what the node sent. Its parent shows the JDK; of ours it shows
/// the scripting API. The classes are as they were compiled: nothing in this process needs to be
/// held.
final class ServiceClasses extends ClassLoader {
    private static final String API = "dev.signalbox.api.";

    private final Map<String, @Nullable Object> written;

    private ServiceClasses(Map<String, @Nullable Object> written) {
        super("service", ClassLoader.getPlatformClassLoader());
        this.written = written;
    }

    /// The service's own class.
    static Class<?> load(Line classes) throws ClassNotFoundException {
        return new ServiceClasses(classes.object("bytes").members()).loadClass(classes.text("main"));
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
