// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.load;

import dev.signalbox.api.CustomService;
import dev.signalbox.api.Message;
import dev.signalbox.engine.compile.Compilation;
import dev.signalbox.engine.weave.Tether;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A compiled service in a class loader of its own. It sees the JDK and the scripting API, not what runs it. The loader
/// goes when the service and this object are no longer held.
public final class LoadedService implements AutoCloseable {
    private final Class<? extends CustomService> type;
    private final ServiceLoader loader;

    private LoadedService(Class<? extends CustomService> type, ServiceLoader loader) {
        this.type = type;
        this.loader = loader;
    }

    /// Loads a compilation that succeeded and needs no packages; throws ServiceUnusable when its class is
    /// no service.
    public static LoadedService load(Compilation compilation) {
        return load(compilation, List.of());
    }

    /// Loads a compilation that succeeded; throws ServiceUnusable when its class is no service.
    ///
    /// @param packages jars that its classes find besides the JDK and the scripting API, opened until it
    /// is closed
    public static LoadedService load(Compilation compilation, List<Path> packages) {
        Jars jars = opened(compilation, packages);
        try {
            var loader = new ServiceLoader(compilation.classes(), jars);
            Class<?> type = loader.loadClass(compilation.className());
            if (!CustomService.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
                throw new ServiceUnusable("Class " + type.getName() + " must extend CustomService", null);
            }
            return new LoadedService(type.asSubclass(CustomService.class), loader);
        } catch (ClassNotFoundException | LinkageError | IllegalArgumentException broken) {
            jars.close();
            throw unusable(compilation, broken);
        } catch (ServiceUnusable noService) {
            jars.close();
            throw noService;
        }
    }

    private static Jars opened(Compilation compilation, List<Path> packages) {
        try {
            return packages.isEmpty() ? Jars.NONE : Jars.open(packages);
        } catch (UncheckedIOException unreadable) {
            throw unusable(compilation, unreadable);
        }
    }

    private static ServiceUnusable unusable(Compilation compilation, Throwable why) {
        return new ServiceUnusable("Class " + compilation.className() + " cannot be loaded: " + why.getMessage(), why);
    }

    /// What stops this service from outside and knows what it opened. Once stopped, this service runs no more: load the
    /// compilation anew.
    public Tether tether() {
        return loader.tether();
    }

    /// Runs the constructor. Throws InvocationTargetException with what the author's code threw, ServiceUnusable when
    /// there is no constructor without parameters.
    public CustomService newInstance() throws InvocationTargetException {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException none) {
            throw new ServiceUnusable("Class " + type.getName() + " needs a constructor without parameters", none);
        }
    }

    /// The public method an action of that name calls: one Message parameter, declared by the service itself.
    public Optional<Method> action(String name) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getDeclaringClass() != CustomService.class)
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {Message.class}))
                .peek(method -> method.setAccessible(true))
                .findFirst();
    }

    /// Lets go of the packages. What runs on may find no class of theirs that it has not used yet.
    @Override
    public void close() {
        loader.close();
    }
}
