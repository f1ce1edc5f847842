// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.StreamsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.pictures.Person;
import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.operator.stream.StreamView;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person does to see what devices send.
class StreamsJourneyTest {
    private final StreamsInMemory hub = SampleStreams.make();
    private final List<String> gone = new CopyOnWriteArrayList<>();
    private StreamsPage page;
    private Person person;

    @BeforeEach
    void thePageIsOpen() {
        person = Person.before(() -> {
            page = new StreamsPage(
                    hub, hub::open, OnFx.toolkit(), (Place place, String what) -> gone.add(place + " " + what));
            page.shown();
            page.hear(List.of(SampleStreams.rates()));
            return (Parent) page.view();
        });
    }

    @AfterEach
    void noDialogStaysOpen() {
        person.leaves();
        Pictures.on(() -> {
            page.left();
            return page;
        });
    }

    @Test
    void messagesAreReadSearchedAndLedToTheirDevice() throws Exception {
        person.clicks("#stream-2");
        person.awaits(() -> person.reads("100 of 1,200 messages"));
        person.pictures("streams-messages");
        person.clicks("1199");
        person.awaits(() -> person.reads("bearing"));
        person.pictures("streams-message");
        person.clicks("#payload-as-hex");
        person.pictures("streams-hex");
        person.clicks("#payload-as-text").clicks("#message-device");
        assertThat(gone).containsExactly("DEVICES press-0417");

        person.clicks("#messages-text")
                .types("rpm\":1484")
                .clicks("#messages-device")
                .types("press-0420");
        person.presses(KeyCode.ENTER);
        person.awaits(() -> person.words("#messages-progress").startsWith("Looked at 1,200 of 1,200, found"));
        person.pictures("streams-search");
        person.presses(KeyCode.SHORTCUT, KeyCode.A).types("press-9999").presses(KeyCode.ENTER);
        person.awaits(() -> person.reads("Nothing found"));
    }

    @Test
    void deadLettersSayWhyAndWhatToDo() throws Exception {
        person.clicks("#stream-0");
        person.clicks("gateway-02");
        person.awaits(() -> person.reads("There is no stream press-hall/vibratoin."));
        person.pictures("streams-dead");
    }

    @Test
    void deadLettersAreSentAgainAndDiscarded() throws Exception {
        person.clicks("#stream-0");
        person.awaits(() -> person.reads("3 of 3 messages"));
        person.clicks("press-0431");
        person.awaits(() -> person.reads("Selected (1)"));
        person.pictures("streams-dead-chosen");
        person.clicks("#letters-again");
        person.awaits(() -> hub.calls.contains("SEND_AGAIN [1]"));
        person.awaits(() -> person.words("#letters-words").startsWith("Sending again: 0 of 1"));
        person.pictures("streams-dead-running");
        hub.clearingEnds();
        person.awaits(() -> person.words("#letters-words").startsWith("1 sent again · by ada.lovelace"));
        person.awaits(() -> person.reads("2 of 2 messages") && !person.reads("press-0431"));

        person.clicks("#letters-which").clicks("All stream-not-known (1)").clicks("#letters-discard");
        person.awaits(() -> person.reads("Discard 1 dead letter?"));
        person.pictures("dialog-discard-letters");
        person.awaits(() -> person.reads("All with the reason stream-not-known"));
        person.confirms("Discard");
        person.awaits(() -> hub.calls.contains("DISCARD stream-not-known[]"));
        hub.clearingEnds();
        person.awaits(() -> person.words("#letters-words").startsWith("1 discarded"));
        person.awaits(() -> !person.reads("gateway-02"));
        person.pictures("streams-dead-left");
    }

    @Test
    void whatComesIsFollowedWithoutMovingWhatIsRead() throws Exception {
        person.clicks("#stream-2").clicks("#messages-live");
        person.awaits(() -> hub.calls.contains("follow 2"));
        person.awaits(() -> person.reads("100 of 1,200 messages"));
        SampleStreams.readings(hub, 1);
        person.awaits(() -> person.reads("101 of 1,201 messages"));
        person.clicks("1199");
        SampleStreams.readings(hub, 7);
        person.awaits("#messages-newest");
        assertThat(table().getItems().getFirst().key()).isEqualTo(1200);
        person.pictures("streams-live");
        person.clicks("#messages-newest");
        person.awaits(() -> table().getItems().getFirst().key() == 1207);
    }

    @Test
    void aStreamIsMadeAndTellsHowMessagesCome() throws Exception {
        person.clicks("#new-stream").clicks("#stream-group").presses(KeyCode.SHORTCUT, KeyCode.A);
        person.types("press hall");
        person.awaits(() -> person.reads("Use letters, digits"));
        person.pictures("dialog-new-stream");
        person.presses(KeyCode.SHORTCUT, KeyCode.A)
                .types("press-hall")
                .clicks("#stream-name")
                .types("oil");
        person.awaits(() -> person.reads("There is a stream of that name"));
        person.presses(KeyCode.SHORTCUT, KeyCode.A).types("noise").clicks("Make");
        person.awaits(() -> hub.calls.contains("make press-hall/noise"));
        person.awaits(() -> person.reads("stream-name=noise"));
        person.pictures("streams-none");
    }

    @Test
    void numbersAreDrawnAndGoOnAsTheyCome() throws Exception {
        person.clicks("#stream-2").clicks("#stream-chart");
        person.awaits(() -> person.reads("The newest 728 values"));
        person.awaits(() -> person.reads("and 3 more devices"));
        person.pictures("streams-chart");
        SampleStreams.readings(hub, 2);
        person.awaits(() -> person.reads("The newest 729 values"));
        person.clicks("#chart-field").clicks("bearing.celsius");
        person.awaits(() -> person.reads("bearing.celsius"));
        person.pictures("streams-chart-other");
        person.clicks("#stream-1");
        person.awaits(() -> person.reads("No numbers to draw"));
        person.pictures("streams-chart-none");
        person.clicks("#stream-messages");
        person.awaits(() -> hub.calls.getLast().equals("leave 1"));
    }

    @Test
    void batchesAreSeenAPageAtATimeAndTheirDeviceFound() throws Exception {
        person.clicks("#stream-2").clicks("#stream-batches");
        person.awaits(() -> person.reads("No batches"));
        person.pictures("streams-batches-none");
        SampleStreams.batches().forEach(hub::has);
        person.clicks("#stream-messages").clicks("#stream-batches");
        person.awaits(() -> person.reads("2026-11-21-shift-2"));
        person.clicks("2026-11-21-shift-2");
        person.pictures("streams-batches");
        person.clicks("#batch-show-device");
        assertThat(gone).containsExactly("DEVICES press-0417");
        person.clicks("#batches-device").types("press-0418").presses(KeyCode.ENTER);
        person.awaits(() -> !person.reads("press-0417"));
    }

    @Test
    void rulesAreChangedWithAWordAtOnceAboutWhatIsWrong() throws Exception {
        person.clicks("#stream-2").clicks("#stream-rules");
        person.pictures("streams-rules");
        person.clicks("#rules-messages").clicks("get one by a pattern");
        person.clicks("#rules-message-pattern").types("{deviceId}");
        person.awaits(() -> person.reads("It needs {sequenceId}"));
        person.clicks("#rules-keeping").types("soon");
        person.awaits(() -> person.reads("Write hours or days"));
        person.pictures("streams-rules-wrong");
        person.fills("#rules-message-pattern", "{deviceId}-{sequenceId}").fills("#rules-keeping", "14 days");
        person.awaits(() -> person.reads("makes press-0417-0"));
        StreamView before = hub.get(2);
        hub.setRules(2, before.rules());
        person.clicks("#save-rules");
        person.awaits("#rules-conflict");
        person.pictures("streams-rules-conflict");
        person.clicks("#rules-mine");
        person.awaits(() -> hub.get(2).rules().retentionHours() == 14 * 24);
        assertThat(hub.get(2).rules().messagePattern()).isEqualTo("{deviceId}-{sequenceId}");

        person.clicks("#stream-0");
        person.awaits(() -> person.reads("Dead letters have no rules"));
        person.clicks("#stream-1");
        person.awaits("#save-rules");
        assertThat(person.sees("#delete-stream")).isFalse();
    }

    @Test
    void aStreamIsDeletedOnlyWhenThePersonConfirms() throws Exception {
        person.clicks("#stream-3").clicks("#stream-rules").clicks("#delete-stream");
        person.awaits(() -> person.reads("Delete press-hall/oil?"));
        person.pictures("dialog-delete-stream");
        person.clicks("Delete");
        person.awaits(() -> hub.calls.contains("delete 3"));
        person.awaits(() -> person.words("#stream-title").equals("press-hall/vibration"));
    }

    @SuppressWarnings("unchecked")
    private TableView<MessageRow> table() {
        return person.finds("#message-table", TableView.class);
    }
}
