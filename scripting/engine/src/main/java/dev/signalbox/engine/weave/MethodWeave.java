// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// Weaves the code of one method. Questions wait until the next instruction, so that they belong to its line.
final class MethodWeave implements CodeTransform {
    private final Shape shape;
    private final Bridges bridges;
    private final Map<Label, Label> behind = new HashMap<>();
    private final Deque<ClassDesc> unfinished = new ArrayDeque<>();
    private Check waiting = Check.TURN;
    private int line;

    MethodWeave(Shape shape, Bridges bridges) {
        this.shape = shape;
        this.bridges = bridges;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case ExceptionCatch caught -> protect(code, caught);
            case LabelTarget target -> label(code, target);
            case LineNumber number -> {
                line = number.line();
                code.with(number);
            }
            case Instruction instruction -> {
                Links.ask(code, waiting);
                waiting = Check.NONE;
                instruction(code, instruction);
            }
            default -> code.with(element);
        }
    }

    /// A handler's own question stands outside of what the same handler, or one before it, protects.
    private void protect(CodeBuilder code, ExceptionCatch caught) {
        Label from = caught.tryStart();
        for (Label gap : shape.gaps(caught)) {
            if (!from.equals(gap)) {
                code.with(ExceptionCatch.of(caught.handler(), from, gap, caught.catchType()));
            }
            from = behind.computeIfAbsent(gap, _ -> code.newLabel());
        }
        code.with(ExceptionCatch.of(caught.handler(), from, caught.tryEnd(), caught.catchType()));
    }

    private void label(CodeBuilder code, LabelTarget target) {
        code.with(target);
        Check check = shape.at(target.label());
        if (check != Check.NONE) {
            waiting = check;
        }
        Label next = behind.get(target.label());
        if (next != null) {
            Links.ask(code, waiting);
            waiting = Check.NONE;
            code.labelBinding(next);
        }
    }

    private void instruction(CodeBuilder code, Instruction instruction) {
        switch (instruction) {
            case NewObjectInstruction made -> {
                unfinished.push(made.className().asSymbol());
                code.with(made);
            }
            case InvokeInstruction invoke -> invoke(code, invoke);
            case InvokeDynamicInstruction dynamic -> code.invokedynamic(bridges.bridged(dynamic, place()));
            default -> code.with(instruction);
        }
    }

    private void invoke(CodeBuilder code, InvokeInstruction invoke) {
        var call = new Call(
                invoke.opcode(),
                invoke.owner().asSymbol(),
                invoke.name().stringValue(),
                invoke.typeSymbol(),
                invoke.isInterface());
        boolean finishes = call.constructs() && call.owner().equals(unfinished.peek());
        if (finishes) {
            unfinished.pop();
        }
        if (call.constructs() && !finishes) {
            code.with(invoke);
            superOpened(code, call);
        } else if (call.watched()) {
            call.write(code, place(), bridges.packaged());
        } else {
            code.with(invoke);
        }
    }

    /// Behind the call of a constructor above, in a class of the author's that opens something: a kind of thread, say.
    private void superOpened(CodeBuilder code, Call call) {
        if (call.opens()) {
            code.aload(0);
            Links.opened(code, call.owner(), place());
            code.pop();
        }
    }

    private String place() {
        return bridges.place(line);
    }
}
