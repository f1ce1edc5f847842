// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.testing.rules.CommonRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "dev.signalbox.desktop";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void theModuleKeepsTheRules() {
        CommonRules.check(
                ROOT,
                "dev.signalbox.workbench..",
                "dev.signalbox.operator..",
                "dev.signalbox.protocol..",
                "dev.signalbox.api..");
    }

    @Test
    void viewModelsKnowNoControls() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view-model is tested without a toolkit")
                .check(CLASSES);
    }

    @Test
    void thereIsOneDoorToTheFxThread() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(OnFx.class.getName())
                .and()
                .resideOutsideOfPackage(ROOT + ".app..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .because("what runs where is read in kit.OnFx")
                .check(CLASSES);
    }

    @Test
    void pagesDoNotKnowPages() {
        slices().matching(ROOT + ".(editor|flow|fleet|log|settings|device|access|job|rows|waiting|stream)..")
                .should()
                .notDependOnEachOther()
                .because("they ask kit.Navigator")
                .check(CLASSES);
    }

    @Test
    void theLookLivesInTheStyleSheets() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("javafx\\.scene\\.paint\\..*|javafx\\.scene\\.text\\.FontWeight")
                .orShould()
                .callMethod(javafx.scene.Node.class, "setStyle", String.class)
                .because("Java says what a thing is, the sheets say how that looks")
                .check(CLASSES);
    }
}
