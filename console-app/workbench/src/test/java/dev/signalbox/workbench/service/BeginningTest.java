// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.workbench.editing.SourceHelp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeginningTest {
    @TempDir
    Path folder;

    @Test
    void everyTemplateIsWithoutErrorsOrWarningsInBothLanguages() {
        try (var help = SourceHelp.create()) {
            for (Beginnings template : Beginnings.values()) {
                for (Language language : Language.values()) {
                    Beginning from = template.in(language, "Odd \\u002a/ */ one\nand two %s $1");
                    String file = "Pump" + (language == Language.JAVA ? ".java" : ".py");
                    String source = from.sourceOf("Pump");
                    assertThat(help.check(file, source))
                            .as(template + " in " + language)
                            .isEmpty();
                    assertThat(source).contains("Odd /u002a/").doesNotContain("NewService");
                }
            }
        }
    }

    @Test
    void aCopyHasItsOwnNameWhereverTheClassIsNamed() {
        var from = new Beginning(
                Language.JAVA,
                "Pump",
                "class Pump { Pump() {} PumpState s; MyPump m; String t = \"Pump runs\"; }",
                List.of(),
                List.of());
        assertThat(from.sourceOf("Valve$1"))
                .isEqualTo("class Valve$1 { Valve$1() {} PumpState s; MyPump m; String t = \"Valve$1 runs\"; }");
    }

    @Test
    void aFileIsReadUnderTheNameOfItsClass() throws IOException {
        assertThat(SourceFile.read(
                        file("Any.java", "class Help {}\r\npublic final class Pump extends CustomService {}")))
                .isEqualTo(new Beginning(
                        Language.JAVA,
                        "Pump",
                        "class Help {}\npublic final class Pump extends CustomService {}",
                        List.of(),
                        List.of()));
        Beginning python = SourceFile.read(
                file("Valve.py", "class A(CustomService):\n pass\nclass Valve(CustomService):\n pass\n"));
        assertThat(python.language()).isEqualTo(Language.PYTHON);
        assertThat(python.className()).as("named as the file").isEqualTo("Valve");
    }

    @Test
    void aFileThatIsNoServiceIsRefusedWithASentence() throws IOException {
        refused(file("notes.txt", "class A extends CustomService {}"), "service.no-source-file");
        refused(file("Plain.java", "class Plain {}"), "service.file-without-service");
        refused(file("Big.java", "x".repeat(ServiceDraft.MAX_SOURCE + 1)), "service.file-too-large");
        refused(folder.resolve("Gone.java"), "service.file-not-readable");
        Path binary = Files.write(folder.resolve("Odd.java"), new byte[] {(byte) 0xC3, 0x28});
        refused(binary, "service.file-no-text");
    }

    private static void refused(Path file, String code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> SourceFile.read(file))
                .satisfies(why -> assertThat(why.problem().code()).isEqualTo(code));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
