// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.device.AccountView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Account;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What devices say became of their messages.
public interface AccountRecords {
    Optional<AccountView> find(DeviceId id);

    /// Puts news in the place of what was known, and adds what the hub counted. Devices that are gone are left out. An
    /// account that took less than the one before is a new one, and the counting begins anew with it.
    void put(Map<DeviceId, News> news);

    /// What is new of one device.
    ///
    /// @param account the newest it told, if it told any
    /// @param at when the newest of this came
    /// @param stored and
    /// @param repeated messages since the last news
    record News(Optional<Account> account, Instant at, long stored, long repeated) {
        public static News told(Account account, Instant at) {
            return new News(Optional.of(account), at, 0, 0);
        }

        /// @param fresh whether the message was stored; else it had come before
        public static News counted(boolean fresh, Instant at) {
            return new News(Optional.empty(), at, fresh ? 1 : 0, fresh ? 0 : 1);
        }

        public News and(News later) {
            return new News(
                    later.account().or(() -> account),
                    later.at(),
                    stored + later.stored(),
                    repeated + later.repeated());
        }
    }
}
