// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.DevicesInMemory;
import dev.signalbox.desktop.desks.QueriesInMemory;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.pictures.Samples;
import dev.signalbox.operator.device.KeyRenewal;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevicesViewModelTest {
    private static final String THUMBPRINT = "0123456789abcdef0123456789ABCDEF01234567";

    private final DevicesInMemory devices = new DevicesInMemory();
    private final DevicesViewModel model = new DevicesViewModel(devices, new QueriesInMemory(), OnFx.atOnce());
    private final IdentityViewModel identity = new IdentityViewModel(devices, OnFx.atOnce());

    @BeforeEach
    void sixNodesAndADeviceAreThere() {
        Samples.nodes().forEach(model::hear);
        model.hear(device("pump-1", true));
    }

    @Test
    void devicesAreListedByIdAndNodesAreMarked() {
        assertThat(model.shown())
                .extracting(DeviceRow::id)
                .containsExactly(
                        "gateway-01", "press-0417", "press-0418", "press-0422", "press-0431", "press-0440", "pump-1");
        assertThat(model.shown().getFirst().isNode()).isTrue();
        assertThat(model.shown().getLast().isNode()).isFalse();
        assertThat(model.count()).isEqualTo("5 of 7 connected");
    }

    @Test
    void theFilterFindsIdsTagsAndStates() {
        model.filter().set("pump connected");
        assertThat(model.shown()).extracting(DeviceRow::id).containsExactly("pump-1");
        model.hear(device("pump-1", false));
        model.filter().set("disabled");
        assertThat(model.shown()).extracting(DeviceRow::lamp).containsExactly(Lamp.State.DANGER);
        model.filter().set("node gateway");
        assertThat(model.shown()).extracting(DeviceRow::id).containsExactly("gateway-01");
    }

    @Test
    void aDeletedDeviceIsNoLongerLookedAt() {
        model.personChose("pump-1");
        assertThat(model.selected().get()).isPresent();
        model.gone("pump-1");
        assertThat(model.selected().get()).isEmpty();
        assertThat(model.shown()).hasSize(6);
    }

    @Test
    void aNewDeviceIsLookedAtAndItsKeysAreShown() {
        var shown = new ArrayList<String>();
        var form = new NewDevice(" pump-2 ", "site=north", Proof.Kind.SAS, "", "");
        model.personAdds(form, keys -> shown.add(keys.primaryConnectionString()));
        assertThat(shown).containsExactly("HostName=hub.north.example;DeviceId=pump-2;SharedAccessKey=cHJpbWFyeQ==");
        model.hear(device("pump-2", true));
        assertThat(model.selected().get()).map(DeviceRow::id).contains("pump-2");
    }

    @Test
    void whatTheHubRefusesIsExplained() {
        devices.refusal = Optional.of(new Problem("device.exists", "It exists.", "Choose another."));
        model.personAdds(new NewDevice("pump-2", "", Proof.Kind.SAS, "", ""), keys -> {});
        assertThat(model.asking().problem().get()).map(Problem::code).contains("device.exists");
    }

    @Test
    void aFormIsCheckedWhileItIsTyped() {
        assertThat(form("", "", "").isReady(model::knows)).isFalse();
        assertThat(form("pump-1", "", "").idComplaint(model::knows)).contains("of that name");
        assertThat(form("a b", "", "").idComplaint(model::knows)).contains("letters");
        assertThat(form("x".repeat(129), "", "").idComplaint(model::knows)).contains("128");
        assertThat(form("cam-1", "", "").isReady(model::knows)).isFalse();
        assertThat(form("cam-1", "12:34", "").primaryComplaint()).contains("this has 4");
        assertThat(form("cam-1", THUMBPRINT, "12").isReady(model::knows)).isFalse();
        var colons = form("cam-1", THUMBPRINT.replaceAll("(..)(?=.)", "$1:"), "");
        assertThat(colons.isReady(model::knows)).isTrue();
        assertThat(colons.identity().proof().primaryThumbprint())
                .isEqualTo(THUMBPRINT.toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    void keysAreHiddenUntilAskedForAndHiddenAgainForTheNextDevice() {
        identity.show(new DeviceId("pump-1"));
        assertThat(identity.keys().get()).isEmpty();
        identity.personWantsKeys();
        assertThat(identity.keys().get()).isPresent();
        identity.show(new DeviceId("pump-2"));
        assertThat(identity.keys().get()).isEmpty();
    }

    @Test
    void aDeviceIsDisabledOverItsEtagAndItsKeysRenewed() {
        identity.show(new DeviceId("pump-1"));
        identity.personEnables(false);
        assertThat(identity.identity().get().orElseThrow().enabled()).isFalse();
        identity.personRenews(new KeyRenewal(true, false));
        assertThat(identity.said().get()).contains("renewed");
        assertThat(devices.calls).contains("change pump-1 enabled=false over e0", "renew pump-1 true false");
    }

    private static NewDevice form(String id, String primary, String secondary) {
        return new NewDevice(id, "", Proof.Kind.SELF_SIGNED, primary, secondary);
    }

    private static NodeView device(String id, boolean enabled) {
        return new NodeView(
                new DeviceId(id),
                enabled,
                Optional.empty(),
                Map.of("role", "pump"),
                0,
                List.of(),
                Optional.empty(),
                enabled);
    }
}
