// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.packages;

import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.spi.connector.checksum.ChecksumPolicy;
import org.eclipse.aether.spi.connector.checksum.ChecksumPolicyProvider;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.TransferResource;

/// A file has to have the checksum that is stated for it. A repository elsewhere has to state one; a folder of the
/// operator's own need not.
///
/// @param resource the file's name, for the refusal
record StatedChecksums(String resource, boolean optional) implements ChecksumPolicy {
    /// Says so for every repository, whatever a session asks for.
    static final class Provider implements ChecksumPolicyProvider {
        @Override
        public ChecksumPolicy newChecksumPolicy(
                RepositorySystemSession session,
                RemoteRepository repository,
                TransferResource resource,
                String policy) {
            return new StatedChecksums(resource.getResourceName(), "file".equalsIgnoreCase(repository.getProtocol()));
        }

        @Override
        public String getEffectiveChecksumPolicy(RepositorySystemSession session, String one, String other) {
            return RepositoryPolicy.CHECKSUM_POLICY_FAIL;
        }
    }

    @Override
    public boolean onChecksumMatch(String algorithm, ChecksumKind kind) {
        return true;
    }

    @Override
    public void onChecksumMismatch(String algorithm, ChecksumKind kind, ChecksumFailureException mismatch)
            throws ChecksumFailureException {
        throw mismatch;
    }

    @Override
    public void onChecksumError(String algorithm, ChecksumKind kind, ChecksumFailureException error)
            throws ChecksumFailureException {
        throw error;
    }

    @Override
    public void onNoMoreChecksums() throws ChecksumFailureException {
        if (!optional) {
            throw new ChecksumFailureException("no checksum is stated for " + resource);
        }
    }

    @Override
    public void onTransferRetry() {}

    @Override
    public boolean onTransferChecksumFailure(ChecksumFailureException failure) {
        return false;
    }
}
