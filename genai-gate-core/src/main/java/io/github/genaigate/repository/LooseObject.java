package io.github.genaigate.repository;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.InflaterInputStream;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.util.MutableInteger;
import org.eclipse.jgit.util.RawParseUtils;

/** A git object in a file of its own, checked against its id. */
final class LooseObject {

    /** No commit, tree or committed text that the gate looks into is larger. */
    static final int LARGEST = 64 << 20;

    private LooseObject() {}

    static boolean exists(Path objects, AnyObjectId id) {
        return Files.isRegularFile(file(objects, id));
    }

    static ObjectLoader open(Path objects, AnyObjectId id) throws IOException {
        byte[] raw;
        try (InputStream in = new InflaterInputStream(Files.newInputStream(file(objects, id)))) {
            raw = in.readNBytes(LARGEST + 64);
        } catch (NoSuchFileException missing) {
            throw new MissingObjectException(id.copy(), "object");
        }
        var at = new MutableInteger();
        int type = Constants.decodeTypeString(id, raw, (byte) ' ', at);
        long size = RawParseUtils.parseLongBase10(raw, at.value, at);
        int begin = at.value + 1;
        if (size > LARGEST) {
            throw new IOException("object " + id.name() + " is larger than " + (LARGEST >> 20) + " MiB");
        }
        if (at.value >= raw.length || raw[at.value] != 0 || size != raw.length - begin) {
            throw new CorruptObjectException(id.copy(), "its size is wrong");
        }
        try (var hash = new ObjectInserter.Formatter()) {
            var content = new ByteArrayInputStream(raw, begin, (int) size);
            if (!hash.idFor(type, size, content).equals(id)) {
                throw new CorruptObjectException(id.copy(), "its content is not what its id says");
            }
        }
        return new ObjectLoader.SmallObject(type, Arrays.copyOfRange(raw, begin, raw.length));
    }

    private static Path file(Path objects, AnyObjectId id) {
        var name = id.name();
        return objects.resolve(name.substring(0, 2)).resolve(name.substring(2));
    }
}
