// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class KnownPackagesTest {
    private final KnownPackages packages =
            new KnownPackages(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null));

    @Test
    void whatAPackageHoldsIsLookedUpOnce() throws IOException {
        Iterable<JavaFileObject> first = list("java.util");
        assertThat(first).hasSizeGreaterThan(300);
        assertThat(list("java.util")).isSameAs(first);
        assertThat(list("java.util.function")).doesNotContainAnyElementsOf(first);
        assertThat(packages.list(StandardLocation.PLATFORM_CLASS_PATH, "java.util", EnumSet.of(Kind.SOURCE), false))
                .isEmpty();
    }

    @Test
    void noMorePackagesAreRememberedThanAServiceImports() throws IOException {
        Iterable<JavaFileObject> first = list("java.util");
        for (String name : Object.class.getModule().getPackages()) {
            list(name);
        }
        assertThat(list("java.util")).isNotSameAs(first).hasSameSizeAs(first);
    }

    private Iterable<JavaFileObject> list(String name) throws IOException {
        return packages.list(StandardLocation.PLATFORM_CLASS_PATH, name, EnumSet.of(Kind.CLASS), false);
    }
}
