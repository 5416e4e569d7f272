package io.openalpha;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;

@AnalyzeClasses(packages = "io.openalpha", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "io.openalpha";

    /** At the very bottom: they know no other package, and each may know them. */
    private static final Set<String> GROUND = Set.of("format", "background");

    /** The picture of docs/architecture.md: from each package to those that it knows. */
    static final Map<String, Set<String>> ARROWS = Map.of(
            "", Set.of("app"),
            "app", Set.of("web", "ops", "jobs", "ml", "source", "market", "run", "database", "simulator"),
            "web", Set.of("ops", "ml", "source", "market", "run"),
            "ops", Set.of("ml", "source", "market", "run"),
            "jobs", Set.of("ml", "source", "market", "run"),
            "ml", Set.of("market", "run"),
            "source", Set.of("market"));

    @ArchTest
    static void packagesKnowEachOtherAsTheArchitectureSays(JavaClasses classes) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JavaClass from : classes) {
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (to.getPackageName().startsWith(ROOT) && !top(to).equals(top(from)) && !GROUND.contains(top(to))) {
                    found.computeIfAbsent(top(from), name -> new TreeSet<>()).add(top(to));
                }
            }
        }
        assertThat(found).isEqualTo(ARROWS);
    }

    private static String top(JavaClass type) {
        String[] names = type.getPackageName().substring(ROOT.length()).split("\\.", 3);
        return names.length < 2 ? "" : names[1];
    }

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.openalpha.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

    @ArchTest
    static void noTwoClassesShareASimpleName(JavaClasses classes) {
        Map<String, Set<String>> places = new TreeMap<>();
        classes.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .forEach(type -> places.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getName()));
        places.values().removeIf(names -> names.size() == 1);
        assertThat(places).isEmpty();
    }

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            noFields().should().beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired");

    @ArchTest
    static final ArchRule TIME_IS_JAVA_TIME = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Date")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Calendar");

    /** Error Prone finds the rest: what formats, parses or changes case without a locale, charset or zone. */
    @ArchTest
    static final ArchRule NOTHING_ASKS_FOR_THE_LANGUAGE_OR_ZONE_OF_THE_SYSTEM = noClasses()
            .should()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(TimeZone.class, "getDefault")
            .orShould()
            .callMethod(Locale.class, "getDefault")
            .orShould()
            .callMethod(Charset.class, "defaultCharset");

    @ArchTest
    static final ArchRule RETRIES_ARE_THE_FRAMEWORKS_OWN =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework.retry..");

    private static final Path SOURCES = Path.of("src", "main", "java", "io", "openalpha");

    private static final Pattern TABLES_AND_LOCKS_OF_RUNS =
            Pattern.compile("\\b(batch_(job|step)_\\w+|run_(lock|progress|failure|share|log|sample|total|rows))\\b"
                    + "|['\"]openalpha\\.run\\.");

    @ArchTest
    static void onlyPackageRunAsksTheDatabaseForRuns(JavaClasses classes) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> !file.startsWith(SOURCES.resolve("run")))
                            .filter(file ->
                                    TABLES_AND_LOCKS_OF_RUNS.matcher(text(file)).find()))
                    .isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ArchTest
    static final ArchRule JSON_IS_READ_INTO_RECORDS_BUT_FOR_FORMATS_OF_SOURCES = noClasses()
            .that()
            .resideOutsideOfPackages("io.openalpha.source..", "io.openalpha.simulator..")
            .should()
            .callMethodWhere(target(name("path")).and(target(owner(assignableTo("tools.jackson.databind.JsonNode")))))
            .because("a name that is misspelt in a path is silently missing");

    @ArchTest
    static final ArchRule WHAT_IS_REPEATED_IN_THE_BACKGROUND_IS_A_LOOP = noClasses()
            .that()
            .doNotHaveSimpleName("BackgroundLoop")
            .and()
            .doNotHaveSimpleName("Workers")
            .should()
            .callConstructorWhere(target(owner(assignableTo(Thread.class))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ScheduledExecutorService.class)
            .because("BackgroundLoop ends in a defined way; the threads of Workers end with the call that starts them");

    @ArchTest
    static final ArchRule ONE_CLASS_MAKES_MAPPERS_OF_JSON = noClasses()
            .that()
            .doNotHaveSimpleName("Json")
            .should()
            .callMethodWhere(target(name("builder")).and(target(owner(assignableTo(ObjectMapper.class)))))
            .orShould()
            .callMethodWhere(target(name("rebuild")).and(target(owner(assignableTo(ObjectMapper.class)))))
            .orShould()
            .callConstructorWhere(target(owner(assignableTo(ObjectMapper.class))));

    @ArchTest
    static final ArchRule ONE_CLASS_MAKES_HASHES = noClasses()
            .that()
            .doNotHaveSimpleName("Sha256")
            .should()
            .callMethodWhere(target(name("getInstance")).and(target(owner(type(MessageDigest.class)))));
}
