package io.athanor.examples.story;

import java.util.List;

/** The command line of a story: a URL, or none for a database in memory that is gone afterwards. */
public final class Program {
    private static final int WRONG_ARGUMENTS = 2;

    private Program() {}

    /** Tells the stories, and waits until they have ended. */
    public static void run(String[] arguments, Story... stories) {
        if (arguments.length > 1) {
            System.err.println("the only argument is the URL of a database, such as postgresql://user:password@host/db;"
                    + " its tables of the example's names are dropped");
            System.exit(WRONG_ARGUMENTS);
        }
        String url = arguments.length == 0 ? "h2:mem:///examples" : arguments[0];
        Narrator narrator = new Narrator(url, System.out);
        for (Story story : List.of(stories)) {
            narrator.tell(story).block();
        }
    }
}
