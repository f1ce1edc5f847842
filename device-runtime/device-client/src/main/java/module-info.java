// SPDX-License-Identifier: Apache-2.0
/// A device's way to its hub, usable on its own: durable messages, twin, sign-in and pinned TLS.
module dev.signalbox.device {
    requires static transitive org.jspecify;
    requires transitive dev.signalbox.protocol;
    requires java.sql;
    requires okhttp3;
    requires org.eclipse.paho.client.mqttv3;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;

    exports dev.signalbox.device.client;
    exports dev.signalbox.device.credential;
    exports dev.signalbox.device.message;
    exports dev.signalbox.device.tls;

    opens dev.signalbox.device.credential to
            tools.jackson.databind;
}
