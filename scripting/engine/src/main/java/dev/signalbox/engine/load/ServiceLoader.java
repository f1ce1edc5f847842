// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.load;

import dev.signalbox.engine.weave.Guard;
import dev.signalbox.engine.weave.Tether;
import dev.signalbox.engine.weave.Tethered;
import dev.signalbox.engine.weave.Weaver;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Defines a service's woven classes from memory, and those of its packages as they are asked for, woven
/// too. Its parent
/// shows the JDK; of ours it shows the scripting API, and the one class that woven code is linked by. A
/// package cannot bring a class of ours.
final class ServiceLoader extends ClassLoader implements Tethered, AutoCloseable {
    private static final String OURS = "dev.signalbox.";
    private static final String API = OURS + "api.";
    private static final String ENDING = ".class";

    private final Map<String, byte[]> classes;
    private final Jars packages;
    private final Weaver weaver;
    private final Tether tether;

    /// @param classes the service's own, not woven yet
    ServiceLoader(Map<String, byte[]> classes, Jars packages) {
        super("service", ClassLoader.getPlatformClassLoader());
        this.packages = packages;
        this.weaver = new Weaver(
                classes, name -> packages.find(name.replace('.', '/') + ENDING).map(Jars.Found::bytes));
        this.classes = weaver.own();
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
        return bytes == null ? packaged(name) : defineClass(name, bytes, 0, bytes.length);
    }

    private Class<?> packaged(String name) throws ClassNotFoundException {
        if (name.startsWith(OURS)) {
            throw new ClassNotFoundException(name);
        }
        Jars.Found found =
                packages.find(name.replace('.', '/') + ENDING).orElseThrow(() -> new ClassNotFoundException(name));
        byte[] woven = weaver.packaged(found.bytes());
        return defineClass(name, woven, 0, woven.length, found.from());
    }

    @Override
    protected @Nullable URL findResource(String name) {
        var found = packages.addresses(name);
        return found.isEmpty() ? null : found.getFirst();
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(packages.addresses(name));
    }

    /// Classes that are not loaded yet are not found any more.
    @Override
    public void close() {
        packages.close();
    }
}
