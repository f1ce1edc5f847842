// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.load;

import java.util.Map;

/// Defines a service's classes from memory. Its parent shows the JDK; of ours it shows the scripting API only.
final class ServiceLoader extends ClassLoader {
    private static final String API = "dev.signalbox.api.";

    private final Map<String, byte[]> classes;

    ServiceLoader(Map<String, byte[]> classes) {
        super("service", ClassLoader.getPlatformClassLoader());
        this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(API)) {
            return ServiceLoader.class.getClassLoader().loadClass(name);
        }
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
