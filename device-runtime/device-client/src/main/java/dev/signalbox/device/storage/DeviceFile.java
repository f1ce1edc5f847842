// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import dev.signalbox.protocol.report.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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

    /// What an opened file knows at once.
    ///
    /// @param age the age clock when it was last written
    /// @param wall the device's calendar then, in milliseconds; 0 for never
    public record Opened(Account books, long age, long wall) {}

    private final Path path;
    private final Connections connections;
    private final Steps steps;
    private final Opened opened;
    private volatile int generation;

    private DeviceFile(Path path, Disk disk, long logBytes) throws SQLException, IOException {
        this.path = path;
        this.connections = new Connections(path, disk);
        try {
            this.steps = new Steps(path, connections, logBytes);
            this.opened = FirstLook.at(path, connections, steps.lastParcel());
        } catch (SQLException | IOException | RuntimeException unusable) {
            connections.drop();
            throw unusable;
        }
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

    /// What it knew when it was opened.
    public Opened opened() {
        return opened;
    }

    /// The account once what waited cannot be read any more.
    public static Account withoutWaiting(Account books) {
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
        return steps.lastParcel();
    }

    public long lastArrival() {
        return steps.lastArrival();
    }

    /// Writes a step, all of it or nothing.
    public void write(Step step) throws SQLException {
        steps.write(step);
    }

    /// Whether the last step failed, so that the next one has to remove what it may have left.
    public boolean owes() {
        return steps.owes();
    }

    /// Whether nobody knows if the last step was written.
    public boolean isDoubtful() {
        return steps.isDoubtful();
    }

    /// Whether a failure means that the file contradicts itself, so that it will not work again.
    public static boolean isDamage(Throwable failure) {
        return failure instanceof SQLException sql && Damage.isDamage(sql);
    }

    /// Moves the damaged file aside and goes on with a new one, whose ids go on too. What waited is not in it.
    /// A new one that cannot be opened yet is opened with the next step. Throws IOException when the old one
    /// cannot be moved.
    public void replace() throws IOException {
        synchronized (connections) {
            connections.drop();
            steps.doubt();
            if (Files.exists(path)) {
                Opening.moveAside(path);
            }
            generation++;
            steps.forget();
            try {
                steps.openIfDoubtful();
            } catch (SQLException | RuntimeException notYet) {
                LOG.error("A new {} cannot be opened yet: {}", path, notYet.getMessage());
            }
        }
    }

    /// How often the file was replaced.
    public int generation() {
        return generation;
    }

    /// Moves the log into the database if it has grown, or the disk is full: a log that was moved is written anew from
    /// its beginning, and then what the hub has can be recorded. What is written stays written if that fails.
    public void tidy() {
        steps.tidy();
    }

    private Reader own() throws SQLException {
        steps.openIfDoubtful();
        return connections.own();
    }

    /// The parcels of a lane after one, in order: at least one if there is any, and no more once they have so many
    /// messages, or take a quarter of a megabyte.
    public List<Parcel> after(int lane, long parcel, int messages) throws SQLException {
        synchronized (connections) {
            Reader reader = connections.reader();
            return reader.parcels(reader.rows(lane, parcel, lastParcel(), messages), messages);
        }
    }

    /// The oldest parcel of a lane after one, as the committing thread sees it.
    public Optional<Parcel> next(int lane, long parcel) throws SQLException {
        List<Reader.Row> rows = own().rows(lane, parcel, lastParcel(), 1);
        return rows.isEmpty() ? Optional.empty() : Optional.of(own().parcel(rows.getFirst()));
    }

    public Optional<ParcelRow> find(int lane, long parcel) throws SQLException {
        return own().row(lane, parcel).map(Reader.Row::row);
    }

    /// The oldest row of a lane after one.
    public Optional<ParcelRow> row(int lane, long parcel) throws SQLException {
        return own().rows(lane, parcel, lastParcel(), 1).stream()
                .map(Reader.Row::row)
                .findFirst();
    }

    /// The oldest messages from the cloud.
    public List<Arrived> inbox(int most) throws SQLException {
        synchronized (connections) {
            return connections.reader().inbox(lastArrival(), most);
        }
    }

    /// Whether a message from the cloud came lately.
    public boolean seen(String messageId) throws SQLException {
        return own().seen(messageId, lastArrival());
    }

    /// As if the disk had no room for more than so many pages.
    public void limitPages(long pages) throws SQLException {
        Layout.run(connections.writer().connection(), "PRAGMA max_page_count = " + pages);
    }

    @Override
    public void close() throws SQLException {
        connections.close();
    }
}
