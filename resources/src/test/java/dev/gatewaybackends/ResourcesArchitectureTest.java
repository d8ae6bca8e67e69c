// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.validation.constraints.Pattern;

@AnalyzeClasses(
        packages = "dev.gatewaybackends",
        importOptions = {ImportOption.DoNotIncludeTests.class, ImportOption.DoNotIncludeJars.class})
class ResourcesArchitectureTest {
    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("dev.gatewaybackends.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule resources_touchNoNetwork =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.net..");

    @ArchTest
    static final ArchRule strings_areConstrainedByOurOwnPatterns =
            fields().should().notBeAnnotatedWith(Pattern.class);

    @ArchTest
    static final ArchRule packages_areNamedForAConcern = classes()
            .should()
            .resideOutsideOfPackages("..util..", "..utils..", "..common..", "..helper..", "..manager..");

    @ArchTest
    static final ArchRule logging_isSilentOrSystemLogger = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.jboss.logging..");
}
