package io.github.genaigate.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Writes what is not seen but acts as an escape, so that whoever opens the file sees it, and the beginning of a tag, so that
 * the file can stand inside a page. The value stays the same.
 */
final class VisibleEscapes extends CharacterEscapes {

    @Override
    public int[] getEscapeCodesForAscii() {
        var codes = standardAsciiEscapesForJSON();
        codes[0x7f] = ESCAPE_STANDARD;
        codes['<'] = ESCAPE_STANDARD;
        return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
        boolean shown = !Visible.acts(character) || Character.isSurrogate((char) character);
        return shown
                ? null
                : new SerializedString(
                        "\\u" + Integer.toHexString(0x10000 | character).substring(1));
    }
}
