// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InterpreterTest {
    @Test
    void theInterpreterItselfIsFoundBehindWhatStartsIt() {
        assertThat(Files.isExecutable(Path.of(Interpreter.find().path()))).isTrue();
    }

    @Test
    void aMissingOneIsToldWithWhatToType() {
        assertThatThrownBy(() -> Interpreter.named("python-that-is-not-there"))
                .hasMessageContaining("python.missing")
                .hasMessageContaining("apt-get install python3")
                .hasMessageContaining("SIGNALBOX_PYTHON");
        assertThatThrownBy(() -> Interpreter.named("false")).hasMessageContaining("python.missing");
    }
}
