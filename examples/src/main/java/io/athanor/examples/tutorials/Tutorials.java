package io.athanor.examples.tutorials;

import io.athanor.examples.story.Program;

/** All of them, one after another. */
public final class Tutorials {
    private Tutorials() {}

    /** Runs them on the database of a URL, or on one in memory. */
    public static void main(String[] arguments) {
        Program.run(
                arguments,
                new ArticlesAndComments(),
                new TiresAndCars(),
                new PersonAndMobilePhone(),
                new StudentsAndClasses());
    }
}
