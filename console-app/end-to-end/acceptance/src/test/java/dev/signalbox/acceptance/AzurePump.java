// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.sdk.iot.device.ClientOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A device with Microsoft's Java client that waits for methods, and answers each as it is told.
final class AzurePump implements AutoCloseable {
    private final DeviceClient client;
    private final LinkedBlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<DirectMethodResponse> answers = new LinkedBlockingQueue<>();

    AzurePump(Site site, String connection) throws IotHubClientException, InterruptedException {
        client = new DeviceClient(
                connection,
                IotHubClientProtocol.MQTT,
                ClientOptions.builder().sslContext(site.tls()).build());
        client.open(false);
        client.subscribeToMethods(
                (name, payload, context) -> {
                    asked.add(payload.getPayloadAsJsonString());
                    return next();
                },
                null);
    }

    /// Answers the next call and returns its payload.
    String answers(int status, Object payload) throws InterruptedException {
        answers.add(new DirectMethodResponse(status, payload));
        String call = asked.poll(Site.SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(call).isNotNull();
        return call;
    }

    private DirectMethodResponse next() {
        try {
            DirectMethodResponse answer = answers.poll(Site.SOON.toSeconds(), TimeUnit.SECONDS);
            return answer == null ? new DirectMethodResponse(500, "nobody told it what to answer") : answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new DirectMethodResponse(500, "stopped");
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
