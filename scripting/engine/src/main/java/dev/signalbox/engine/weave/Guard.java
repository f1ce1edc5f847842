// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// What woven code calls, by invokedynamic only: each method here links one kind of call. A service's class loader
/// shows
/// this class and no other of the engine; the compiler shows authors none.
public final class Guard {
    private static final MethodHandles.Lookup OWN = MethodHandles.lookup();

    private Guard() {}

    /// Links the question at a loop's turn, a method's start or a handler's start: may this go on?
    public static CallSite turn(MethodHandles.Lookup caller, String name, MethodType type) {
        return tether(caller).turns();
    }

    /// Links the question at the start of a finally block, which goes on for some time after a stop.
    public static CallSite cleanup(MethodHandles.Lookup caller, String name, MethodType type) {
        return tether(caller).cleanups();
    }

    /// Links what takes an opened object, writes it down with its line, and gives it back.
    public static CallSite opened(MethodHandles.Lookup caller, String name, MethodType type, String place) {
        var belongings = tether(caller).belongings();
        MethodHandle add = MethodHandles.insertArguments(
                bound(belongings, "add", MethodType.methodType(Object.class, Object.class, String.class)), 1, place);
        return new ConstantCallSite(add.asType(type));
    }

    /// Links a call that is refused: takes what the call takes and throws CallRefused.
    public static CallSite refused(
            MethodHandles.Lookup caller, String name, MethodType type, String call, String place) {
        MethodHandle refusal = MethodHandles.insertArguments(refusal(), 0, call, place);
        MethodHandle thrown = MethodHandles.foldArguments(
                MethodHandles.throwException(type.returnType(), CallRefused.class), refusal);
        return new ConstantCallSite(MethodHandles.dropArguments(thrown, 0, type.parameterList()));
    }

    static MethodHandle bound(String method, Tether tether) {
        return bound(tether, method, MethodType.methodType(void.class));
    }

    private static MethodHandle bound(Object receiver, String method, MethodType type) {
        try {
            return OWN.bind(receiver, method, type);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(method, impossible);
        }
    }

    private static MethodHandle refusal() {
        try {
            var type = MethodType.methodType(CallRefused.class, String.class, String.class);
            return OWN.findStatic(Refusals.class, "refused", type);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("refused", impossible);
        }
    }

    private static Tether tether(MethodHandles.Lookup caller) {
        if (caller.lookupClass().getClassLoader() instanceof Tethered tethered) {
            return tethered.tether();
        }
        throw new LinkageError(caller.lookupClass() + " is woven, but nothing holds it");
    }
}
