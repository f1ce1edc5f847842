// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.PoliciesInMemory;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.policy.PolicyView;
import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessViewModelTest {
    private final PoliciesInMemory policies = new PoliciesInMemory();
    private final AccessViewModel model = new AccessViewModel(policies, OnFx.atOnce());

    @BeforeEach
    void thePoliciesAreRead() {
        model.look();
    }

    @Test
    void writeBringsReadAndTakesItselfAwayWithIt() {
        Set<Right> rights = Right.after(EnumSet.noneOf(Right.class), Right.REGISTRY_WRITE, true);
        assertThat(rights).containsExactlyInAnyOrder(Right.REGISTRY_READ, Right.REGISTRY_WRITE);
        assertThat(Right.after(rights, Right.REGISTRY_READ, false)).isEmpty();
        assertThat(Right.after(rights, Right.REGISTRY_WRITE, false)).containsExactly(Right.REGISTRY_READ);
    }

    @Test
    void tickedRightsAreGrantedWhenTheyAreSaved() {
        model.personChose("service");
        assertThat(model.ticked().get()).containsExactly(Right.SERVICE_CONNECT);
        assertThat(model.canSave().get()).isFalse();
        model.personTicks(Right.REGISTRY_WRITE, true);
        assertThat(model.canSave().get()).isTrue();
        model.personSaves();
        assertThat(policies.calls).containsExactly("put service [RegistryRead, RegistryWrite, ServiceConnect]");
        assertThat(model.canSave().get()).isFalse();
        assertThat(model.said().get()).isNotEmpty();
    }

    @Test
    void noRightAtAllCannotBeSaved() {
        model.personChose("service");
        model.personTicks(Right.SERVICE_CONNECT, false);
        assertThat(model.canSave().get()).isFalse();
    }

    @Test
    void anotherPolicyHasItsOwnTicks() {
        model.personChose("service");
        model.personTicks(Right.DEVICE_CONNECT, true);
        model.personChose("registryRead");
        assertThat(model.ticked().get()).containsExactly(Right.REGISTRY_READ);
    }

    @Test
    void ticksOutliveALookAtTheHub() {
        model.personChose("service");
        model.personTicks(Right.DEVICE_CONNECT, true);
        model.look();
        assertThat(model.ticked().get()).containsExactlyInAnyOrder(Right.SERVICE_CONNECT, Right.DEVICE_CONNECT);
    }

    @Test
    void theOwnersPolicyCannotBeChanged() {
        model.personChose("iothubowner");
        model.personTicks(Right.DEVICE_CONNECT, false);
        assertThat(model.canSave().get()).isFalse();
        model.personSaves();
        assertThat(policies.calls).isEmpty();
    }

    @Test
    void aNewPolicyIsLookedAt() {
        model.personAdds("jobs", EnumSet.of(Right.SERVICE_CONNECT));
        assertThat(model.selected().get()).map(PolicyView::name).contains("jobs");
        assertThat(model.ticked().get()).containsExactly(Right.SERVICE_CONNECT);
        assertThat(new PolicyName("jobs").complaint(model::knows)).contains("of that name");
        assertThat(new PolicyName("a b").complaint(model::knows)).contains("letters");
        assertThat(new PolicyName("x".repeat(65)).isReady(model::knows)).isFalse();
    }

    @Test
    void bothConnectionStringsAreCopied() {
        var copied = new ArrayList<String>();
        model.personChose("service");
        model.personCopies(true, copied::add);
        model.personCopies(false, copied::add);
        assertThat(copied.get(0)).endsWith("SharedAccessKey=a2V53A");
        assertThat(copied.get(1)).endsWith("SharedAccessKey=a2V53B");
    }

    @Test
    void keysAreRenewedPoliciesDeletedAndRefusalsExplained() {
        model.personChose("registryRead");
        model.personRenews();
        assertThat(model.selected().get().orElseThrow().primaryKey()).isEqualTo("a2V54A");
        model.personDeletes();
        assertThat(model.selected().get()).isEmpty();
        model.personChose("service");
        model.personDeletes();
        assertThat(model.asking().problem().get()).map(Problem::code).contains("policy.kept");
    }
}
