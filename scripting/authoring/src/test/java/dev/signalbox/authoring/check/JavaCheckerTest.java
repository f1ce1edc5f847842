// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JavaCheckerTest {
    private static final JavaChecker CHECKER = JavaChecker.create();

    @AfterAll
    static void close() {
        CHECKER.close();
    }

    @Test
    void aGoodServiceHasNoMarks() {
        assertThat(CHECKER.check("Pump.java", "public class Pump extends CustomService {}"))
                .isEmpty();
    }

    @Test
    void anUnknownMethodIsUnderlinedWhereItStands() {
        String source = "public class Pump extends CustomService {\n    public void start() { submitMessge(1); }\n}";
        var mark = CHECKER.check("Pump.java", source).getFirst();
        assertThat(source.substring(mark.start(), mark.end())).isEqualTo("submitMessge");
        assertThat(mark.line()).isEqualTo(2);
        assertThat(mark.column()).isEqualTo(27);
    }

    @Test
    void aMissingSemicolonCanBeSeen() {
        var mark = CHECKER.check("Pump.java", "public class Pump extends CustomService { int x }")
                .getFirst();
        assertThat(mark.end()).isGreaterThan(mark.start());
    }

    @Test
    void aClassThatIsNotCalledLikeItsFileIsMarked() {
        assertThat(CHECKER.check("Pump.java", "public class Valve extends CustomService {}"))
                .anyMatch(mark -> mark.message().contains("must be called Pump") && mark.start() == 13);
    }
}
