package org.answerline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.containAnyFieldsThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.answerline.site.guard.SignedIn;
import org.answerline.site.guard.SignedInUser;
import org.junit.jupiter.api.Order;

/** Which package may import which, no cycles, and rules for the names of types. */
@AnalyzeClasses(packages = "org.answerline", importOptions = ImportOption.DoNotIncludeTests.class)
@Order(1)
class ArchitectureTest {

    @ArchTest
    static final ArchRule eachPackageImportsOnlyWhatItMay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.answerline..")
            .layer("platform")
            .definedBy("org.answerline.platform..")
            .layer("telegram")
            .definedBy("org.answerline.telegram..")
            .layer("account")
            .definedBy("org.answerline.account..")
            .layer("attachment")
            .definedBy("org.answerline.attachment", "org.answerline.attachment.storage")
            .layer("download")
            .definedBy("org.answerline.attachment.download..")
            .layer("linking")
            .definedBy("org.answerline.linking..")
            .layer("delivery")
            .definedBy("org.answerline.delivery..")
            .layer("conversation")
            .definedBy("org.answerline.conversation..")
            .layer("privacy")
            .definedBy("org.answerline.privacy..")
            .layer("webhook")
            .definedBy("org.answerline.webhook..")
            .layer("site")
            .definedBy("org.answerline.site..")
            .layer("operations")
            .definedBy("org.answerline.operations..")
            .whereLayer("platform")
            .mayNotAccessAnyLayer()
            .whereLayer("telegram")
            .mayOnlyAccessLayers("platform")
            .whereLayer("account")
            .mayOnlyAccessLayers("platform")
            .whereLayer("attachment")
            .mayOnlyAccessLayers("platform")
            .whereLayer("download")
            .mayOnlyAccessLayers("platform", "telegram", "attachment")
            .whereLayer("linking")
            .mayOnlyAccessLayers("platform", "telegram", "account")
            .whereLayer("delivery")
            .mayOnlyAccessLayers("platform", "telegram", "attachment")
            .whereLayer("conversation")
            .mayOnlyAccessLayers("platform", "telegram", "account", "attachment", "linking", "delivery")
            .whereLayer("webhook")
            .mayOnlyAccessLayers("platform", "telegram", "attachment", "linking", "delivery", "conversation")
            .whereLayer("privacy")
            .mayOnlyAccessLayers("platform", "telegram", "account", "attachment", "linking", "delivery", "conversation")
            .whereLayer("site")
            .mayOnlyAccessLayers("platform", "account", "attachment", "linking", "conversation", "privacy")
            .whereLayer("operations")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule noCyclesBetweenPackages =
            slices().matching("org.answerline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesBetweenSubPackages =
            slices().matching("org.answerline.(**)").should().beFreeOfCycles();

    /** A name that stands for two types has to be looked up each time. */
    @ArchTest
    static void noTwoTypesShareASimpleName(JavaClasses classes) {
        var names = classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new, Collectors.counting()));
        names.values().removeIf(count -> count == 1);
        assertEquals(Map.of(), names);
    }

    @ArchTest
    static final ArchRule conversationKnowsOnlyTelegramsTexts = noClasses()
            .that(resideInAPackage("org.answerline.conversation.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "org.answerline.telegram", "org.answerline.telegram.client..", "org.answerline.telegram.update.."));

    @ArchTest
    static final ArchRule namesSayTheDuty = noClasses()
            .that(alwaysTrue())
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Util");

    @ArchTest
    static final ArchRule usersAreReadByTheirPackage = repositoryStaysInside("account", "Users");

    @ArchTest
    static final ArchRule messagesAreReadByTheirPackage = repositoryStaysInside("conversation", "SupportMessages");

    @ArchTest
    static final ArchRule linksAreReadByTheirPackage = repositoryStaysInside("linking", "UserTelegramLinks");

    @ArchTest
    static final ArchRule deliveriesAreReadByTheirPackage = repositoryStaysInside("delivery", "DeliveryRepository");

    @ArchTest
    static final ArchRule onlyDeliverySendsMessages = noClasses()
            .that()
            .resideOutsideOfPackages("org.answerline.telegram..", "org.answerline.delivery..")
            .should()
            .callMethod(
                    org.answerline.telegram.client.BotApi.class,
                    "send",
                    org.answerline.telegram.client.OutgoingMessage.class);

    /** The second of the two writes no line: it shortens those of the server. */
    @ArchTest
    static final ArchRule theJsonProviderIsLookedUpOnce = noClasses()
            .that()
            .doNotHaveSimpleName("JsonReaders")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.json.Json")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.json.spi.JsonProvider")
            .because("each method of Json reads the service files of all jars");

    @ArchTest
    static final ArchRule linesAreStructured = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(org.answerline.platform.observability.Log.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(org.answerline.platform.observability.RequestFaultLog.class.getName())
            .should()
            .callMethod(System.class, "getLogger", String.class)
            .orShould()
            .dependOnClassesThat(resideInAPackage("java.util.logging"));

    /** Open Liberty leaves Krazo's interceptor out of a method without one of ours, beside a method that has one. */
    @ArchTest
    static final ArchRule controllersAreTransactionalThroughoutOrNotAtAll = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "have @Transactional on every public method or on none",
                    type -> type.getMethods().stream()
                                    .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                                    .map(method -> method.isAnnotatedWith(Transactional.class))
                                    .distinct()
                                    .count()
                            <= 1)));

    /** For the same reason: a guard on one method would keep Krazo's interceptor out of the others. */
    @ArchTest
    static final ArchRule controllersAreGuardedAsAWhole = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Controller.class)
            .should()
            .beAnnotatedWith(SignedIn.class);

    @ArchTest
    static final ArchRule whatUsesTheSignedInUserIsGuarded = classes()
            .that(DescribedPredicate.describe("use the signed-in user", type -> type.getFields().stream()
                    .anyMatch(field -> field.getRawType().isEquivalentTo(SignedInUser.class))))
            .and()
            .resideOutsideOfPackage("org.answerline.site.guard")
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "be annotated with @SignedIn, or have a method that is",
                    type -> type.isAnnotatedWith(SignedIn.class)
                            || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(SignedIn.class)))));

    @ArchTest
    static final ArchRule classesOfTheSiteHaveAtMostSevenCollaborators = classes()
            .that()
            .resideInAPackage("org.answerline.site..")
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "have at most seven injected fields",
                    type -> type.getFields().stream()
                                    .filter(field -> field.isAnnotatedWith(Inject.class))
                                    .count()
                            <= 7)));

    /** RESTEasy leaves the fields of one without a scope empty. */
    @ArchTest
    static final ArchRule providersHaveAScope = classes()
            .that()
            .implement(ContainerRequestFilter.class)
            .or()
            .implement(ContainerResponseFilter.class)
            .or()
            .implement(ExceptionMapper.class)
            .and(containAnyFieldsThat(annotatedWith(Inject.class)))
            .should()
            .beAnnotatedWith(ApplicationScoped.class)
            .orShould()
            .beAnnotatedWith(Dependent.class);

    /** Jersey may leave such a field empty when a REST client is made while it sets up the application (docs/decisions/0008). */
    @ArchTest
    static final ArchRule providersGetTheRequestFromCdi = noFields()
            .that()
            .areDeclaredInClassesThat()
            .implement(ContainerRequestFilter.class)
            .or()
            .areDeclaredInClassesThat()
            .implement(ContainerResponseFilter.class)
            .or()
            .areDeclaredInClassesThat()
            .implement(ExceptionMapper.class)
            .should()
            .beAnnotatedWith(Context.class);

    private static ArchRule repositoryStaysInside(String owner, String repository) {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.answerline." + owner + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.answerline." + owner + "..").and(simpleName(repository)));
    }
}
