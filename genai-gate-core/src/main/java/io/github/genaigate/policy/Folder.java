package io.github.genaigate.policy;

import io.github.genaigate.input.RefusedException;

/** What lies beside a layer: where the relative names in it begin. */
interface Folder {

    /**
     * The file that a relative name means.
     *
     * @throws RefusedException when there is none that may be read
     */
    LayerSource file(String name) throws RefusedException;
}
