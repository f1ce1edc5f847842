// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import java.util.List;

/// The programs the command line can start: where their jars are, their main class, and how their JVM is set up.
public enum Program {
    HUB("console-app/hub/target/hub", "dev.signalbox.hub.HubProgram"),
    NODE("device-runtime/agent/target/node", "dev.signalbox.agent.NodeProgram"),
    CONSOLE("console-app/desktop/target/console", "dev.signalbox.desktop.app.ConsoleProgram");

    private final String jars;
    private final String mainClass;

    Program(String jars, String mainClass) {
        this.jars = jars;
        this.mainClass = mainClass;
    }

    String jars() {
        return jars;
    }

    String mainClass() {
        return mainClass;
    }

    List<String> flags() {
        return switch (this) {
            case HUB -> List.of("-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED");
            case NODE ->
                List.of(
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-Xms8m",
                        "-XX:NewSize=2m",
                        "-XX:MaxNewSize=8m",
                        "-XX:NewRatio=4",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:CompileThresholdScaling=3",
                        "-XX:-UsePerfData",
                        "-XX:TrimNativeHeapInterval=5000",
                        "-XX:+UseCompactObjectHeaders",
                        "--enable-native-access=ALL-UNNAMED");
            case CONSOLE ->
                List.of(
                        "-Xmx640m",
                        // a pause is shorter than a frame; what is not needed any more goes back to the machine
                        "-XX:MaxGCPauseMillis=12",
                        "-XX:G1PeriodicGCInterval=30000",
                        "-XX:MinHeapFreeRatio=10",
                        "-XX:MaxHeapFreeRatio=30",
                        "-XX:TrimNativeHeapInterval=5000",
                        "-XX:+UseCompactObjectHeaders",
                        "--add-modules=javafx.controls",
                        "--enable-native-access=javafx.graphics",
                        "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
                        // the editor asks the compiler, and formats with its parser
                        "--add-exports=jdk.compiler/com.sun.tools.javac.api=ALL-UNNAMED",
                        "--add-exports=jdk.compiler/com.sun.tools.javac.code=ALL-UNNAMED",
                        "--add-exports=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED",
                        "--add-exports=jdk.compiler/com.sun.tools.javac.parser=ALL-UNNAMED",
                        "--add-exports=jdk.compiler/com.sun.tools.javac.tree=ALL-UNNAMED",
                        "--add-exports=jdk.compiler/com.sun.tools.javac.util=ALL-UNNAMED");
        };
    }
}
