// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.jvm;

import dev.signalbox.agent.step.Item;
import dev.signalbox.agent.step.Program;
import dev.signalbox.agent.step.Run;
import dev.signalbox.agent.step.RunRuntime;
import dev.signalbox.api.CustomService;
import dev.signalbox.api.Message;
import dev.signalbox.api.Twin;
import dev.signalbox.engine.load.LoadedService;
import dev.signalbox.engine.weave.Leftover;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// A service loaded into the node.
public final class JvmProgram implements Program {
    private final Supplier<LoadedService> loading;
    private volatile LoadedService service;

    /// @param loading loads the service; once more after each halt
    public JvmProgram(Supplier<LoadedService> loading) {
        this.loading = loading;
        this.service = loading.get();
    }

    @Override
    public Run begin(RunRuntime runtime) throws Exception {
        if (service.tether().stopped().isPresent()) {
            LoadedService former = service;
            service = loading.get();
            former.close();
        }
        try {
            CustomService instance = service.newInstance();
            instance.attach(runtime);
            return new JvmRun(service, instance);
        } catch (InvocationTargetException wrapped) {
            throw unwrapped(wrapped);
        }
    }

    @Override
    public boolean hasAction(String action) {
        return service.action(action).isPresent();
    }

    @Override
    public boolean runsHere() {
        return true;
    }

    @Override
    public void halt(String why) {
        service.tether().stop(why);
    }

    @Override
    public Optional<String> line(Thread thread) {
        return service.tether().line(thread.getStackTrace());
    }

    @Override
    public List<String> sweep() {
        return closed(service.tether().leftovers());
    }

    @Override
    public List<String> end() {
        List<Leftover> left = service.tether().leftovers();
        halt("The step has ended");
        return closed(left);
    }

    private static List<String> closed(List<Leftover> left) {
        return left.stream()
                .map(one -> one + (one.close() ? "" : ", which does not end"))
                .toList();
    }

    @Override
    public void close() {
        service.close();
    }

    /// What the author's code threw.
    private static Exception unwrapped(InvocationTargetException wrapped) {
        return switch (wrapped.getCause()) {
            case Error error -> throw error;
            case Exception exception -> exception;
            case null, default -> wrapped;
        };
    }

    private static final class JvmRun implements Run {
        private final LoadedService service;
        private final CustomService instance;

        JvmRun(LoadedService service, CustomService instance) {
            this.service = service;
            this.instance = instance;
        }

        @Override
        public void start() throws Exception {
            instance.start();
        }

        @Override
        public void take(Item.Delivery delivery) throws Exception {
            Optional<Method> method =
                    delivery.kind() == Item.Kind.ACTION ? service.action(delivery.name()) : Optional.empty();
            if (method.isPresent()) {
                call(method.get(), delivery.message());
            } else {
                instance.process(delivery.message());
            }
            delivery.done();
        }

        private void call(Method method, Message message) throws Exception {
            try {
                method.invoke(instance, message);
            } catch (InvocationTargetException wrapped) {
                throw unwrapped(wrapped);
            }
        }

        @Override
        public void stateUpdate(Twin twin) throws Exception {
            instance.stateUpdate(twin);
        }

        @Override
        public void signedIn() throws Exception {
            instance.signedIn();
        }

        @Override
        public void stop() throws Exception {
            instance.stop();
        }
    }
}
