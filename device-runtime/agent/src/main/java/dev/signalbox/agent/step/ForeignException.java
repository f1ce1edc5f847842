// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

/// What ended a run outside this process. The message is the sentence that is shown.
public final class ForeignException extends RuntimeException {
    private static final String UNHANDLED = "90000";

    private final String code;
    private final String trace;

    /// @param trace the stack as its language writes it; may be empty
    public ForeignException(String message, String trace) {
        this(UNHANDLED, message, trace);
    }

    /// @param code the fault code that is shown
    public ForeignException(String code, String message, String trace) {
        super(message);
        this.code = code;
        this.trace = trace;
    }

    String code() {
        return code;
    }

    public String trace() {
        return trace;
    }

    static String traceOf(Throwable thrown) {
        return thrown instanceof ForeignException foreign ? foreign.trace : "";
    }
}
