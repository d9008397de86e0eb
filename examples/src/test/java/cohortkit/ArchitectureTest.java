package cohortkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house and its one-way rule: who may know whom, and what no library module does. */
class ArchitectureTest {
    /** Each library module and the modules that it may know. */
    private static final Map<String, List<String>> KNOWS = Map.of(
            "core", List.of(),
            "io", List.of("core"),
            "stats", List.of("core"),
            "claims", List.of("core", "stats"),
            "report", List.of("core", "stats", "claims"));

    /** The named doors: the only public members of core that speak of somebody else's types. */
    private static final Set<String> DOORS =
            Set.of("cohortkit.core.Cohort.of", "cohortkit.core.Cohort.table", "cohortkit.report.ResultTable.table");

    /** Fewer in a module, and the rules have looked in the wrong place. */
    private static final int FEWEST_CLASSES = 7;

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("cohortkit");

    @ParameterizedTest
    @ValueSource(strings = {"core", "io", "stats", "claims", "report"})
    void aModuleKnowsOnlyThoseBelowIt(String module) {
        String[] known = Stream.concat(Stream.of(module), KNOWS.get(module).stream())
                .map(ArchitectureTest::packagesOf)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(packagesOf(module))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("cohortkit..")).or(resideInAnyPackage(known)))
                .check(HOUSE);
    }

    @Test
    void noPackageCycles() {
        slices().matching("cohortkit.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void librariesDoNotPrint() {
        noClasses()
                .that()
                .resideInAnyPackage(libraries())
                .should(ACCESS_STANDARD_STREAMS)
                .check(HOUSE);
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that()
                .areStatic()
                .and(new WrittenByHand())
                .should()
                .beFinal()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void coreSpeaksOfItsOwnTypesAlone() {
        members()
                .that()
                .areDeclaredInClassesThat(resideInAPackage(packagesOf("core")))
                .should(speakOnlyOf("the JDK's and its own types", ArchitectureTest::isOwn))
                .check(HOUSE);
    }

    /** The rules above hold of an empty class path too. */
    @ParameterizedTest
    @ValueSource(strings = {"core", "io", "stats", "claims", "report"})
    void theRulesSeeTheClasses(String module) {
        assertThat(HOUSE.that(resideInAPackage(packagesOf(module)))).hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    private static String packagesOf(String module) {
        return "cohortkit." + module + "..";
    }

    private static String[] libraries() {
        return KNOWS.keySet().stream().map(ArchitectureTest::packagesOf).toArray(String[]::new);
    }

    private static boolean isOwn(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return base.isPrimitive()
                || base.getPackageName().startsWith("java.")
                || base.getPackageName().startsWith("cohortkit.");
    }

    /** What others see: public and protected members of public types, with the type arguments in their signatures. */
    private static ArchCondition<JavaMember> speakOnlyOf(String what, Predicate<JavaClass> allowed) {
        return new ArchCondition<>("speak only of " + what) {
            @Override
            public void check(JavaMember member, ConditionEvents events) {
                if (DOORS.contains(member.getOwner().getFullName() + "." + member.getName()) || !isSeen(member)) {
                    return;
                }
                signature(member)
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .filter(allowed.negate())
                        .distinct()
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                member, member.getFullName() + " speaks of " + type.getFullName())));
            }
        };
    }

    private static boolean isSeen(JavaMember member) {
        Set<JavaModifier> modifiers = member.getModifiers();
        return !modifiers.contains(JavaModifier.SYNTHETIC)
                && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
                && Stream.iterate(
                                member.getOwner(),
                                owner -> owner != null,
                                owner -> owner.getEnclosingClass().orElse(null))
                        .allMatch(owner -> owner.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static Stream<JavaType> signature(JavaMember member) {
        if (member instanceof JavaCodeUnit unit) {
            return Stream.of(
                            Stream.of(unit.getReturnType()),
                            unit.getParameterTypes().stream(),
                            unit.getExceptionTypes().stream())
                    .flatMap(types -> types);
        }
        return Stream.of(((JavaField) member).getType());
    }

    /** Not the compiler's (a switch over an enum) and not the coverage agent's. */
    private static final class WrittenByHand extends DescribedPredicate<JavaField> {
        WrittenByHand() {
            super("are written by hand");
        }

        @Override
        public boolean test(JavaField field) {
            return !field.getModifiers().contains(JavaModifier.SYNTHETIC);
        }
    }
}
