/**
 * What r2dbc-h2 needs: it works on the calling thread, so each connection is confined to a thread of its own. Used when
 * that driver is present.
 */
@NullMarked
package io.athanor.driver.h2;

import org.jspecify.annotations.NullMarked;
