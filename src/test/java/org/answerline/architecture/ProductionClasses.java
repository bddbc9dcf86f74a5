package org.answerline.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The application's classes, read once for all tests that look through them without the rules of {@link ArchitectureTest}. */
public final class ProductionClasses {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.answerline");

    private ProductionClasses() {}

    /** All of them. */
    public static JavaClasses all() {
        return ALL;
    }
}
