// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.load;

import dev.signalbox.engine.weave.Guard;
import dev.signalbox.engine.weave.Tether;
import dev.signalbox.engine.weave.Tethered;
import java.util.Map;

/// Defines a service's woven classes from memory. Its parent shows the JDK; of ours it shows the scripting API, and the
/// one class that woven code is linked by.
final class ServiceLoader extends ClassLoader implements Tethered {
    private static final String API = "dev.signalbox.api.";

    private final Map<String, byte[]> classes;
    private final Tether tether;

    ServiceLoader(Map<String, byte[]> classes) {
        super("service", ClassLoader.getPlatformClassLoader());
        this.classes = classes;
        this.tether = new Tether(classes.keySet());
    }

    @Override
    public Tether tether() {
        return tether;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(API) || name.equals(Guard.class.getName())) {
            return ServiceLoader.class.getClassLoader().loadClass(name);
        }
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
