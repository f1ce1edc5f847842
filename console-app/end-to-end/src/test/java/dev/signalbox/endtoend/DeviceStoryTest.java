// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.operator.device.IdentityChange;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.Proof;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.device.Twin;
import dev.signalbox.workbench.session.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceStoryTest {
    private static final String PRESS = "press-0417";
    private static final List<String> ROLES = List.of("press", "pump", "press", "boiler", "gateway");
    private static final String DESIRED = """
            {"limitCelsius": 82.5, "firmware": "2.4.1", "report": {"everySeconds": 30, "what": ["pressure"]}}""";
    private static final String REPORTED = """
            {"limitCelsius": 80, "report": {"everySeconds": 30, "what": ["pressure"]}, "battery": 0.93}""";

    @TempDir
    Path folder;

    @Test
    void aPersonNarrowsTheDevicesEditsATwinAndLetsOthersIn() throws Exception {
        try (var site = new Site(folder)) {
            Workbench workbench = site.workbench("console");
            makeFleet(workbench);
            try (var press = connect(site, workbench, PRESS);
                    var pump = connect(site, workbench, "pump-0416");
                    var window = new Window(site.hubFolder().resolve("hub.json"), folder.resolve("console"))) {
                pump.reports("{}");
                editTwin(workbench);
                press.reports(REPORTED);
                lookAtTheTwin(window);
                letABackEndIn(workbench, window);
                enterAnAuthority(window);
            }
        }
    }

    private static void makeFleet(Workbench workbench) throws IOException {
        workbench.authorities().add(new NewAuthority("pumps-2026", certificate("pumps-2026.pem"), true));
        for (int i = 0; i < 26; i++) {
            String role = ROLES.get(i % ROLES.size());
            make(workbench, role + "-04" + (15 + i), Map.of("site", i % 4 == 3 ? "south" : "north", "role", role));
        }
        make(workbench, "northern-works-hall-B-line-4-hydraulic-press-0001", Map.of("site", "north", "role", "press"));
        var off = new DeviceId("camera-gate-4");
        make(workbench, off.value(), Map.of("site", "north", "role", "camera"));
        var change = new IdentityChange(false, "stolen", Proof.SAS);
        workbench
                .devices()
                .change(off, change, workbench.devices().identity(off).etag());
    }

    private static void make(Workbench workbench, String name, Map<String, String> tags) {
        workbench.devices().create(new NewIdentity(new DeviceId(name), tags, Proof.SAS));
    }

    private static AnsweringDevice connect(Site site, Workbench workbench, String name) throws Exception {
        return new AnsweringDevice(site.contact(), workbench.nodes().connectionString(new DeviceId(name)), 200);
    }

    private static void editTwin(Workbench workbench) {
        var press = ClientId.parse(PRESS);
        Twin twin = workbench.devices().twin(press);
        workbench.devices().saveTwin(press, twin.tags(), DESIRED, twin.etag());
    }

    private static void lookAtTheTwin(Window window) {
        window.goTo("devices");
        window.awaitText("2 of 28 connected");
        window.click("#query-field");
        window.type("tags.site = 'north'");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ENTER);
        window.awaitWords("#condition-number", "22 devices");
        window.click(PRESS);
        window.click("#tab-twin");
        window.awaitText("1 differs · 1 not reported");
        window.savePictures("devices");
    }

    private static void letABackEndIn(Workbench workbench, Window window) {
        workbench.policies().put("job-scheduler", List.of("RegistryRead", "ServiceConnect"));
        window.goTo("access");
        window.click("job-scheduler");
        window.click("#copy-policy");
        window.awaitWords("#copy-policy", "Copied");
        window.savePictures("access");
    }

    /// Its key is lost, so nobody can prove that he holds it.
    private static void enterAnAuthority(Window window) throws Exception {
        window.click("#access-authorities");
        window.click("#add-authority");
        window.click("#authority-name");
        window.type("presses-south");
        window.click("#authority-certificate");
        window.paste(certificate("pumps-2026.pem"));
        window.click("#add-authority-now");
        window.awaitWords("#authority-certificate-complaint", "with this certificate already");
        window.click("#authority-certificate");
        window.press(KeyCode.SHORTCUT, KeyCode.A);
        window.paste(certificate("presses-south.pem"));
        window.click("#add-authority-now");
        window.awaitThere("#proof-commands");
        window.click("#authority-proof");
        window.paste(certificate("presses-south.pem"));
        window.click("#verify-authority");
        window.awaitWords("#authority-proof-complaint", "its subject is not the verification code");
        window.click("#authority-proof");
        window.press(KeyCode.SHORTCUT, KeyCode.A);
        window.press(KeyCode.DELETE);
        window.savePictures("authorities");
    }

    private static String certificate(String name) throws IOException {
        try (var in = Objects.requireNonNull(DeviceStoryTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
