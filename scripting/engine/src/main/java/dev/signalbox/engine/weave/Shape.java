// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.StoreInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one method's code looks like: where loops begin, and where handlers begin and of which kind they are.
final class Shape {
    private final Map<Label, Integer> positions = new HashMap<>();
    private final List<ExceptionCatch> catches = new ArrayList<>();
    private final Set<LocalVariable> variables = new HashSet<>();
    private final Set<Label> loops = new HashSet<>();
    private final Map<Label, Check> handlers = new HashMap<>();
    private final List<CodeElement> elements;

    private Shape(CodeModel code) {
        elements = code.elementList();
        for (int at = 0; at < elements.size(); at++) {
            look(at, elements.get(at));
        }
        catches.forEach(caught -> handlers.computeIfAbsent(caught.handler(), this::kind));
    }

    static Shape of(CodeModel code) {
        return new Shape(code);
    }

    /// What has to be asked at a label.
    Check at(Label label) {
        return loops.contains(label) ? Check.TURN : handlers.getOrDefault(label, Check.NONE);
    }

    /// Labels of handlers inside the range whose question must not be answered by the range's own handler: with it an
    /// exception would go in a circle. These are handlers that stand at or behind the one that would catch it.
    List<Label> gaps(ExceptionCatch range) {
        return handlers.entrySet().stream()
                .filter(handler -> handler.getValue() != Check.NONE)
                .map(Map.Entry::getKey)
                .filter(label -> position(range.tryStart()) <= position(label)
                        && position(label) < position(range.tryEnd())
                        && position(range.handler()) <= position(label))
                .sorted((one, other) -> Integer.compare(position(one), position(other)))
                .toList();
    }

    private int position(Label label) {
        return positions.getOrDefault(label, Integer.MAX_VALUE);
    }

    private void look(int at, CodeElement element) {
        switch (element) {
            case LabelTarget target -> positions.put(target.label(), at);
            case ExceptionCatch caught -> catches.add(caught);
            case LocalVariable variable -> variables.add(variable);
            case BranchInstruction branch -> target(branch.target());
            case TableSwitchInstruction table -> targets(table.defaultTarget(), table.cases());
            case LookupSwitchInstruction lookup -> targets(lookup.defaultTarget(), lookup.cases());
            default -> {}
        }
    }

    private void targets(Label otherwise, List<SwitchCase> cases) {
        target(otherwise);
        cases.forEach(one -> target(one.target()));
    }

    /// A jump to what was already passed makes a loop.
    private void target(Label label) {
        if (positions.containsKey(label)) {
            loops.add(label);
        }
    }

    /// A handler whose exception has a name is the author's `catch`. The others end what must be ended: the compiler
    /// made them for `finally`, try-with-resources and `synchronized`, and they throw on.
    private Check kind(Label handler) {
        List<Instruction> first = elements.subList(position(handler), elements.size()).stream()
                .filter(Instruction.class::isInstance)
                .map(Instruction.class::cast)
                .limit(3)
                .toList();
        if (first.size() == 3 && first.get(2).opcode() == Opcode.MONITOREXIT) {
            return Check.NONE;
        }
        return first.getFirst() instanceof StoreInstruction store && named(handler, store) ? Check.TURN : Check.CLEANUP;
    }

    private boolean named(Label handler, StoreInstruction store) {
        int from = position(handler);
        return variables.stream()
                .filter(variable -> variable.slot() == store.slot())
                .anyMatch(variable -> between(from, position(variable.startScope())));
    }

    /// Whether the variable's life begins right behind the first instruction of the handler.
    private boolean between(int handler, int scope) {
        return handler < scope
                && elements.subList(handler, Math.min(scope, elements.size())).stream()
                                .filter(Instruction.class::isInstance)
                                .count()
                        == 1;
    }
}
