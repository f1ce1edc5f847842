// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow.tap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ActionsInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.action.TapPage;
import dev.signalbox.protocol.action.TappedMessage;
import dev.signalbox.protocol.action.TappedMessage.Kind;
import dev.signalbox.protocol.action.TappedMessage.Payload;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the window of a tap shows.
class TapViewModelTest {
    private static final DeviceId FIRST = new DeviceId("press-0417");
    private static final DeviceId SECOND = new DeviceId("press-0418");

    private final ActionsInMemory hub = new ActionsInMemory();
    private final Target wire = new Target(
            Optional.of(new StepAddress("boiler", "read")), new StepAddress("boiler", "send"), List.of(FIRST, SECOND));
    private final TapViewModel tap = new TapViewModel(hub, OnFx.atOnce(), wire);

    @Test
    void theNewestStandsFirstAndEachQuestionGoesOnWhereTheLastEnded() {
        carries("t.2", 0, 1, 2);
        carries("t.3", 0, 3);
        assertThat(payloads()).containsExactly("3", "2", "1");
        assertThat(hub.calls)
                .containsExactly(
                        "press-0417 tap boiler/read boiler/send ", "press-0417 tap boiler/read boiler/send t.2");
        assertThat(tap.words().get()).isEqualTo("Live");
    }

    @Test
    void whoReadsIsNotDisturbedAndTheTapIsKeptOpenMeanwhile() {
        carries("t.1", 0, 1);
        tap.paused().set(true);
        carries("t.3", 0, 2, 3);
        assertThat(payloads()).containsExactly("1");
        assertThat(tap.words().get()).isEqualTo("2 new while paused");
        tap.paused().set(false);
        assertThat(payloads()).containsExactly("3", "2", "1");
    }

    @Test
    void onlyTheLastAreKeptPausedOrNot() {
        for (int n = 0; n < 12; n++) {
            tap.paused().set(n >= 6);
            carries("t." + n, 0, IntStream.range(n * 20, n * 20 + 20).toArray());
        }
        tap.paused().set(false);
        assertThat(payloads()).hasSize(TapViewModel.MOST_ROWS).startsWith("239").endsWith("140");
    }

    @Test
    void whatIsMissingIsSaidAtTheMessageAfterIt() {
        carries("t.1", 980, 1, 2);
        hub.carried.add(new TapPage(true, List.of(message(3)), 0, "u.1"));
        tap.beat();
        assertThat(tap.rows())
                .extracting(TapRow::before)
                .containsExactly("the tap was interrupted before this", "", "980 left out before this");
    }

    @Test
    void anotherNodeBeginsAnew() {
        carries("t.1", 0, 1);
        tap.node().set(SECOND);
        assertThat(tap.rows()).isEmpty();
        tap.beat();
        assertThat(hub.calls.getLast()).isEqualTo("press-0418 tap boiler/read boiler/send ");
    }

    @Test
    void aNodeThatIsAwayIsNotAskedAtEachBeat() {
        hub.away.add("press-0417");
        tap.beat();
        assertThat(tap.problem().get()).map(Problem::code).contains("method.not-online");
        assertThat(tap.words().get()).isEqualTo("Not tapped");
        hub.away.clear();
        for (int beat = 0; beat < 7; beat++) {
            tap.beat();
        }
        assertThat(hub.calls).isEmpty();
        tap.beat();
        assertThat(hub.calls).hasSize(1);
        assertThat(tap.problem().get()).isEmpty();
    }

    @Test
    void aMessageIsShownAsItIs() {
        var json = new TapRow(message(7), "");
        assertThat(json.copied()).isEqualTo("7\nunit=mm");
        assertThat(json.isWhole()).isTrue();
        var cut = row(new Payload(Kind.JSON, "{\"a\":", 9_000, true));
        assertThat(cut.payload()).isEqualTo("{\"a\":");
        assertThat(cut.isWhole()).isFalse();
        assertThat(cut.facts()).isEqualTo("Injected by an operator, 9,000 bytes, of which the beginning is shown");
        var object = row(new Payload(Kind.JSON, "{\"a\":[1,2]}", 11, false));
        assertThat(object.payload()).contains("\n").contains("\"a\" : [ 1, 2 ]");
        assertThat(row(new Payload(Kind.BYTES, "AAE=", 2, false)).facts()).endsWith("2 bytes, in base64");
    }

    @Test
    void whatIsTypedIsCheckedBeforeItIsSent() {
        assertThat(new InjectDraft(true, "{\"a\"", "").payloadComplaint()).startsWith("This is no JSON");
        assertThat(new InjectDraft(true, " ", "").payloadComplaint()).isEqualTo("Write null for no value.");
        assertThat(new InjectDraft(false, "{\"a\"", "").payloadComplaint()).isEmpty();
        assertThat(new InjectDraft(false, "ü".repeat(70_000), "").payloadComplaint())
                .contains("120 KiB");
        assertThat(new InjectDraft(true, "1", "unit").propertiesComplaint()).contains("not unit.");
        var ready = new InjectDraft(false, "on", "unit = mm\n\nexpression=a=b");
        assertThat(ready.isReady()).isTrue();
        var sent = ready.to(wire);
        assertThat(sent.payload().asString()).isEqualTo("on");
        assertThat(sent.properties()).isEqualTo(Map.of("unit", "mm", "expression", "a=b"));
        assertThat(sent.from()).isEqualTo(wire.from());
    }

    private void carries(String next, long leftOut, int... numbers) {
        boolean anew = hub.calls.isEmpty();
        hub.carried.add(new TapPage(
                anew, IntStream.of(numbers).mapToObj(TapViewModelTest::message).toList(), leftOut, next));
        tap.beat();
    }

    private static TappedMessage message(int n) {
        return new TappedMessage(
                Instant.EPOCH,
                "" + n,
                "boiler/read",
                false,
                Map.of("unit", "mm"),
                new Payload(Kind.JSON, "" + n, 1, false));
    }

    private static TapRow row(Payload payload) {
        return new TapRow(new TappedMessage(Instant.EPOCH, "1", "boiler/read", true, Map.of(), payload), "");
    }

    private List<String> payloads() {
        return tap.rows().stream().map(row -> row.message().payload().text()).toList();
    }
}
