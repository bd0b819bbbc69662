/**
 * The git repository, read only and offline. Imports model.
 *
 * <p>The repository is hostile. Its configuration is never read, and so are no filters, hooks, alternates, replace refs,
 * commit graphs, includes or indexes of it; nothing is executed and nothing is written. JGit's own repository class reads
 * user and system settings through a JVM-wide static, starts git to find them, and measures the clock of the file system
 * with files of its own in the repository and the home folder. Therefore only JGit's pack reader, tree walk and history
 * walk are used, under an explicit empty configuration ({@link io.github.genaigate.repository.ObjectStore}), and JVM-wide
 * state stays as it was found.
 */
@NullMarked
package io.github.genaigate.repository;

import org.jspecify.annotations.NullMarked;
