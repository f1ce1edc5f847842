// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.https;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/// OkHttp wants the trust manager beside the socket factory, to tidy chains for pins of its own. There are none: the
/// factory's context alone decides whom to trust.
final class NeverAsked implements X509TrustManager {
    static final NeverAsked INSTANCE = new NeverAsked();

    private NeverAsked() {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("This is for the context to say");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("A device accepts no clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
