// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.workbench.editing.Completion;
import dev.signalbox.workbench.editing.Question;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompletionModelTest {
    private static final String START = "public class Pump extends CustomService {\n  public void start() { ";

    private final SourceHelp help = SourceHelp.create();
    private final ByHand fx = new ByHand();
    private final CompletionModel model = new CompletionModel(help, fx, "Pump.java", () -> Question.Around.NOTHING);

    @AfterEach
    void close() {
        help.close();
    }

    @Test
    void typingOnNarrowsWithoutAskingAgain() {
        types("su");
        assertThat(fx.underWay()).isEqualTo(1);
        fx.arriveFirst();
        assertThat(names()).contains("submitMessage", "submitAction");
        types("submitA");
        assertThat(fx.underWay()).as("nobody is asked").isZero();
        assertThat(names()).startsWith("submitAction").doesNotContain("submitMessage");
    }

    @Test
    void oneLetterAsksNobodyAndAPointDoes() {
        types("s");
        assertThat(fx.underWay()).isZero();
        types("settings().");
        fx.arriveFirst();
        assertThat(names()).contains("nodeName");
    }

    @Test
    void anAnswerAboutAnotherPlaceIsDropped() {
        types("settings().");
        types("settings();");
        fx.arriveFirst();
        assertThat(names()).isEmpty();
    }

    @Test
    void whoTypesOnWhileItIsAskedSeesWhatStillFits() {
        types("settings().");
        types("settings().no");
        assertThat(fx.underWay()).as("one question at a time").isEqualTo(1);
        fx.arriveFirst();
        assertThat(names()).containsExactly("nodeName", "notify", "notifyAll");
    }

    @Test
    void whatWasClosedStaysClosedForTheWord() {
        types("su");
        fx.arriveFirst();
        model.personCloses();
        types("sub");
        assertThat(names()).isEmpty();
        assertThat(fx.underWay()).isZero();
        model.personAsks(START + "sub", (START + "sub").length());
        fx.arriveFirst();
        assertThat(names()).contains("submitMessage");
    }

    @Test
    void askedWithoutALetterMoreIsKnownWithTwo() {
        model.personAsks(START, START.length());
        fx.arriveFirst();
        assertThat(names()).contains("submitMessage").doesNotContain("Files");
        types("F");
        types("Fi");
        fx.arriveFirst();
        assertThat(names()).contains("Files", "FileStore");
    }

    @Test
    void aTypeBringsItsImportAsASecondChange() {
        types("Files");
        fx.arriveFirst();
        Completion files = model.rows().get().stream()
                .filter(row -> row.detail().equals("java.nio.file"))
                .findFirst()
                .orElseThrow();
        assertThat(model.taken(files, false))
                .extracting(edit -> edit.text())
                .containsExactly("Files", "import java.nio.file.Files;\n\n");
    }

    @Test
    void theCaretElsewhereEndsIt() {
        types("su");
        fx.arriveFirst();
        model.moved(START + "su", 3);
        assertThat(names()).isEmpty();
    }

    private void types(String word) {
        model.personTyped(START + word, (START + word).length());
    }

    private List<String> names() {
        return model.rows().get().stream().map(Completion::name).toList();
    }
}
