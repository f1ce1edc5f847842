// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.DeviceFile;
import dev.signalbox.protocol.report.Account;

/// The account as it stands, and whether the disk knows it. Changed by the committing thread alone, read by any.
final class Books {
    private volatile Account account;
    private boolean moved;

    Books(Account account) {
        this.account = account;
    }

    Account account() {
        return account;
    }

    /// Whether it says what no commit has written.
    boolean moved() {
        return moved;
    }

    void refused() {
        account = Sums.refused(account);
        moved = true;
    }

    /// What waited cannot be read any more.
    void withoutWaiting() {
        account = DeviceFile.withoutWaiting(account);
        moved = true;
    }

    void written(Account now) {
        account = now;
        moved = false;
    }
}
