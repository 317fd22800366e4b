package io.athanor.orm.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was read, before what its entities are related to is loaded.
 *
 * @param content the one entity it is read as, or a {@link KeptRow}
 * @param root its first entity
 * @param traces what it leads to
 */
record RowItem(@Nullable Object content, @Nullable Object root, List<Trace> traces) {}
