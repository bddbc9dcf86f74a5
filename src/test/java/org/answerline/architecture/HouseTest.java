package org.answerline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.containAnyFieldsThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
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
import jakarta.servlet.DispatcherType;
import jakarta.servlet.annotation.WebFilter;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.answerline.site.transfer.DownloadFilter;

/** Keeps the walls of the house: who may import whom, no rings, names by duty. */
@AnalyzeClasses(packages = "org.answerline", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule eachPackageImportsOnlyWhatItMay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.answerline..")
            .layer("platform")
            .definedBy("..platform")
            .layer("telegram")
            .definedBy("..telegram")
            .layer("account")
            .definedBy("..account..")
            .layer("attachment")
            .definedBy("..attachment")
            .layer("linking")
            .definedBy("..linking")
            .layer("delivery")
            .definedBy("..delivery")
            .layer("conversation")
            .definedBy("..conversation")
            .layer("privacy")
            .definedBy("..privacy")
            .layer("webhook")
            .definedBy("..webhook")
            .layer("site")
            .definedBy("..site..")
            .layer("operations")
            .definedBy("..operations..")
            .whereLayer("platform")
            .mayNotAccessAnyLayer()
            .whereLayer("telegram")
            .mayOnlyAccessLayers("platform")
            .whereLayer("account")
            .mayOnlyAccessLayers("platform")
            .whereLayer("attachment")
            .mayOnlyAccessLayers("platform")
            .whereLayer("linking")
            .mayOnlyAccessLayers("platform", "telegram", "account")
            .whereLayer("delivery")
            .mayOnlyAccessLayers("platform", "telegram", "attachment")
            .whereLayer("conversation")
            .mayOnlyAccessLayers("platform", "telegram", "account", "attachment", "linking", "delivery")
            .whereLayer("webhook")
            .mayOnlyAccessLayers("platform", "telegram", "attachment", "linking", "delivery", "conversation")
            .whereLayer("privacy")
            .mayOnlyAccessLayers("platform", "telegram", "attachment", "conversation")
            .whereLayer("site")
            .mayOnlyAccessLayers("platform", "account", "attachment", "linking", "conversation", "privacy")
            .whereLayer("operations")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule noRings =
            slices().matching("org.answerline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noRingsInsideOperations =
            slices().matching("org.answerline.operations.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule conversationKnowsOnlyTelegramsTexts = noClasses()
            .that(resideInAPackage("..conversation"))
            .should()
            .dependOnClassesThat(resideInAPackage("org.answerline.telegram")
                    .and(DescribedPredicate.describe("are not texts", type -> !type.getSimpleName()
                            .matches("TelegramText|Builder|TextSplitter|FormattedText|TextEntity"))));

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
    static final ArchRule repositoriesStayInside = classes()
            .that()
            .haveSimpleNameEndingWith("Messages")
            .or()
            .haveSimpleNameEndingWith("Links")
            .or()
            .haveSimpleName("DeliveryRepository")
            .or()
            .haveSimpleName("Users")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule onlyTheCourierSends = noClasses()
            .that()
            .resideOutsideOfPackages("..telegram", "..delivery")
            .should()
            .callMethod(org.answerline.telegram.BotApi.class, "send", org.answerline.telegram.OutgoingMessage.class);

    /** The second of the two writes no line: it shortens those of the server. */
    @ArchTest
    static final ArchRule linesAreStructured = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(org.answerline.platform.Log.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(org.answerline.platform.RequestFaultLog.class.getName())
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

    /** A request whose body had to be waited for is dispatched again (RequestBodyFilter), and only then are its filters asked. */
    @ArchTest
    static final ArchRule filtersSeeRequestsWhoseBodyCameLate = classes()
            .that()
            .areAnnotatedWith(WebFilter.class)
            .and(DescribedPredicate.describe(
                    "filter more than downloads", type -> !type.isEquivalentTo(DownloadFilter.class)))
            .should(ArchCondition.from(
                    DescribedPredicate.describe("be asked when a request is dispatched again", type -> java.util.Set.of(
                                    type.getAnnotationOfType(WebFilter.class).dispatcherTypes())
                            .contains(DispatcherType.ASYNC))));

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
}
