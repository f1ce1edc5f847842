// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.tryout;

import dev.signalbox.protocol.codec.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The program of a process in which one service is tried. Its first line of input says what to do; each line of its
/// output is an event. It ends with its input, so that it never outlives who started it.
public final class TryProgram {
    private TryProgram() {}

    /// @param arguments none
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        TryPlan plan = Json.read(String.valueOf(in.readLine()), TryPlan.class);
        Thread.ofPlatform().daemon().name("end").start(() -> endWith(in));
        new TryHost(plan, event -> tell(out, event)).run();
        System.err.flush();
        out.flush();
        end();
    }

    private static void tell(PrintStream out, TryEvent event) {
        byte[] line = (Json.writeText(event) + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(line, 0, line.length);
            out.flush();
        }
    }

    private static void endWith(BufferedReader in) {
        try {
            while (in.readLine() != null) {
                // nothing more is said
            }
        } catch (IOException gone) {
            // the same as its end
        }
        end();
    }

    /// The service's threads may still run, and programs that it started.
    private static void end() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().halt(0);
    }
}
