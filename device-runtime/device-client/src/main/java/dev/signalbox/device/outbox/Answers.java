// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.protocol.codec.ProblemException;
import java.util.List;

/// Tells whoever asked for a work what became of it. For the committing thread alone.
final class Answers {
    private final Telling telling;
    private final Waiters waiters;
    private final Books books;

    Answers(Telling telling, Waiters waiters, Books books) {
        this.telling = telling;
        this.waiters = waiters;
        this.books = books;
    }

    void refuse(Work.Add add, RuntimeException why) {
        books.refused();
        switch (add.answer()) {
            case Work.Answer.Joined joined -> joined.future().completeExceptionally(why);
            case Work.Answer.Later later -> telling.fail(later.future(), why);
            case Work.Answer.Forwarded sender -> {
                sender.kept().completeExceptionally(why);
                telling.fail(sender.forwarded(), why);
            }
        }
    }

    /// It is on the disk.
    void safe(Group group, List<Lanes.Placed> placed) {
        group.kept().forEach(telling::done);
        for (Lanes.Placed one : placed) {
            switch (one.add().answer()) {
                case Work.Answer.Joined joined -> joined.future().complete(one.ticket());
                case Work.Answer.Later later -> telling.complete(later.future(), one.ticket());
                case Work.Answer.Forwarded sender -> {
                    sender.kept().complete(one.ticket());
                    waiters.sender(one.ticket(), sender.forwarded());
                }
            }
        }
    }

    /// It could not be written.
    void failed(Group group, Throwable why) {
        group.adds().forEach(add -> refuse(add, OutboxProblems.notWritten(why)));
        group.kept().forEach(kept -> telling.fail(kept, OutboxProblems.notWritten(why)));
    }

    /// What is new is refused when the file cannot be read. False for what is done with: it must be recorded some time.
    boolean isRefused(Work work, Throwable why) {
        switch (work) {
            case Work.Add add -> refuse(add, OutboxProblems.notWritten(why));
            case Work.Keep keep -> telling.fail(keep.kept(), OutboxProblems.notWritten(why));
            case Work.Sweep sweep -> telling.fail(sweep.done(), OutboxProblems.notRead(why));
            default -> {
                return false;
            }
        }
        return true;
    }

    /// It is not done and will not be; one that was answered before stays answered.
    void notDone(Work work, ProblemException why) {
        switch (work) {
            case Work.Add add -> refuse(add, why);
            case Work.Resolve resolve -> Telling.safely(resolve.recorded());
            case Work.Await await -> telling.fail(await.forwarded(), why);
            case Work.AwaitAll all -> telling.fail(all.forwarded(), why);
            case Work.Keep keep -> telling.fail(keep.kept(), why);
            case Work.Handled handled -> telling.fail(handled.done(), why);
            case Work.Sweep sweep -> telling.fail(sweep.done(), why);
            case Work.Attempted attempted -> {}
            case Work.Damaged damaged -> {}
            case Work.Stop stop -> {}
        }
    }
}
