/** Where OpenAlpha keeps its data: a PostgreSQL that the user names, or one that OpenAlpha brings along. */
@NullMarked
package io.openalpha.database;

import org.jspecify.annotations.NullMarked;
