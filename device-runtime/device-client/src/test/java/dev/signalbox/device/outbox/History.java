// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.storage.Disk;
import dev.signalbox.device.storage.LogCheck;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.testing.power.Image;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/// What one outbox lived through, with the disk at each sync, and what it had promised by then.
///
/// Moments are counted in images: what was promised when there were n of them is in all from the n-th on.
final class History implements Disk {
    private final Path folder;
    private final RandomGenerator random;
    private final List<Image> images = new CopyOnWriteArrayList<>();
    private final Map<String, Story> messages = new LinkedHashMap<>();
    private final Map<String, Story> arrivals = new LinkedHashMap<>();

    private static final class Story {
        int lane;
        int offered = Integer.MAX_VALUE;
        int promised = Integer.MAX_VALUE;
        int finishing = Integer.MAX_VALUE;
        int finished = Integer.MAX_VALUE;

        /// Whether it must be in what the disk held at that sync.
        boolean isPromised(int moment) {
            return promised <= moment + 1 && finishing > moment + 1;
        }
    }

    private History(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    static History write(Path folder, int steps, RandomGenerator random) throws Exception {
        var history = new History(folder, random);
        var shelf = new Shelf(folder);
        try (var outbox = Outbox.open(folder, shelf.settings(OutboxLimits.USUAL, history))) {
            history.add(outbox, 1);
            for (int step = 0; step < steps; step++) {
                history.step(outbox);
            }
            history.add(outbox, 1);
        }
        return history;
    }

    List<Image> images() {
        return images;
    }

    @Override
    public void commit(Action commit, boolean synced) throws SQLException {
        commit.run();
        if (synced) {
            look();
        }
    }

    /// SQLite syncs the log before it moves it.
    @Override
    public void checkpoint(Action checkpoint) throws SQLException {
        look();
        checkpoint.run();
        look();
    }

    private void look() {
        try {
            images.add(Image.of(folder, "device.db", "device.db-wal"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void step(Outbox outbox) {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> add(outbox, 1);
            case 3 -> add(outbox, 1 + random.nextInt(6));
            case 4, 5 -> forward(outbox);
            case 6 -> receive(outbox);
            default -> handle(outbox);
        }
    }

    private void add(Outbox outbox, int many) {
        Map<Story, CompletableFuture<Ticket>> added = new LinkedHashMap<>();
        for (int one = 0; one < many; one++) {
            var story = new Story();
            story.lane = random.nextInt(NewMessage.LANES);
            story.offered = images.size();
            String text = "m" + messages.size() + " " + "x".repeat(random.nextInt(random.nextInt(8) == 0 ? 9000 : 600));
            messages.put(text, story);
            added.put(story, outbox.add(Shelf.message(story.lane, text)));
        }
        added.forEach((story, future) -> {
            Shelf.done(future);
            story.promised = images.size();
        });
    }

    private void forward(Outbox outbox) {
        List<Queued> waiting = Shelf.waiting(outbox, random.nextInt(NewMessage.LANES));
        for (Queued message : waiting.subList(0, Math.min(waiting.size(), random.nextInt(9)))) {
            Story story = messages.get(Shelf.text(message));
            story.finishing = images.size();
            Shelf.forward(outbox, message);
            story.finished = images.size();
        }
    }

    private void receive(Outbox outbox) {
        var story = new Story();
        story.offered = images.size();
        String text = "do " + arrivals.size();
        arrivals.put(text, story);
        Shelf.done(outbox.inbox().keep(text, Shelf.bytes("a=b"), Shelf.bytes(text)));
        story.promised = images.size();
    }

    private void handle(Outbox outbox) {
        for (var arrival : outbox.inbox().waiting(1)) {
            Story story = arrivals.get(new String(arrival.payload(), StandardCharsets.UTF_8));
            story.finishing = images.size();
            Shelf.done(outbox.inbox().handled(arrival.id()));
            story.finished = images.size();
        }
    }

    /// Opens what is left in a folder after a cut between that sync and the next.
    void check(Path there, int moment, String when) {
        try (var outbox = new Shelf(there).open()) {
            var found = new ArrayList<String>();
            for (int lane = 0; lane < NewMessage.LANES; lane++) {
                List<String> texts = Shelf.texts(outbox, lane);
                int inLane = lane;
                assertThat(texts)
                        .as(when)
                        .isSubsetOf(messages.keySet())
                        .allMatch(text -> messages.get(text).lane == inLane)
                        .isSortedAccordingTo(java.util.Comparator.comparingInt(History::number));
                found.addAll(texts);
            }
            check(messages, found, moment, when);
            check(arrivals, arrived(outbox), moment, when);
            assertThat(outbox.account().agrees()).as(when).isTrue();
            assertThat(outbox.waiting()).as(when).isEqualTo(found.size());
            assertThat(outbox.account().damaged()).as(when).isZero();
            goesOn(outbox, moment, when);
        }
    }

    /// Opens what is left after a bit turned over: what is missing of what was promised is named, and what is there is
    /// as it was.
    void checkFlipped(Path there, int moment, String when) throws IOException {
        boolean cut = LogCheck.isCut(there.resolve("device.db-wal"));
        var found = new ArrayList<String>();
        try (var outbox = new Shelf(there).open()) {
            for (int lane = 0; lane < NewMessage.LANES; lane++) {
                for (Queued message : waiting(outbox, lane)) {
                    found.add(Shelf.text(message));
                    outbox.taken(message, () -> {});
                }
            }
            assertThat(found).as(when).isSubsetOf(messages.keySet()).doesNotHaveDuplicates();
            assertThat(outbox.account().agrees()).as(when).isTrue();
        }
        long missing = messages.entrySet().stream()
                .filter(message -> message.getValue().isPromised(moment) && !found.contains(message.getKey()))
                .count();
        try (var outbox = new Shelf(there).open()) {
            boolean named =
                    cut || Folders.has(there, ".damaged-") || outbox.account().damaged() > 0;
            assertThat(missing == 0 || named)
                    .as("%s: %d are missing, %s", when, missing, outbox.account())
                    .isTrue();
            worksAgain(outbox, when);
        }
    }

    /// The first reading may be refused, for with it the damage is found; another file has taken the place of this one
    /// when the next work is done.
    private static List<Queued> waiting(Outbox outbox, int lane) {
        try {
            return Shelf.waiting(outbox, lane);
        } catch (ProblemException damaged) {
            Shelf.done(outbox.sweep());
            return Shelf.waiting(outbox, lane);
        }
    }

    /// The first new message may be refused, for with it the damage is found.
    private static void worksAgain(Outbox outbox, String when) {
        try {
            outbox.put(Shelf.message("finds it"));
        } catch (ProblemException refused) {
            outbox.put(Shelf.message("after it"));
        }
        assertThat(outbox.account().agrees()).as(when).isTrue();
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(1, text.indexOf(' ')));
    }

    private static void check(Map<String, Story> stories, List<String> found, int moment, String when) {
        assertThat(found).as(when).doesNotHaveDuplicates();
        stories.forEach((text, story) -> {
            if (story.isPromised(moment)) {
                assertThat(found).as("%s: promised %.20s", when, text).contains(text);
            }
            if (story.finished <= moment || story.offered > moment + 1) {
                assertThat(found).as("%s: done %.20s", when, text).doesNotContain(text);
            }
        });
    }

    private static List<String> arrived(Outbox outbox) {
        return outbox.inbox().waiting(1000).stream()
                .map(arrival -> new String(arrival.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    /// New messages are taken; one from the cloud that was kept and comes again is not kept twice.
    private void goesOn(Outbox outbox, int moment, String when) {
        outbox.put(Shelf.message("after the cut"));
        int before = arrived(outbox).size();
        arrivals.entrySet().stream()
                .filter(arrival -> arrival.getValue().promised <= moment + 1)
                .map(arrival -> outbox.inbox().keep(arrival.getKey(), Shelf.bytes(""), Shelf.bytes(arrival.getKey())))
                .toList()
                .forEach(Shelf::done);
        assertThat(arrived(outbox)).as(when).hasSize(before);
    }
}
