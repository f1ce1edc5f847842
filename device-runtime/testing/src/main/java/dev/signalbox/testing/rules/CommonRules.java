// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// The rules of every module. A module's `ArchitectureTest` calls `check` with its root package and the other
/// Signalbox packages it may see. There are no exemptions.
public final class CommonRules {
    private static final String ALL = "dev.signalbox..";

    private CommonRules() {}

    /// Holds the module's classes, and its tests, against all the rules.
    ///
    /// @param root the module's package, such as `dev.signalbox.hub`
    /// @param mayAlsoSee packages with dots of other modules, such as `dev.signalbox.protocol..`
    public static void check(String root, String... mayAlsoSee) {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        for (ArchRule rule : List.of(noCycles(root), seesOnly(root, mayAlsoSee), noForbiddenPackageNames())) {
            rule.allowEmptyShould(true).check(main);
        }
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages(root);
        noSleep().allowEmptyShould(true).check(tests);
    }

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("packages that need each other cannot be understood one at a time");
    }

    private static ArchRule seesOnly(String root, String... mayAlsoSee) {
        var own = DescribedPredicate.describe(
                "in this module",
                (com.tngtech.archunit.core.domain.JavaClass c) ->
                        c.getPackageName().equals(root) || c.getPackageName().startsWith(root + "."));
        var allowed = com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(mayAlsoSee)
                .or(own)
                .or(DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(ALL)));
        return noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.not(allowed))
                .because("the arrows between modules are drawn in docs/architecture.md");
    }

    private static ArchRule noForbiddenPackageNames() {
        return noClasses()
                .should()
                .resideInAnyPackage("..util..", "..utils..", "..impl..", "..dto..", "..common..", "..manager..")
                .because("packages are named for what is in them");
    }

    private static ArchRule noSleep() {
        return noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("a test that sleeps is slow when it passes and wrong when it fails");
    }
}
