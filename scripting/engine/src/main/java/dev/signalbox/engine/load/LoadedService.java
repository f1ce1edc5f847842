// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.load;

import dev.signalbox.api.CustomService;
import dev.signalbox.api.Message;
import dev.signalbox.engine.compile.Compilation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;

/// A compiled service in a class loader of its own. It sees the JDK and the scripting API, not what runs it. The loader
/// goes when the service and this object are no longer held.
public final class LoadedService implements AutoCloseable {
    private final Class<? extends CustomService> type;

    private LoadedService(Class<? extends CustomService> type) {
        this.type = type;
    }

    /// Loads a compilation that succeeded; throws ServiceUnusable when its class is no service.
    public static LoadedService load(Compilation compilation) {
        try {
            Class<?> type = new ServiceLoader(compilation.classes()).loadClass(compilation.className());
            if (!CustomService.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
                throw new ServiceUnusable("Class " + type.getName() + " must extend CustomService", null);
            }
            return new LoadedService(type.asSubclass(CustomService.class));
        } catch (ClassNotFoundException | LinkageError broken) {
            throw new ServiceUnusable(
                    "Class " + compilation.className() + " cannot be loaded: " + broken.getMessage(), broken);
        }
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

    @Override
    public void close() {
        // nothing is held open: classes are in memory, and go with their loader
    }
}
