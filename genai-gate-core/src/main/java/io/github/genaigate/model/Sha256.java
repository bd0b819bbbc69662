package io.github.genaigate.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which the gate names whatever it rests on. */
public final class Sha256 {

    private Sha256() {}

    /** Of bytes, in hexadecimal. */
    public static String of(byte[] bytes) {
        return hex(begin().digest(bytes));
    }

    /** Of a text in UTF-8, in hexadecimal. */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** For bytes that come little by little. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** A digest in hexadecimal, in lower case. */
    public static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
