// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Makes the sockets of the MQTT client, which takes them for plain ones: they speak TLS, and check the host's name.
final class TlsSockets extends SocketFactory {
    private final SSLContext tls;

    /// @param tls whom it trusts; the host name is checked beside it
    TlsSockets(SSLContext tls) {
        this.tls = tls;
    }

    @Override
    public Socket createSocket() throws IOException {
        return new TlsSocket((SSLSocket) tls.getSocketFactory().createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("It is connected later");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException("It is connected later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("It is connected later");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException("It is connected later");
    }
}
