package io.athanor.orm.mapping;

import io.athanor.sql.Sequence;
import io.athanor.sql.TableName;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.SequenceGenerator;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Reads who makes the value of an attribute. */
final class GenerationReader {
    private GenerationReader() {}

    /** The generation of {@code attribute} in the table of this name. */
    static Generation read(Attribute attribute, TableName table) {
        GeneratedValue generated = attribute.annotation(GeneratedValue.class);
        if (generated == null) {
            return new Generation.Assigned();
        }
        Class<?> type = Boxes.of(attribute.rawType());
        return switch (generated.strategy()) {
            case AUTO -> automatic(attribute, generated, table, type);
            case IDENTITY -> identity(attribute, type);
            case SEQUENCE -> sequence(attribute, generated, table);
            case UUID -> uuid(attribute, type);
            case TABLE ->
                throw attribute.error(
                        GeneratedValue.class,
                        "has the strategy TABLE, which serialises all who insert; use IDENTITY, SEQUENCE or UUID");
        };
    }

    /** Likewise, of a key that no two tables may have: one that each would make by itself is refused, or taken from a sequence. */
    static Generation acrossTables(Attribute attribute, TableName table) {
        Generation generation = read(attribute, table);
        GeneratedValue generated = attribute.annotation(GeneratedValue.class);
        if (!(generation instanceof Generation.ByDatabase) || generated == null) {
            return generation;
        }
        if (generated.strategy() == GenerationType.IDENTITY) {
            throw attribute.error(
                    GeneratedValue.class,
                    "has the strategy IDENTITY, by which each table counts for itself, and the classes of a hierarchy of"
                            + " TABLE_PER_CLASS have one key space: use SEQUENCE, UUID or AUTO");
        }
        return sequence(attribute, generated, table);
    }

    private static Generation automatic(Attribute attribute, GeneratedValue generated, TableName table, Class<?> type) {
        if (type == UUID.class || type == String.class) {
            return uuid(attribute, type);
        }
        return generated.generator().isEmpty() && !attribute.has(SequenceGenerator.class)
                ? identity(attribute, type)
                : sequence(attribute, generated, table);
    }

    private static Generation identity(Attribute attribute, Class<?> type) {
        if (type != Long.class && type != Integer.class && type != Short.class) {
            throw attribute.error(
                    GeneratedValue.class,
                    "of strategy " + GenerationType.IDENTITY + " makes long, int and short, and this is a "
                            + type.getName());
        }
        return new Generation.ByDatabase();
    }

    private static Generation uuid(Attribute attribute, Class<?> type) {
        if (type == UUID.class) {
            return new Generation.ByClient(UUID::randomUUID);
        }
        if (type == String.class) {
            return new Generation.ByClient(() -> UUID.randomUUID().toString());
        }
        throw attribute.error(
                GeneratedValue.class, "of strategy UUID makes UUID and String, and this is a " + type.getName());
    }

    private static Generation sequence(Attribute attribute, GeneratedValue generated, TableName table) {
        List<SequenceGenerator> known = new ArrayList<>();
        List<AnnotatedElement> places = List.of(
                attribute.declared(), attribute.owner(), attribute.owner().getPackage());
        places.forEach(place -> known.addAll(Arrays.asList(place.getAnnotationsByType(SequenceGenerator.class))));
        for (SequenceGenerator generator : known) {
            if (generated.generator().isEmpty() || generator.name().equals(generated.generator())) {
                return sequence(attribute, generator, table);
            }
        }
        if (generated.generator().isEmpty()) {
            return new Generation.BySequence(named(new TableName(table.schema(), table.name() + "_seq"), 1, 50), 50);
        }
        throw attribute.error(
                GeneratedValue.class,
                "names the generator " + generated.generator() + ", which is none of "
                        + known.stream().map(SequenceGenerator::name).toList() + "; say @SequenceGenerator(name = \""
                        + generated.generator() + "\") on the attribute, the class or the package");
    }

    private static Generation sequence(Attribute attribute, SequenceGenerator generator, TableName table) {
        if (generator.allocationSize() < 1) {
            throw attribute.error(
                    SequenceGenerator.class, "has an allocationSize below 1; it is how many keys are taken at once");
        }
        if (!generator.options().isEmpty() || !generator.catalog().isEmpty()) {
            throw attribute.error(
                    SequenceGenerator.class, "has options or a catalog; remove them and create the sequence yourself");
        }
        String name = generator.sequenceName().isEmpty()
                ? generator.name().isEmpty() ? table.name() + "_seq" : generator.name()
                : generator.sequenceName();
        String schema = generator.schema().isEmpty() ? table.schema() : generator.schema();
        int block = generator.allocationSize();
        return new Generation.BySequence(named(new TableName(schema, name), generator.initialValue(), block), block);
    }

    private static Sequence named(TableName name, int start, int block) {
        return new Sequence(name, start == 1 ? null : (long) start, block == 1 ? null : (long) block);
    }
}
