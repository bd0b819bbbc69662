package io.github.genaigate.maven.it;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/** The machine without anybody's git settings, so that the repositories of the tests are the same everywhere. */
final class NoUserSettings extends SystemReader.Delegate {

    NoUserSettings(SystemReader machine) {
        super(machine);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS files) {
        return new Empty(parent, files);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS files) {
        return new Empty(parent, files);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS files) {
        return new Empty(parent, files);
    }

    private static final class Empty extends FileBasedConfig {

        Empty(Config parent, FS files) {
            super(parent, null, files);
        }

        @Override
        public void load() {
            // nothing there
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
