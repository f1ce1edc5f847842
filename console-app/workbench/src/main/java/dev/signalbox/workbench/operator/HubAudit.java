// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.operator;

import dev.signalbox.operator.audit.AuditPage;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.workbench.link.HubLink;
import okhttp3.HttpUrl;

/// The audit log as the hub keeps it.
public final class HubAudit implements Audit {
    private final HubLink hub;

    public HubAudit(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public AuditPage page(long before, String operator, String text) {
        HttpUrl url = hub.at(Paths.AUDIT)
                .newBuilder()
                .addQueryParameter("before", Long.toString(before))
                .addQueryParameter("operator", operator)
                .addQueryParameter("text", text)
                .build();
        return hub.get(url, AuditPage.class);
    }
}
