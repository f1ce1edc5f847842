// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttToken;

/// Paho's listener for one action, from two functions. They must not block.
record Outcome(Consumer<IMqttToken> success, Consumer<Throwable> failure) implements IMqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
        success.accept(token);
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
        failure.accept(cause);
    }
}
