// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.authoring.complete;

import dev.signalbox.authoring.complete.Candidate.Kind;
import dev.signalbox.authoring.complete.Candidate.Nearness;
import dev.signalbox.authoring.model.TypeIndex;
import dev.signalbox.authoring.model.TypeName;
import java.util.List;
import java.util.stream.Stream;

/// What is in a package: the packages below it and its types.
final class PackageRows {
    private PackageRows() {}

    /// @param packageName empty for the outermost packages
    /// @param after what is written behind a type
    static List<Candidate> in(TypeIndex index, String packageName, String after) {
        String inside = packageName.isEmpty() ? "" : packageName + ".";
        Stream<Candidate> packages = index.types()
                .map(TypeName::packageName)
                .distinct()
                .filter(name -> name.startsWith(inside) && name.length() > inside.length())
                .map(name -> name.substring(inside.length()).split("\\.", 2)[0])
                .distinct()
                .map(name -> Candidate.plain(Kind.PACKAGE, name, Nearness.INHERITED));
        Stream<Candidate> types = index.types()
                .filter(type -> type.packageName().equals(packageName))
                .map(type -> new Candidate(
                        Kind.TYPE, type.name(), "", "", Nearness.OWN, false, Insertion.of(type.name() + after)));
        return Stream.concat(packages, types).toList();
    }
}
