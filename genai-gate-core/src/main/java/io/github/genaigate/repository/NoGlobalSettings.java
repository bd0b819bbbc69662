package io.github.genaigate.repository;

import org.eclipse.jgit.internal.storage.file.WindowCache;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.eclipse.jgit.util.sha1.SHA1;

/**
 * Loads what JGit keeps for the whole JVM, its pack cache and its SHA-1, without the settings of the machine.
 *
 * <p>At their first use both ask, through a JVM-wide static, what the user prefers, and would start git to find it out. For
 * this moment the static gives empty settings; then it is as it was. Later users of JGit in the same JVM see their own
 * settings.
 */
final class NoGlobalSettings extends SystemReader.Delegate {

    private static final boolean READY = load();

    private NoGlobalSettings(SystemReader reader) {
        super(reader);
    }

    /** To be called before anything is read or hashed. */
    static boolean ready() {
        return READY;
    }

    private static boolean load() {
        var before = SystemReader.getInstance();
        SystemReader.setInstance(new NoGlobalSettings(before));
        try {
            return WindowCache.getInstance() != null && SHA1.newInstance() != null;
        } finally {
            SystemReader.setInstance(before);
        }
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    /** Settings without a file. */
    private static final class Empty extends FileBasedConfig {
        Empty(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // there is nothing to load
        }

        @Override
        public void save() {
            // and nowhere to save
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
