// SPDX-License-Identifier: Apache-2.0
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.Message;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodPayload;
import com.microsoft.azure.sdk.iot.device.twin.DirectMethodResponse;
import com.microsoft.azure.sdk.iot.device.twin.TwinCollection;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A door that people walk through, until somebody calls {@code lockDoor}. Its twin tells how it stands, and every few
 * seconds it sends what it sees; how often, the desired property {@code everySeconds} says. Knows Microsoft's device
 * client and nothing else, so its connection string decides whose hub it talks to.
 */
public final class Door {
    private final DeviceClient client;
    private String state = "closed";
    private int everySeconds = 5;

    private Door(String connectionString) {
        client = new DeviceClient(connectionString, IotHubClientProtocol.MQTT);
    }

    public static void main(String[] arguments) throws Exception {
        String connectionString = arguments.length > 0 ? arguments[0] : System.getenv("DOOR");
        if (connectionString == null) {
            System.err.println("Give it a device's connection string, as an argument or in DOOR.");
            System.exit(2);
        }
        new Door(connectionString).run();
    }

    private void run() throws Exception {
        client.open(true);
        client.subscribeToMethods((name, payload, context) -> called(name, payload), null);
        client.subscribeToDesiredProperties((twin, context) -> wish(twin.getDesiredProperties()), null);
        wish(client.getTwin().getDesiredProperties());
        report();
        say("is ready");
        while (true) {
            swing();
            send();
            TimeUnit.SECONDS.sleep(seconds());
        }
    }

    /** Runs on the client's thread, which the hub's answer waits for: so it only notes what to do, and answers. */
    private DirectMethodResponse called(String name, DirectMethodPayload payload) {
        if (!name.equals("lockDoor") && !name.equals("unlockDoor")) {
            return new DirectMethodResponse(404, "A door knows lockDoor and unlockDoor.");
        }
        become(name.equals("lockDoor") ? "locked" : "closed");
        return new DirectMethodResponse(200, Map.of("door", state(), "at", Instant.now().toString()));
    }

    private void wish(TwinCollection desired) {
        if (desired.get("everySeconds") instanceof Number seconds) {
            synchronized (this) {
                everySeconds = Math.max(1, Math.min(3600, seconds.intValue()));
            }
            say("sends every " + seconds() + " s");
        }
    }

    /** People come and go, but not through a locked door. */
    private void swing() {
        if (!state().equals("locked")) {
            become(ThreadLocalRandom.current().nextBoolean() ? "open" : "closed");
        }
    }

    private void become(String next) {
        synchronized (this) {
            if (state.equals(next)) {
                return;
            }
            state = next;
        }
        say("is " + next);
        report();
    }

    private void report() {
        var reported = new TwinCollection();
        reported.put("door", state());
        client.updateReportedPropertiesAsync(
                reported, (code, version, failure, context) -> {}, null);
    }

    private void send() {
        var message = new Message("{\"door\":\"" + state() + "\",\"draught\":"
                + ThreadLocalRandom.current().nextInt(10) + "}");
        message.setContentType("application/json");
        message.setContentEncoding("utf-8");
        message.setProperty("kind", "door");
        client.sendEventAsync(message, (sent, failure, context) -> {}, null);
    }

    private synchronized String state() {
        return state;
    }

    private synchronized int seconds() {
        return everySeconds;
    }

    private void say(String what) {
        System.out.println(client.getConfig().getDeviceId() + " " + what);
    }
}
