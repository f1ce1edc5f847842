// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.file.PayloadMessages;
import dev.signalbox.hub.store.FileUseRecords.Left;
import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.store.log.MessageLog;
import dev.signalbox.hub.stream.UploadedFiles.Uploaded;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Deletes uploaded files that gave way to others of their name, or whose last message was forgotten: once all is
/// sorted that may need them, and no message does. That it is so is written down first, so that no message that is
/// sorted meanwhile takes such a file; it is deleted outside of the transaction, and again after a crash between.
final class FileSweep implements PayloadMessages {
    /// Files of which it is decided at once, so that sorting need not wait long.
    private static final int AT_ONCE = 20;

    private final MessageLog log;
    private final StreamIndex index;
    private final UploadedFiles files;
    private final Consumer<Problem> problems;
    private boolean failing;

    FileSweep(MessageLog log, StreamIndex index, UploadedFiles files, Consumer<Problem> problems) {
        this.log = log;
        this.index = index;
        this.files = files;
        this.problems = problems;
    }

    @Override
    public LogPlace now() {
        return log.settled();
    }

    @Override
    public void gaveWay(DeviceId device, UUID file, LogPlace now) {
        String name = new Uploaded(device, file).toString();
        index.commit(records -> {
            records.files().leave(name, now);
            return name;
        });
        delete(List.of(new Left(name, now, false)), new ArrayList<>());
    }

    /// Deletes all that can be. To be called from time to time, and not
    /// while messages are forgotten. What fails is told once, and tried again the next time.
    void sweep() {
        if (index.read(records -> records.files().areUndated())) {
            LogPlace now = log.settled();
            index.commit(records -> {
                records.files().date(now);
                return now;
            });
        }
        var refused = new ArrayList<String>();
        String last = "";
        List<Left> some = left(last);
        while (!some.isEmpty()) {
            delete(some, refused);
            last = some.getLast().file();
            some = left(last);
        }
        tell(refused);
    }

    private List<Left> left(String after) {
        return index.read(records -> records.files().left(after, AT_ONCE));
    }

    private void delete(List<Left> some, List<String> refused) {
        LogPlace sorted = index.read(IndexRecords::followed);
        List<String> due = some.stream()
                .filter(file -> file.going() || isThrough(sorted, file.since()))
                .map(Left::file)
                .toList();
        if (due.isEmpty()) {
            return;
        }
        List<String> going = index.commit(records -> {
            records.files().release(due);
            return due.stream().filter(records.files()::isGoing).toList();
        });
        List<String> gone =
                going.stream().filter(file -> isDeleted(file, refused)).toList();
        index.commit(records -> {
            records.files().deleted(gone);
            return gone;
        });
    }

    private static boolean isThrough(LogPlace sorted, LogPlace since) {
        // behind a file of the log that is not gone on with, the next message stands in another
        boolean nothing = since.bytes() == Long.MAX_VALUE && since.segment() == sorted.segment();
        return nothing || !sorted.isBefore(since);
    }

    private boolean isDeleted(String file, List<String> refused) {
        try {
            files.delete(Uploaded.read(file));
            return true;
        } catch (ProblemException why) {
            refused.add(why.problem().what());
            return false;
        }
    }

    private void tell(List<String> refused) {
        if (!refused.isEmpty() && !failing) {
            problems.accept(StreamProblems.notForgotten(refused.size() + " uploaded files", refused.getFirst()));
        }
        failing = !refused.isEmpty();
    }
}
