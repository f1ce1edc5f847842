// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/// An index that does something at the n-th call of its records, such as failing.
final class TornIndex implements StreamIndex {
    private final StreamIndex whole;
    private int left = Integer.MAX_VALUE;
    private Runnable then = () -> {};

    TornIndex(StreamIndex whole) {
        this.whole = whole;
    }

    /// @param calls after which it happens, once
    void after(int calls, Runnable what) {
        left = calls;
        then = what;
    }

    /// What a failing disk does.
    static void fail() {
        throw new ProblemException(new Problem("store.full", "The disk is full.", "Free space."));
    }

    @Override
    public <T> T read(Function<IndexRecords, T> reading) {
        return whole.read(reading);
    }

    @Override
    public <T> T commit(Function<IndexRecords, T> work) {
        return whole.commit(records -> work.apply(counted(IndexRecords.class, records)));
    }

    @Override
    public void close() {
        whole.close();
    }

    private <T> T counted(Class<T> type, T records) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> call(records, method, arguments));
        return type.cast(proxy);
    }

    private Object call(Object records, Method method, Object[] arguments) throws Throwable {
        if (--left == 0) {
            then.run();
        }
        try {
            Object result = method.invoke(records, arguments);
            return method.getReturnType().getName().endsWith("Records")
                    ? countedOf(method.getReturnType(), result)
                    : result;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    private <T> Object countedOf(Class<T> type, Object records) {
        return counted(type, type.cast(records));
    }
}
