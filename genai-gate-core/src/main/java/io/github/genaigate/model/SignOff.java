package io.github.genaigate.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A valid approval of the content under judgement by somebody in a role.
 *
 * @param role the role
 * @param signer who approved
 * @param date the day of the approval
 * @param expires the last day on which it holds, when it ends
 * @param covered the digest of the content that was approved
 * @param place the record
 */
public record SignOff(
        String role, String signer, LocalDate date, Optional<LocalDate> expires, String covered, Place place) {}
