// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.BinaryData;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobClientBuilder;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ParallelTransferOptions;
import com.azure.storage.blob.options.BlobParallelUploadOptions;
import com.microsoft.azure.sdk.iot.device.ClientOptions;
import com.microsoft.azure.sdk.iot.device.DeviceClient;
import com.microsoft.azure.sdk.iot.device.FileUploadCompletionNotification;
import com.microsoft.azure.sdk.iot.device.FileUploadSasUriRequest;
import com.microsoft.azure.sdk.iot.device.FileUploadSasUriResponse;
import com.microsoft.azure.sdk.iot.device.IotHubClientProtocol;
import com.microsoft.azure.sdk.iot.device.IotHubStatusCode;
import com.microsoft.azure.sdk.iot.device.ProxySettings;
import com.microsoft.azure.sdk.iot.device.exceptions.IotHubClientException;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Microsoft's own device clients bring files, together with the Azure storage clients they are made for, all
/// unmodified.
@Timeout(120)
class AzureFileUploadTest {
    @TempDir
    Path folder;

    Site site;

    @BeforeAll
    static void install() throws Exception {
        NodePrograms.install();
    }

    @BeforeEach
    void start() throws Exception {
        site = new Site(folder);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aJavaDeviceWithItsKey() throws Exception {
        try (var pump = new Uploader(site.add("pump-1", Map.of()), site.tls())) {
            FileUploadSasUriResponse place = pump.ask("logs/the day.txt");
            BlobClient blob = blob(place);
            blob.upload(BinaryData.fromString("all was well"));
            assertThatThrownBy(() -> blob.upload(BinaryData.fromString("again")))
                    .isInstanceOf(BlobStorageException.class)
                    .hasMessageContaining("BlobAlreadyExists");
            pump.end(place, true);
            assertThat(site.files("pump-1")).containsExactly(Map.entry("logs/the day.txt", "all was well"));
            assertThatThrownBy(() -> blob.upload(BinaryData.fromString("late"), true))
                    .isInstanceOf(BlobStorageException.class)
                    .hasMessageContaining("AuthenticationFailed");
        }
    }

    @Test
    void aJavaDeviceInBlocks() throws Exception {
        byte[] bytes = letters(300_000);
        try (var pump = new Uploader(site.add("pump-1", Map.of()), site.tls())) {
            FileUploadSasUriResponse place = pump.ask("big.bin");
            var inBlocks = new ParallelTransferOptions()
                    .setBlockSizeLong(64L * 1024)
                    .setMaxSingleUploadSizeLong(64L * 1024)
                    .setMaxConcurrency(4);
            blob(place)
                    .uploadWithResponse(
                            new BlobParallelUploadOptions(BinaryData.fromBytes(bytes))
                                    .setParallelTransferOptions(inBlocks),
                            Site.SOON,
                            null);
            pump.end(place, true);
            assertThat(site.files("pump-1")).containsExactly(Map.entry("big.bin", new String(bytes, "US-ASCII")));
        }
    }

    @Test
    void aJavaDeviceWithItsCertificate() throws Exception {
        var certificate = DeviceCertificate.make(folder);
        String connection = site.add("pump-2", certificate);
        try (var pump = new Uploader(connection, certificate.tls(site.caPem()))) {
            FileUploadSasUriResponse place = pump.ask("a.txt");
            blob(place).upload(BinaryData.fromString("mine"));
            pump.end(place, true);
        }
        assertThat(site.files("pump-2")).containsExactly(Map.entry("a.txt", "mine"));
    }

    @Test
    void theEleventhAtOnceIsRefused() throws Exception {
        try (var pump = new Uploader(site.add("pump-1", Map.of()), site.tls())) {
            for (int i = 0; i < 10; i++) {
                pump.ask("file-" + i);
            }
            assertThatThrownBy(() -> pump.ask("file-10"))
                    .isInstanceOfSatisfying(
                            IotHubClientException.class,
                            refused -> assertThat(refused.getStatusCode()).isEqualTo(IotHubStatusCode.QUOTA_EXCEEDED));
        }
    }

    @Test
    void aNodeDevice() throws Exception {
        String connection = site.add("pump-1", Map.of());
        try (var device = NodePrograms.run(site, connection, "upload.js")) {
            device.says("done");
        }
        assertThat(site.files("pump-1"))
                .containsOnlyKeys("whole.txt", "in-steps.txt")
                .containsEntry("in-steps.txt", "step by step");
        assertThat(site.files("pump-1").get("whole.txt")).hasSize(6_000_000);
    }

    private BlobClient blob(FileUploadSasUriResponse place) throws Exception {
        var client = java.net.http.HttpClient.newBuilder()
                .sslContext(site.tls())
                .proxy(ProxySelector.of(
                        (java.net.InetSocketAddress) site.proxy().address()));
        HttpClient http = new JdkHttpClientBuilder(client).build();
        return new BlobClientBuilder()
                .endpoint(place.getBlobUri().toString())
                .httpClient(http)
                .buildClient();
    }

    private static byte[] letters(int many) {
        byte[] bytes = new byte[many];
        var random = new Random(7);
        for (int i = 0; i < many; i++) {
            bytes[i] = (byte) ('a' + random.nextInt(26));
        }
        return bytes;
    }

    /// What of the device client brings files.
    private final class Uploader implements AutoCloseable {
        private final DeviceClient client;

        Uploader(String connection, SSLContext tls) {
            client = new DeviceClient(
                    connection,
                    IotHubClientProtocol.MQTT_WS,
                    ClientOptions.builder()
                            .sslContext(tls)
                            .proxySettings(new ProxySettings(site.proxy()))
                            .build());
        }

        FileUploadSasUriResponse ask(String name) throws Exception {
            return client.getFileUploadSasUri(new FileUploadSasUriRequest(name));
        }

        void end(FileUploadSasUriResponse place, boolean good) throws Exception {
            client.completeFileUpload(new FileUploadCompletionNotification(place.getCorrelationId(), good));
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
