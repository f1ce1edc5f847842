// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.engine.load.LoadedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ServiceCompilerTest {
    private static final ServiceCompiler COMPILER = ServiceCompiler.create();

    @AfterAll
    static void close() {
        COMPILER.close();
    }

    @Test
    void aServiceNeedsNoImports() throws Exception {
        var compilation = COMPILER.compile("Pump.java", """
                public class Pump extends CustomService {
                    private Timer timer;
                    public void start() { timer = every(Duration.ofSeconds(1), () -> emit(Map.of("a", List.of(1)))); }
                    public void move(Message message) {}
                }
                """);
        assertThat(compilation.diagnostics()).isEmpty();
        try (var loaded = LoadedService.load(compilation)) {
            assertThat(loaded.newInstance().getClass().getName()).isEqualTo("Pump");
            assertThat(loaded.action("move")).isPresent();
            assertThat(loaded.action("start")).isEmpty();
        }
    }

    @Test
    void anErrorNamesTheAuthorsLineAndColumn() {
        var compilation = COMPILER.compile("Pump.java", "public class Pump extends CustomService { int x = y; }");
        assertThat(compilation.succeeded()).isFalse();
        var error = compilation.diagnostics().getFirst();
        assertThat(error.line()).isEqualTo(1);
        assertThat(error.column()).isEqualTo(51);
        assertThat(error.start()).isEqualTo(50);
        assertThat(error.end()).isEqualTo(51);
    }

    @Test
    void aPackageIsRefusedWithASentence() {
        var compilation = COMPILER.compile("Pump.java", "\npackage a.b;\npublic class Pump extends CustomService {}");
        assertThat(compilation.diagnostics().getFirst().message()).contains("no package");
        assertThat(compilation.diagnostics().getFirst().line()).isEqualTo(2);
    }

    @Test
    void aClassOfAnotherNameIsRefusedWithASentence() {
        var compilation = COMPILER.compile("Pump.java", "public class Valve extends CustomService {}");
        assertThat(compilation.succeeded()).isFalse();
        assertThat(compilation.diagnostics().getFirst().message()).contains("must be called Pump");
    }

    @Test
    void aServiceDoesNotSeeWhatRunsIt() {
        var compilation = COMPILER.compile(
                "Pump.java",
                "public class Pump extends CustomService { dev.signalbox.engine.compile.ServiceCompiler c; }");
        assertThat(compilation.succeeded()).isFalse();
    }
}
