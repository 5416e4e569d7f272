package io.openalpha.market.transfer;

/**
 * A column of a file.
 *
 * @param optional whether a row may have no value in it
 */
record FileColumn(String name, Type type, boolean optional) {

    /** What a column holds, with the type of a temporary table's column for it. */
    enum Type {
        TEXT("text"),
        /** A {@link java.time.LocalDate}. */
        DATE("date"),
        /** A {@link Double}. */
        NUMBER("double precision"),
        /** A {@link Long}. */
        COUNT("bigint"),
        FLAG("boolean"),
        /** An {@link java.time.Instant}, in microseconds. */
        TIME("timestamptz");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    static FileColumn of(String name, Type type) {
        return new FileColumn(name, type, false);
    }

    FileColumn orNull() {
        return new FileColumn(name, type, true);
    }
}
