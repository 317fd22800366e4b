package io.athanor.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operator or function as data: a name, how tightly it binds, and how standard SQL spells it.
 *
 * @param name what a dialect respells it by
 * @param precedence how tightly it binds
 * @param spelling the text around its arguments
 */
public record Operator(String name, Precedence precedence, Template spelling) {
    /** An operator spelled as {@code spelling} says: {@code {0}} is the first argument, {@code {*}} all of them. */
    public static Operator of(String name, Precedence precedence, String spelling) {
        return new Operator(name, precedence, Template.parse(spelling));
    }

    /** A function called by its name. */
    public static Operator function(String name) {
        return of(name, Precedence.PRIMARY, name + "({*})");
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * Text with holes. {@code {0}} is the first argument, {@code {1!}} the second as the right side of an operator that is
     * not associative, <code>{2,}</code> the third without parentheses of its own, {@code {*}} all, separated by commas.
     *
     * @param texts what stands before, between and after the holes
     * @param holes which argument fills each
     */
    public record Template(List<String> texts, List<Hole> holes) {
        private static final Pattern HOLE = Pattern.compile("\\{(\\d)([!,]?)}|\\{\\*}");
        private static final int ALL = -1;

        /** The template that {@code spelling} describes. */
        public static Template parse(String spelling) {
            List<String> texts = new ArrayList<>();
            List<Hole> holes = new ArrayList<>();
            Matcher hole = HOLE.matcher(spelling);
            int end = 0;
            while (hole.find()) {
                texts.add(spelling.substring(end, hole.start()));
                holes.add(Hole.of(hole));
                end = hole.end();
            }
            texts.add(spelling.substring(end));
            return new Template(List.copyOf(texts), List.copyOf(holes));
        }

        /** Writes the text with {@code values} in its holes. */
        public void render(List<? extends Expression<?>> values, Precedence precedence, SqlWriter out) {
            for (int i = 0; i < holes.size(); i++) {
                out.word(texts.get(i));
                holes.get(i).fill(values, precedence, out);
            }
            out.word(texts.get(holes.size()));
        }

        /** How many arguments the holes name, 0 if they take any number. */
        int arity() {
            return holes.stream().mapToInt(hole -> hole.argument() + 1).max().orElse(0);
        }

        /**
         * A place for an argument.
         *
         * @param argument its index, -1 for all
         * @param side how it is parenthesised
         */
        public record Hole(int argument, Side side) {
            /** How an argument is parenthesised. */
            public enum Side {
                OPERAND,
                RIGHT,
                BARE
            }

            private static Hole of(Matcher hole) {
                if (hole.group(1) == null) {
                    return new Hole(ALL, Side.BARE);
                }
                Side side =
                        hole.group(2).equals("!") ? Side.RIGHT : hole.group(2).equals(",") ? Side.BARE : Side.OPERAND;
                return new Hole(Integer.parseInt(hole.group(1)), side);
            }

            private void fill(List<? extends Expression<?>> values, Precedence precedence, SqlWriter out) {
                if (argument == ALL) {
                    out.list(values, ", ");
                    return;
                }
                Expression<?> value = values.get(argument);
                switch (side) {
                    case OPERAND -> out.operand(value, precedence);
                    case RIGHT -> out.rightOperand(value, precedence);
                    case BARE -> out.node(value);
                }
            }
        }
    }
}
