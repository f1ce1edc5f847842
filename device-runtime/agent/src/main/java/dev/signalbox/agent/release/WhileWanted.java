// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.release;

import dev.signalbox.protocol.release.LockedPackage;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Asks another source for nothing more once what is fetched is not wanted any more.
record WhileWanted(ReleaseSource source, BooleanSupplier wanted) implements ReleaseSource {
    @Override
    public Envelope trust() throws IOException {
        return asked().trust();
    }

    @Override
    public Envelope release(long number) throws IOException {
        return asked().release(number);
    }

    @Override
    public byte[] bundle(Digest digest) throws IOException {
        return asked().bundle(digest);
    }

    @Override
    public void download(LockedPackage locked, Path into) throws IOException {
        asked().download(locked, into);
    }

    @Override
    public String secret(String reference) throws IOException {
        return asked().secret(reference);
    }

    @Override
    public void breakOff() {
        source.breakOff();
    }

    private ReleaseSource asked() throws IOException {
        if (!wanted.getAsBoolean()) {
            throw new IOException("it is not wanted any more");
        }
        return source;
    }
}
