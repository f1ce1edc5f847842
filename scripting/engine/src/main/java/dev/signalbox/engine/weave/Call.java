// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/// One call in a service's code, and what becomes of it.
///
/// @param interfaces whether the owner is an interface
record Call(Opcode opcode, ClassDesc owner, String name, MethodTypeDesc type, boolean interfaces) {
    /// Whether anything becomes of it at all.
    boolean watched() {
        return refused() || opens();
    }

    boolean refused() {
        return Refusals.remedy(key()).isPresent();
    }

    boolean opens() {
        return constructs() ? Openers.constructor(internal()) : Openers.method(internal(), name) && givesAnObject();
    }

    boolean constructs() {
        return name.equals(ConstantDescs.INIT_NAME);
    }

    /// Writes the call, or what stands in its place.
    ///
    /// @param packaged whether it stands in a package, whose author did not write it for a node: what he
    /// wants done when the JVM ends is left out, because the service ends sooner
    void write(CodeBuilder code, String place, boolean packaged) {
        if (packaged && key().equals(Refusals.HOOK_CALL)) {
            code.pop2();
            return;
        }
        if (refused()) {
            Links.refused(code, withReceiver(), key(), place);
            return;
        }
        code.invoke(opcode, owner, name, type, interfaces);
        if (opens()) {
            Links.opened(code, constructs() ? owner : type.returnType(), place);
        }
    }

    /// The call's operands, the receiver first.
    MethodTypeDesc withReceiver() {
        return opcode == Opcode.INVOKESTATIC ? type : type.insertParameterTypes(0, owner);
    }

    private boolean givesAnObject() {
        return !type.returnType().isPrimitive();
    }

    private String key() {
        return internal() + "." + name;
    }

    private String internal() {
        String descriptor = owner.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }
}
