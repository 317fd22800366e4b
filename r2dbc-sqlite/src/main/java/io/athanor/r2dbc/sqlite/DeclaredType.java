package io.athanor.r2dbc.sqlite;

import io.r2dbc.spi.Type;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column's declared type.
 *
 * @param name in upper case, without what stands in parentheses; empty if there is none
 * @param family what it stands for
 * @param precision the first number in parentheses, null if there is none
 * @param scale the second one, null if there is none
 */
record DeclaredType(String name, TypeFamily family, @Nullable Integer precision, @Nullable Integer scale)
        implements Type {
    private static final Pattern FORM =
            Pattern.compile("([^(]*)(?:\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\))?(.*)");

    static DeclaredType parse(String declaration) {
        Matcher form = FORM.matcher(declaration.toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            return new DeclaredType("", TypeFamily.ANY, null, null);
        }
        String name = (form.group(1).strip() + " " + form.group(4).strip()).strip();
        return new DeclaredType(name, TypeFamily.of(name), number(form.group(2)), number(form.group(3)));
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    @Override
    public Class<?> getJavaType() {
        return family.javaType();
    }

    @Override
    public String getName() {
        return name;
    }
}
