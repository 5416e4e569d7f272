package io.openalpha.ml.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Says in words what the classes of file errors say by their name. */
final class StoreProblems {

    private StoreProblems() {}

    static String describe(IOException problem) {
        if (problem instanceof AccessDeniedException denied) {
            return "this user may not write or read " + denied.getFile();
        }
        if (problem instanceof NoSuchFileException missing) {
            return missing.getFile() + " is not there";
        }
        if (problem instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is a file and must be a folder";
        }
        return String.valueOf(problem.getMessage());
    }
}
