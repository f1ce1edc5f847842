// SPDX-License-Identifier: Apache-2.0
/// The device SDK: a durable link between a device and its hub, in the IoT Hub's dialect of MQTT.
module dev.signalbox.device {
    requires static transitive org.jspecify;
    requires transitive dev.signalbox.protocol;
    requires transitive tools.jackson.databind;
    requires java.sql;
    requires org.eclipse.paho.client.mqttv3;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;

    exports dev.signalbox.device.client;
    exports dev.signalbox.device.tls;
}
