package io.github.genaigate.model;

import java.util.Map;

/**
 * The part of the manifest in which a team makes the claims that one criterion judges.
 *
 * @param name the key in the manifest; a criterion that is not part of the gate has {@code extensions.<criterion id>}
 * @param fields what the section holds
 * @param bare whether the manifest has the value of the one field right under the key, without the field's name
 */
public record Section(String name, Kind.Group fields, boolean bare) {

    public Section {
        if (bare && fields.fields().size() != 1) {
            throw new IllegalArgumentException("a bare section has one field: " + name);
        }
    }

    /** A section with named fields. */
    public Section(String name, Kind.Group fields) {
        this(name, fields, false);
    }

    /** A section that is the value of one field itself, such as a list. */
    public static Section bare(String name, Field<?> field) {
        return new Section(name, Kind.group(field), true);
    }

    /** What stands under the key. */
    public Kind<?> kind() {
        return bare ? fields.fields().get(0).kind() : fields;
    }

    /**
     * The claims in what stands under the key.
     *
     * @param value of the type that {@link #kind} gives
     * @param place where it stands
     */
    public Entry entry(Object value, Place place) {
        if (!bare) {
            return (Entry) value;
        }
        var name = fields.fields().get(0).name();
        return new Entry(place, Map.of(name, value), Map.of(name, place));
    }
}
