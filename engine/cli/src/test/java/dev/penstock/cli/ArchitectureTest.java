package dev.penstock.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The directions between rooms. This module sees every class, so they are checked here, once. */
class ArchitectureTest {
    private static final String ROOT = "dev.penstock.";

    /** Each room, with the rooms of Penstock that it may use. */
    private static final Map<String, List<String>> ROOMS = Map.ofEntries(
            Map.entry("spi..", List.of("spi..")),
            Map.entry("scan..", List.of("spi..", "scan..")),
            Map.entry("grammar..", List.of("grammar..")),
            Map.entry("sql", List.of("spi..", "scan..", "sql..")),
            Map.entry(
                    "sql.plan..",
                    List.of(
                            "spi..",
                            "scan..",
                            "sql",
                            "sql.plan..",
                            "sql.dialect..",
                            "sql.execute..",
                            "sql.function..")),
            Map.entry("sql.dialect..", List.of("spi..", "grammar..", "sql.dialect..", "sql.function..")),
            Map.entry("sql.execute..", List.of("spi..", "scan..", "sql.execute..", "sql.function..")),
            Map.entry("sql.function..", List.of("spi..", "sql.function..")),
            Map.entry("hcl..", List.of("hcl..")),
            Map.entry("config..", List.of("spi..", "hcl..", "config..")),
            Map.entry("controls.model..", List.of("spi..", "controls.model..")),
            Map.entry("controls.mod..", List.of("spi..", "hcl..", "controls.model..", "controls.mod..")),
            Map.entry("controls.run..", List.of("spi..", "sql", "controls.model..", "controls.run..")),
            Map.entry(
                    "controls.decision..",
                    List.of("spi..", "hcl..", "controls.model..", "controls.run..", "controls.decision..")),
            Map.entry("controls.comparison..", List.of("spi..", "controls.model..", "controls.comparison..")),
            Map.entry("controls.filter..", List.of("spi..", "controls.model..", "controls.filter..")),
            Map.entry(
                    "tables.aws",
                    List.of("spi..", "tables.aws", "tables.aws.account..", "tables.aws.iam..", "tables.aws.signin..")),
            Map.entry("tables.aws.signin..", List.of("spi..", "tables.aws.signin..")),
            Map.entry("tables.aws.account..", List.of("spi..", "tables.aws", "tables.aws.account..")),
            Map.entry("tables.aws.iam..", List.of("spi..", "tables.aws", "tables.aws.iam..")),
            Map.entry("tables.aws.ec2..", List.of("spi..", "tables.aws", "tables.aws.ec2..")),
            Map.entry("tables.aws.simulator..", List.of("tables.aws.simulator..")),
            Map.entry(
                    "cli.command..",
                    List.of(
                            "spi..",
                            "config..",
                            "controls..",
                            "sql",
                            "cli.command..",
                            "cli.earlier..",
                            "cli.option..",
                            "cli.output..",
                            "cli.shell..")),
            Map.entry(
                    "cli.option..",
                    List.of("spi..", "config..", "controls..", "sql", "cli.earlier..", "cli.option..", "cli.output..")),
            Map.entry("cli.earlier..", List.of("spi..", "controls..", "cli.earlier..")),
            Map.entry(
                    "cli.output..",
                    List.of(
                            "spi..",
                            "controls.model..",
                            "controls.comparison..",
                            "controls.run..",
                            "sql",
                            "cli.output..")),
            Map.entry("cli.shell..", List.of("spi..", "controls..", "sql", "cli.shell..", "cli.output..")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("testkit"))
            .withImportOption(location -> !location.contains("dev/penstock/benchmarks"))
            .importPackages("dev.penstock");

    @TestFactory
    List<DynamicTest> roomsUseOnlyTheRoomsThatTheyMay() {
        return ROOMS.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(
                        room.getKey(),
                        () -> noClasses()
                                .that()
                                .resideInAPackage(ROOT + room.getKey())
                                .should()
                                .dependOnClassesThat(inPenstockButNotIn(room.getValue()))
                                .check(CLASSES)))
                .toList();
    }

    @Test
    void everyClassIsInARoomThatIsListed() {
        List<String> strays = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name -> !name.equals("dev.penstock.cli"))
                .filter(name -> ROOMS.keySet().stream().noneMatch(room -> isIn(name, room)))
                .toList();
        assertThat(strays).isEmpty();
    }

    @Test
    void calciteIsKnownToTheDialectThePlanAndTheGrammarOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.penstock.sql.plan..", "dev.penstock.sql.dialect..", "dev.penstock.grammar..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.calcite..")
                .check(CLASSES);
    }

    @Test
    void theAwsSdkIsKnownToTheAwsTablesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.penstock.tables.aws..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon.awssdk..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.penstock.(sql|controls|cli|scan|hcl).(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void nothingButTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.penstock.cli..", "dev.penstock.tables.aws.simulator..", "dev.penstock.grammar..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !room.getName().equals("dev.penstock.grammar"))
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void noRoomIsCalledAfterNothing() {
        classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|(?<!Token)Manager|Common)$")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> inPenstockButNotIn(List<String> rooms) {
        return DescribedPredicate.describe(
                "are in Penstock outside of " + rooms,
                type -> type.getPackageName().startsWith("dev.penstock")
                        && rooms.stream().noneMatch(room -> isIn(type.getPackageName(), room)));
    }

    private static boolean isIn(String packageName, String room) {
        String name = ROOT + room.replace("..", "");
        return packageName.equals(name) || (room.endsWith("..") && packageName.startsWith(name + "."));
    }
}
