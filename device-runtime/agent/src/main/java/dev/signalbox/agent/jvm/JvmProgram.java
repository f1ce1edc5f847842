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
import dev.signalbox.engine.weave.ServiceStopped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A service loaded into the node.
public final class JvmProgram implements Program {
    private final Supplier<LoadedService> loading;
    private volatile @Nullable LoadedService service;

    /// @param loading loads the service; once more after each halt
    public JvmProgram(Supplier<LoadedService> loading) {
        this.loading = loading;
        this.service = loading.get();
    }

    @Override
    public Run begin(RunRuntime runtime) throws Exception {
        renew();
        LoadedService now = loaded();
        try {
            CustomService instance = now.newInstance();
            instance.attach(runtime);
            return new JvmRun(now, instance);
        } catch (InvocationTargetException wrapped) {
            throw unwrapped(wrapped);
        }
    }

    private synchronized LoadedService loaded() {
        LoadedService known = service;
        if (known == null) {
            known = loading.get();
            service = known;
        }
        return known;
    }

    /// Lets go before the next one is loaded: there may be no room for both.
    @Override
    public synchronized void renew() {
        if (known().flatMap(one -> one.tether().stopped()).isPresent()) {
            close();
            service = null;
        }
    }

    private Optional<LoadedService> known() {
        return Optional.ofNullable(service);
    }

    @Override
    public boolean hasAction(String action) {
        return loaded().action(action).isPresent();
    }

    @Override
    public boolean runsHere() {
        return true;
    }

    @Override
    public void halt(String why) {
        known().ifPresent(one -> one.tether().stop(why));
    }

    @Override
    public boolean isHalt(Throwable thrown) {
        return thrown instanceof ServiceStopped;
    }

    @Override
    public int held() {
        return known().map(one -> one.tether().held()).orElse(0);
    }

    @Override
    public Optional<String> line(Thread thread) {
        return known().flatMap(one -> one.tether().line(thread.getStackTrace()));
    }

    @Override
    public List<String> sweep() {
        return closed(leftovers());
    }

    private List<Leftover> leftovers() {
        return known().map(one -> one.tether().leftovers()).orElse(List.of());
    }

    @Override
    public List<String> end() {
        List<Leftover> left = leftovers();
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
        known().ifPresent(LoadedService::close);
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
