// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import dev.signalbox.protocol.report.Problem;

/// Carries a problem to where it is shown. Its message is the problem's sentences.
public class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
