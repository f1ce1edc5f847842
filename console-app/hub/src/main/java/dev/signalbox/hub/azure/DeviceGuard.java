// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import dev.signalbox.hub.certificate.ShownCertificates;
import dev.signalbox.hub.device.Access;
import dev.signalbox.hub.device.Answers;
import dev.signalbox.hub.live.Notices;
import dev.signalbox.protocol.codec.ProblemException;
import io.vertx.core.http.HttpServerRequest;

/// Lets a device do what the path says of itself, and of no other.
public final class DeviceGuard {
    private final Access access;
    private final Notices notices;

    public DeviceGuard(Access access, Notices notices) {
        this.access = access;
        this.notices = notices;
    }

    /// Waits for the disk. Throws a `device.` problem.
    void check(Call call, HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        try {
            access.check(
                    call.device(),
                    call.host(),
                    header == null ? "" : header,
                    ShownCertificates.of(request.connection().sslSession()));
        } catch (ProblemException refused) {
            notices.refused("a device from " + request.remoteAddress().hostAddress(), refused.problem());
            throw new ProblemException(Answers.to(refused.problem()), refused);
        }
    }
}
