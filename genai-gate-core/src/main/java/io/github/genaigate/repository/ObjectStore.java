package io.github.genaigate.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.internal.storage.file.Pack;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.util.FS;

/**
 * The objects of one repository: its packs as they are listed when it is opened, and its loose objects. An object is asked
 * of JGit only when a pack is known to hold it, because JGit looks for changed packs otherwise, and measures the clock of
 * the file system for that.
 */
final class ObjectStore implements AutoCloseable {

    private final Path folder;
    private final ObjectDirectory packed;
    private final List<Pack> packs = new ArrayList<>();
    private final Set<ObjectId> shallow;

    private ObjectStore(Path folder, ObjectDirectory packed, Set<ObjectId> shallow) {
        this.folder = folder;
        this.packed = packed;
        this.shallow = shallow;
    }

    /**
     * Opens a folder of objects.
     *
     * @param shallow commits whose parents are not there
     */
    static ObjectStore open(Path folder, Set<ObjectId> shallow) throws IOException {
        if (!NoGlobalSettings.ready()) {
            throw new IOException("the pack cache cannot be loaded");
        }
        // Given alternates, if none, keep JGit from looking for others.
        var packed = new ObjectDirectory(new Config(), folder.toFile(), new java.io.File[0], FS.DETECTED, null);
        var store = new ObjectStore(folder, packed, shallow);
        try (var files = Files.newDirectoryStream(folder.resolve("pack"), "pack-*.pack")) {
            for (Path pack : files) {
                var name = pack.getFileName().toString();
                var index = pack.resolveSibling(name.substring(0, name.length() - ".pack".length()) + ".idx");
                if (Files.isRegularFile(index)) {
                    store.packs.add(packed.openPack(pack.toFile()));
                }
            }
        } catch (NoSuchFileException unpacked) {
            // all objects are loose
        }
        return store;
    }

    /** A new reader, to be closed by the caller. */
    ObjectReader reader() {
        return new Reader(packed.newReader());
    }

    @Override
    public void close() {
        packed.close();
    }

    private final class Reader extends ObjectReader.Filter {

        private final ObjectReader delegate;

        Reader(ObjectReader delegate) {
            this.delegate = delegate;
        }

        @Override
        protected ObjectReader delegate() {
            return delegate;
        }

        @Override
        public ObjectReader newReader() {
            return reader();
        }

        @Override
        public boolean has(AnyObjectId id) throws IOException {
            return isPacked(id) || LooseObject.exists(folder, id);
        }

        @Override
        public boolean has(AnyObjectId id, int type) throws IOException {
            return has(id);
        }

        @Override
        public ObjectLoader open(AnyObjectId id) throws IOException {
            return open(id, OBJ_ANY);
        }

        @Override
        public ObjectLoader open(AnyObjectId id, int type) throws IOException {
            var loader = isPacked(id) ? delegate.open(id) : LooseObject.open(folder, id);
            if (type != OBJ_ANY && loader.getType() != type) {
                throw new IncorrectObjectTypeException(id.copy(), type);
            }
            return loader;
        }

        @Override
        public long getObjectSize(AnyObjectId id, int type) throws IOException {
            return open(id, type).getSize();
        }

        @Override
        public Set<ObjectId> getShallowCommits() {
            return shallow;
        }

        private boolean isPacked(AnyObjectId id) throws IOException {
            for (Pack pack : packs) {
                if (pack.hasObject(id)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void close() {
            delegate.close();
        }
    }
}
