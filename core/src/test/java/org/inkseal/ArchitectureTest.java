package org.inkseal;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The directions of ARCHITECTURE.md, held against the code. */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.inkseal");

    /** What each package may use of ours; a package that is not listed may use everything. */
    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>();

    static {
        MAY_USE.put("io", List.of());
        MAY_USE.put("cbor", List.of("io"));
        MAY_USE.put("net", List.of("io"));
        MAY_USE.put("report", List.of("io", "cbor"));
        MAY_USE.put("crjson", List.of("io", "cbor", "report"));
        MAY_USE.put("crypto", List.of("io"));
        MAY_USE.put("xmp", List.of("io"));
        MAY_USE.put("asset", List.of("io", "xmp"));
        MAY_USE.put("rights", List.of("io", "xmp", "report"));
        MAY_USE.put("jumbf", List.of("io"));
        MAY_USE.put("cose", List.of("io", "cbor", "crypto"));
        MAY_USE.put("trust", List.of("io", "crypto", "report"));
        MAY_USE.put("assertion", List.of("io", "cbor", "jumbf", "report"));
        MAY_USE.put("iscc", List.of());
        MAY_USE.put("facts", List.of("io", "xmp", "asset", "cbor", "assertion", "report", "iscc"));
        MAY_USE.put("manifest", List.of("io", "cbor", "jumbf", "cose", "crypto", "assertion"));
        MAY_USE.put("sign", List.of("io", "net", "asset", "cose", "crypto", "assertion", "manifest", "trust"));
        MAY_USE.put(
                "verify",
                List.of(
                        "io",
                        "net",
                        "xmp",
                        "asset",
                        "cbor",
                        "jumbf",
                        "cose",
                        "crypto",
                        "trust",
                        "assertion",
                        "manifest",
                        "rights",
                        "report"));
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> "org.inkseal." + name + "..").toArray(String[]::new);
    }

    @TestFactory
    List<DynamicTest> eachPackageUsesOnlyWhatIsBelowIt() {
        List<DynamicTest> tests = new ArrayList<>();
        MAY_USE.forEach((name, allowed) -> {
            List<String> forbidden = new ArrayList<>(MAY_USE.keySet());
            forbidden.removeAll(allowed);
            forbidden.remove(name);
            ArchRule rule = noClasses()
                    .that()
                    .resideInAPackage("org.inkseal." + name + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(forbidden))
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("org.inkseal");
            tests.add(DynamicTest.dynamicTest(name, () -> rule.check(CORE)));
        });
        return tests;
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("org.inkseal.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void bouncyCastleIsKnownToCryptoAndTrustOnly() {
        only("org.bouncycastle..", "org.inkseal.crypto..", "org.inkseal.trust..");
    }

    @Test
    void jacksonIsKnownToCborOnly() {
        only("tools.jackson..", "org.inkseal.cbor..");
    }

    @Test
    void librariesThatDecodePicturesAreKnownToFactsOnly() {
        only("org.apache.commons.imaging..", "org.inkseal.facts..");
        only("java.awt..", "org.inkseal.facts..");
        only("javax.imageio..", "org.inkseal.facts..");
    }

    @Test
    void brotliIsKnownToManifestOnly() {
        only("org.brotli..", "org.inkseal.manifest..");
    }

    @Test
    void theNetworkIsReachedFromOnePackageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.inkseal.net..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "javax.net..", "java.net.http..")
                        .and(DescribedPredicate.not(
                                equivalentTo(java.net.URI.class).or(equivalentTo(java.net.URISyntaxException.class)))))
                .check(CORE);
    }

    @Test
    void nothingOfTheCoreReachesOtherProcessesOrSerializedObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.naming..", "javax.script..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.ServiceLoader")
                .check(CORE);
    }

    @Test
    void nobodyRegistersAProviderOrExitsTheProcess() {
        noClasses()
                .should()
                .callMethod(java.security.Security.class, "addProvider", java.security.Provider.class)
                .orShould()
                .callMethod(java.security.Security.class, "insertProviderAt", java.security.Provider.class, int.class)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(CORE);
    }

    @Test
    void theVerdictReadsNoClock() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(List.of(
                        "verify",
                        "trust",
                        "manifest",
                        "rights",
                        "assertion",
                        "jumbf",
                        "cbor",
                        "cose",
                        "crypto",
                        "xmp",
                        "asset",
                        "iscc")))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Clock.class, "systemUTC")
                .check(CORE);
    }

    @Test
    void onlyPublicTypesOfPackagesThatHoldValuesAreRecordsOrEnums() {
        classes()
                .that()
                .resideInAPackage("org.inkseal.report..")
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should()
                .beAssignableTo(Record.class)
                .orShould()
                .beAssignableTo(Enum.class)
                .check(CORE);
    }

    private static void only(String library, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CORE);
    }
}
