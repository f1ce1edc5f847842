// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import java.util.Map;
import okhttp3.OkHttpClient;
import org.eclipse.aether.spi.connector.checksum.ChecksumPolicyProvider;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.transport.file.FileTransporterFactory;

/// The parts of Maven Resolver as a desk needs them: files come from a folder or by our own client, and their
/// checksums count.
final class MavenSystem extends RepositorySystemSupplier {
    private final OkHttpClient http;

    MavenSystem(OkHttpClient http) {
        this.http = http;
    }

    @Override
    protected Map<String, TransporterFactory> createTransporterFactories() {
        return Map.of(
                FileTransporterFactory.NAME,
                new FileTransporterFactory(),
                HttpTransporter.NAME,
                new HttpTransporter.Factory(http));
    }

    @Override
    protected ChecksumPolicyProvider createChecksumPolicyProvider() {
        return new StatedChecksums.Provider();
    }
}
