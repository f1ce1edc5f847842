// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.secret;

import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.operator.release.SecretReference;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;
import java.util.regex.Pattern;

/// Values that go to nodes and to nobody else. Each new value of a secret is a new version; a release names one.
public final class Secrets {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./-]{0,199}");
    private static final int LONGEST = 64 * 1024;

    private final RegistryStore store;
    private final Vault vault;

    public Secrets(RegistryStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /// Keeps a new value, encrypted.
    public SecretReference put(String id, String value) {
        if (!ID.matcher(id).matches() || value.length() > LONGEST) {
            throw new ProblemException(new Problem(
                    "secret.refused",
                    "A secret's id is letters, digits and - _ . /, and its value has up to 64 K characters.",
                    "Choose another id or a shorter value."));
        }
        return store.commit(records -> {
            var reference = new SecretReference(id, records.secrets().lastVersion(id) + 1);
            records.secrets().add(id, reference.version(), vault.seal(reference, value));
            return reference;
        });
    }

    public Optional<String> value(SecretReference reference) {
        return store.read(records -> records.secrets().sealed(reference.id(), reference.version()))
                .map(bytes -> vault.open(reference, bytes));
    }
}
