// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.provisioning;

import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.GateChange;
import dev.signalbox.operator.provisioning.GateView;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.provisioning.TokenMade;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.ProvisioningTokens;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.protocol.identity.ProvisioningToken;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;
import java.util.Map;

/// Tokens and waiting devices as the hub keeps them. The hub makes a token's secret; what devices are to pin is added
/// here, because only a console knows the owner's key.
public final class HubProvisioning implements Provisioning {
    private final HubLink hub;
    private final Pins pins;

    public HubProvisioning(HubLink hub, Pins pins) {
        this.hub = hub;
        this.pins = pins;
    }

    @Override
    public List<TokenView> tokens() {
        return hub.list(hub.at(Paths.PROVISIONING_TOKENS), TokenView[].class);
    }

    @Override
    public TokenGiven make(NewToken token) {
        TokenMade made = hub.post(hub.at(Paths.PROVISIONING_TOKENS), token, TokenMade.class);
        var whole = new ProvisioningToken(pins, made.secret(), made.token().deviceId());
        return new TokenGiven(made.token(), ProvisioningTokens.write(whole));
    }

    @Override
    public TokenView revoke(String token) {
        return hub.delete(hub.at(Paths.PROVISIONING_TOKENS, token), TokenView.class);
    }

    @Override
    public TokenView preApprove(String token, DeviceId device) {
        var url = hub.at(Paths.PROVISIONING_TOKENS, token, "pre-approved", device.value());
        return hub.put(url, Map.of(), TokenView.class);
    }

    @Override
    public TokenView withdraw(String token, DeviceId device) {
        var url = hub.at(Paths.PROVISIONING_TOKENS, token, "pre-approved", device.value());
        return hub.delete(url, TokenView.class);
    }

    @Override
    public GateView gate() {
        return hub.get(hub.at(Paths.PROVISIONING_GATE), GateView.class);
    }

    @Override
    public GateView close(boolean closed) {
        return hub.put(hub.at(Paths.PROVISIONING_GATE), new GateChange(closed), GateView.class);
    }

    @Override
    public List<OperationView> operations() {
        return hub.list(hub.at(Paths.PROVISIONING_OPERATIONS), OperationView[].class);
    }

    @Override
    public OperationView approve(String operation, Approval approval) {
        return hub.post(hub.at(Paths.PROVISIONING_OPERATIONS, operation, "approve"), approval, OperationView.class);
    }

    @Override
    public OperationView reject(String operation) {
        return hub.post(hub.at(Paths.PROVISIONING_OPERATIONS, operation, "reject"), Map.of(), OperationView.class);
    }
}
