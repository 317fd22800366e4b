package io.athanor.types.compliance;

import io.athanor.types.DataType;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** All built-in types but those of time, and of one's own made of them. */
final class Samples {
    /** Not in alphabetical order, with a name that needs quoting nowhere. */
    enum Mood {
        SAD,
        OK,
        HAPPY
    }

    record Money(BigDecimal amount) {}

    private Samples() {}

    /** The types and an array of each. */
    static List<Sample<?>> all() {
        List<Sample<?>> scalars = new ArrayList<>();
        scalars.addAll(numbers());
        scalars.addAll(texts());
        scalars.addAll(bytes());
        scalars.addAll(TemporalSamples.all());
        scalars.addAll(others());
        List<Sample<?>> all = new ArrayList<>(scalars);
        scalars.stream().filter(Samples::usualDigits).forEach(sample -> all.add(sample.array()));
        all.add(integers().array().map(Integers.class, Integers::new, Integers::all));
        return all;
    }

    /** Not one of the many times that differ in their digits only. */
    private static boolean usualDigits(Sample<?> sample) {
        DataType type = sample.type().dataType();
        return !type.isTemporal() || type.length() == null;
    }

    record Integers(List<Integer> all) {}

    private static Sample<Integer> integers() {
        return Sample.of(Types.INTEGER, Random::nextInt, Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE);
    }

    private static List<Sample<?>> numbers() {
        Sample<BigDecimal> money = decimal(
                Types.decimal(12, 2),
                source -> BigDecimal.valueOf(source.nextLong() % 1_000_000_000_000L, 2),
                "-9999999999.99",
                "-0.01",
                "0.00",
                "0.01",
                "9999999999.99");
        return List.of(
                Sample.of(Types.BOOLEAN, Random::nextBoolean, false, true),
                Sample.of(
                        Types.SMALLINT,
                        source -> (short) source.nextInt(),
                        Short.MIN_VALUE,
                        (short) 0,
                        Short.MAX_VALUE),
                integers(),
                Sample.of(Types.BIGINT, Random::nextLong, Long.MIN_VALUE, -1L, 0L, 1L << 53, Long.MAX_VALUE),
                money,
                decimal(
                        Types.decimal(38, 0),
                        source -> new BigDecimal(new BigInteger(120, source)),
                        "-99999999999999999999999999999999999999",
                        "0",
                        "99999999999999999999999999999999999999"),
                decimal(
                        Types.DECIMAL,
                        source -> new BigDecimal(new BigInteger(200, source), source.nextInt(80) - 20),
                        "-1E+40",
                        "-1",
                        "-1E-40",
                        "0",
                        "1.50",
                        "1E+3",
                        "12345678901234567890123456789.0123456789"),
                Sample.of(
                        Types.REAL,
                        Random::nextFloat,
                        Float.NEGATIVE_INFINITY,
                        -Float.MAX_VALUE,
                        -1.1f,
                        -Float.MIN_VALUE,
                        0f,
                        Float.MIN_VALUE,
                        0.1f,
                        16777215f,
                        Float.MAX_VALUE,
                        Float.POSITIVE_INFINITY,
                        Float.NaN),
                Sample.of(
                        Types.DOUBLE,
                        source -> source.nextGaussian() * Math.pow(10, source.nextInt(600) - 300),
                        Double.NEGATIVE_INFINITY,
                        -Double.MAX_VALUE,
                        -1.1,
                        -Double.MIN_VALUE,
                        0d,
                        Double.MIN_VALUE,
                        0.1,
                        1e16 + 1,
                        Double.MAX_VALUE,
                        Double.POSITIVE_INFINITY,
                        Double.NaN),
                money.map(Money.class, Money::new, Money::amount));
    }

    private static Sample<BigDecimal> decimal(
            SqlType<BigDecimal> type, java.util.function.Function<Random, BigDecimal> random, String... values) {
        BigDecimal[] parsed =
                java.util.Arrays.stream(values).map(BigDecimal::new).toArray(BigDecimal[]::new);
        return Sample.of(type, random, parsed).identifiedBy(BigDecimal::stripTrailingZeros);
    }

    private static List<Sample<?>> texts() {
        String[] hard = {
            "", " ", "'", "\\", "Robert'); drop table x; --", "a\tb\r\n\"c\"", "é日本🜁e\u0301", "null", "{a,\"b\"}"
        };
        return List.of(
                Sample.of(
                                Types.character(10),
                                source -> Texts.random(source, 10),
                                "",
                                "a",
                                "b\t",
                                "it's",
                                "é日本\\x",
                                "0123456789")
                        .identifiedBy(text -> text.replaceAll(" +$", ""))
                        .withoutOrder(),
                Sample.of(Types.varchar(40), source -> Texts.random(source, 40), hard)
                        .withoutOrder(),
                Sample.of(Types.TEXT, source -> Texts.random(source, 400), hard).withoutOrder(),
                Sample.of(Types.varchar(40), source -> "b" + source.nextInt(), "a", "aa", "b")
                        .named("plain text")
                        .map(StringBuilder.class, StringBuilder::new, StringBuilder::toString));
    }

    private static List<Sample<?>> bytes() {
        return List.of(
                Sample.of(
                                Types.varbinary(20),
                                source -> bytes(source, 20),
                                hex(""),
                                hex("00"),
                                hex("005c27"),
                                hex("ff"))
                        .identifiedBy(ByteBuffer::wrap),
                Sample.of(Types.BINARY, source -> bytes(source, 3000), hex(""), hex("00"), hex("005c27"), hex("ff"))
                        .identifiedBy(ByteBuffer::wrap));
    }

    private static byte[] hex(String digits) {
        return java.util.HexFormat.of().parseHex(digits);
    }

    private static byte[] bytes(Random source, int length) {
        byte[] bytes = new byte[source.nextInt(length)];
        source.nextBytes(bytes);
        return bytes;
    }

    private static List<Sample<?>> others() {
        Mood[] moods = Mood.values();
        return List.of(
                Sample.of(
                        Types.UUID,
                        source -> new UUID(source.nextLong(), source.nextLong()),
                        new UUID(0, 0),
                        new UUID(0x123e4567e89b12d3L, 0xa456426614174000L),
                        new UUID(-1, -1)),
                Sample.of(Types.enumerated(Mood.class), source -> moods[source.nextInt(3)], moods)
                        .named("enumerated")
                        .withoutOrder(),
                Sample.of(Types.enumOrdinal(Mood.class), source -> moods[source.nextInt(3)], moods)
                        .named("enumOrdinal"),
                Sample.of(Types.enumNative("mood", Mood.class), source -> moods[source.nextInt(3)], moods)
                        .named("enumNative"),
                json(Types.JSON).named("json"),
                json(Types.JSONB).named("jsonb"));
    }

    private static Sample<String> json(SqlType<String> type) {
        return Sample.of(
                        type,
                        source -> "{\"a\": [" + source.nextInt() + ", \"" + source.nextInt() + "\"]}",
                        "null",
                        "true",
                        "-1.5",
                        "\"it's \\\"q\\\" \\\\ é🜁\"",
                        "[]",
                        "[1, null, {\"k\": []}]",
                        "{\"b\": 1, \"a\": {\"x\": \"y z\"}}")
                .identifiedBy(Json::canonical)
                .withoutOrder();
    }
}
