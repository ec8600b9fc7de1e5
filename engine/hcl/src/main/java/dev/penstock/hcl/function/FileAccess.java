package dev.penstock.hcl.function;

import dev.penstock.hcl.ValueException;
import java.util.List;

/** The files that expressions may read. */
public interface FileAccess {

    /**
     * The bytes of a file.
     *
     * @throws ValueException if there is none of this name, or it may not be read
     */
    byte[] read(String name);

    /**
     * Whether there is a file of this name.
     *
     * @throws ValueException if the name leads to where nothing may be read
     */
    boolean exists(String name);

    /**
     * The names of all files below a folder, relative to it, with slashes.
     *
     * @throws ValueException if there is no such folder, or it may not be read
     */
    List<String> below(String folder);

    /** No files at all. */
    static FileAccess none() {
        return new FileAccess() {
            @Override
            public byte[] read(String name) {
                throw new ValueException(0, "no files can be read here");
            }

            @Override
            public boolean exists(String name) {
                throw new ValueException(0, "no files can be read here");
            }

            @Override
            public List<String> below(String folder) {
                throw new ValueException(0, "no files can be read here");
            }
        };
    }
}
