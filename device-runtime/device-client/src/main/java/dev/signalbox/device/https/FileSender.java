// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.https;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Sends files from the disk, however long that takes while there is progress, and whatever their size without holding
/// them in memory. Safe for use by many threads.
public final class FileSender implements AutoCloseable {
    private static final Duration NO_PROGRESS = Duration.ofSeconds(60);
    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private final SSLContext tls;
    private @Nullable OkHttpClient client;

    /// @param tls whom to trust; the host name is checked beside it
    public FileSender(SSLContext tls) {
        this.tls = tls;
    }

    /// Puts a file there and returns the status; what else is answered is not read. Throws IOException when the file
    /// cannot be read, there is no answer, or the address is none of HTTPS.
    public int put(String address, Map<String, String> headers, Path file) throws IOException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null || !url.isHttps()) {
            throw new IOException("files are not sent to an address like this");
        }
        var request = new Request.Builder().url(url).put(RequestBody.create(file.toFile(), BYTES));
        headers.forEach(request::header);
        try (Response response = client().newCall(request.build()).execute()) {
            return response.code();
        }
    }

    private synchronized OkHttpClient client() {
        if (client == null) {
            client = new OkHttpClient.Builder()
                    .sslSocketFactory(tls.getSocketFactory(), NeverAsked.INSTANCE)
                    .connectionPool(new ConnectionPool(1, 10, TimeUnit.SECONDS))
                    .followRedirects(false)
                    .readTimeout(NO_PROGRESS)
                    .writeTimeout(NO_PROGRESS)
                    .build();
        }
        return client;
    }

    /// Ends what is under way.
    @Override
    public synchronized void close() {
        HubHttps.end(client);
    }
}
