// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import dev.signalbox.device.credential.Credentials.Pass;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.topic.FromHub;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the device connected, for ever, and lets the lanes send while it is. All happens on one thread.
public final class Link implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofSeconds(10);

    private final Dialer dialer;
    private final LinkTiming timing;
    private final List<Lane> lanes;
    private final LinkWatcher watcher;
    private final Backoff backoff;
    private final PortWatch port;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().name("signalbox-link").daemon().unstarted(this::run);
    private volatile boolean up;
    private final AtomicLong turns = new AtomicLong();
    private boolean patient; // because a heavy packet was under way for too long when the last connection ended
    private String lastProblem = "";

    public Link(HubAccess access, LinkTiming timing, List<Lane> lanes, LinkWatcher watcher) {
        this.dialer = new Dialer(access, timing);
        this.timing = timing;
        this.lanes = List.copyOf(lanes);
        this.watcher = watcher;
        this.backoff = new Backoff(timing, new SplittableRandom());
        this.port = new PortWatch(closing, new SplittableRandom());
    }

    /// Starts connecting in the background; a second call does nothing.
    public synchronized void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    public boolean up() {
        return up;
    }

    /// How often its thread went round, for a watchdog: grows every few seconds while connected, and at
    /// every attempt to connect.
    public long turns() {
        return turns.get();
    }

    /// A lane has something to send. Cheap, from any thread.
    public void wake() {
        if (up && woken.compareAndSet(false, true)) {
            events.add(() -> woken.set(false));
        }
    }

    /// Ends within about a second; what is not acknowledged stays where it was.
    @Override
    public synchronized void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(FAREWELL.multipliedBy(3).toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        dialer.close();
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                turns.incrementAndGet();
                Optional<Problem> end = attempt();
                if (end.isPresent() && closing.getCount() > 0) {
                    tell(end.get());
                    rest(end.get());
                }
            }
        } catch (InterruptedException closed) {
            LOG.debug("The link ends");
        }
    }

    /// One connection from sign-in to its end; the problem that ended it, or none if it was our own wish.
    private Optional<Problem> attempt() throws InterruptedException {
        SignIn signIn;
        Connection connection;
        try {
            Pass pass = dialer.pass();
            signIn = new SignIn(dialer, pass);
            dialer.bePatient(patient);
            connection = dialer.dial(pass, topics(), events::add, this::arrived);
        } catch (RuntimeException | LinkageError | OutOfMemoryError failed) {
            return Optional.of(problemOf(failed));
        }
        port.reached();
        long since = System.nanoTime();
        try {
            serve(connection, signIn);
            patient = false;
            return Optional.empty();
        } catch (RuntimeException | LinkageError | OutOfMemoryError failed) {
            backoff.wasUp(Duration.ofNanos(System.nanoTime() - since));
            if (connection.worked()) {
                backoff.worked();
            }
            patient = connection.burden().isTooMuch();
            return Optional.of(problemOf(failed));
        } finally {
            up = false;
            finish(connection);
        }
    }

    /// What the hub acknowledged before the end still counts.
    private void finish(Connection connection) throws InterruptedException {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            try {
                event.run();
            } catch (RuntimeException | LinkageError | OutOfMemoryError failed) {
                LOG.warn("What came at the end of a connection could not be handled: {}", failed.toString());
            }
        }
        connection.close(FAREWELL);
        events.clear();
        woken.set(false);
        lanes.forEach(Lane::lost);
    }

    private void serve(Connection connection, SignIn signIn) throws InterruptedException {
        up = true;
        lastProblem = "";
        lanes.forEach(Lane::signedIn);
        watcher.signedIn();
        while (!signIn.isOver() && !(patient && connection.burden().isRelieved())) {
            lanes.forEach(lane -> lane.pump(connection));
            handleEvents(Math.min(timing.look().toNanos(), signIn.nanosLeft()));
            connection.check();
        }
        long settled = System.nanoTime() + (patient ? timing.keepAlive() : SETTLE).toNanos();
        while (!connection.quiet() && System.nanoTime() < settled) {
            handleEvents(settled - System.nanoTime());
            connection.check();
        }
    }

    private void handleEvents(long waitNanos) throws InterruptedException {
        turns.incrementAndGet();
        Runnable event = events.poll(waitNanos, TimeUnit.NANOSECONDS);
        for (int handled = 0; event != null && handled < 1000; handled++) {
            event.run();
            event = events.poll();
        }
        if (event != null) {
            event.run();
        }
    }

    private List<String> topics() {
        return lanes.stream().flatMap(lane -> lane.topics().stream()).toList();
    }

    /// What nobody can read is acknowledged like what was read, or it would come for ever.
    private CompletableFuture<?> arrived(String topic, byte[] payload) {
        try {
            return Topics.fromHub(topic)
                    .<CompletableFuture<?>>map(message -> hand(message, payload))
                    .orElse(Lane.SAFE);
        } catch (IllegalArgumentException | ProblemException malformed) {
            LOG.warn("The hub sent what this device cannot read, on topic {}: {}", topic, malformed.getMessage());
            return Lane.SAFE;
        }
    }

    /// A message that no lane takes is not acknowledged, so that the hub keeps it for a program that does.
    private CompletableFuture<?> hand(FromHub message, byte[] payload) {
        CompletableFuture<?>[] answers =
                lanes.stream().map(lane -> lane.arrived(message, payload)).toArray(CompletableFuture<?>[]::new);
        if (message instanceof FromHub.CloudMessage && Arrays.stream(answers).allMatch(Lane.SAFE::equals)) {
            LOG.warn("A message from the cloud stays with the hub, for nobody here handles any");
            return CompletableFuture.failedFuture(new IllegalStateException("nobody handles it"));
        }
        return CompletableFuture.allOf(answers);
    }

    private void tell(Problem problem) {
        if (!problem.code().equals(lastProblem)) {
            lastProblem = problem.code();
            watcher.disconnected(problem);
        }
    }

    private void rest(Problem problem) throws InterruptedException {
        Duration pause = backoff.next();
        if (problem.code().equals(LinkProblems.UNREACHABLE)) {
            port.await(dialer.target().hub(), pause);
        } else {
            closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Problem problemOf(Throwable failure) {
        if (failure instanceof ProblemException told) {
            return told.problem();
        }
        LOG.error("The link failed in an unforeseen way and is made again", failure);
        return new Problem(
                "link.failed",
                "The link to the hub failed in an unforeseen way: " + failure + ".",
                "The device connects again by itself; tell the makers what its log says.");
    }
}
