// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import java.util.List;
import java.util.Map;

/// Runs one program as if it were this one: same terminal, same exit code, ends when this ends. A node
/// that ends in order to be started again is.
public final class Foreground {
    /// EX_TEMPFAIL, by which a node asks for that.
    static final int START_AGAIN = 75;

    private static final Map<String, String> SUPERVISED = Map.of("SIGNALBOX_SUPERVISED", "signalbox");

    private Foreground() {}

    public static int run(Program program, List<String> arguments) throws InterruptedException {
        try (var children = new Children()) {
            Runtime.getRuntime().addShutdownHook(new Thread(children::close, "end children"));
            List<String> command = Home.known().command(program, arguments);
            return program == Program.NODE
                    ? keep(children, command)
                    : children.add(Child.here(program.toString(), command, Map.of()))
                            .await();
        }
    }

    /// The node itself sees to it that it does not ask too often.
    private static int keep(Children children, List<String> command) throws InterruptedException {
        var pause = new StartPause();
        int code = START_AGAIN;
        while (code == START_AGAIN && !children.ending()) {
            pause.begins();
            code = children.add(Child.here("node", command, SUPERVISED)).await();
            if (code == START_AGAIN && !children.ending()) {
                Thread.sleep(pause.next());
            }
        }
        return code;
    }
}
