package io.openalpha.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.StringUtils;

/** The test class path in a folder that every user may read, unlike a home folder. */
final class ClassPathCopy {

    private ClassPathCopy() {}

    static String in(Path folder) throws IOException {
        String[] paths =
                StringUtils.delimitedListToStringArray(System.getProperty("java.class.path"), File.pathSeparator);
        List<String> copies = new ArrayList<>();
        for (String entry : paths) {
            Path original = Path.of(entry);
            Path copy = folder.resolve(copies.size() + "-" + original.getFileName());
            if (Files.exists(original) && !entry.contains("darwin")) {
                FileSystemUtils.copyRecursively(original, copy);
                copies.add(copy.toString());
            }
        }
        return String.join(File.pathSeparator, copies);
    }
}
