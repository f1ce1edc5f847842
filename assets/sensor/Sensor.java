// SPDX-License-Identifier: Apache-2.0
import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.device.client.StreamSender;
import dev.signalbox.device.message.DeviceEvents;
import dev.signalbox.device.message.ProvisioningOperation;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.MessageIds;
import java.nio.file.Files;
import java.nio.file.Path;

/// Measures fifty times a second and sends what it measured, without a thought for the network.
public class Sensor {
    /// @param args a file with a provisioning token, a folder of its own, and how often to measure
    public static void main(String[] args) throws Exception {
        try (DeviceClient device = DeviceClient.builder()
                .provisioningToken(Files.readString(Path.of(args[0])).strip())
                .deviceId("sensor-1")
                .folder(Path.of(args[1]))
                .onProvisioning(Sensor::showCode)
                .events(new Connection())
                .start()) {
            measure(device, Integer.parseInt(args[2]));
            device.waitEnqueuedMessagesSent();
            System.out.println("account " + device.account());
        }
    }

    static void measure(DeviceClient device, int times) throws InterruptedException {
        StreamSender stream = device.createStreamSender();
        for (int number = 1; number <= times; number++) {
            double celsius = 20 + 2 * Math.sin(number / 30.0);
            stream.enqueueMessage("{\"number\":" + number + ",\"celsius\":" + celsius + "}", MessageIds.NONE);
            if (number % 100 == 0) {
                System.out.println("measured " + number + ", waiting on its disk " + device.pendingMessagesCount());
            }
            Thread.sleep(20);
        }
    }

    static void showCode(ProvisioningOperation operation) {
        System.out.println("asks to be let in and shows the code " + operation.verificationCode());
    }

    static class Connection implements DeviceEvents {
        @Override
        public void connected() {
            System.out.println("connected");
        }

        @Override
        public void disconnected(Problem why) {
            System.out.println("not connected: " + why.what());
        }
    }
}
