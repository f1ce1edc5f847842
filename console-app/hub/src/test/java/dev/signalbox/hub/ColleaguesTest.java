// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.audit.AuditEntry;
import dev.signalbox.operator.audit.AuditOutcome;
import dev.signalbox.operator.audit.AuditPage;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.NewPassword;
import dev.signalbox.operator.operator.OperatorChange;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.OperatorMade;
import dev.signalbox.operator.operator.OperatorState;
import dev.signalbox.operator.operator.OperatorView;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.Session;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Operators besides the first: how they come, what becomes of them, and what is written down.
@Timeout(120)
class ColleaguesTest {
    @TempDir
    java.nio.file.Path folder;

    private final WoundClock clock = new WoundClock();
    private Site site;
    private Desk desk;

    @BeforeEach
    void start() {
        site = new Site(folder, clock);
        desk = Desk.signedIn(site);
    }

    @AfterEach
    void stop() {
        desk.close();
        site.close();
    }

    @Test
    void anInvitationIsGoodOnceAndForAWeek() {
        var made = Colleague.invited(desk, "anna", Role.AUTHOR);
        assertThat(made.operator().state()).isEqualTo(OperatorState.INVITED);
        assertThat(signIn("anna", Colleague.PASSWORD).statusCode()).isEqualTo(401);
        var anna = new Desk(site);
        assertThat(Colleague.join(anna, "anna", "guess").statusCode()).isEqualTo(401);
        assertThat(Colleague.join(anna, "bob", made.secret()).statusCode()).isEqualTo(401);
        var joined = Colleague.join(anna, "anna", made.secret());
        anna.bearer = Json.read(joined.body(), Session.class).bearer();
        assertThat(Colleague.join(anna, "anna", made.secret()).statusCode()).isEqualTo(401);
        OperatorView view = Json.read(anna.get(Paths.SESSION).body(), OperatorView.class);
        assertThat(view.role()).isEqualTo(Role.AUTHOR);
        assertThat(view.state()).isEqualTo(OperatorState.ACTIVE);
        assertThat(view.publicKey()).isPresent();
        assertThat(signIn("anna", Colleague.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(signIn("anna", Colleague.PASSWORD + "!").statusCode()).isEqualTo(401);

        var late = Colleague.invited(desk, "late", Role.VIEWER);
        clock.add(Duration.ofDays(7));
        assertThat(Colleague.join(new Desk(site), "late", late.secret()).statusCode())
                .isEqualTo(401);
        assertThat(view("late").state()).isEqualTo(OperatorState.ENDED);
        var again = Json.read(
                desk.ask("POST", Paths.OPERATORS + "/late/invitation", "").body(), OperatorMade.class);
        assertThat(Colleague.join(new Desk(site), "late", again.secret()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatAnOperatorMayDoChangesAtOnceAndForOpenStreamsToo() throws Exception {
        Desk bob = Colleague.joined(desk, "bob", Role.OPERATOR);
        var listening = bob.http.sendAsync(
                bob.request(Paths.LIVE_NODES)
                        .timeout(Duration.ofMinutes(2))
                        .header("Authorization", "Bearer " + bob.bearer)
                        .build(),
                BodyHandlers.fromLineSubscriber(new Lines()));
        assertThat(addNode(bob, "pump-1")).isEqualTo(201);
        change("bob", Role.VIEWER, false);
        assertThat(addNode(bob, "pump-2")).isEqualTo(403);
        assertThat(listening.handle((answer, failed) -> true).get(60, TimeUnit.SECONDS))
                .isTrue();
        assertThat(bob.get(Paths.NODES).statusCode()).isEqualTo(200);
        change("bob", Role.VIEWER, true);
        assertThat(bob.get(Paths.NODES).statusCode()).isEqualTo(401);
        assertThat(signIn("bob", Colleague.PASSWORD).statusCode()).isEqualTo(401);
        change("bob", Role.VIEWER, false);
        assertThat(bob.get(Paths.NODES).statusCode()).isEqualTo(200);
        assertThat(desk.ask("DELETE", Paths.OPERATORS + "/bob", "").statusCode())
                .isEqualTo(204);
        assertThat(bob.get(Paths.NODES).statusCode()).isEqualTo(401);
        site.restart();
        assertThat(bob.get(Paths.NODES).statusCode()).isEqualTo(401);
        assertThat(desk.get(Paths.NODES).statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyChangesTheFirstOwnerOrHimselfAndNoProgramOwns() {
        Desk other = Colleague.joined(desk, "olga", Role.OWNER);
        assertThat(other.ask("PUT", Paths.OPERATORS + "/owner", new OperatorChange(Role.VIEWER, true))
                        .statusCode())
                .isEqualTo(409);
        assertThat(other.ask("DELETE", Paths.OPERATORS + "/owner", "").statusCode())
                .isEqualTo(409);
        assertThat(other.ask("POST", Paths.OPERATORS + "/owner/invitation", "").statusCode())
                .isEqualTo(409);
        assertThat(other.ask("PUT", Paths.OPERATORS + "/olga", new OperatorChange(Role.VIEWER, false))
                        .statusCode())
                .isEqualTo(409);
        var owning = new NewOperator("ci", OperatorKind.PROGRAM, Role.OWNER, Optional.empty());
        assertThat(desk.ask("POST", Paths.OPERATORS, owning).statusCode()).isEqualTo(409);
        for (String bad : List.of("", "Anna", "a b", "../x", "x".repeat(65), "ä")) {
            var wanted = new NewOperator(bad, OperatorKind.PERSON, Role.VIEWER, Optional.empty());
            var answer = desk.ask("POST", Paths.OPERATORS, wanted);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("operator.bad-name");
        }
        assertThat(desk.ask(
                                "POST",
                                Paths.OPERATORS,
                                new NewOperator("olga", OperatorKind.PERSON, Role.VIEWER, Optional.empty()))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aProgramComesInByItsTokenUntilThatEndsOrIsRenewed() {
        Instant ends = clock.instant().plus(Duration.ofDays(2));
        var made = Colleague.made(
                desk, new NewOperator("nightly", OperatorKind.PROGRAM, Role.OPERATOR, Optional.of(ends)));
        var nightly = new Desk(site);
        nightly.bearer = made.secret();
        assertThat(made.secret()).startsWith("sbo_");
        assertThat(addNode(nightly, "pump-1")).isEqualTo(201);
        assertThat(nightly.ask("PUT", Paths.SESSION + "/password", new NewPassword("", Colleague.PASSWORD))
                        .statusCode())
                .isEqualTo(409);
        var renewed = Json.read(
                desk.ask("POST", Paths.OPERATORS + "/nightly/invitation", "").body(), OperatorMade.class);
        assertThat(addNode(nightly, "pump-2")).isEqualTo(401);
        nightly.bearer = renewed.secret();
        assertThat(addNode(nightly, "pump-2")).isEqualTo(201);
        clock.add(Duration.ofDays(367));
        assertThat(addNode(nightly, "pump-3")).isEqualTo(401);
    }

    @Test
    void aSessionEndsWhenNobodyUsesItOrItsOperatorSignsOutOrChangesThePassword() {
        Desk anna = Colleague.joined(desk, "anna", Role.AUTHOR);
        var elsewhere = new Desk(site);
        elsewhere.bearer = Json.read(signIn("anna", Colleague.PASSWORD).body(), Session.class)
                .bearer();
        clock.add(Duration.ofDays(20));
        assertThat(anna.get(Paths.NODES).statusCode()).isEqualTo(200);
        clock.add(Duration.ofDays(20));
        assertThat(anna.get(Paths.NODES).statusCode()).isEqualTo(200);
        assertThat(elsewhere.get(Paths.NODES).statusCode()).isEqualTo(401);
        elsewhere.bearer = Json.read(signIn("anna", Colleague.PASSWORD).body(), Session.class)
                .bearer();
        var wrong = new NewPassword("no such password", "a much better password");
        assertThat(anna.ask("PUT", Paths.SESSION + "/password", wrong).statusCode())
                .isEqualTo(401);
        var tooShort = new NewPassword(Colleague.PASSWORD, "short");
        assertThat(anna.ask("PUT", Paths.SESSION + "/password", tooShort).statusCode())
                .isEqualTo(400);
        var better = new NewPassword(Colleague.PASSWORD, "a much better password");
        assertThat(anna.ask("PUT", Paths.SESSION + "/password", better).statusCode())
                .isEqualTo(204);
        assertThat(elsewhere.get(Paths.NODES).statusCode()).isEqualTo(401);
        assertThat(signIn("anna", Colleague.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(anna.ask("DELETE", Paths.SESSION, "").statusCode()).isEqualTo(204);
        assertThat(anna.get(Paths.NODES).statusCode()).isEqualTo(401);
        assertThat(signIn("anna", "a much better password").statusCode()).isEqualTo(200);
    }

    @Test
    void whoGuessesHasToWaitEachTimeLongerAndKeepsNobodyElseOut() {
        Colleague.joined(desk, "anna", Role.AUTHOR).close();
        Colleague.joined(desk, "bea", Role.AUTHOR).close();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(signIn("anna", "guess number " + guess).statusCode()).isEqualTo(401);
        }
        assertThat(signIn("anna", Colleague.PASSWORD).statusCode()).isEqualTo(429);
        assertThat(signIn("bea", Colleague.PASSWORD).statusCode()).isEqualTo(200);
        clock.add(Duration.ofSeconds(3));
        assertThat(signIn("anna", "guess").statusCode()).isEqualTo(401);
        clock.add(Duration.ofSeconds(3));
        assertThat(signIn("anna", Colleague.PASSWORD).body()).contains("operator.too-many-tries", "Wait 2 s");
        clock.add(Duration.ofSeconds(2));
        assertThat(signIn("anna", Colleague.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void manyNamesAndAPasswordOfOnesOwnDoNotHelpWhoGuesses() {
        Colleague.joined(desk, "eve", Role.VIEWER).close();
        int tries = 0;
        while (signIn("name-" + tries, "guess").statusCode() == 401 && tries < 100) {
            signIn("eve", Colleague.PASSWORD);
            tries++;
        }
        assertThat(tries).isEqualTo(50);
        assertThat(signIn("eve", Colleague.PASSWORD).statusCode()).isEqualTo(429);
        clock.add(Duration.ofHours(2));
        assertThat(signIn("eve", Colleague.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void whatOperatorsChangeIsWrittenDownWithWhatCameOfIt() {
        Desk anna = Colleague.joined(desk, "anna", Role.AUTHOR);
        addNode(desk, "pump-1");
        addNode(desk, "pump-1");
        addNode(anna, "pump-2");
        String etag = "";
        for (int save = 0; save < 3; save++) {
            etag = anna.save("Ping", "class Ping {} // " + save, etag).etag();
        }
        desk.ask("DELETE", Paths.NODES + "/pump-1", "");
        Site.await(() -> audit("").stream().noneMatch(one -> one.outcome() == AuditOutcome.UNKNOWN));
        site.restart();
        List<AuditEntry> all = audit("");
        assertThat(all.stream().map(one -> one.operator() + " " + one.deed() + " " + one.outcome() + " " + one.times()))
                .containsExactly(
                        "owner deletes node pump-1 DONE 1",
                        "anna saves the draft of Ping 0.1 DONE 3",
                        "anna adds node pump-2 REFUSED 1",
                        "owner adds node pump-1 FAILED 1",
                        "owner adds node pump-1 DONE 1",
                        "owner lets in operator anna as author DONE 1");
        assertThat(all).allSatisfy(one -> assertThat(one.from()).isEqualTo("127.0.0.1"));
        assertThat(audit("?operator=anna")).hasSize(2);
        assertThat(audit("?text=DRAFT")).hasSize(1);
        assertThat(audit("?before=" + all.getLast().id())).isEmpty();
    }

    @Test
    void whatIsWrittenDownTellsNoSecretAndSteersNoTerminal() throws Exception {
        var made = Colleague.invited(desk, "anna", Role.AUTHOR);
        Colleague.join(new Desk(site), "anna", made.secret());
        desk.ask("PUT", Paths.SESSION + "/password", new NewPassword("", "a secret of the owner"));
        desk.ask("PUT", Paths.SECRETS + "/mail", Map.of("value", "a secret of the mail"));
        desk.ask("POST", Paths.NODES, Map.of("id", "\u001b[2Jx" + "y".repeat(500), "tags", Map.of()));
        assertThat(audit(""))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.deed())
                        .doesNotContain("a secret", made.secret())
                        .hasSizeLessThan(400)
                        .doesNotContainPattern("\\p{Cc}"));
        site.close();
        byte[] disk = Files.readAllBytes(folder.resolve("registry.db"));
        String text = new String(disk, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text)
                .doesNotContain(Colleague.PASSWORD, "a secret of the owner", made.secret(), desk.bearer)
                .contains("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    private static final class Lines implements java.util.concurrent.Flow.Subscriber<String> {
        @Override
        public void onSubscribe(java.util.concurrent.Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {}

        @Override
        public void onError(Throwable failed) {}

        @Override
        public void onComplete() {}
    }

    private int addNode(Desk by, String id) {
        return by.ask("POST", Paths.NODES, Map.of("id", id, "tags", Map.of())).statusCode();
    }

    private void change(String name, Role role, boolean suspended) {
        assertThat(desk.ask("PUT", Paths.OPERATORS + "/" + name, new OperatorChange(role, suspended))
                        .statusCode())
                .isEqualTo(200);
    }

    private OperatorView view(String name) {
        return List.of(Json.read(desk.get(Paths.OPERATORS).body(), OperatorView[].class)).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<AuditEntry> audit(String question) {
        return Json.read(desk.get(Paths.AUDIT + question).body(), AuditPage.class)
                .entries();
    }

    private HttpResponse<String> signIn(String name, String secret) {
        var stranger = new Desk(site);
        return stranger.send(
                stranger.request(Paths.SIGN_IN).POST(BodyPublishers.ofByteArray(Json.write(new SignIn(name, secret)))));
    }
}
