// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.agent.guard.Supervisor;
import dev.signalbox.agent.log.LogFile;
import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.release.ReleaseSource;
import dev.signalbox.agent.release.Releases;
import dev.signalbox.agent.routing.Switchboard;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.agent.swap.Orchestrator;
import dev.signalbox.agent.swap.Steps;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.device.message.MethodCall;
import dev.signalbox.protocol.action.LogPage;
import dev.signalbox.protocol.action.NodeMethod;
import dev.signalbox.protocol.action.Pong;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.LogLine;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A node on which nothing runs, asked as the hub asks it.
class NodeMethodsTest {
    @TempDir
    Path folder;

    private final AtomicInteger restarts = new AtomicInteger();
    private final AtomicInteger syncs = new AtomicInteger();
    private boolean supervised;
    private LogFile file;
    private NodeLog log;
    private Orchestrator orchestrator;
    private NodeMethods methods;

    @BeforeEach
    void start() {
        file = new LogFile(folder.resolve("log"));
        log = new NodeLog(Clock.systemUTC(), file, (payload, properties) -> true);
        var switchboard = new Switchboard(log, (from, message) -> {});
        var steps = new Steps(
                switchboard,
                (plan, program, mailbox, release) -> {
                    throw new AssertionError(plan);
                },
                log,
                (running, ordered, state, problem) -> {});
        Folder own = Folder.at(folder);
        var owner = Ed25519.fingerprint(Ed25519.generate().getPublic());
        orchestrator = new Orchestrator(own, new Releases(own, new NoHub(), owner), steps, Duration.ofSeconds(60));
        methods = new NodeMethods(
                new NodeMethods.Whole(
                        Clock.systemUTC(), new Counting(), syncs::incrementAndGet, orchestrator::converge),
                orchestrator::act,
                new StepCalls(switchboard),
                new NodeMethods.Logs(file, log.loudness()));
    }

    @AfterEach
    void end() {
        orchestrator.close();
        log.close();
        file.close();
    }

    @Test
    void itSaysThatItIsThere() {
        Instant before = Instant.now();
        Pong pong = Json.read(done(NodeMethod.PING, "{}"), Pong.class);
        assertThat(pong.at()).isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
        assertThat(pong.upMillis()).isNotNegative();
    }

    @Test
    void itEndsOnlyWhereSomethingStartsItAgain() {
        assertThat(refusal(NodeMethod.RESTART, "{}", 409)).isEqualTo("node.not-supervised");
        assertThat(restarts).hasValue(0);
        supervised = true;
        done(NodeMethod.RESTART, "{}");
        assertThat(restarts).hasValue(1);
    }

    @Test
    void itAsksItsHubAgain() {
        done(NodeMethod.SYNC, "{}");
        assertThat(syncs).hasValue(1);
    }

    @Test
    void itsOwnLogIsReadAlsoWhatTheHubDidNotGet() {
        done(NodeMethod.LOG_LEVEL, "{\"level\":\"ERROR\",\"seconds\":60}");
        log.runtime(LogLevel.RUNTIME, "quiet");
        String span = "{\"from\":\"2020-01-01T00:00:00Z\",\"until\":\"2100-01-01T00:00:00Z\",\"after\":\"\"}";
        LogPage page = Json.read(done(NodeMethod.LOGS, span), LogPage.class);
        assertThat(page.lines()).extracting(LogLine::text).containsExactly("quiet");
        assertThat(page.next()).isEmpty();
    }

    @Test
    void nonsenseIsRefusedWithAReason() {
        for (NodeMethod method : NodeMethod.values()) {
            if (!method.question().getSimpleName().equals("Nothing")) {
                assertThat(refusal(method, "{}", 400)).as(method.wireName()).endsWith("malformed");
                assertThat(refusal(method, "[1]", 400)).as(method.wireName()).endsWith("malformed");
                assertThat(refusal(method, "", 400)).as(method.wireName()).endsWith("malformed");
            }
        }
        assertThat(refusal(NodeMethod.LOG_LEVEL, "{\"level\":\"ERROR\",\"seconds\":604801}", 400))
                .endsWith("malformed");
        String foreign = "{\"from\":\"2020-01-01T00:00:00Z\",\"until\":\"2100-01-01T00:00:00Z\",\"after\":\"../x\"}";
        log.runtime(LogLevel.RUNTIME, "there is a file");
        assertThat(refusal(NodeMethod.LOGS, foreign, 400)).isEqualTo("node.question-malformed");
        assertThat(refusal(NodeMethod.STEP, "{\"step\":\"a/b\",\"deed\":\"STOP\"}", 409))
                .isEqualTo("step.not-known");
        assertThat(refusal(NodeMethod.CALL, "{\"step\":\"a/b\",\"method\":\"\",\"payload\":1}", 409))
                .isEqualTo("step.not-known");
    }

    @Test
    void otherMethodsAreNotItsOwn() {
        assertThat(methods.answer(new MethodCall("signalbox.local", new byte[0])))
                .isEmpty();
        assertThat(methods.answer(new MethodCall("ping", new byte[0]))).isEmpty();
    }

    private byte[] done(NodeMethod method, String payload) {
        MethodAnswer answer = ask(method, payload);
        assertThat(answer.status()).isEqualTo(200);
        return answer.payload();
    }

    private String refusal(NodeMethod method, String payload, int status) {
        MethodAnswer answer = ask(method, payload);
        assertThat(answer.status()).as(method + " " + payload).isEqualTo(status);
        return Json.read(answer.payload(), Problem.class).code();
    }

    private MethodAnswer ask(NodeMethod method, String payload) {
        return methods.answer(new MethodCall(method.wireName(), payload.getBytes(StandardCharsets.UTF_8)))
                .orElseThrow();
    }

    private final class Counting implements Supervisor {
        @Override
        public boolean startsAgain() {
            return supervised;
        }

        @Override
        public void restart() {
            restarts.incrementAndGet();
        }

        @Override
        public void halt() {
            throw new IllegalStateException("nobody is to do that");
        }
    }

    private static final class NoHub implements ReleaseSource {
        @Override
        public void download(LockedPackage wanted, Path into) throws IOException {
            throw new IOException("no hub");
        }

        @Override
        public Envelope trust() throws IOException {
            throw new IOException("no hub");
        }

        @Override
        public Envelope release(long number) throws IOException {
            throw new IOException("no hub");
        }

        @Override
        public byte[] bundle(Digest digest) throws IOException {
            throw new IOException("no hub");
        }

        @Override
        public String secret(String reference) throws IOException {
            throw new IOException("no hub");
        }
    }
}
