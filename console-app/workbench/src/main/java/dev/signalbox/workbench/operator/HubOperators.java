// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.operator;

import dev.signalbox.operator.operator.NeededRight;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.NewPassword;
import dev.signalbox.operator.operator.OperatorChange;
import dev.signalbox.operator.operator.OperatorMade;
import dev.signalbox.operator.operator.OperatorView;
import dev.signalbox.operator.operator.SigningKey;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;
import java.util.Map;

/// The operators as the hub keeps them.
public final class HubOperators implements Operators {
    private final HubLink hub;
    private final HubContact contact;
    private final String publicKey;

    /// @param publicKey of this console
    public HubOperators(HubLink hub, HubContact contact, String publicKey) {
        this.hub = hub;
        this.contact = contact;
        this.publicKey = publicKey;
    }

    @Override
    public List<OperatorView> list() {
        return hub.list(hub.at(Paths.OPERATORS), OperatorView[].class);
    }

    @Override
    public OperatorView me() {
        return hub.get(hub.at(Paths.SESSION), OperatorView.class);
    }

    @Override
    public OperatorMade make(NewOperator wanted) {
        return hub.post(hub.at(Paths.OPERATORS), wanted, OperatorMade.class);
    }

    @Override
    public String invitation(OperatorMade made) {
        return new Invitation(contact, made.operator().name(), made.secret()).text();
    }

    @Override
    public OperatorView change(String name, OperatorChange change) {
        return hub.put(hub.at(Paths.OPERATORS, name), change, OperatorView.class);
    }

    @Override
    public void remove(String name) {
        hub.delete(hub.at(Paths.OPERATORS, name));
    }

    @Override
    public OperatorMade renew(String name) {
        return hub.post(hub.at(Paths.OPERATORS, name, "invitation"), Map.of(), OperatorMade.class);
    }

    @Override
    public void setPassword(NewPassword password) {
        hub.put(hub.at(Paths.SESSION, "password"), password);
    }

    @Override
    public OperatorView useThisKey() {
        return hub.put(hub.at(Paths.SESSION, "key"), new SigningKey(publicKey), OperatorView.class);
    }

    @Override
    public void signOut() {
        hub.delete(hub.at(Paths.SESSION));
    }

    @Override
    public List<NeededRight> rights() {
        return hub.list(hub.at(Paths.RIGHTS), NeededRight[].class);
    }
}
