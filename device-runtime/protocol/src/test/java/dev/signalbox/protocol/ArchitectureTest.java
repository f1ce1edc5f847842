// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.signalbox.testing.rules.CommonRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleKeepsTheRules() {
        CommonRules.check("dev.signalbox.protocol");
    }

    @Test
    void wordsOfTheWireAreValues() {
        var main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.signalbox.protocol");
        classes()
                .that()
                .resideOutsideOfPackage("..codec..")
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .beRecords()
                .orShould()
                .beEnums()
                .orShould()
                .beInterfaces()
                .because("a value is right from the moment it exists, and says nothing of how it is written")
                .check(main);
    }
}
