// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttMessage;

/// Paho's callback, from two functions. They must neither block nor throw.
record PahoCallback(BiConsumer<String, MqttMessage> arrivals, Consumer<Throwable> loss) implements MqttCallback {
    @Override
    public void connectionLost(Throwable cause) {
        loss.accept(cause);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        arrivals.accept(topic, message);
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // each publish has an outcome of its own
    }
}
