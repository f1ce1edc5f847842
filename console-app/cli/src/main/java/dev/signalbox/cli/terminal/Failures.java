// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.terminal;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/// Tells a person what went wrong, in sentences and never as a stack trace.
public final class Failures {
    private static final String DOES_NOT_COMPILE = "release.does-not-compile";

    private Failures() {}

    /// Lets the command line explain problems.
    public static CommandLine explain(CommandLine line) {
        return line.setExecutionExceptionHandler((thrown, command, _) -> {
            Problem problem = thrown instanceof ProblemException told
                    ? told.problem()
                    : new Problem("signalbox.stumbled", "Something unforeseen happened: " + thrown + ".", "Try again.");
            print(command.getErr(), problem);
            return CommandLine.ExitCode.SOFTWARE;
        });
    }

    /// Prints each; compile errors as compilers print theirs, so that editors can jump to the place.
    public static void print(PrintWriter to, List<Problem> problems) {
        problems.forEach(problem -> print(to, problem));
    }

    public static void print(PrintWriter to, Problem problem) {
        to.println(Colour.RED.paint(
                problem.code().equals(DOES_NOT_COMPILE) ? problem.what() : problem.what() + " " + problem.remedy()));
        to.flush();
    }
}
