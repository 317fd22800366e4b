package io.athanor.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.reactivestreams.Subscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.ParallelFlux;

/** The rules that every module's main code keeps. Each is a value, so that a test can show that it is able to fail. */
public final class ArchitectureRules {
    private static final Set<String> LEAVING_THE_REACTIVE_WORLD =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toFuture", "toStream", "toIterable");

    private ArchitectureRules() {}

    /**
     * Packages in an order: each may use those before it and none after it. A package that does not exist yet is no
     * violation.
     *
     * @param root the package whose sub-packages these are
     * @param packages names below {@code root}, the most basic first; {@code ""} is {@code root} itself, a name that
     *     ends in {@code ..} includes what is below it
     */
    public static ArchRule layers(String root, List<String> packages) {
        LayeredArchitecture rule =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String name : packages) {
            rule = rule.layer(layer(name)).definedBy(name.isEmpty() ? root : root + "." + name);
        }
        for (int i = 0; i < packages.size(); i++) {
            String[] allowed = packages.subList(0, i).stream()
                    .map(ArchitectureRules::layer)
                    .toArray(String[]::new);
            LayeredArchitecture.LayerDependencySpecification specification = rule.whereLayer(layer(packages.get(i)));
            rule = allowed.length == 0
                    ? specification.mayNotAccessAnyLayer()
                    : specification.mayOnlyAccessLayers(allowed);
        }
        return rule;
    }

    /** No classes of {@code user} use classes of {@code used}. */
    public static ArchRule mayNotUse(String user, String... used) {
        return noClasses()
                .that()
                .resideInAPackage(user)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(used)
                .allowEmptyShould(true);
    }

    /** No package uses, through others, itself. */
    public static ArchRule freeOfCycles(String root) {
        return slices().assignedFrom(new EachPackageBelow(root)).should().beFreeOfCycles();
    }

    /**
     * Main code only describes what to do; the caller subscribes. So no {@code block}, {@code toFuture},
     * {@code toStream}, {@code toIterable}, and no {@code subscribe} except an operator's, which passes its own
     * {@link Subscriber} on.
     */
    public static ArchRule subscribesNowhere() {
        return noClasses()
                .should()
                .callMethodWhere(leavingTheReactiveWorld())
                .because("the caller subscribes: a hidden subscription can neither be cancelled nor fail visibly")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaMethodCall> leavingTheReactiveWorld() {
        return DescribedPredicate.describe("blocks or starts a subscription", call -> {
            MethodCallTarget target = call.getTarget();
            return isPublisher(target.getOwner())
                    && (LEAVING_THE_REACTIVE_WORLD.contains(target.getName())
                            || (target.getName().equals("subscribe") && !passesSubscriberOn(target)));
        });
    }

    private static boolean isPublisher(JavaClass type) {
        return Stream.of(Mono.class, Flux.class, ParallelFlux.class).anyMatch(type::isAssignableTo);
    }

    private static boolean passesSubscriberOn(MethodCallTarget target) {
        List<JavaClass> parameters = target.getRawParameterTypes();
        return parameters.size() == 1 && parameters.get(0).isAssignableTo(Subscriber.class);
    }

    private static String layer(String name) {
        return name.isEmpty() ? "(root)" : name;
    }

    private record EachPackageBelow(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith(root)
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "the packages below " + root;
        }
    }
}
