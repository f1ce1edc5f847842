// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;

/// The instructions that lead from woven code to Guard.
final class Links {
    private static final ClassDesc GUARD = ClassDesc.of(Guard.class.getName());
    private static final DynamicCallSiteDesc TURN = asked("turn");
    private static final DynamicCallSiteDesc CLEANUP = asked("cleanup");
    private static final DirectMethodHandleDesc OPENED =
            ConstantDescs.ofCallsiteBootstrap(GUARD, "opened", ConstantDescs.CD_CallSite, ConstantDescs.CD_String);
    private static final DirectMethodHandleDesc REFUSED = ConstantDescs.ofCallsiteBootstrap(
            GUARD, "refused", ConstantDescs.CD_CallSite, ConstantDescs.CD_String, ConstantDescs.CD_String);

    private Links() {}

    static void ask(CodeBuilder code, Check check) {
        switch (check) {
            case TURN -> code.invokedynamic(TURN);
            case CLEANUP -> code.invokedynamic(CLEANUP);
            case NONE -> {}
        }
    }

    /// Writes down what is on top of the stack, and leaves it there.
    static void opened(CodeBuilder code, ClassDesc type, String place) {
        code.invokedynamic(linked(OPENED, "opened", MethodTypeDesc.of(type, type), place));
    }

    /// Takes the operands of a refused call, and throws.
    static void refused(CodeBuilder code, MethodTypeDesc type, String call, String place) {
        code.invokedynamic(linked(REFUSED, "refused", type, call, place));
    }

    private static DynamicCallSiteDesc asked(String name) {
        var link = ConstantDescs.ofCallsiteBootstrap(GUARD, name, ConstantDescs.CD_CallSite);
        return linked(link, name, ConstantDescs.MTD_void);
    }

    private static DynamicCallSiteDesc linked(
            DirectMethodHandleDesc link, String name, MethodTypeDesc type, ConstantDesc... more) {
        return DynamicCallSiteDesc.of(link, name, type, more);
    }
}
