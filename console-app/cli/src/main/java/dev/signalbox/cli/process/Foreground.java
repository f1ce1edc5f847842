// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import java.util.List;

/// Runs one program as if it were this one: same terminal, same exit code, ends when this ends.
public final class Foreground {
    private Foreground() {}

    public static int run(Program program, List<String> arguments) throws InterruptedException {
        try (var children = new Children()) {
            Runtime.getRuntime().addShutdownHook(new Thread(children::close, "end children"));
            return children.add(Child.here(program.toString(), Home.known().command(program, arguments)))
                    .await();
        }
    }
}
