package io.openalpha.ml.model;

/** The store has files under this name, which are not to be touched. */
final class VersionTakenException extends Exception {

    private static final long serialVersionUID = 1L;

    VersionTakenException(VersionName version) {
        super(version.toString());
    }
}
