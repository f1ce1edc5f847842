// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.desktop.desks.DevicesInMemory;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Account;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AccountViewModelTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final DevicesInMemory devices = new DevicesInMemory();
    private final ByHand fx = new ByHand();
    private final AccountViewModel model =
            new AccountViewModel(devices, fx, Clock.fixed(NOON.plusSeconds(12), ZoneOffset.UTC));

    private AccountSheet shown(Account account) {
        devices.accounts.put(PUMP, new AccountView(account, NOON, new AccountView.Counted(1200, 3, NOON)));
        model.show(PUMP);
        fx.arriveAll();
        return model.sheet().get().orElseThrow();
    }

    @Test
    void everyNumberIsShownWithWhatItMeans() {
        AccountSheet sheet = shown(new Account(1234, 1200, 20, 9, 4, 1, 7, 2048));
        assertThat(sheet.taken().number()).isEqualTo("1,234");
        assertThat(sheet.parts())
                .extracting(line -> line.part().title() + " " + line.number())
                .containsExactly("Forwarded 1,200", "Waiting 20", "Expired 9", "Displaced 4", "Damaged 1");
        assertThat(sheet.parts().get(1).words()).isEqualTo("on its disk, 2.0 KiB");
        assertThat(sheet.refused().number()).isEqualTo("7");
        assertThat(sheet.agrees()).isTrue();
        assertThat(sheet.verdict()).isEqualTo("None is unaccounted for.");
        assertThat(sheet.told()).isEqualTo("told 12 s ago");
        assertThat(sheet.hub().stored()).isEqualTo("1,200");
        assertThat(sheet.hub().repeated()).isEqualTo("3");
        assertThat(sheet.hub().since()).isEqualTo("since 2026-11-21 12:00Z");
    }

    @Test
    void oneThatDoesNotAgreeSaysByHowMuch() {
        AccountSheet less = shown(new Account(5000, 3000, 0, 0, 0, 0, 0, 0));
        assertThat(less.agrees()).isFalse();
        assertThat(less.verdict()).isEqualTo("2,000 of those taken are not accounted for.");
        AccountSheet more = shown(new Account(1, 3, 0, 0, 0, 0, 0, 0));
        assertThat(more.verdict()).isEqualTo("2 more are accounted for than were taken.");
    }

    @Test
    void aDeviceThatToldNoneIsNotMistakenForOneNotYetAskedFor() {
        model.show(PUMP);
        assertThat(model.none().get()).isFalse();
        fx.arriveAll();
        assertThat(model.none().get()).isTrue();
        assertThat(model.sheet().get()).isEmpty();
        shown(new Account(0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(model.none().get()).isFalse();
    }

    @Test
    void anAnswerAboutTheDeviceBeforeIsNotShown() {
        shown(new Account(5, 5, 0, 0, 0, 0, 0, 0));
        model.look();
        model.show(new DeviceId("pump-2"));
        fx.arriveAll();
        assertThat(model.sheet().get()).isEmpty();
        assertThat(model.none().get()).isTrue();
    }
}
