// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What an author of Python is offered and told. `|` is the caret.
class PythonAuthorTest {
    private static final String SERVICE = """
            from base_service import CustomService

            class Pump(CustomService):
                async def Start(self):
                    self.speed = 1
                    %s

                def faster(self, by):
                    pass
            """;

    private final SourceHelp help = SourceHelp.create();

    @Test
    void selfHasWhatItInheritsAndWhatTheTextGivesIt() {
        assertThat(names("self.|")).contains("SubmitMessage", "GetPropertyValue", "config", "speed", "faster");
        assertThat(names("self.subMes|")).startsWith("SubmitMessage");
        assertThat(names("self.spe|")).containsExactly("speed");
    }

    @Test
    void whatHasToBeAwaitedIs() {
        assertThat(written("self.SubmitM|")).contains("        await self.SubmitMessage()\n");
        assertThat(written("await self.SubmitM|")).contains("        await self.SubmitMessage()\n");
        assertThat(written("self.GetProp|")).contains("        self.GetPropertyValue()\n");
        assertThat(written("await self.SubmitM|(1)")).contains("        await self.SubmitMessage(1)\n");
    }

    @Test
    void whatTheNodeCallsIsWrittenWhole() {
        String text = "class Pump(CustomService):\n    def Pro|";

        assertThat(taken(text))
                .isEqualTo("class Pump(CustomService):\n    async def Process(self, message: QueueMessage):\n        ");
        assertThat(names("x\n    async def St|")).as("Start is there").containsExactly("Stop", "StateUpdate");
    }

    @Test
    void namesOfPropertiesAndStepsAreOfferedInTheirCalls() {
        assertThat(names("self.GetPropertyValue(\"|\")")).containsExactly("static", "security", "general");
        assertThat(names("self.GetPropertyValue('static', 'lim|')")).containsExactly("limit");
        assertThat(names("await self.SubmitAction(\"|\"")).containsExactly("Sink");
        assertThat(names("print(\"lim|\")")).isEmpty();
        assertThat(names("# self.|")).isEmpty();
    }

    @Test
    void aMessageHasItsParts() {
        assertThat(names("message.|")).contains("message", "source", "properties");
        assertThat(names("other.|")).isEmpty();
    }

    @Test
    void wordsOfTheTextAndOfTheLanguageAreOffered() {
        assertThat(names("fa|")).startsWith("faster");
        assertThat(names("retu|")).containsExactly("return");
        assertThat(names("isins|")).containsExactly("isinstance");
    }

    @Test
    void whatANameIsIsTold() {
        About submit = about("await self.Submit|Message(1)");
        assertThat(submit.signature()).isEqualTo("async def SubmitMessage(message: Any) -> None");
        assertThat(submit.words()).startsWith("Sends to the hub;");
        assertThat(submit.definition()).isEmpty();
        About own = about("self.fas|ter(2)");
        assertThat(own.signature()).isEqualTo("def faster(self, by):");
        assertThat(own.definition()).isPresent();
        assertThat(help.about(question("x = 1 + | 2"))).isEmpty();
    }

    @Test
    void oddTextsAreAnsweredToo() {
        for (String text : List.of("", "|", "'|", "\"\"\"|", "#|", "self.", "\\|", "(\u0000|")) {
            Question asked = in(text);
            help.complete(asked).matching("a");
            help.about(asked);
        }
    }

    private About about(String line) {
        return help.about(question(line)).orElseThrow();
    }

    private List<String> names(String line) {
        Question asked = question(line);
        Completions found = help.complete(asked);
        String typed = asked.source().substring(Math.min(found.from(), asked.place()), asked.place());
        return found.matching(found == Completions.NONE ? "" : typed).stream()
                .map(Completion::name)
                .toList();
    }

    private static Question question(String line) {
        return in(SERVICE.formatted(line));
    }

    private static Question in(String text) {
        int caret = Math.max(0, text.indexOf('|'));
        var around = new Question.Around(List.of(), List.of("limit"), List.of("Sink"));
        return new Question("Pump.py", text.replace("|", ""), caret, around);
    }

    private String written(String line) {
        return taken(SERVICE.formatted(line));
    }

    /// The text once the first of what is offered was taken in the place of the whole word.
    private String taken(String text) {
        Question asked = in(text);
        Completions found = help.complete(asked);
        Completion first = found.matching(asked.source().substring(found.from(), asked.place()))
                .getFirst();
        int end = PythonPlace.at(asked.source(), asked.place()).end();
        return asked.source().substring(0, found.from() - first.writes().before())
                + first.writes().text()
                + asked.source().substring(end);
    }
}
