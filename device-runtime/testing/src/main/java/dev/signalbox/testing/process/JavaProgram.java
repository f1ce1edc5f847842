// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.process;

import java.util.ArrayList;
import java.util.List;

/// A Java program, to be started with this program's own class path as often as a test likes.
///
/// Its first run that ends in order leaves behind what it loaded and linked; the later ones map that, and begin with
/// half the work.
///
/// @param mainClass what begins
/// @param options of Java, without the class path
public record JavaProgram(String mainClass, List<String> options) {
    /// Quick to start, since programs under test live for seconds.
    private static final List<String> QUICK =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    public JavaProgram {
        options = List.copyOf(options);
    }

    /// @param arguments of the program
    public ProgramProcess start(String name, List<String> arguments) {
        StartArchive.Run run = StartArchive.of(mainClass).begin();
        var all = new ArrayList<String>(QUICK);
        all.addAll(run.options());
        all.addAll(options);
        all.addAll(List.of("-cp", ClassPath.ofJars(), mainClass));
        all.addAll(arguments);
        return ProgramProcess.java(name, all, run);
    }
}
