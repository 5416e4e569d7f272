package io.openalpha.database;

/**
 * Where the data is, fit for printing.
 *
 * @param url JDBC URL without user, password and other parameters
 * @param embedded whether OpenAlpha runs the server itself
 */
public record DatabaseLocation(String url, boolean embedded) {

    /** The location that a JDBC URL names, without what may be secret in it. */
    static DatabaseLocation external(String url) {
        return new DatabaseLocation(url.replaceFirst("[?].*", "").replaceFirst("//[^/]*@", "//"), false);
    }

    @Override
    public String toString() {
        return embedded ? "embedded PostgreSQL at " + url : url;
    }
}
