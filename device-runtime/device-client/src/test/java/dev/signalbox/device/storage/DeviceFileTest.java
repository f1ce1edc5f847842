// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.protocol.report.Account;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceFileTest {
    private static final int NORMAL = 1;

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsThereAfterOpeningAgain() throws Exception {
        try (var file = DeviceFile.open(folder)) {
            file.write(step(List.of(parcel(1, "first", "second"), parcel(2, "third")), List.of(), account(3, 3)));
            file.write(
                    step(List.of(), List.of(parcel(1, "first", "second").row().with(1)), account(3, 2)));
        }
        try (var file = DeviceFile.open(folder)) {
            assertThat(file.opened().books()).isEqualTo(account(3, 2));
            assertThat(file.lastParcel()).isEqualTo(2);
            List<Parcel> parcels = file.after(NORMAL, 0, 10);
            assertThat(payloads(parcels)).containsExactly("first", "second", "third");
            assertThat(parcels.getFirst().row().taken()).isEqualTo(1);
            assertThat(file.after(NORMAL, 0, 1)).hasSize(1);
            assertThat(file.after(0, 0, 10)).isEmpty();
        }
    }

    @Test
    void aParcelThatIsDoneIsGone() throws Exception {
        try (var file = DeviceFile.open(folder)) {
            var done = parcel(1, "first", "second");
            file.write(step(List.of(done), List.of(), account(2, 2)));
            file.write(step(List.of(), List.of(done.row().with(2)), account(2, 0)));
            assertThat(file.after(NORMAL, 0, 10)).isEmpty();
            assertThat(file.find(NORMAL, 1)).isEmpty();
        }
    }

    @Test
    void aStepWhoseAnswerWasLostLeavesNothingBehind() throws Exception {
        var disk = new Disk() {
            int failing;

            @Override
            public void commit(Action commit, boolean synced) throws SQLException {
                commit.run();
                if (--failing == 0) {
                    throw new SQLException("disk I/O error", "", 10);
                }
            }
        };
        try (var file = DeviceFile.open(folder, disk, 1 << 20)) {
            file.write(step(List.of(parcel(1, "first")), List.of(), account(1, 1)));
            disk.failing = 1;
            assertThatThrownBy(() -> file.write(step(List.of(parcel(2, "doubtful")), List.of(), account(2, 2))))
                    .isInstanceOf(SQLException.class);
            assertThat(payloads(file.after(NORMAL, 0, 10))).containsExactly("first");
            file.write(step(List.of(parcel(2, "second")), List.of(), account(2, 2)));
            assertThat(payloads(file.after(NORMAL, 0, 10))).containsExactly("first", "second");
        }
    }

    @Test
    void aDamagedMessageIsEmptyAndTheOthersStay() throws Exception {
        try (var file = DeviceFile.open(folder)) {
            file.write(step(List.of(parcel(1, "first", "spoiled", "third")), List.of(), account(3, 3)));
        }
        flip("spoiled");
        try (var file = DeviceFile.open(folder)) {
            var entries = file.after(NORMAL, 0, 10).getFirst().entries();
            assertThat(entries).hasSize(3);
            assertThat(entries.get(0)).isPresent();
            assertThat(entries.get(1)).isEmpty();
            assertThat(entries.get(2)).isPresent();
        }
    }

    @Test
    void aMessageFromTheCloudIsKnownAgainForAWhile() throws Exception {
        try (var file = DeviceFile.open(folder)) {
            for (int id = 1; id <= 300; id++) {
                var arrived = new Arrived(id, "mid-" + id, new byte[0], bytes("do " + id), 0);
                var change = new Step.InboxStep(List.of(arrived), List.of(), List.of((long) id - 1));
                file.write(new Step(List.of(), List.of(), change, account(0, 0), 0, 1, true));
            }
            assertThat(file.inbox(10)).extracting(Arrived::id).containsExactly(300L);
            assertThat(file.seen("mid-300")).isTrue();
            assertThat(file.seen("mid-45")).isTrue();
            assertThat(file.seen("mid-44")).isFalse();
        }
    }

    @Test
    void theOutboxOfTheVersionBeforeIsTakenOver() throws Exception {
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"))) {
            Layout.run(old, "PRAGMA journal_mode = WAL");
            Layout.run(old, "CREATE TABLE outbox (epoch TEXT NOT NULL) STRICT");
            Layout.run(
                    old,
                    "CREATE TABLE message (seq INTEGER PRIMARY KEY AUTOINCREMENT, properties BLOB NOT NULL,"
                            + " payload BLOB NOT NULL) STRICT");
            Layout.run(old, "INSERT INTO outbox VALUES ('the-old-epoch')");
            for (int message = 1; message <= 600; message++) {
                Layout.run(
                        old,
                        "INSERT INTO message (properties, payload) VALUES (x'', CAST('m" + message + "' AS BLOB))");
            }
            Layout.run(old, "DELETE FROM message WHERE seq <= 100 OR seq = 300");
        }
        try (var file = DeviceFile.open(folder)) {
            List<Parcel> parcels = file.after(NORMAL, 0, 10_000);
            assertThat(payloads(parcels))
                    .hasSize(499)
                    .startsWith("m101")
                    .doesNotContain("m300")
                    .endsWith("m600");
            assertThat(parcels).allMatch(parcel -> parcel.row().epoch().equals("the-old-epoch"));
            assertThat(parcels.getLast().row().firstSequence()
                            + parcels.getLast().row().entries())
                    .isEqualTo(601);
            assertThat(file.opened().books().taken()).isEqualTo(600);
            assertThat(file.opened().books().forwarded()).isEqualTo(101);
            assertThat(file.opened().books().waiting()).isEqualTo(499);
        }
        assertThat(folder.resolve("outbox.db")).doesNotExist();
        assertThat(folder.resolve("outbox.db-wal")).doesNotExist();
    }

    @Test
    void aDamagedFileIsMovedAside() throws Exception {
        Files.writeString(folder.resolve("device.db"), "this is not a database at all, but long enough ".repeat(50));
        try (var file = DeviceFile.open(folder)) {
            file.write(step(List.of(parcel(1, "new")), List.of(), account(1, 1)));
        }
        assertThat(names()).anyMatch(name -> name.startsWith("device.db.damaged-"));
    }

    @Test
    void aFileOfANewerProgramIsLeftAlone() throws Exception {
        DeviceFile.open(folder).close();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("device.db"))) {
            long sum = Layout.number(connection, "PRAGMA user_version")
                    + Layout.number(connection, "PRAGMA application_id");
            Layout.run(connection, "PRAGMA user_version = 3");
            Layout.run(connection, "PRAGMA application_id = " + (sum - 3));
        }
        assertThatThrownBy(() -> DeviceFile.open(folder)).hasMessageContaining("outbox.newer");
        assertThat(names()).noneMatch(name -> name.contains("damaged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_version = 0", "user_version = 262146", "application_id = 0", "application_id = 7"})
    void aNumberOfTheLayoutThatTheDiskDamagedIsSetRight(String damage) throws Exception {
        try (var file = DeviceFile.open(folder)) {
            file.write(step(List.of(parcel(1, "kept")), List.of(), account(1, 1)));
        }
        for (int opening = 0; opening < 2; opening++) {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("device.db"))) {
                Layout.run(connection, "PRAGMA " + (opening == 0 ? damage : "user_version"));
            }
            try (var file = DeviceFile.open(folder)) {
                assertThat(file.row(1, 0)).isPresent();
            }
        }
        assertThat(names()).noneMatch(name -> name.contains("damaged"));
    }

    @Test
    void aPageThatIsDamagedWhereTheFirstLookFallsIsMovedAsideToo() throws Exception {
        DeviceFile.open(folder).close();
        long root;
        long size;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("device.db"))) {
            root = Layout.number(connection, "SELECT rootpage FROM sqlite_schema WHERE name = 'parcel'");
            size = Layout.number(connection, "PRAGMA page_size");
        }
        try (var raw = new RandomAccessFile(folder.resolve("device.db").toFile(), "rw")) {
            raw.seek((root - 1) * size);
            raw.write(new byte[(int) size]);
        }
        try (var file = DeviceFile.open(folder)) {
            file.write(step(List.of(parcel(1, "new")), List.of(), account(1, 1)));
        }
        assertThat(names()).anyMatch(name -> name.startsWith("device.db.damaged-"));
    }

    private void flip(String text) throws Exception {
        Path path = folder.resolve("device.db");
        String content = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        byte[] bytes = Files.readAllBytes(path);
        bytes[content.indexOf(text)] ^= 1;
        Files.write(path, bytes);
    }

    private List<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static Step step(List<NewParcel> added, List<ParcelRow> progressed, Account account) {
        return new Step(added, progressed, Step.InboxStep.NONE, account, 0, 1, true);
    }

    private static NewParcel parcel(long id, String... payloads) {
        var entries = new ArrayList<Entry>();
        for (String payload : payloads) {
            entries.add(new Entry(bytes("key=value"), bytes(payload), "", 0, 0));
        }
        return new NewParcel(new ParcelRow(NORMAL, id, "epoch-1", id * 100, entries.size(), 0, 0, 0), entries);
    }

    private static Account account(long taken, long waiting) {
        return new Account(taken, taken - waiting, waiting, 0, 0, 0, 0, 0);
    }

    private static List<String> payloads(List<Parcel> parcels) {
        return parcels.stream()
                .flatMap(parcel -> parcel.entries().stream())
                .map(entry -> new String(entry.orElseThrow().payload(), StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
