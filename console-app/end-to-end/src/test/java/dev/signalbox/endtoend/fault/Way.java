// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import javax.net.ssl.SSLContext;

/// The way of a device to the hub.
record Way(int port, SSLContext tls) {}
