// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import dev.signalbox.protocol.report.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The device's database: what waits to be sent, what came and waits to be handled, and the account.
///
/// A step that could not be written leaves nothing behind, even where the disk took it and only the answer was lost:
/// what nobody was told is safe is neither read nor kept. After any failure but a full disk the file is opened anew
/// before the next step, and its log moved into it, because what a disk says after a failed sync is not to be believed.
///
/// `write`, `find`, `oldest`, `seen` and `tidy` belong to the committing thread; the others may be called beside it.
public final class DeviceFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceFile.class);
    private static final long LOG_BYTES = 8L << 20;
    private static final long BYTES_OF_A_STEP = 16L << 10;
    private static final int FULL = 13;

    /// What an opened file knows at once.
    ///
    /// @param age the age clock when it was last written
    /// @param wall the device's calendar then, in milliseconds; 0 for never
    public record Opened(Account books, long age, long wall) {}

    private final Path path;
    private final Disk disk;
    private final long logBytes;
    private final Object reading = new Object();
    private Writer writer;
    private Reader own;
    private Reader reader;
    private volatile long lastParcel;
    private volatile long lastArrival;
    private long inLog;
    private boolean failed;
    private boolean doubtful;

    private DeviceFile(Path path, Disk disk, long logBytes) throws SQLException, IOException {
        this.path = path;
        this.disk = disk;
        this.logBytes = logBytes;
        disk.opening(path);
        this.writer = Writer.open(path, disk);
        try {
            this.own = new Reader(writer.connection());
            this.reader = Reader.open(path);
            this.inLog = Files.exists(logOf(path)) ? Files.size(logOf(path)) : 0;
            this.lastParcel = reader.number("SELECT max(id) FROM body");
            this.lastArrival = reader.number(
                    "SELECT max(id) FROM (SELECT max(id) AS id FROM inbox UNION ALL SELECT max(arrival) FROM seen)");
        } catch (SQLException | IOException | RuntimeException unusable) {
            writer.close();
            throw unusable;
        }
    }

    /// What a crash left in it counts too.
    private static Path logOf(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    /// Opens the database of a folder, or makes it. Reads a few rows only, however large it is. Takes over the outbox
    /// of version 0.1; moves a damaged file aside and starts a new one.
    public static DeviceFile open(Path folder) throws SQLException, IOException {
        return open(folder, Disk.MACHINE, LOG_BYTES);
    }

    /// @param logBytes when the log is to be moved into the database
    public static DeviceFile open(Path folder, Disk disk, long logBytes) throws SQLException, IOException {
        return new Opening(folder).open(path -> new DeviceFile(path, disk, logBytes));
    }

    /// Whether a folder has a database, of this version or 0.1.
    public static boolean isIn(Path folder) {
        return new Opening(folder).exists();
    }

    public Opened opened() throws SQLException {
        var found = BooksRow.read(writer.connection());
        boolean empty = reader.number("SELECT count(*) FROM (SELECT 1 FROM parcel LIMIT 1)") == 0;
        Account books = found.books();
        if (empty && books.waiting() != 0) {
            LOG.error("{} messages of {} are damaged on disk and cannot be sent", books.waiting(), path);
            books = withoutWaiting(books);
        }
        return new Opened(books, found.age(), found.wall());
    }

    private static Account withoutWaiting(Account books) {
        return new Account(
                books.taken(),
                books.forwarded(),
                0,
                books.expired(),
                books.displaced(),
                books.damaged() + books.waiting(),
                books.refused(),
                0);
    }

    /// The id of the newest parcel; new ones come after it.
    public long lastParcel() {
        return lastParcel;
    }

    public long lastArrival() {
        return lastArrival;
    }

    /// Writes a step, all of it or nothing.
    public void write(Step step) throws SQLException {
        if (doubtful) {
            openAnew();
        }
        try {
            writer.begin(step.synced());
            if (failed) {
                writer.forgetAfter(lastParcel, lastArrival);
            }
            writer.write(step);
            writer.commit(step.synced());
        } catch (SQLException | RuntimeException unwritten) {
            failed = true;
            doubtful = !isFull(unwritten);
            takeBack();
            throw unwritten;
        }
        failed = false;
        written(step);
    }

    /// Whether the last step failed, so that the next one has to remove what it may have left.
    public boolean owes() {
        return failed;
    }

    /// Whether nobody knows if the last step was written.
    public boolean isDoubtful() {
        return doubtful;
    }

    private void written(Step step) {
        inLog += BYTES_OF_A_STEP;
        for (NewParcel parcel : step.added()) {
            lastParcel = parcel.row().id();
            inLog += parcel.entries().stream().mapToLong(Entry::bytes).sum();
        }
        for (Arrived message : step.inbox().arrived()) {
            lastArrival = message.id();
            inLog += message.payload().length;
        }
    }

    /// Whether a failure means that the file contradicts itself, so that it will not work again.
    public static boolean isDamage(Throwable failure) {
        return failure instanceof SQLException sql && Damage.isDamage(sql);
    }

    /// Moves the damaged file aside and goes on with a new one, whose ids go on too. What waited is not in it.
    public void replace() throws SQLException, IOException {
        synchronized (reading) {
            shut(reader);
            shut(own);
            shut(writer);
            if (Files.exists(path)) {
                Opening.moveAside(path);
            }
            doubtful = true;
            openAnew();
            failed = false;
        }
    }

    /// Moves the log into the database if it has grown, or the disk is full: a log that was moved is written anew from
    /// its beginning, and then what the hub has can be recorded. What is written stays written if that fails.
    public void tidy() {
        if ((inLog < logBytes && !failed) || doubtful) {
            return;
        }
        try {
            writer.checkpoint(false);
            inLog = 0;
        } catch (SQLException unmoved) {
            LOG.warn("The log of {} could not be moved into it: {}", path, unmoved.getMessage());
            failed = true;
            doubtful = !isFull(unmoved);
        }
    }

    private static boolean isFull(Exception failure) {
        return failure instanceof SQLException sql && (sql.getErrorCode() & 0xff) == FULL;
    }

    private void takeBack() {
        try {
            writer = writer.again();
        } catch (SQLException unusable) {
            doubtful = true;
        }
    }

    private Reader own() throws SQLException {
        if (doubtful) {
            openAnew();
        }
        return own;
    }

    private void openAnew() throws SQLException {
        synchronized (reading) {
            shut(reader);
            shut(own);
            shut(writer);
            disk.opening(path);
            writer = Writer.open(path, disk);
            own = new Reader(writer.connection());
            reader = Reader.open(path);
            writer.checkpoint(true);
            inLog = 0;
            doubtful = false;
        }
    }

    static void shut(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception unclosed) {
            LOG.debug("A connection did not close: {}", unclosed.getMessage());
        }
    }

    /// The parcels of a lane after one, in order: at least one if there is any, and no more once they have so many
    /// messages.
    public List<Parcel> after(int lane, long parcel, int messages) throws SQLException {
        synchronized (reading) {
            return parcels(reader, reader.rows(lane, parcel, lastParcel, messages), messages);
        }
    }

    private static List<Parcel> parcels(Reader reader, List<Reader.Row> rows, int messages) throws SQLException {
        var parcels = new ArrayList<Parcel>();
        int read = 0;
        for (Reader.Row row : rows) {
            parcels.add(reader.parcel(row));
            read += row.row().entries() - row.row().taken();
            if (read >= messages) {
                break;
            }
        }
        return parcels;
    }

    /// The oldest parcel of a lane after one, as the committing thread sees it.
    public Optional<Parcel> next(int lane, long parcel) throws SQLException {
        List<Reader.Row> rows = own().rows(lane, parcel, lastParcel, 1);
        return rows.isEmpty() ? Optional.empty() : Optional.of(own().parcel(rows.getFirst()));
    }

    public Optional<ParcelRow> find(int lane, long parcel) throws SQLException {
        return own().row(lane, parcel).map(Reader.Row::row);
    }

    /// The oldest row of a lane after one.
    public Optional<ParcelRow> row(int lane, long parcel) throws SQLException {
        return own().rows(lane, parcel, lastParcel, 1).stream()
                .map(Reader.Row::row)
                .findFirst();
    }

    /// The oldest messages from the cloud.
    public List<Arrived> inbox(int most) throws SQLException {
        synchronized (reading) {
            return reader.inbox(lastArrival, most);
        }
    }

    /// Whether a message from the cloud came lately.
    public boolean seen(String messageId) throws SQLException {
        return own().seen(messageId, lastArrival);
    }

    /// As if the disk had no room for more than so many pages.
    public void limitPages(long pages) throws SQLException {
        Layout.run(writer.connection(), "PRAGMA max_page_count = " + pages);
    }

    @Override
    public void close() throws SQLException {
        synchronized (reading) {
            shut(reader);
            writer.close();
        }
    }
}
