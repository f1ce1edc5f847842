// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.Assignment;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowTextTest {
    private static final Step PIN = new Step(
            "pin",
            "ReadGPIO",
            "1.4",
            Map.of("pin", "7", "key", "secret:x@3"),
            Assignment.toTag("site", "north"),
            80,
            140);
    private static final Step BOOK = new Step("book", "DoorBook", Step.LATEST, Map.of(), Assignment.NONE, 400.5, 1e6);
    private static final Flow DOOR = new Flow(
            "door", "A door", List.of(PIN, BOOK), List.of(new Wire("pin", "book", "body.open = true")), "etag-1");

    @Test
    void aFlowIsWrittenForPeopleInAnOrderThatStays() {
        assertThat(FlowText.write(DOOR)).isEqualTo("""
                {
                  "format" : 1,
                  "name" : "door",
                  "description" : "A door",
                  "steps" : [
                    {
                      "name" : "book",
                      "service" : "DoorBook",
                      "version" : "latest",
                      "properties" : { },
                      "assignment" : {
                        "nodes" : [ ],
                        "tags" : { }
                      },
                      "x" : 400.5,
                      "y" : 1000000
                    },
                    {
                      "name" : "pin",
                      "service" : "ReadGPIO",
                      "version" : "1.4",
                      "properties" : {
                        "pin" : "7"
                      },
                      "assignment" : {
                        "nodes" : [ ],
                        "tags" : {
                          "site" : "north"
                        }
                      },
                      "x" : 80,
                      "y" : 140
                    }
                  ],
                  "wires" : [
                    {
                      "from" : "pin",
                      "to" : "book",
                      "condition" : "body.open = true"
                    }
                  ]
                }
                """);
    }

    @Test
    void whatIsReadIsWrittenTheSameAgain() {
        String text = FlowText.write(DOOR);
        assertThat(FlowText.write(FlowText.read(text))).isEqualTo(text);
        assertThat(FlowText.read(text).etag()).isEmpty();
    }

    @Test
    void notesAreWrittenWhenThereAreSomeAndStayWhenAFlowIsReadOverAnother() {
        Flow noted = DOOR.withNotes(List.of(new Note("why\nso", 8, 80), new Note("a", 0.5, 0)));
        String text = FlowText.write(noted);
        assertThat(text).contains("\"notes\" : [").contains("\"text\" : \"why\\nso\"");
        assertThat(FlowText.write(DOOR)).doesNotContain("notes");
        assertThat(FlowText.over(FlowText.read(text), DOOR).notes()).containsExactlyInAnyOrderElementsOf(noted.notes());
        assertThat(refusal("{\"name\":\"a\",\"notes\":[{\"text\":\" \"}]}").what())
                .contains("notes[0].text: a note has 1 to 2,000 characters");
        assertThat(refusal("{\"name\":\"a\",\"notes\":[{\"text\":\"a\",\"y\":-1}]}")
                        .what())
                .contains("notes[0].y: it is drawn between 0 and 1000000");
    }

    @Test
    void aReferenceToASecretIsNeitherWrittenNorRead() {
        assertThat(FlowText.write(DOOR)).doesNotContain("secret");
        Flow read = FlowText.read(text("{\"name\":\"a\",\"service\":\"A\",\"properties\":{\"k\":\"secret:b@1\"}}", ""));
        assertThat(read.steps().getFirst().properties()).isEmpty();
    }

    @Test
    void overAnotherFlowStepsOfTheSameServiceKeepTheirSecrets() {
        Flow over = FlowText.over(FlowText.read(FlowText.write(DOOR)), DOOR);
        assertThat(over.etag()).isEqualTo("etag-1");
        assertThat(over.step("pin").orElseThrow()).isEqualTo(PIN);
        var other = new Step("pin", "Other", Step.LATEST, Map.of(), Assignment.NONE, 0, 0);
        Flow changed = FlowText.over(new Flow("door", "", List.of(other), List.of(), ""), DOOR);
        assertThat(changed.steps()).containsExactly(other);
    }

    @Test
    void whatIsLeftOutIsEmpty() {
        Flow read = FlowText.read("{\"name\":\"a\"}");
        assertThat(read).isEqualTo(new Flow("a", "", List.of(), List.of(), ""));
    }

    @Test
    void brokenTextIsRefusedWithItsPlace() {
        assertThat(refusal("{\n  \"name\": door\n}").what())
                .isEqualTo("The text is no flow: it is no JSON at line 2, column 11.");
        assertThat(refusal("hello").code()).isEqualTo("flow.text-malformed");
        assertThat(refusal("").code()).isEqualTo("flow.text-no-flow");
        assertThat(refusal("[1]").code()).isEqualTo("flow.text-no-flow");
        assertThat(refusal("{\"celsius\":7}").code()).isEqualTo("flow.text-no-flow");
    }

    @Test
    void whatDoesNotFitIsRefusedWithItsPlace() {
        String a = "{\"name\":\"a\",\"service\":\"A\"}";
        assertThat(refusal(text(a, "{\"from\":\"a\",\"to\":\"b\"}")).what())
                .isEqualTo("The flow cannot be read at wires[0].to: there is no step called b.");
        assertThat(refusal(text(a + "," + a, "")).what()).contains("steps[1].name: another step is called a");
        assertThat(refusal(text("{\"name\":\"a/b\",\"service\":\"A\"}", "")).what())
                .contains("steps[0].name");
        assertThat(refusal(text("{\"name\":\"a\"}", "")).what()).contains("steps[0].service: a text is needed");
        assertThat(refusal(text("{\"name\":\"a\",\"service\":\"A\",\"version\":\"x\"}", ""))
                        .what())
                .contains("steps[0].version");
        assertThat(refusal(text("{\"name\":\"a\",\"service\":\"A\",\"x\":-1}", ""))
                        .what())
                .contains("steps[0].x");
        assertThat(refusal(text("{\"name\":\"a\",\"service\":\"A\",\"verison\":\"0.1\"}", ""))
                        .what())
                .contains("steps[0].verison: there is no such member");
        assertThat(refusal(text("7", "")).what()).contains("steps[0]: an object in braces is needed");
    }

    @Test
    void anotherFormatIsRefusedByItsNumber() {
        assertThat(refusal("{\"format\":2,\"name\":\"a\",\"new\":true}").what())
                .isEqualTo("The flow is written in format 2; this program knows format 1.");
    }

    @Test
    void textThatIsTooLongIsNotLookedAt() {
        assertThat(refusal(" ".repeat(FlowText.LONGEST + 1)).code()).isEqualTo("flow.text-too-long");
    }

    @Test
    void aFilesProblemNamesTheFile(@TempDir Path folder) throws IOException {
        Path file = FlowFile.write(DOOR, folder.resolve("door.json"));
        assertThat(FlowText.write(FlowFile.read(file))).isEqualTo(FlowText.write(DOOR));
        Files.writeString(file, "{}");
        Problem why = catchThrowableOfType(ProblemException.class, () -> FlowFile.read(file))
                .problem();
        assertThat(why.what()).isEqualTo("The file " + file + ": The text is no flow.");
        assertThat(FlowFile.freeName("Door", List.of(DOOR))).isEqualTo("Door-2");
    }

    private static String text(String steps, String wires) {
        return "{\"name\":\"f\",\"steps\":[" + steps + "],\"wires\":[" + wires + "]}";
    }

    private static Problem refusal(String text) {
        return catchThrowableOfType(ProblemException.class, () -> FlowText.read(text))
                .problem();
    }
}
