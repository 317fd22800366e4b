package io.athanor.orm.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.athanor.MappingException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is an error at start-up that names the place and says what to do. */
class RefusedTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void shouldSayWhatIsWrongAndWhatToDo(String name, List<String> fragments, Class<?>... types) {
        assertThatThrownBy(() -> EntityModel.of(types))
                .isInstanceOf(MappingException.class)
                .hasMessageContainingAll(fragments.toArray(String[]::new));
    }

    static Stream<Arguments> mistakes() {
        return Stream.concat(ofClasses(), Stream.concat(ofValues(), ofRelationships()));
    }

    private static Arguments of(Class<?> type, String... fragments) {
        return of(List.of(type), fragments);
    }

    private static Arguments of(List<Class<?>> types, String... fragments) {
        Class<?> wrong = types.get(0);
        List<String> all = Stream.concat(Stream.of(wrong.getName()), Arrays.stream(fragments))
                .toList();
        return arguments(wrong.getSimpleName(), all, types.toArray(Class<?>[]::new));
    }

    private static Stream<Arguments> ofClasses() {
        return Stream.of(
                of(Refused.NoEntity.class, "say @Entity"),
                of(Refused.NoId.class, "no @Id"),
                of(Refused.NoConstructor.class, "no constructor without arguments", "may be private"),
                of(Refused.AbstractEntity.class, "abstract"),
                of(Refused.EntityAndEmbeddable.class, "say one of them"),
                of(Refused.OverridesNothing.class, "overrides the attribute nmae", "[id, name]"),
                of(
                        Refused.CountedPerTable.class,
                        "@GeneratedValue",
                        "IDENTITY",
                        "TABLE_PER_CLASS",
                        "SEQUENCE, UUID or AUTO"),
                of(Refused.SecondaryPerClass.class, "@SecondaryTable", "TABLE_PER_CLASS", "JOINED"),
                of(Refused.KeyElsewhere.class, "part of the key", "remove table"),
                of(Refused.LinkedToNothing.class, "@PrimaryKeyJoinColumn", "JOINED", "remove it"),
                of(Refused.AbstractAlone.class, "abstract", "@MappedSuperclass"),
                of(Refused.ParentMissing.class, Refused.Good.class.getName(), "not in the model"),
                of(List.of(Refused.SameValue.class, Refused.Good.class), "@DiscriminatorValue", "another"),
                of(Refused.InTwoTables.class, "names the table \"nowhere\"", "[other]", "say @SecondaryTable"),
                of(Refused.WithQuery.class, "@NamedQuery", "not supported", "build the query in code"),
                of(Refused.WithGraph.class, "@NamedEntityGraph", "ARTICLE.with(ARTICLE.comments)"),
                of(Refused.WithCatalog.class, "@Table has a catalog"),
                of(Refused.UnknownIndexColumn.class, "@Index", "\"nmae\"", "[id, name]"),
                of(Refused.UnknownUniqueColumn.class, "@UniqueConstraint", "\"nmae\"", "[id, name]"),
                of(Refused.TwoVersions.class, "several @Version", "[first, second]"),
                arguments(
                        "UnmappedParent",
                        List.of(Refused.Parent.class.getName() + ".id", "@MappedSuperclass"),
                        new Class<?>[] {Refused.UnmappedParent.class}),
                of(Refused.IdClassWithoutPart.class, "@IdClass", "no attribute number"),
                of(List.of(Refused.Good.class, Refused.Good.class), "twice"));
    }

    private static Stream<Arguments> ofValues() {
        return Stream.of(
                of(Refused.FinalField.class, ".name", "is final"),
                of(Refused.OldDate.class, ".created", "java.util.Date", "java.time"),
                of(Refused.WithTemporal.class, ".created", "@Temporal", "java.time"),
                of(Refused.UnknownType.class, ".thread", "java.lang.Thread", "@Convert"),
                of(Refused.EnumeratedText.class, ".name", "@Enumerated", "no enum"),
                of(Refused.OneColumnTwice.class, "first", "second", "\"name\"", "insertable = false"),
                of(Refused.TableGenerator.class, ".id", "@GeneratedValue", "TABLE", "SEQUENCE"),
                of(Refused.UnknownGenerator.class, ".id", "@GeneratedValue", "nowhere", "@SequenceGenerator"),
                of(Refused.IdentityOfText.class, ".id", "IDENTITY", "java.lang.String"),
                of(Refused.MoreThanType.class, ".name", "@Column", "columnDefinition", "more than a type"),
                of(Refused.VersionOfText.class, ".version", "@Version"),
                of(Refused.OnBothPlaces.class, ".getName()", "@Column", "move it to the field"),
                of(Refused.NoSetter.class, ".getName()", "no setName"),
                of(Refused.ConverterOfOther.class, ".name", "@Convert", "java.lang.Integer"),
                of(Refused.EmbeddedUnknown.class, ".place", "not @Embeddable"),
                of(Refused.OverridesUnknown.class, ".place", "cty", "[city]"),
                of(Refused.SameEmbeddedTwice.class, "home.city", "work.city", "\"city\""),
                of(Refused.CalledBack.class, ".stamp()", "void stamp()"));
    }

    private static Stream<Arguments> ofRelationships() {
        return Stream.of(
                of(RefusedLinks.TargetMissing.class, ".good", Refused.Good.class.getName(), "not in the model"),
                of(RefusedLinks.ByTable.class, ".good", "@JoinTable", "@JoinColumn"),
                of(RefusedLinks.Ordered.class, ".goods", "@OrderColumn", "@OrderBy"),
                of(RefusedLinks.OrderedSet.class, ".goods", "@OrderColumn", "is for a List"),
                of(
                        List.of(RefusedLinks.OrderedByOtherSide.class, RefusedLinks.ManyGoods.class),
                        ".holders",
                        "ManyGoods.goods writes the join table"),
                of(
                        List.of(RefusedLinks.Placed.class, RefusedLinks.PlaceTwice.class),
                        "position",
                        "PlaceTwice.placed",
                        "insertable = false"),
                of(RefusedLinks.KeyedTwice.class, ".goods", "@MapKeyColumn", "@MapKey", "keep one"),
                of(RefusedLinks.KeyOfList.class, ".goods", "@MapKeyColumn", "is for maps"),
                of(RefusedLinks.JoinOfValue.class, ".goods", "@MapKeyJoinColumn", "@MapKeyColumn"),
                of(RefusedLinks.ColumnOfEntity.class, ".goods", "@MapKeyColumn", "@MapKeyJoinColumn"),
                of(RefusedLinks.EmbeddableKey.class, ".goods", "embeddable Part", "@MapKey"),
                of(
                        List.of(RefusedLinks.KeyOfOtherType.class, Refused.Good.class),
                        ".goods",
                        "@MapKey",
                        "java.lang.Long",
                        "java.lang.String"),
                of(RefusedLinks.ElementsByEntity.class, ".names", "@MapKeyJoinColumn", "maps of entities"),
                of(RefusedLinks.RawValues.class, ".values", "@ElementCollection", "raw List"),
                of(RefusedLinks.RawCollection.class, ".goods", "@OneToMany", "raw List"),
                of(RefusedLinks.ArrayOfMany.class, ".goods", "declare it as Collection, List, Set or Map"),
                of(RefusedLinks.ManyInOne.class, ".goods", "@ManyToOne", "@OneToMany"),
                of(RefusedLinks.ColumnOnReference.class, ".good", "@Column", "not supported on a relationship to one"),
                of(
                        List.of(RefusedLinks.MappedByNothing.class, Refused.Good.class),
                        ".goods",
                        "\"owner\"",
                        "no relationship"),
                of(
                        List.of(RefusedLinks.MappedByOther.class, RefusedLinks.Pointing.class, Refused.Good.class),
                        ".goods",
                        "leads to",
                        "not back"),
                of(
                        List.of(RefusedLinks.MappedByWrongShape.class, RefusedLinks.OneBack.class),
                        ".many",
                        "ONE_TO_MANY",
                        "MANY_TO_ONE"),
                of(
                        List.of(RefusedLinks.MappedWithColumn.class, RefusedLinks.BackToColumn.class),
                        ".many",
                        "@JoinColumn",
                        "move it"),
                of(
                        List.of(RefusedLinks.MappedTwice.class, RefusedLinks.BackOnce.class),
                        ".more",
                        "so is",
                        "remove one"),
                of(
                        List.of(RefusedLinks.UnknownOption.class, Refused.Good.class),
                        ".good",
                        "@ForeignKey",
                        "\"ON DELETE CASCADE NOT VALID\"",
                        "knows ON DELETE and ON UPDATE"),
                of(
                        List.of(RefusedLinks.DefinedForeignKey.class, Refused.Good.class),
                        ".good",
                        "@ForeignKey has a foreignKeyDefinition",
                        "NO_CONSTRAINT"),
                of(
                        List.of(RefusedLinks.ShortForeignKey.class, RefusedLinks.LongKey.class),
                        ".target",
                        "@JoinColumn",
                        "[area, number]"),
                of(List.of(RefusedLinks.UnknownOrder.class, Refused.Good.class), ".goods", "@OrderBy", "nmae"),
                of(
                        List.of(RefusedLinks.SameColumnsInTable.class, Refused.Good.class),
                        ".goods",
                        "@JoinTable",
                        "\"id\""),
                of(List.of(RefusedLinks.KeyInCircle.class, RefusedLinks.KeyInCircleBack.class), "leads back"));
    }
}
