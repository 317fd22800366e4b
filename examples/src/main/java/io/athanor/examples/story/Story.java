package io.athanor.examples.story;

import io.athanor.orm.mapping.EntityModel;
import java.util.List;

/** A program in steps, each of which works on what those before it left. */
public interface Story {
    /** What it is about. */
    String title();

    /** Its entities. */
    EntityModel model();

    /** What happens, in order. */
    List<Step> steps();
}
