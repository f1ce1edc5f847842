// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns a method reference to a watched call, such as `System::exit` or `FileReader::new`, into one to a method of the
/// class itself that makes the call.
final class Bridges {
    private final ClassModel model;
    private final boolean packaged;
    private final List<Bridge> bridges = new ArrayList<>();

    /// @param packaged whether the class is one of a package
    Bridges(ClassModel model, boolean packaged) {
        this.model = model;
        this.packaged = packaged;
    }

    boolean packaged() {
        return packaged;
    }

    /// A line of the class's source file, such as `Pump.java:12`.
    String place(int line) {
        return model.findAttribute(Attributes.sourceFile())
                        .map(file -> file.sourceFile().stringValue())
                        .orElse(model.thisClass().name().stringValue())
                + ":" + line;
    }

    /// The instruction with its method references bridged.
    DynamicCallSiteDesc bridged(InvokeDynamicInstruction instruction, String place) {
        ConstantDesc[] given = instruction.bootstrapArgs().stream()
                .map(one -> bridged(one, place))
                .toArray(ConstantDesc[]::new);
        return DynamicCallSiteDesc.of(
                instruction.bootstrapMethod(), instruction.name().stringValue(), instruction.typeSymbol(), given);
    }

    void write(ClassBuilder builder) {
        bridges.forEach(bridge -> bridge.write(builder, packaged));
    }

    private ConstantDesc bridged(ConstantDesc argument, String place) {
        return argument instanceof DirectMethodHandleDesc handle
                ? call(handle)
                        .filter(Call::watched)
                        .<ConstantDesc>map(call -> bridge(handle, call, place))
                        .orElse(handle)
                : argument;
    }

    private MethodHandleDesc bridge(DirectMethodHandleDesc handle, Call call, String place) {
        var bridge = new Bridge("signalbox$" + bridges.size(), handle.invocationType(), call, place);
        bridges.add(bridge);
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        var kind = isInterface ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC : DirectMethodHandleDesc.Kind.STATIC;
        return MethodHandleDesc.ofMethod(kind, model.thisClass().asSymbol(), bridge.name(), bridge.type());
    }

    private static Optional<Call> call(DirectMethodHandleDesc handle) {
        return opcode(handle.kind())
                .map(opcode -> new Call(
                        opcode,
                        handle.owner(),
                        handle.methodName(),
                        MethodTypeDesc.ofDescriptor(handle.lookupDescriptor()),
                        handle.isOwnerInterface()));
    }

    private static Optional<Opcode> opcode(DirectMethodHandleDesc.Kind kind) {
        return switch (kind) {
            case STATIC, INTERFACE_STATIC -> Optional.of(Opcode.INVOKESTATIC);
            case VIRTUAL -> Optional.of(Opcode.INVOKEVIRTUAL);
            case INTERFACE_VIRTUAL -> Optional.of(Opcode.INVOKEINTERFACE);
            case CONSTRUCTOR -> Optional.of(Opcode.INVOKESPECIAL);
            default -> Optional.empty();
        };
    }

    private record Bridge(String name, MethodTypeDesc type, Call call, String place) {
        private static final int FLAGS = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

        void write(ClassBuilder builder, boolean packaged) {
            builder.withMethodBody(name, type, FLAGS, code -> body(code, packaged));
        }

        private void body(CodeBuilder code, boolean packaged) {
            if (call.constructs()) {
                code.new_(call.owner()).dup();
            }
            int slot = 0;
            for (ClassDesc parameter : type.parameterList()) {
                TypeKind kind = TypeKind.from(parameter);
                code.loadLocal(kind, slot);
                slot += kind.slotSize();
            }
            call.write(code, place, packaged);
            code.return_(TypeKind.from(type.returnType()));
        }
    }
}
