// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTest {
    static Stream<String> calls() {
        return Stream.of(
                "System.exit(3);",
                "Runtime.getRuntime().exit(3);",
                "Runtime.getRuntime().halt(3);",
                "IntConsumer leave = System::exit; leave.accept(3);",
                "IntConsumer leave = Runtime.getRuntime()::halt; leave.accept(3);",
                "Runtime.getRuntime().addShutdownHook(new Thread());",
                "System.setOut(null);",
                "System.setErr(null);",
                "System.setIn(null);",
                "Thread.setDefaultUncaughtExceptionHandler(null);",
                "Locale.setDefault(Locale.FRANCE);",
                "TimeZone.setDefault(null);");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void aCallThatConcernsTheWholeNodeIsRefusedWithItsLine(String call) throws Exception {
        try (var bad = Offender.started("public void start() {\n" + call + "\n}")) {
            assertThat(bad.end())
                    .isInstanceOf(CallRefused.class)
                    .hasMessageContaining(" at Bad.java:3 is not for services. ");
            assertThat(bad.tether().line(bad.end().getStackTrace())).contains("Bad.java:3");
            assertThat(bad.tether().stopped()).isEmpty();
        }
    }
}
