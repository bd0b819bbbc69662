package io.github.genaigate.model;

/**
 * A position in a file.
 *
 * @param file the file as the user knows it: relative to the base directory, with {@code /}
 * @param line counted from 1, or 0 for the file as a whole
 * @param column counted from 1, or 0 for the line as a whole
 */
public record Place(String file, int line, int column) implements Comparable<Place> {

    public Place {
        if (line < 0 || column < 0 || (line == 0 && column > 0)) {
            throw new IllegalArgumentException("no such position: " + file + ":" + line + ":" + column);
        }
    }

    /** The file as a whole. */
    public static Place of(String file) {
        return new Place(file, 0, 0);
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
